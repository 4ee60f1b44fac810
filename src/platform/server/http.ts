import { createServer, ServerResponse, type IncomingMessage, type Server } from "node:http";
import { Server as NetServer, type AddressInfo } from "node:net";
import type { Env } from "#env";
import { startProblem } from "./start-problem.ts";
import { visitorNaming } from "./visitor-address.ts";

/** The built SvelteKit application. */
export type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** The header from which the built application learns the scheme; `serve` alone sets it. */
export const schemeHeader = "x-forwarded-proto";

type Serving = { server: Server; port: number; address: string };

/** Listens as the settings say; answers the server, its port and the address to open. A taken port is a StartProblem. */
export async function serve(env: Env, handler: Handler): Promise<Serving> {
  const nameVisitor = visitorNaming(env);
  const server = createServer({ ServerResponse: SayingWhenToRetry }, (request, response) => {
    nameOrigin(request, env);
    nameVisitor(request);
    handler(request, response, () => response.writeHead(404).end());
  });
  await listening(server, env);
  const { port } = server.address() as AddressInfo;
  return { server, port, address: shownAddress(env, port) };
}

/** @throws StartProblem */
export async function listening(server: Server, { port, host }: Pick<Env, "port" | "host">): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(listenProblem(error, { port, host })));
    server.listen(port, host, resolve);
  });
}

/** The address to open. */
export function shownAddress(env: Env, port: number): string {
  return env.originGiven ? env.origin : `http://${shownHost(env.host)}:${port}`;
}

/** Milliseconds in which a request may still come over a connection that was kept open for it. */
const lastRequestWithin = 1_000;

/**
 * Stops accepting, lets running requests finish for at most `within` milliseconds, then cuts them off. A connection that
 * was kept open may bring one more request, which it is told was the last: closed at once, it would reset what is
 * already on its way.
 */
export async function stopServing(server: Server, within: number): Promise<void> {
  server.prependListener("request", (_, response) => response.setHeader("connection", "close"));
  // Not the HTTP server's own `close`, which closes idle connections at once.
  const closed = new Promise((resolve) => NetServer.prototype.close.call(server, resolve));
  let idle: NodeJS.Timeout | undefined;
  const patience = setTimeout(
    () => (idle = setInterval(() => server.closeIdleConnections(), 50)),
    Math.min(lastRequestWithin, within),
  );
  const deadline = setTimeout(() => server.closeAllConnections(), within);
  await closed;
  for (const timer of [patience, idle, deadline]) clearTimeout(timer);
}

/**
 * Forms are accepted only from the application's own origin, so it must be known: ORIGIN when given (behind
 * a proxy), otherwise plain HTTP at the address asked for. What a client claims about the scheme is not heard.
 */
function nameOrigin(request: IncomingMessage, env: Env): void {
  const origin = env.originGiven ? new URL(env.origin) : undefined;
  request.headers[schemeHeader] = origin ? origin.protocol.slice(0, -1) : "http";
  if (origin) request.headers.host = origin.host;
  // A balancer asks by HTTP/1.0, which names no host.
  request.headers.host ??= "localhost";
  // A program sends no Origin. The API's acts take a token and no cookie, so no page can make a browser do them.
  if (request.url?.startsWith("/api/"))
    request.headers.origin = `${String(request.headers[schemeHeader])}://${request.headers.host ?? ""}`;
}

/** In how many seconds to come again, where nothing nearer was said. */
const waits: Readonly<Record<number, string>> = { 429: "60", 503: "5" };

/** Here and not in a hook: what a hook throws is answered past all hooks. */
class SayingWhenToRetry<Request extends IncomingMessage> extends ServerResponse<Request> {
  override writeHead(status: number, ...rest: never[]): this {
    const wait = waits[status];
    if (wait && !this.hasHeader("retry-after")) this.setHeader("retry-after", wait);
    return super.writeHead(status, ...rest);
  }
}

const shownHost = (host: string) =>
  ["127.0.0.1", "0.0.0.0", "::", "::1"].includes(host) ? "localhost" : host;

function listenProblem(error: NodeJS.ErrnoException, env: Pick<Env, "port" | "host">): unknown {
  if (error.code === "EADDRINUSE")
    return startProblem(
      `Cổng ${env.port} đang có chương trình khác dùng; hãy đặt PORT khác.`,
      `Port ${env.port} is in use by another program; set another PORT.`,
    );
  if (error.code === "EACCES")
    return startProblem(
      `Không được phép dùng cổng ${env.port}; hãy đặt PORT từ 1024 trở lên.`,
      `Port ${env.port} may not be used; set a PORT of 1024 or above.`,
    );
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND")
    return startProblem(
      `Máy này không có địa chỉ HOST=${env.host}.`,
      `This machine has no address HOST=${env.host}.`,
    );
  return error;
}
