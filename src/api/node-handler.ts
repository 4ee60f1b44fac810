import { askLean } from "#acts/ask.ts";
import { toldReadings } from "#acts/readings.ts";
import { dayInVietnam, systemClock } from "#kernel/clock.ts";
import { recognisedByToken } from "#modules/identity/server/index.ts";
import { compressed } from "#platform/server/compressed.ts";
import { schemeHeader, type Handler } from "#platform/server/http.ts";
import { log } from "#platform/server/log.ts";
import { isPlainHost } from "#platform/server/plain-host.ts";
import { securityHeaders } from "#platform/server/security-headers.ts";
import { getRequest, setResponse } from "@sveltejs/kit/node";
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { api, bearerIn, queryOf } from "./application.ts";
import { apiPolicy } from "./policy.ts";

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
    answer(request, response, { requestId, headers, bodyLimit }).catch((error: unknown) => {
      log.error({ err: error, requestId, path: url.split("?", 1)[0] }, "request failed");
      response.destroy();
    });
  };
}

/** What programs send. The page server knows what to do with an odd path, a cookie, another method. */
function isOfProgram({ method, headers, url = "" }: IncomingMessage): boolean {
  const path = url.split("?", 1)[0]!;
  return (
    (method === "GET" || method === "POST") &&
    headers.cookie === undefined &&
    headers.host !== undefined &&
    isPlainHost(headers.host) &&
    !/%00/.test(url) &&
    !/\/$|\/\/|\/\.|#/.test(path)
  );
}

const headersOf = ({ headers }: IncomingMessage) =>
  headersBy[headers[schemeHeader] === "https" ? "https" : "http"];

type Answering = { requestId: string; headers: OutgoingHttpHeaders; bodyLimit: number };

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  answering: Answering,
): Promise<void> {
  const { requestId, headers, bodyLimit } = answering;
  const lean = request.method === "GET" ? await leanAnswer(request) : null;
  if (lean !== null) {
    const { body, encoding } = await compressed(
      lean,
      request.headers["accept-encoding"] as string | undefined,
    );
    response.writeHead(200, {
      ...headers,
      "content-type": "application/json",
      "content-length": body.length,
      vary: "accept-encoding",
      ...(encoding && { "content-encoding": encoding }),
    });
    response.end(body);
    return;
  }
  const base = `${String(request.headers[schemeHeader] ?? "http")}://${request.headers.host!}`;
  const asked = getRequest({ request, response, base, bodySizeLimit: bodyLimit });
  const answered = await api.fetch(asked, { requestId, actor: null });
  for (const [name, value] of Object.entries(headers))
    if (!answered.headers.has(name)) answered.headers.set(name, String(value));
  await setResponse(response, answered);
}

/** The answer of a reading that can be asked in one question, by whoever is known; else null. */
async function leanAnswer({ url = "", headers: { authorization } }: IncomingMessage): Promise<string | null> {
  const end = url.indexOf("?");
  const reading = leanByPath.get(end < 0 ? url : url.slice(0, end));
  const token = reading && bearerIn(authorization);
  if (!token) return null;
  const now = systemClock();
  const recognised = recognisedByToken(token, dayInVietnam(now));
  if (!recognised) return null;
  const asked = { address: end < 0 ? "" : url.slice(end), query: () => queryOf(url, {}) };
  const answer = await askLean(reading, asked, recognised, now);
  return answer === null ? null : JSON.stringify(answer);
}
