import { isUnreadableAddress } from "#kernel/address-bytes.ts";
import { askLean } from "#acts/ask.ts";
import { toldReadings } from "#acts/readings.ts";
import { registry } from "#acts/registry.ts";
import { dayInVietnam, systemClock } from "#kernel/clock.ts";
import { LEGACY_CHOICE } from "#kernel/legacy-choice.ts";
import { recognisedByToken } from "#modules/identity/server/index.ts";
import type { Sendable } from "#platform/server/compressed.ts";
import { schemeHeader, type Handler } from "#platform/server/http.ts";
import { log } from "#platform/server/log.ts";
import { isPlainHost } from "#platform/server/plain-host.ts";
import { securityHeaders } from "#platform/server/security-headers.ts";
import { getRequest } from "@sveltejs/kit/node";
import { getQueryParam } from "hono/utils/url";
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { answerAct, bearerIn, type ActAsked } from "./act-asked.ts";
import { api, queryOf } from "./application.ts";
import { bodyWithin, HungUp } from "./body-within.ts";
import { pathOfAct } from "./openapi.ts";
import { apiPolicy } from "./policy.ts";
import { refusalOf } from "./refusal.ts";

const headersAlways = (scheme: string) => ({
  "content-security-policy": apiPolicy,
  ...Object.fromEntries(securityHeaders(new URL(`${scheme}://localhost/api/`))),
});
const headersBy = { http: headersAlways("http"), https: headersAlways("https") };

const leanByPath = new Map(
  toldReadings
    .filter(({ lean, api: { path } }) => lean && !path.includes(":"))
    .map((reading) => [`/api/v1${reading.api.path}`, reading]),
);

const actByPath = new Map(registry.map((act) => [pathOfAct(act), act]));

/**
 * Answers what programs ask of the API without the page server in between, by the same application; whatever else is asked,
 * a browser with its cookies too, goes on to `handler`.
 * @param bodyLimit bytes
 */
export function withApi(handler: Handler, bodyLimit: number): Handler {
  return (request, response, next) => {
    const url = request.url ?? "";
    if (!url.startsWith("/api/") || !isOfProgram(request)) return handler(request, response, next);
    const requestId = crypto.randomUUID();
    const headers = { ...headersOf(request), "x-request-id": requestId };
    answer(request, { requestId, bodyLimit })
      .catch((error: unknown) => refused(error, request, requestId))
      .then((answered) => answered && send(response, headers, answered))
      .catch((error: unknown) => cut(response, error, { requestId, path: pathOf(url) }));
  };
}

/** What is sent, besides the headers that every answer has. */
type Answered = {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: string | Buffer;
};

function send(response: ServerResponse, always: OutgoingHttpHeaders, { status, headers, body }: Answered) {
  const length = { "content-length": Buffer.byteLength(body) };
  response.writeHead(status, { ...always, ...headers, ...length });
  response.end(body);
}

/** Whoever went away is told nothing. */
function refused(error: unknown, { url = "", headers }: IncomingMessage, requestId: string): Answered | null {
  const path = pathOf(url);
  if (!(error instanceof HungUp))
    return refusalOf(error, { requestId, path, acceptLanguage: headers["accept-language"] });
  log.info({ requestId, path }, "the sender hung up");
  return null;
}

/** No answer can be begun any more, or not even the refusal made: the connection is cut, lest half an answer be taken for all. */
function cut(response: ServerResponse, error: unknown, where: { requestId: string; path: string }): void {
  log.error({ err: error, ...where }, "the answer was cut off");
  response.destroy();
}

const pathOf = (url: string) => url.split("?", 1)[0]!;

/** What programs send. The page server knows what to do with an odd path, a cookie, another method. */
function isOfProgram({ method, headers, url = "" }: IncomingMessage): boolean {
  const path = url.split("?", 1)[0]!;
  return (
    (method === "GET" || method === "POST") &&
    headers.cookie === undefined &&
    headers.host !== undefined &&
    isPlainHost(headers.host) &&
    !isUnreadableAddress(url) &&
    !/\/$|\/\/|\/\.|#/.test(path)
  );
}

const headersOf = ({ headers }: IncomingMessage) =>
  headersBy[headers[schemeHeader] === "https" ? "https" : "http"];

type Answering = { readonly requestId: string; readonly bodyLimit: number };

async function answer(request: IncomingMessage, { requestId, bodyLimit }: Answering): Promise<Answered> {
  const act = request.method === "POST" ? actByPath.get(pathOf(request.url!)) : undefined;
  if (act) return asJson(JSON.stringify(await answerAct(act, actAskedBy(request, requestId, bodyLimit))));
  const lean = request.method === "GET" ? await leanAnswer(request) : null;
  if (lean === null) return byApplication(request, { requestId, bodyLimit });
  const accepted = request.headers["accept-encoding"] as string | undefined;
  const { body, encoding } = await lean.as(accepted);
  const more = { vary: "accept-encoding", ...(encoding && { "content-encoding": encoding }) };
  return asJson(body, more);
}

const asJson = (body: string | Buffer, more: OutgoingHttpHeaders = {}): Answered => ({
  status: 200,
  headers: { "content-type": "application/json", ...more },
  body,
});

function actAskedBy(request: IncomingMessage, requestId: string, bodyLimit: number): ActAsked {
  const { url = "", headers } = request;
  return {
    requestId,
    authorization: headers.authorization,
    contentType: headers["content-type"],
    idempotencyKey: headers["idempotency-key"] as string | undefined,
    legacyChoice: url.includes("?") ? (getQueryParam(url, LEGACY_CHOICE) as string | undefined) : undefined,
    body: () => bodyWithin(request, bodyLimit),
  };
}

/** Whatever else is asked; all that the application answers has an end, and is sent whole. */
async function byApplication(
  request: IncomingMessage,
  { requestId, bodyLimit }: Answering,
): Promise<Answered> {
  const base = `${String(request.headers[schemeHeader] ?? "http")}://${request.headers.host!}`;
  const asked = getRequest({ request, base, bodySizeLimit: bodyLimit });
  const answered = await api.fetch(asked, { requestId, actor: null });
  const body = Buffer.from(await answered.arrayBuffer());
  return { status: answered.status, headers: Object.fromEntries(answered.headers), body };
}

/** The answer of a reading that can be asked in one question, by whoever is known; else null. */
async function leanAnswer({
  url = "",
  headers: { authorization },
}: IncomingMessage): Promise<Sendable | null> {
  const end = url.indexOf("?");
  const reading = leanByPath.get(end < 0 ? url : url.slice(0, end));
  const token = reading && bearerIn(authorization);
  if (!token) return null;
  const now = systemClock();
  const recognised = recognisedByToken(token, dayInVietnam(now));
  if (!recognised) return null;
  const asked = { address: end < 0 ? "" : url.slice(end), query: () => queryOf(url, {}) };
  return askLean(reading, asked, recognised, now);
}
