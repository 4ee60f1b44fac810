import type { Actor, Capacity } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import { lastTime } from "#modules/conference/server/index.ts";
import { deskQuestions } from "#modules/desk/questions.ts";
import { readDesk, readOutPage } from "#modules/desk/server/index.ts";
import { ofToday } from "#modules/document/paper-day.ts";
import { openWorkOf } from "#modules/handover/server/index.ts";
import { wordHandlers } from "#modules/notification/server/index.ts";
import {
  countMatters,
  draftMatterPaper,
  findMatter,
  listMatters,
  matterFilter,
  papersOfMatter,
} from "#modules/recommendation/server/index.ts";
import { reportCases, reportSummary } from "#modules/report/server/index.ts";
import { workOutbox } from "#platform/server/outbox-worker.ts";
import { sql, type Kysely } from "kysely";
import type { DB } from "#db";
import { figuresOf } from "./figures.ts";
import { people, type Written } from "./life-of-a-place.ts";

const today = "2026-03-02";

/** Whoever holds a post of this name today. */
async function holder(db: Kysely<DB>, personId: string, name: string): Promise<Actor> {
  const { rows } = await sql<{
    id: string;
    unitId: string;
    capacity: Capacity;
  }>`select id, unit_id as "unitId", capacity
    from post where person_id = ${personId} and ${today}::date between from_on and until_on order by capacity`.execute(
    db,
  );
  return { kind: "person", personId, name, posts: rows.map((row) => ({ ...row, acting: false })) };
}

const questions: readonly Readonly<Record<string, string>>[] = [
  {},
  { own: "yes" },
  { view: "open" },
  { view: "overdue" },
  { promise: "moved" },
  { class: "duplicate" },
  { class: "done" },
  { text: "hbia nie" },
  { text: "viec m1" },
  ...Object.values(deskQuestions),
];

const orRefused = async <T>(read: () => Promise<T>): Promise<T | string> => {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.definition.code;
  }
};

async function actorsOf({ db, id }: Written): Promise<[string, Actor][]> {
  return Promise.all(people.map(async (name) => [name, await holder(db, id(name), name)] as [string, Actor]));
}

/** All that anybody reads of a place, in one form that knows nothing of codes and ids. */
export async function readPlace(there: Written): Promise<Record<string, unknown>> {
  const { db, unit, code, id, made } = there;
  const read: Record<string, unknown> = {};
  await workOutbox(db, wordHandlers(null, "https://doithoai.vidu.vn"), "quick", () =>
    Temporal.Instant.from("2026-03-02T06:00:00Z"),
  );
  const matters = [...made.keys()].filter((name) => /^m\d+( above)?$/.test(name));
  for (const [name, actor] of await actorsOf(there)) {
    // The office asks all, everybody else what tells most.
    for (const question of name === "Văn phòng" ? questions : questions.slice(0, 5)) {
      const filter = matterFilter.parse(question);
      const { matters: lines } = await listMatters(db, actor, filter, { size: 400, sort: "received" }, today);
      const count = await countMatters(db, actor, filter, today, 10_000);
      read[`${name} list ${JSON.stringify(question)}`] = { count, lines };
    }
    read[`${name} desk`] = await readDesk(db, actor, today);
    for (const one of matters)
      read[`${name} page ${one}`] = await orRefused(() => findMatter(db, actor, code(one), today));
    const coming = { id: id("A 3"), unitId: id("A"), heldOn: "2026-04-01", form: "periodic" } as const;
    read[`${name} last time`] = await lastTime(db, actor, coming, ofToday(today));
    read[`${name} told`] = (
      await sql`select kind, details, recommendation_id, conference_id from notification where person_id = ${id(name)}`.execute(
        db,
      )
    ).rows;
    if (/Văn phòng|Tỉnh/.test(name))
      for (const one of matters)
        read[`${name} papers ${one}`] = await orRefused(async () => {
          const { kinds } = await papersOfMatter(db, actor, code(one), today);
          return Promise.all(
            kinds.map((kind) =>
              orRefused(() =>
                draftMatterPaper(db, actor, { code: code(one), kind, side: "government" }, ofToday(today)),
              ),
            ),
          );
        });
  }
  const byName = new Map(await actorsOf(there));
  read["read out"] = await readOutPage(db, byName.get("Trưởng thôn")!, today);
  for (const one of ["A", "B", "A-1", "A-2", "B-2", "P"])
    read[`work of ${one}`] = await openWorkOf(db, { kind: "system", name: "tests" }, id(one), today);
  for (const [from, to] of periods)
    for (const one of ["P", "A", "B", "C"])
      for (const basis of ["as-was", "as-is"] as const) {
        const question = { unit: unit(one), from, to, basis, today };
        const report = await orRefused(() => reportSummary(db, question));
        read[`report ${one} ${from} ${to} ${basis}`] = report;
        if (typeof report !== "string" && one === "P" && from === "2025-01-01")
          for (const [figure, value] of figuresOf(report))
            if (value > 0)
              read[`cases ${one} ${from} ${to} ${basis} ${figure}`] = (
                await reportCases(db, question, figure, { after: null, limit: 200 })
              ).cases;
      }
  return told(there, read);
}

const periods = [
  ["2025-01-01", "2025-12-31"],
  ["2025-01-01", "2025-06-30"],
  ["2025-07-01", "2025-12-31"],
  ["2025-04-01", "2026-06-30"],
  ["2026-01-01", "2026-12-31"],
] as const;

/** Without what depends on the order by its nature: codes, ids, numbers of entry; lists sorted. */
function told({ made, unit }: Written, read: Record<string, unknown>): Record<string, unknown> {
  const names = new Map<string, string>();
  for (const [name, { id, code }] of made) {
    if (id) names.set(id, `<${name}>`);
    if (code) names.set(code, `<${name}>`);
  }
  const prefix = unit("");
  const text = (value: string) => {
    let said = value;
    for (const [from, to] of names) said = said.replaceAll(from, to);
    return said.replaceAll(prefix, "").replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "<id>");
  };
  const plain = (value: unknown): unknown => {
    if (typeof value === "string") return text(value);
    if (Array.isArray(value))
      return value.map(plain).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    if (value !== null && typeof value === "object")
      return Object.fromEntries(
        Object.entries(value)
          .filter(
            ([key]) =>
              !["sequence", "version", "recordedAt", "after", "next", "events_version"].includes(key),
          )
          .map(([key, one]) => [text(key), plain(one)]),
      );
    return value;
  };
  return plain(JSON.parse(JSON.stringify(read))) as Record<string, unknown>;
}
