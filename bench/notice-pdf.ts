import { setTimeout as wait } from "node:timers/promises";
import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import { load, type Ask } from "./load.ts";
import { listAsked, signedIn, type Bench, type Measured } from "./asking.ts";
import { besideServer } from "./beside-server.ts";
import { askers } from "./nation.ts";
import { notice } from "./notice.ts";
import { memoryOf, servingTimeOf, workshopOf, workshopTimeOf } from "./processes.ts";

const LINES = 100;
const CONNECTIONS = 16;

/**
 * Issued notices of 100 lines as PDF, one after another, none of whose texts was set before: alone, then while the list is
 * asked for over 16 connections; the same files again, as they were kept; the list alone and a server that does nothing,
 * for comparison.
 */
export async function noticePdf(bench: Bench): Promise<Measured> {
  const { origin, database, seconds, server } = bench;
  const cookie = await signedIn(origin, askers.office.username);
  const file = (id: string): Ask => ({ path: `/documents/${id}/document.pdf`, headers: { cookie } });
  const list = await listAsked(bench);
  const asking = () => load(origin, CONNECTIONS, seconds, list);
  const ids = await issued(database.db, askers.office.unit, 40 * seconds);
  let made = 0;
  const making = () => load(origin, 1, seconds, () => file(ids[made++]!));
  await load(origin, 1, 1, () => file(ids[made++]!));

  const bare = await besideServer("bare-server.ts", (address) => load(address, CONNECTIONS, seconds, list));
  await asking();
  const before = await spending(server, asking);
  const idle = await spending(server, () => wait(seconds * 1000));
  const alone = await spending(server, making);
  const during = await spending(server, () => Promise.all([asking(), making()]));
  const [listMeanwhile, madeMeanwhile] = during.given;
  const again = await spending(server, () => load(origin, 1, seconds, (n) => file(ids[n % made]!)));
  const workshop = workshopOf(server);
  return {
    what: "notice-pdf",
    figures: alone.given,
    more: {
      processorTime: alone.workshop / (alone.given.perSecond * seconds),
      serverTime: alone.server / (alone.given.perSecond * seconds),
      serverTimeIdle: idle.server / (alone.given.perSecond * seconds),
      meanwhileP50: madeMeanwhile.p50,
      meanwhilePerSecond: madeMeanwhile.perSecond,
      listP99: before.given.p99,
      listP99Meanwhile: listMeanwhile.p99,
      ratio: listMeanwhile.p99 / before.given.p99,
      listPerSecond: before.given.perSecond,
      listPerSecondMeanwhile: listMeanwhile.perSecond,
      refusedMeanwhile: listMeanwhile.refused + madeMeanwhile.refused,
      barePerSecond: bare.perSecond,
      bareP99: bare.p99,
      keptP50: again.given.p50,
      keptProcessorTime: again.server / (again.given.perSecond * seconds),
      workshopMB: workshop ? memoryOf(workshop) : null,
    },
  };
}

/** Milliseconds of processor time that the server and its workshop took meanwhile. */
async function spending<Given>(server: number, work: () => Promise<Given>) {
  const before = { server: servingTimeOf(server), workshop: workshopTimeOf(server) };
  const given = await work();
  return {
    given,
    server: servingTimeOf(server) - before.server,
    workshop: workshopTimeOf(server) - before.workshop,
  };
}

/** New documents of a unit; answers their ids. */
async function issued(db: Kysely<DB>, unit: string, count: number): Promise<string[]> {
  const series = `bench ${Date.now()}`;
  const ids: string[] = [];
  for (let n = 1; n <= count; n++) {
    const paper = JSON.stringify(notice(Date.now() + n, LINES));
    const { rows } = await sql<{ id: string }>`
      insert into issued_document (id, unit_id, side, kind, type, series_period, number, symbol, issued_on,
        subject_kind, subject_id, paper, back_entered, recorded_at)
      select gen_random_uuid(), id, 'government', 'notice_of_conclusion', 'TB', ${series}, ${n}, ${`${n}/TB-UBND`},
        '2026-02-05', 'bench', id, ${paper}::jsonb, false, now() from unit where code = ${unit}
      returning id`.execute(db);
    ids.push(rows[0]!.id);
  }
  return ids;
}
