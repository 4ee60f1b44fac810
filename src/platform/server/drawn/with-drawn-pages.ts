import { randomBytes, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { takesEncoding } from "../compressed.ts";
import { schemeHeader, type Handler } from "../http.ts";
import { log } from "../log.ts";
import { isPlainHost } from "../plain-host.ts";
import { currentPages } from "./current-pages.ts";
import { chunksWith, headersWith, type DrawnPage } from "./drawn-page.ts";
import type { AskedPage } from "./drawn-pages.ts";
import { gzippedWith } from "./gzipped.ts";

/**
 * Sends a page that would be drawn the same as it was drawn, without the page server in between; whatever else is asked goes on
 * to `handler`.
 */
export function withDrawnPages(handler: Handler): Handler {
  return (request, response, next) => {
    const pages = currentPages();
    const asked = pages && askedIn(request, pages.paths);
    if (!asked) return handler(request, response, next);
    pages.stillSo(asked).then(
      (page) => (page ? send(page, request, response) : handler(request, response, next)),
      (error: unknown) => {
        log.warn({ err: error }, "whether a page is as it was drawn could not be told");
        handler(request, response, next);
      },
    );
  };
}

/** What a browser sends that opens a page. The page server knows what to do with anything odd. */
function askedIn(
  { method, headers, url = "" }: IncomingMessage,
  paths: ReadonlySet<string>,
): AskedPage | null {
  const { cookie: cookies, host } = headers;
  const plain =
    method === "GET" &&
    paths.has(url.split("?", 1)[0]!) &&
    cookies !== undefined &&
    // What was just done is said once.
    !/(?:^|; *)said=/.test(cookies) &&
    headers["content-length"] === undefined &&
    headers["transfer-encoding"] === undefined &&
    host !== undefined &&
    isPlainHost(host);
  return plain ? { href: new URL(`${String(headers[schemeHeader])}://${host}${url}`).href, cookies } : null;
}

function send(page: DrawnPage, { headers }: IncomingMessage, response: ServerResponse): void {
  const fresh = { nonce: randomBytes(16).toString("base64"), formKey: randomUUID() };
  const compressed = mayBeCompressed(headers);
  const chunks = compressed ? gzippedWith(page, fresh) : chunksWith(page, fresh);
  response.cork();
  response.writeHead(200, {
    ...headersWith(page, fresh),
    "x-request-id": randomUUID(),
    "content-length": chunks.reduce((sum, { length }) => sum + length, 0),
    ...(compressed && { "content-encoding": "gzip", vary: "accept-encoding, sec-fetch-site" }),
  });
  for (const chunk of chunks) response.write(chunk);
  response.end();
  response.uncork();
}

/**
 * A page has what its reader alone may know beside words of its address. Whoever lets another's browser ask for it and watches
 * the line would learn from lengths; so only where the browser says that no other site asked for it (decision 42).
 */
function mayBeCompressed({
  "accept-encoding": accepts,
  "sec-fetch-site": by,
}: IncomingMessage["headers"]): boolean {
  return (
    (by === "same-origin" || by === "none") && typeof accepts === "string" && takesEncoding(accepts, "gzip")
  );
}
