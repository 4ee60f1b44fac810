import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { dayInVietnam } from "#kernel/clock.ts";
import { Problem } from "#kernel/problem.ts";
import { postsOf } from "#modules/organization/server/index.ts";
import type { Kysely } from "kysely";
import { identityProblems as problems } from "../problems.ts";
import { hashOf } from "./one-time-secret.ts";
import { tokenInForce } from "./token.store.ts";

/** A program acting in one post of a person. */
export type TokenActor = Extract<Actor, { kind: "person" }> & { readonly tokenId: string };

export const TOKEN_PREFIX = "dt_";

/**
 * Who a token stands for: the person in that one post. Null when there is no such token, it has run out or been
 * revoked, its post is no longer held, or the person's account is locked.
 */
export async function actorOfToken(
  db: Kysely<DB>,
  token: string,
  now: Temporal.Instant,
): Promise<TokenActor | null> {
  if (!token.startsWith(TOKEN_PREFIX) || token.length > 100) return null;
  const row = await tokenInForce(db, hashOf(token), now);
  if (!row) return null;
  const { personId, edition, id: tokenId } = row;
  const name = `${row.name} (${row.label})`;
  const person = { kind: "person", personId, name, posts: [], edition } as const;
  const posts = await postsOf(db, person, dayInVietnam(now));
  const post = posts.find(({ id }) => id === row.postId);
  return post ? { ...person, posts: [post], tokenId } : null;
}

/**
 * Some things a token may not do, or a stolen one could outlive its revocation.
 * @throws Problem `token_not_enough`
 */
export function mustBePresent(actor: Actor): void {
  if ("tokenId" in actor) throw new Problem(problems.token_not_enough);
}
