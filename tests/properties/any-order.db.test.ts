import { ofToday } from "#modules/document/paper-day.ts";
import type { Actor } from "#kernel/actor.ts";
import { readDesk, readOutPage } from "#modules/desk/server/index.ts";
import { openWorkOf } from "#modules/handover/server/index.ts";
import { wordHandlers } from "#modules/notification/server/index.ts";
import { statePeriods } from "#modules/recommendation/state-periods.ts";
import type { MatterEvent } from "#modules/recommendation/matter.ts";
import {
  draftMatterPaper,
  findMatter,
  listMatters,
  matterById,
  matterFilter,
  papersOfMatter,
  recordEvent,
  takeIn,
} from "#modules/recommendation/server/index.ts";
import { workOutbox } from "#platform/server/outbox-worker.ts";
import { sql } from "kysely";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { buildCast, today, type Cast } from "../support/cast.ts";
import { testDatabase } from "../support/database.ts";
import { arbitraryFacts, receivedOn, type Places } from "./facts-of-a-matter.ts";

const { db } = await testDatabase();
let cast: Cast;
let places: Places;
let readers: Record<string, Actor>;
/** Every word is left at an instant of its own, years before it is told. */
let clock = Temporal.Instant.from("2026-03-01T01:00:00Z");
const tick = () => (clock = clock.add({ seconds: 1 }));

beforeAll(async () => {
  cast = await buildCast(db);
  const { unit } = cast;
  places = { agencies: [unit("A-KT"), unit("A-VH"), unit("B-KT")], keepers: [unit("A"), unit("B")] };
  readers = {
    office: await cast.holder("office_secretary", "A"),
    chair: await cast.holder("chairperson", "A"),
    head: await cast.holder("agency_head", "A-KT"),
    village: await cast.holder("village_head", "A-1"),
    front: await cast.holder("front_chair", "A"),
  };
  // Told of what happens to the matter, and read no page here.
  for (const unit of ["A-VH", "B-KT"]) await cast.holder("agency_head", unit);
  await cast.holder("office_secretary", "B");
});

const by = () => ({ now: tick(), today, personId: null, postId: null });

async function received(): Promise<{ id: string; code: string }> {
  const unit = { id: cast.unit("A"), code: "A", rootId: cast.unit("T") };
  const said = {
    channel: "portal",
    kind: "recommendation",
    naming: "named",
    fieldCode: "giao_thong",
  } as const;
  const words = { text: "Đề nghị sửa cầu", raisedBy: "Nguyễn Văn Thử", villageId: cast.unit("A-1") };
  return db.transaction().execute((trx) => takeIn(trx, unit, { ...said, ...words, receivedOn }, by()));
}

/**
 * Enters the facts as far as each may stand among those already there; null where that leads nowhere. Those of one day keep
 * the order in which they happened: nothing else tells it.
 */
async function entered(order: readonly MatterEvent[]) {
  const matter = await received();
  const left = [...order];
  const there: MatterEvent[] = [];
  while (left.length > 0) {
    const isFirstOfItsDay = (fact: MatterEvent) => left.find(({ on }) => on === fact.on) === fact;
    const next = left.findIndex((fact) => isFirstOfItsDay(fact) && isLegal([...there, fact]));
    if (next === -1) return null;
    const [fact] = left.splice(next, 1);
    there.push(fact!);
    await db
      .transaction()
      .execute(async (trx) => recordEvent(trx, await matterById(trx, matter.id), fact!, by()));
  }
  return { ...matter, order: there };
}

function isLegal(facts: readonly MatterEvent[]): boolean {
  try {
    return statePeriods(receivedOn, facts).length > 0;
  } catch {
    return false;
  }
}

/** All that is read of one matter, by everyone, in one form. */
async function readingsOf({ id, code }: { id: string; code: string }) {
  const own = { code, id };
  const read: Record<string, unknown> = { kept: await present(id), told: await toldOf(id) };
  for (const [name, actor] of Object.entries(readers)) {
    read[`${name} lists`] = await listsOf(actor, code);
    read[`${name} desk`] = linesOf(await readDesk(db, actor, today), code);
    read[`${name} page`] = await orRefusal(async () => {
      const matter = await findMatter(db, actor, code, today);
      return matter.hidden === null ? { ...matter, events: matter.events.map(unnumbered) } : matter;
    });
    if (name === "office") read.papers = await orRefusal(async () => papersFor(actor, code));
  }
  read.readOut = linesOf(await readOutPage(db, readers.village!, today), code);
  for (const unit of ["A", "B", "A-KT", "A-VH", "B-KT"])
    read[`with ${unit}`] = linesOf(await openWorkOf(db, cast.system, cast.unit(unit), today), code);
  return JSON.parse(
    JSON.stringify(read, (_, value: unknown) =>
      typeof value === "string" ? value.replaceAll(own.code, "the code").replaceAll(own.id, "the id") : value,
    ),
  ) as unknown;
}

