import { ask } from "#acts/ask.ts";
import { perform } from "#acts/perform.ts";
import { asTold, toldReadings } from "#acts/readings.ts";
import { registry } from "#acts/registry.ts";
import type { Actor } from "#kernel/actor.ts";
import { dayInVietnam, systemClock } from "#kernel/clock.ts";
import { LEGACY_CHOICE } from "#kernel/legacy-choice.ts";
import { inUnicode, legacyFaults } from "#kernel/legacy-fields.ts";
import { Problem } from "#kernel/problem.ts";
import { actorOfToken, recognisedByToken } from "#modules/identity/server/index.ts";
import { DryRun } from "#modules/register/server/index.ts";
import { registerJsonSchema } from "#modules/register/register-file.ts";
import type { Act } from "#platform/server/act/act.ts";
import type { Request as ActRequest } from "#platform/server/act/judged.ts";
import { isTooDeep } from "#platform/server/act/input-depth.ts";
import { asProblem } from "#platform/server/act/database-problems.ts";
import { actProblems } from "#platform/server/act/problems.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { logDatabaseFault } from "#platform/server/database/fault-log.ts";
import { log } from "#platform/server/log.ts";
import { Hono, type Context } from "hono";
import { getQueryParams } from "hono/utils/url";
import { docsPage } from "./docs-page.ts";
import { openApi, pathOfAct } from "./openapi.ts";
import { languageOf, problemDetails, type ProblemDetails } from "./problem-details.ts";
import { apiProblems } from "./problems.ts";

/** What the page server knows of a request already: its name, and who is signed in. */
type Bindings = { readonly requestId: string; readonly actor: Actor | null };
type Here = Context<{ Bindings: Bindings }>;

/** The HTTP API: every act as a POST, every reading as a GET, and its own description. */
export const api = new Hono<{ Bindings: Bindings }>();

api.get("/api/openapi.json", (c) => c.json(openApi()));
api.get("/api/docs", (c) => c.html(docsPage()));
api.get("/api/schemas/register.json", (c) => c.json(registerJsonSchema()));

for (const act of registry) {
  api.post(pathOfAct(act), async (c) => {
    const now = systemClock();
    const who = await actingIn(c, act, now);
    const input = await inputOf(c).catch(async (error: unknown) => {
      await who.remembered?.lookUp(); // what is wrong with it is told to those who may act
      throw error;
    });
    const idempotencyKey = c.req.header("idempotency-key");
    const request = { ...who, now, requestId: c.env.requestId, idempotencyKey };
    const output = await perform(act, input, request).catch(triedOnly);
    return c.json(withOnceShown(output));
  });
}

for (const reading of toldReadings) {
  api.get(`/api/v1${reading.api.path}`, async (c) => {
    const actor = await actorOf(c, "token or session");
    const request = { actor, now: systemClock(), by: "api", requestId: c.env.requestId } as const;
    return c.json(asTold(reading, await ask(reading, queryOf(c.req.url, c.req.param()), request)));
  });
}

for (const [path, allowed] of methodsByPath()) {
  api.all(path, (c) => {
    const problem = new Problem(apiProblems.wrong_method, { values: { allowed } });
    return refusal(c, problem, { allow: allowed });
  });
}

api.notFound((c) => refusal(c, new Problem(apiProblems.no_such_path)));
api.onError((thrown, c) => {
  const error = asProblem(thrown) as Error;
  logDatabaseFault(thrown, { requestId: c.env.requestId });
  if (error instanceof Problem) return refusal(c, error);
  log.error({ err: error, requestId: c.env.requestId, path: c.req.path }, "request failed");
  return refusal(c, new Problem(apiProblems.internal));
});

/** What is said of an address that cannot even be looked at. */
export function unreadableAddress(request: Request, requestId: string): Response {
  const problem = new Problem(apiProblems.address_unreadable);
  const details = problemDetails(problem, languageOf(request.headers.get("accept-language")), requestId);
  return problemResponse(details);
}

