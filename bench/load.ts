import { Agent, request } from "node:http";

export type Ask = { method?: "GET" | "POST"; path: string; headers?: Record<string, string>; body?: string };
export type LoadFigures = { perSecond: number; p50: number; p95: number; p99: number; refused: number };

/** Asks for some seconds over a number of connections, each as soon as it has its answer. Milliseconds. */
export async function load(
  origin: string,
  connections: number,
  seconds: number,
  ask: (n: number) => Ask,
): Promise<LoadFigures> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const taken: number[] = [];
  let [asked, refused] = [0, 0];
  const end = performance.now() + seconds * 1000;
  const one = async () => {
    while (performance.now() < end) {
      const began = performance.now();
      const status = await send(agent, origin, ask(asked++));
      taken.push(performance.now() - began);
      if (status >= 400) refused++;
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: connections }, one));
  const lasted = (performance.now() - began) / 1000;
  agent.destroy();
  return { perSecond: taken.length / lasted, ...percentiles(taken), refused };
}

function send(
  agent: Agent,
  origin: string,
  { method = "GET", path, headers = {}, body }: Ask,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = request(origin + path, { agent, method, headers }, (answer) => {
      answer.on("end", () => resolve(answer.statusCode ?? 0)).resume();
    });
    outgoing.on("error", reject).end(body);
  });
}

/** How many bytes come as the body of an answer, as they come over the wire. */
export function bytesOf(origin: string, { path, headers = {} }: Ask, encoding: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      origin + path,
      { headers: { ...headers, "accept-encoding": encoding } },
      (answer) => {
        let bytes = 0;
        answer.on("data", (part: Buffer) => (bytes += part.length)).on("end", () => resolve(bytes));
      },
    );
    outgoing.on("error", reject).end();
  });
}

export function percentiles(taken: readonly number[]): { p50: number; p95: number; p99: number } {
  const rising = taken.toSorted((a, b) => a - b);
  const at = (share: number) => rising[Math.min(rising.length - 1, Math.floor(rising.length * share))] ?? NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
