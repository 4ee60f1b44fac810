import { performOn } from "#acts/perform.ts";
import { actNamed } from "#acts/registry.ts";
import { dayInVietnam, systemClock } from "#kernel/clock.ts";
import { createAccount } from "#modules/identity/server/index.ts";
import { remind, wordHandlers } from "#modules/notification/server/index.ts";
import { openFiles } from "#platform/server/files/current-files.ts";
import { openDatabase } from "#platform/server/database/open.ts";
import { workOutbox } from "#platform/server/outbox-worker.ts";
import type { Kysely } from "kysely";
import type { DB } from "#db";
import { buildCast, type Cast } from "./cast.ts";
import { officePassword } from "./office.ts";
import { peopleOf, plantWords, type PlantedPlace, type Reader } from "./planted.ts";
import { plantedBytes } from "./planted-files.ts";
import { plantPapers, type PlantedPapers } from "./planted-papers.ts";
import { runServer } from "./server-process.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { visitorHeader } from "./visitor-address.ts";

/** Somebody who has not signed in. */
export const nobody = "người chưa đăng nhập";
export type Visitor = Reader | typeof nobody;

export type Answer = { readonly status: number; readonly headers: Headers; readonly body: Uint8Array };

export type PlantedServer = {
  readonly db: Kysely<DB>;
  readonly cast: Cast;
  readonly place: PlantedPlace;
  readonly papers: PlantedPapers;
  readonly today: string;
  readonly personIds: ReadonlyMap<Reader, string>;
  readonly address: string;
  /** Of the database, as DATABASE_URL would have it. */
  readonly databaseUrl: string;
  /** What a browser sends in which they have signed in. */
  cookieOf(visitor: Visitor): string;
  act(name: string, input: Record<string, unknown>): Promise<Record<string, string>>;
  /** Asks as somebody; follows no redirect. */
  ask(visitor: Visitor, path: string, init?: RequestInit): Promise<Answer>;
  stop(): Promise<void>;
};

/** The built product over the planted register, with everyone who reads there signed in. */
export async function servePlanted(): Promise<PlantedServer> {
  const folder = await temporaryFolder();
  const settings = { DATA_DIR: folder.path, ADDRESS_HEADER: visitorHeader, PATH: process.env.PATH };
  const server = await runServer(settings);
  const { db, pool, close } = await openDatabase(
    { databaseUrl: undefined, dataFolder: folder.path },
    "command",
  );
  const stop = async () => {
    await close();
    server.child.kill("SIGTERM");
    await server.ended;
    await folder.remove();
  };
  try {
    if (!server.address) throw new Error((await server.ended).printed);
    const files = openFiles({ filesUrl: undefined, dataFolder: folder.path });
    for (const bytes of plantedBytes) await files.keep(bytes);
    const scene = await planted(db);
    const cookies = new Map<Visitor, string>([[nobody, ""]]);
    for (const [name, personId] of scene.personIds)
      cookies.set(name, await cookieOf(db, server.address, personId));
    const ask = async (visitor: Visitor, path: string, init: RequestInit = {}) => {
      const headers = new Headers(init.headers);
      headers.set("cookie", cookies.get(visitor)!);
      headers.set("origin", server.address!);
      const response = await fetch(server.address + path, { redirect: "manual", ...init, headers });
      const body = new Uint8Array(await response.arrayBuffer());
      return { status: response.status, headers: response.headers, body };
    };
    const { address } = server;
    const { host, port, user, database } = pool.options;
    const databaseUrl = `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host ?? "")}`;
    return { db, ...scene, address, databaseUrl, cookieOf: (visitor) => cookies.get(visitor)!, ask, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function planted(db: Kysely<DB>) {
  const cast = await buildCast(db);
  const people = await peopleOf(cast);
  const perform = performOn(db);
  const today = dayInVietnam(systemClock());
  const act = async (name: string, input: Record<string, unknown>) =>
    (await perform(actNamed(name)!, input, { actor: cast.system, now: systemClock() })) as Record<
      string,
      string
    >;
  const work = () =>
    workOutbox(
      db,
      wordHandlers(() => Promise.resolve(), "http://localhost"),
      "quick",
      systemClock,
    );
  const on = (days: number) => Temporal.PlainDate.from(today).add({ days }).toString();
  const place = await plantWords(db, act as never, on(-28), on(18), work);
  const papers = await plantPapers(act as never, on(-21), on(18));
  await remind(db, today, { now: systemClock(), mail: false });
  await work();
  const personIds = new Map([...people].map(([name, { personId }]) => [name, personId] as const));
  return { cast, place, papers, today, personIds, act };
}

async function cookieOf(db: Kysely<DB>, address: string, personId: string): Promise<string> {
  const username = `nguoi.${personId.slice(-12)}`;
  await createAccount(db, { personId, username, password: officePassword }, systemClock());
  const response = await fetch(`${address}/sign-in?/password`, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({ username, password: officePassword, next: "/desk" }),
    headers: { origin: address, [visitorHeader]: "192.0.2.7" },
  });
  return response.headers
    .getSetCookie()
    .filter((line) => /; *path=\/(?:;|$)/i.test(line))
    .map((line) => line.split(";")[0])
    .join("; ");
}
