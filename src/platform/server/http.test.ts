import { once } from "node:events";
import { Agent, request, type IncomingMessage, type ServerResponse } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test, vi } from "vitest";
import { readEnv } from "#env";
import { log } from "./log.ts";
import { schemeHeader, serve, stopServing, type Handler } from "./http.ts";

const started: Awaited<ReturnType<typeof serve>>[] = [];
afterEach(() => Promise.all(started.splice(0).map(({ server }) => stopServing(server, 0))));

async function start(handler: Handler, settings: NodeJS.ProcessEnv = { PORT: "0" }) {
  const running = await serve(readEnv(settings), handler);
  started.push(running);
  return running;
}

const portOf = (address: string) => new URL(address).port;
const tellOrigin: Handler = (request, response) =>
  response.end(`${request.headers[schemeHeader] as string}://${request.headers.host}`);

/** A handler whose answer is given when the test says so. */
function held() {
  let arrived!: (response: ServerResponse) => void;
  const response = new Promise<ServerResponse>((resolve) => (arrived = resolve));
  return { handler: (_request: IncomingMessage, answer: ServerResponse) => arrived(answer), response };
}

test("who asks by HTTP/1.0 names no host, and is answered", async () => {
  const { port } = await start(tellOrigin);
  const socket = connect(port, "127.0.0.1", () => socket.write("GET /healthz HTTP/1.0\r\n\r\n"));
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 [^]*http:\/\/localhost$/);
});

test("without ORIGIN the address asked for is the origin, whatever the client claims of the scheme", async () => {
  const { address } = await start(tellOrigin);
  const answer = await fetch(address, { headers: { [schemeHeader]: "https" } });
  expect(await answer.text()).toBe(address);
});

test("with ORIGIN every request is to that origin", async () => {
  const { server } = await start(tellOrigin, { PORT: "0", ORIGIN: "https://doithoai.example.vn" });
  const { port } = server.address() as { port: number };
  expect(await (await fetch(`http://127.0.0.1:${port}`)).text()).toBe("https://doithoai.example.vn");
});

test("whoever is told to come again is told when", async () => {
  for (const [status, wait] of [
    [503, "5"],
    [500, null],
  ] as const) {
    const { address } = await start((_, response) => response.writeHead(status, { x: "y" }).end());
    const { headers } = await fetch(address);
    expect([headers.get("x"), headers.get("retry-after")]).toEqual(["y", wait]);
  }
});

const tellVisitor: Handler = (request, response) => response.end(String(request.headers["x-forwarded-for"]));

test.each([
  ["one proxy", {}, "203.0.113.9", "203.0.113.9"],
  ["a request that came past the proxy", {}, undefined, "127.0.0.1"],
  ["an empty word", {}, " ", "127.0.0.1"],
  ["two proxies", { XFF_DEPTH: "2" }, "203.0.113.9, 10.0.0.1", "203.0.113.9, 10.0.0.1"],
  ["one of two proxies", { XFF_DEPTH: "2" }, "203.0.113.9", "127.0.0.1,127.0.0.1"],
])("the visitor's address with %s", async (_, settings, told, heard) => {
  const named = { PORT: "0", HOST: "127.0.0.1", ADDRESS_HEADER: "X-Forwarded-For", ...settings };
  const { address } = await start(tellVisitor, named);
  const headers = told === undefined ? undefined : { "x-forwarded-for": told };
  expect(await (await fetch(address, { headers })).text()).toBe(heard);
});

test("a proxy that shows itself while ADDRESS_HEADER is not set is told of in the log, once", async () => {
  const warned = vi.spyOn(log, "warn");
  const { address } = await start(tellOrigin);
  await fetch(address);
  expect(warned).not.toHaveBeenCalled();
  for (const name of ["x-forwarded-for", "x-real-ip"])
    await fetch(address, { headers: { [name]: "203.0.113.9" } });
  expect(warned).toHaveBeenCalledExactlyOnceWith(
    { setting: "ADDRESS_HEADER" },
    expect.stringContaining("ADDRESS_HEADER"),
  );
  warned.mockRestore();
});

test("an https ORIGIN without ADDRESS_HEADER is told of at once", async () => {
  const warned = vi.spyOn(log, "warn");
  await start(tellOrigin, { PORT: "0", ORIGIN: "https://doithoai.example.vn" });
  expect(warned).toHaveBeenCalledOnce();
  const told = { PORT: "0", ORIGIN: "https://doithoai.example.vn", ADDRESS_HEADER: "x-real-ip" };
  await start(tellOrigin, told);
  expect(warned).toHaveBeenCalledOnce();
  warned.mockRestore();
});

test("what the application does not know is not found", async () => {
  const { address } = await start((_request, _response, next) => next());
  expect((await fetch(address)).status).toBe(404);
});

test("a port in use is told in both languages", async () => {
  const { address } = await start(tellOrigin);
  const port = portOf(address);
  await expect(serve(readEnv({ PORT: port }), tellOrigin)).rejects.toMatchObject({
    vi: expect.stringContaining(`Cổng ${port}`),
    en: expect.stringContaining(`Port ${port} is in use`),
  });
});

test("an address this machine has not is told in both languages", async () => {
  await expect(serve(readEnv({ PORT: "0", HOST: "192.0.2.1" }), tellOrigin)).rejects.toMatchObject({
    vi: expect.stringContaining("192.0.2.1"),
    en: expect.stringContaining("192.0.2.1"),
  });
});

test("a running request is finished before the server stops, and no other is taken", async () => {
  const { handler, response } = held();
  const { server, address } = await start(handler);
  const asked = fetch(address);
  const answer = await response;
  const stopped = stopServing(server, 10_000);
  await expect(fetch(address)).rejects.toThrow();
  answer.end("done");
  expect(await (await asked).text()).toBe("done");
  await stopped;
});

test("a request over a connection kept open is answered while the server stops, and told that it was the last", async () => {
  const { server, address } = await start(tellOrigin);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = async () => {
    const asked = request(address, { agent }).end();
    const [answer] = (await once(asked, "response")) as [IncomingMessage];
    answer.resume();
    await once(answer, "end");
    return { again: asked.reusedSocket, status: answer.statusCode, connection: answer.headers.connection };
  };
  expect(await ask()).toEqual({ again: false, status: 200, connection: "keep-alive" });
  const stopped = stopServing(server, 10_000);
  await sleep(100);
  expect(await ask()).toEqual({ again: true, status: 200, connection: "close" });
  await stopped;
});

test("a request that does not finish in time is cut off", async () => {
  const { handler, response } = held();
  const { server, address } = await start(handler);
  const asked = fetch(address).catch((error: Error) => error);
  const closed = once(await response, "close");
  await stopServing(server, 50);
  expect(await asked).toBeInstanceOf(Error);
  await closed;
});