/** Every address with the one method it takes. */
function methodsByPath(): [path: string, allowed: string][] {
  return [
    ...registry.map((act): [string, string] => [pathOfAct(act), "POST"]),
    ...toldReadings.map(({ api: { path } }): [string, string] => [`/api/v1${path}`, "GET"]),
  ];
}

/**
 * Who asks. A browser's session may read, so that a link opens; only a token may act, so that no page of
 * someone else can make a browser act.
 */
async function actorOf(c: Here, by: "token only" | "token or session"): Promise<Actor> {
  const token = bearerIn(c.req.header("authorization"));
  if (!token) {
    if (by === "token or session" && c.env.actor) return c.env.actor;
    throw new Problem(apiProblems.no_token);
  }
  const actor = await actorOfToken(currentDatabase().db, token, systemClock());
  if (!actor) throw new Problem(apiProblems.token_refused);
  return actor;
}

/** The token that an `Authorization` header gives, if it gives one. */
export function bearerIn(authorization: string | undefined): string | undefined {
  const [scheme, token] = (authorization ?? "").split(/\s+/, 2);
  return scheme?.toLowerCase() === "bearer" ? token : undefined;
}

/** Who is to act: as remembered, where the act may find out by itself whether that still holds. */
async function actingIn(
  c: Here,
  act: Act,
  now: Temporal.Instant,
): Promise<Pick<ActRequest, "actor" | "remembered">> {
  const lookUp = () => actorOf(c, "token only");
  const token = bearerIn(c.req.header("authorization"));
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

async function inputOf(c: Here): Promise<unknown> {
  return textsAsChosen(c, await bodyOf(c));
}

async function bodyOf(c: Here): Promise<object> {
  if (!/^application\/json\b/i.test(c.req.header("content-type") ?? ""))
    throw new Problem(apiProblems.not_json);
  let body: unknown;
  try {
    body = JSON.parse(textOf(await c.req.arrayBuffer()));
  } catch (error) {
    if (error instanceof SyntaxError) throw new Problem(apiProblems.broken_json);
    const tooLarge = (error as { status?: number }).status === 413;
    throw tooLarge ? new Problem(apiProblems.too_large) : error;
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
function textsAsChosen(c: Here, body: object): unknown {
  const choice = c.req.query(LEGACY_CHOICE);
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
function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Problem(apiProblems.not_utf8);
  }
}

/** What an address asks; nothing may be asked twice. @throws Problem `act.invalid_input` */
export function queryOf(url: string, parts: Record<string, string>): Record<string, string> {
  const asked = Object.entries(getQueryParams(url) as Record<string, string[]>);
  const repeated = asked.filter(([, values]) => values.length > 1);
  const faults = repeated.map(([field]) => ({ field, ...onlyOnce }));
  if (faults.length > 0) throw new Problem(actProblems.invalid_input, { faults });
  return { ...Object.fromEntries(asked.map(([name, [value]]) => [name, value!])), ...parts };
}

const onlyOnce = { vi: "Chỉ được nêu một lần.", en: "This may be given only once." };

function refusal(c: Here, problem: Problem, more: Record<string, string> = {}): Response {
  const details = problemDetails(
    problem,
    languageOf(c.req.header("accept-language") ?? null),
    c.env.requestId,
  );
  const later: Record<string, string> =
    problem.retryAfter === undefined ? {} : { "retry-after": String(problem.retryAfter) };
  return problemResponse(details, { ...headersFor[problem.definition.status], ...later, ...more });
}

const headersFor: Readonly<Record<number, Record<string, string>>> = {
  401: { "www-authenticate": "Bearer" },
  429: { "retry-after": "60" },
  503: { "retry-after": "5" },
};

function problemResponse(details: ProblemDetails, more: Record<string, string> = {}): Response {
  const headers = { "content-type": "application/problem+json; charset=utf-8", ...more };
  return new Response(JSON.stringify(details), { status: details.status, headers });
}
