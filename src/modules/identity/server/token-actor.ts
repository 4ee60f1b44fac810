import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { dayInVietnam } from "#kernel/clock.ts";
import { Problem } from "#kernel/problem.ts";
import { postsOf } from "#modules/organization/server/index.ts";
import { recognitions, type Recognised } from "#platform/server/recognition/recognised.ts";
import type { Kysely } from "kysely";
import { identityProblems as problems } from "../problems.ts";
import { tokenGate } from "./gates.ts";
import { hashOf } from "./one-time-secret.ts";
import { tokenInForce } from "./token.store.ts";

/** A program acting in one post of a person. */
export type TokenActor = Extract<Actor, { kind: "person" }> & { readonly tokenId: string };

export const TOKEN_PREFIX = "dt_";

const recognised = recognitions<TokenActor>(tokenGate);

const isToken = (text: string) => text.startsWith(TOKEN_PREFIX) && text.length <= 100;

/**
 * Who a token stood for when `actorOfToken` last looked it up, on this Vietnamese day; null where that is not known. To be
 * asked with its gate only.
 */
export function recognisedByToken(token: string, today: string): Recognised<TokenActor> | null {
  return isToken(token) ? recognised.recall(hashOf(token), today) : null;
}

/**
 * Who a token stands for: the person in that one post. Null when there is no such token, it has run out or been
 * revoked, its post is no longer held, or the person's account is locked.
 */
export async function actorOfToken(
  db: Kysely<DB>,
  token: string,
  now: Temporal.Instant,
): Promise<TokenActor | null> {
  if (!isToken(token)) return null;
  const hash = hashOf(token);
  const row = await tokenInForce(db, hash, now);
  if (!row) return null;
  const { personId, edition, id: tokenId } = row;
  const name = `${row.name} (${row.label})`;
  const person = { kind: "person", personId, name, posts: [], edition } as const;
  const day = dayInVietnam(now);
  const posts = await postsOf(db, person, day);
  const post = posts.find(({ id }) => id === row.postId);
  if (!post) return null;
  const who = { ...person, posts: [post], tokenId };
  recognised.remember(hash, { who, edition, day, secret: hash, standing: tokenId });
  return who;
}

/**
 * Some things a token may not do, or a stolen one could outlive its revocation.
 * @throws Problem `token_not_enough`
 */
export function mustBePresent(actor: Actor): void {
  if ("tokenId" in actor) throw new Problem(problems.token_not_enough);
}