const unnumbered = ({ sequence: _, ...line }: { sequence: number }) => line;

/** Each question that asks after the facts; the office is asked all of them, everybody else the first few. */
const questions = [
  {},
  { own: "yes" },
  { draft: "drafted" },
  { draft: "approved" },
  { own: "given" },
  { own: "ours" },
  { view: "open" },
  { view: "overdue" },
  { status: "in_hand" },
  { status: "answered" },
];

async function listsOf(actor: Actor, code: string) {
  const asked = actor === readers.office ? questions : questions.slice(0, 3);
  const lists = asked.map(async (question) => {
    const { matters } = await listMatters(
      db,
      actor,
      matterFilter.parse(question),
      { size: 400, sort: "received" },
      today,
    );
    return [JSON.stringify(question), matters.find((line) => line.code === code) ?? null] as const;
  });
  return Object.fromEntries(await Promise.all(lists));
}

async function papersFor(actor: Actor, code: string) {
  const { kinds } = await papersOfMatter(db, actor, code, today);
  const asked = kinds.map((kind) =>
    draftMatterPaper(db, actor, { code, kind, side: "government" }, ofToday(today)),
  );
  return { kinds, papers: await Promise.all(asked) };
}

async function orRefusal(read: () => Promise<unknown>): Promise<unknown> {
  return read().catch((error: unknown) => String(error));
}

/** The lines of a page that speak of one matter, whatever list they are in. */
function linesOf(page: object, code: string): unknown {
  if (Array.isArray(page)) return page.filter((line) => JSON.stringify(line).includes(code));
  const lists = Object.entries(page).filter(([, part]) => typeof part === "object" && part !== null);
  return Object.fromEntries(
    lists.filter(([name]) => name !== "late").map(([name, part]) => [name, linesOf(part as object, code)]),
  );
}

async function present(id: string) {
  const row = await db
    .selectFrom("present_matter")
    .selectAll()
    .where("recommendation_id", "=", id)
    .executeTakeFirst();
  return row;
}

/** Who was told of which step, once everything is known. */
async function toldOf(id: string) {
  const { rows } = await sql`
    select n.details->>'move' as move, n.kind, n.person_id, n.details - 'code' as details
    from notification n where n.recommendation_id = ${id} order by 1, 2, 3, (n.details - 'code')::text`.execute(
    db,
  );
  return rows;
}

/** Leaves room on the desks, which show the first few of each list. */
async function forget(ids: readonly string[]): Promise<void> {
  const gone = { superseded_at: tick().toString() };
  await db.updateTable("state_period").set(gone).where("recommendation_id", "in", ids).execute();
}

/** Facts of different days in any order, those of one day as they stand. */
function inSomeOrder(facts: readonly MatterEvent[], chance: () => number): MatterEvent[] {
  const mixed = facts.map((fact) => ({ fact, rank: chance() })).toSorted((a, b) => a.rank - b.rank);
  const ofDay = Map.groupBy(facts, ({ on }) => on);
  const taken = new Map<string, number>();
  return mixed.map(({ fact: { on } }) => {
    const at = taken.get(on) ?? 0;
    taken.set(on, at + 1);
    return ofDay.get(on)![at]!;
  });
}

test("the same facts, in whatever order they are written down, read the same to everyone", async () => {
  let compared = 0;
  const property = fc.asyncProperty(arbitraryFacts, fc.infiniteStream(fc.nat()), async (walk, luck) => {
    const facts = walk(places);
    const shuffled = inSomeOrder(facts, () => luck.next().value as number);
    const [straight, mixed] = [await entered(facts), await entered(shuffled)];
    if (!straight || !mixed) return;
    await workOutbox(db, wordHandlers(null, "https://doithoai.vidu.vn"), "quick", () => tick());
    expect([mixed.order, await readingsOf(mixed)]).toEqual([mixed.order, await readingsOf(straight)]);
    await forget([straight.id, mixed.id]);
    if (mixed.order.some((fact, index) => fact !== facts[index])) compared += 1;
  });
  await fc.assert(property, { numRuns: 6, seed: 20261130 });
  expect(compared).toBeGreaterThan(2);
}, 300_000);
