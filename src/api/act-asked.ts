import { perform } from "#acts/perform.ts";
import type { Actor } from "#kernel/actor.ts";
import { dayInVietnam, systemClock } from "#kernel/clock.ts";
import { LEGACY_CHOICE } from "#kernel/legacy-choice.ts";
import { inUnicode, legacyFaults } from "#kernel/legacy-fields.ts";
import { Problem } from "#kernel/problem.ts";
import { actorOfToken, recognisedByToken } from "#modules/identity/server/index.ts";
import type { Act } from "#platform/server/act/act.ts";
import { DryRun } from "#platform/server/act/dry-run.ts";
import { isTooDeep } from "#platform/server/act/input-depth.ts";
import type { Request as ActRequest } from "#platform/server/act/judged.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { apiProblems } from "./problems.ts";

/** An act as it is asked for over HTTP, whatever brought it here. */
export type ActAsked = {
  readonly requestId: string;
  /** Headers as they were sent. */
  readonly authorization: string | undefined;
  readonly contentType: string | undefined;
  readonly idempotencyKey: string | undefined;
  /** What the address says of texts of before Unicode. */
  readonly legacyChoice: string | undefined;
  /** @throws Problem `too_large` */
  body(): Promise<Uint8Array>;
};

/**
 * Does it, and answers what is sent as JSON. Only a token may act, so that no page of someone else can make a browser act.
 * @throws Problem whatever it is refused for
 */
export async function answerAct(act: Act, asked: ActAsked): Promise<unknown> {
  const now = systemClock();
  const who = await acting(act, asked.authorization, now);
  const input = await inputOf(asked).catch(async (error: unknown) => {
    await who.remembered?.lookUp(); // what is wrong with it is told to those who may act
    throw error;
  });
  const { requestId, idempotencyKey } = asked;
  const output = await perform(act, input, { ...who, now, requestId, idempotencyKey }).catch(triedOnly);
  return withOnceShown(output);
}

/** The token that an `Authorization` header gives, if it gives one. */
export function bearerIn(authorization: string | undefined): string | undefined {
  const [scheme, token] = (authorization ?? "").split(/\s+/, 2);
  return scheme?.toLowerCase() === "bearer" ? token : undefined;
}

/** Whoever holds a token. @throws Problem `no_token`, `token_refused` */
export async function actorByToken(authorization: string | undefined): Promise<Actor> {
  const token = bearerIn(authorization);
  if (!token) throw new Problem(apiProblems.no_token);
  const actor = await actorOfToken(currentDatabase().db, token, systemClock());
  if (!actor) throw new Problem(apiProblems.token_refused);
  return actor;
}

/** Who is to act: as remembered, where the act may find out by itself whether that still holds. */
async function acting(
  act: Act,
  authorization: string | undefined,
  now: Temporal.Instant,
): Promise<Pick<ActRequest, "actor" | "remembered">> {
  const lookUp = () => actorByToken(authorization);
  const token = bearerIn(authorization);
  const recognised = token && act.keepsStructure ? recognisedByToken(token, dayInVietnam(now)) : null;
  if (!recognised) return { actor: await lookUp() };
  return { actor: recognised.who, remembered: { recognised, lookUp } };
}

/** A dry run ends by taking everything back; what it would have done is its answer. */
function triedOnly(error: unknown): unknown {
  if (error instanceof DryRun) return error.summary;
  throw error;
}

/** A secret that is shown once does not show itself; whoever asked for it is given it here, and only here. */
function withOnceShown(output: unknown): unknown {
  const secret = typeof output === "object" && output !== null && "token" in output;
  return secret ? { ...output, token: output.token } : (output ?? null);
}

async function inputOf({ contentType, legacyChoice, body }: ActAsked): Promise<unknown> {
  if (!/^application\/json\b/i.test(contentType ?? "")) throw new Problem(apiProblems.not_json);
  return textsAsChosen(parsed(await body()), legacyChoice);
}

function parsed(bytes: Uint8Array): object {
  let body: unknown;
  try {
    body = JSON.parse(textOf(bytes));
  } catch (error) {
    throw error instanceof SyntaxError ? new Problem(apiProblems.broken_json) : error;
  }
  if (typeof body !== "object" || body === null || Array.isArray(body))
    throw new Problem(apiProblems.not_json);
  return body;
}

/**
 * Texts in an encoding of before Unicode are converted or kept as the address says, as on a form; where it says nothing they are
 * refused. What lies deeper than any input of ours is for the act to refuse.
 * @throws Problem `legacy_encoding`, `legacy_choice`
 */
function textsAsChosen(body: object, choice: string | undefined): unknown {
  if (choice !== undefined && choice !== "convert" && choice !== "keep")
    throw new Problem(apiProblems.legacy_choice, { field: LEGACY_CHOICE });
  if (choice === "keep" || isTooDeep(body)) return body;
  const fields = body as Record<string, unknown>;
  if (choice === "convert") return inUnicode(fields);
  const faults = legacyFaults(fields);
  if (faults.length > 0) throw new Problem(apiProblems.legacy_encoding, { faults });
  return body;
}

/** Letters in another encoding are refused, not replaced: a name with a hole in it is no name. */
const letters = new TextDecoder("utf-8", { fatal: true });

function textOf(bytes: Uint8Array): string {
  try {
    return letters.decode(bytes);
  } catch {
    throw new Problem(apiProblems.not_utf8);
  }
}
