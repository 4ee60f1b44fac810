import { ask } from "#acts/ask.ts";
import { asTold, toldReadings } from "#acts/readings.ts";
import { registry } from "#acts/registry.ts";
import type { Actor } from "#kernel/actor.ts";
import { systemClock } from "#kernel/clock.ts";
import { LEGACY_CHOICE } from "#kernel/legacy-choice.ts";
import { Problem } from "#kernel/problem.ts";
import { registerJsonSchema } from "#modules/register/register-file.ts";
import { actProblems } from "#platform/server/act/problems.ts";
import { Hono, type Context } from "hono";
import { getQueryParams } from "hono/utils/url";
import { actorByToken, answerAct, bearerIn } from "./act-asked.ts";
import { bringPath, filedBy, openedBy, openPath } from "./files.ts";
import { docsPage } from "./docs-page.ts";
import { openApi, pathOfAct } from "./openapi.ts";
import { apiProblems } from "./problems.ts";
import { refusal, refusalOf, type Refusal } from "./refusal.ts";

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
    const asked = {
      requestId: c.env.requestId,
      authorization: c.req.header("authorization"),
      contentType: c.req.header("content-type"),
      idempotencyKey: c.req.header("idempotency-key"),
      legacyChoice: c.req.query(LEGACY_CHOICE),
      body: () => bodyOf(c),
    };
    return c.json(await answerAct(act, asked));
  });
}

for (const reading of toldReadings) {
  api.get(`/api/v1${reading.api.path}`, async (c) => {
    const actor = await readerIn(c);
    const request = { actor, now: systemClock(), by: "api", requestId: c.env.requestId } as const;
    return c.json(asTold(reading, await ask(reading, queryOf(c.req.url, c.req.param()), request)));
  });
}

api.post(bringPath, async (c) => {
  const actor = await actorByToken(c.req.header("authorization"));
  const { name = "" } = queryOf(c.req.url, {});
  return c.json(await filedBy(actor, name, await bodyOf(c)));
});

api.get(openPath, async (c) => openedBy(await readerIn(c), c.req.param("attachment"), c.env.requestId));

for (const [path, allowed] of methodsByPath()) {
  api.all(path, (c) => {
    const problem = new Problem(apiProblems.wrong_method, { values: { allowed } });
    return asResponse(refusal(problem, askedBy(c), { allow: allowed }));
  });
}

api.notFound((c) => asResponse(refusal(new Problem(apiProblems.no_such_path), askedBy(c))));
api.onError((thrown, c) => asResponse(refusalOf(thrown, askedBy(c))));

const askedBy = (c: Here) => ({
  requestId: c.env.requestId,
  path: c.req.path,
  acceptLanguage: c.req.header("accept-language"),
});

const asResponse = ({ body, status, headers }: Refusal) => new Response(body, { status, headers });

/** What is said of an address that cannot even be looked at. */
export function unreadableAddress(request: Request, requestId: string): Response {
  const acceptLanguage = request.headers.get("accept-language") ?? undefined;
  return asResponse(refusal(new Problem(apiProblems.address_unreadable), { requestId, acceptLanguage }));
}

/** Every address with the one method it takes. */
function methodsByPath(): [path: string, allowed: string][] {
  return [
    [bringPath, "POST"],
    [openPath, "GET"],
    ...registry.map((act): [string, string] => [pathOfAct(act), "POST"]),
    ...toldReadings.map(({ api: { path } }): [string, string] => [`/api/v1${path}`, "GET"]),
  ];
}

/** Who asks. A browser's session may read, so that a link opens. */
async function readerIn(c: Here): Promise<Actor> {
  const authorization = c.req.header("authorization");
  return !bearerIn(authorization) && c.env.actor ? c.env.actor : actorByToken(authorization);
}

async function bodyOf(c: Here): Promise<Uint8Array> {
  try {
    return new Uint8Array(await c.req.arrayBuffer());
  } catch (error) {
    const tooLarge = (error as { status?: number }).status === 413;
    throw tooLarge ? new Problem(apiProblems.too_large) : error;
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
