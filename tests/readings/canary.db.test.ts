import { ofToday } from "#modules/document/paper-day.ts";
import { readFileSync } from "node:fs";
import type { Actor } from "#kernel/actor.ts";
import { actNamed } from "#acts/registry.ts";
import { toldReadings } from "#acts/readings.ts";
import { draftPapers, findNotice, noticeChanges, rehearseIssue } from "#modules/conclusion/server/index.ts";
import { ballotOf } from "#modules/ballot/server/index.ts";
import { conferencePapers } from "#modules/conference/papers/paper-order.ts";
import {
  draftRequestsOf,
  draftRequestsToMe,
  findConference,
  lastTime,
  listConferences,
  readAgendaItems,
  readChecklist,
  readInvitations,
  readPaper,
} from "#modules/conference/server/index.ts";
import { conferencesOf, toldOfConferences } from "#modules/recommendation/server/index.ts";
import { readHandOver } from "#modules/handover/server/index.ts";
import { planReadings } from "#modules/planning/server/index.ts";
import { readDesk, readOutPage } from "#modules/desk/server/index.ts";
import { notificationsOf, remind, wordHandlers } from "#modules/notification/server/index.ts";
import { notificationInWords } from "#modules/notification/words.ts";
import { workOutbox } from "#platform/server/outbox-worker.ts";
import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { asked as askedOnPage, askNamed } from "../support/asking.ts";
import { askedOfReadings } from "../support/asked-readings.ts";
import { buildCast, noon, today, type Cast } from "../support/cast.ts";
import { testDatabase } from "../support/database.ts";
import {
  circles,
  foundIn,
  peopleOf,
  plantWords,
  readers,
  type PlantedPlace,
  type Reader,
} from "../support/planted.ts";

// Words and names planted everywhere, and everything that can be asked read as everyone: a word found by whom it is not
// for is a leak, whatever reading, file or letter it came through.

const { db } = await testDatabase();
let cast: Cast;
let place: PlantedPlace;
let people: Map<Reader, Actor & { kind: "person" }>;
const letters: { to: string; text: string }[] = [];
const mailer = (letter: { to: string; subject: string; text: string }) => {
  letters.push({ to: letter.to, text: `${letter.subject} ${letter.text}` });
  return Promise.resolve();
};

beforeAll(async () => {
  cast = await buildCast(db);
  people = await peopleOf(cast);
  for (const [name, { personId }] of people)
    await db
      .updateTable("person")
      .set({ email: `${[...people.keys()].indexOf(name)}@thu.invalid` })
      .where("id", "=", personId)
      .execute();
  const made = async (name: string, input: Record<string, unknown>) =>
    (await cast.perform(actNamed(name)!, input, { actor: cast.system, now: noon })) as {
      id: string;
      code: string;
    };
  const work = () => workOutbox(db, wordHandlers(mailer, "http://localhost"), "quick", () => noon);
  place = await plantWords(db, made, "2026-02-02", "2026-03-20", work);
  await remind(db, today, { now: noon, mail: true });
  await work();
});

/** What each reading of the API is asked. */
const asked = () => askedOfReadings(place, "2026");

/** Readings that only pages ask. */
const pages: Record<string, (actor: Actor & { kind: "person" }) => Promise<unknown>> = {
  desk: (actor) => readDesk(db, actor, today),
  "page to read out": (actor) => readOutPage(db, actor, today),
  "drafts asked": (actor) => draftRequestsToMe(db, actor, today),
  "drafts of a conference": (actor) => draftRequestsOf(db, actor, place.coming, today),
  "last time": (actor) =>
    lastTime(
      db,
      actor,
      { id: place.coming, unitId: cast.unit("A"), heldOn: "2026-03-20", form: "periodic" },
      ofToday(today),
    ),
  "conferences as the page lists them": (actor) => listConferences(db, actor, {}, today),
  "conferences to choose from": (actor) => conferencesOf(db, actor, "A", today),
  "a conference as its pages show it": (actor) =>
    Promise.all(
      [place.conference, place.coming, place.calledOff].map(async (id) => {
        const conference = await findConference(db, actor, id, today);
        const told = await toldOfConferences(db, actor, [id], today);
        return [
          conference,
          await readAgendaItems(db, id, told),
          await readChecklist(db, actor, conference, today),
          await readInvitations(db, actor, conference, today),
          await ballotOf(db, id, { counts: true, told }),
        ];
      }),
    ),
  "papers of a conference": (actor) =>
    Promise.allSettled(
      [place.conference, place.coming].flatMap((id) =>
        conferencePapers.map(async (kind) => {
          const conference = await findConference(db, actor, id, today);
          return readPaper(db, actor, conference, { kind, side: null }, today);
        }),
      ),
    ),
  "changes of a notice": async (actor) => {
    const draft = await findNotice(db, actor, { conference: place.conference, edition: "draft" }, today);
    return [await noticeChanges(db, actor, draft, today), await rehearseIssue(db, actor, draft.id, today)];
  },
  "the record of a hand-over": (actor) => readHandOver(db, actor, place.handOver, today),
  "a plan as its page shows it": (actor) => askedOnPage(db, planReadings.shown, { id: place.plan }, actor),
  notifications: async (actor) =>
    (await notificationsOf(db, actor.personId, 200)).map(({ details }) => [
      details,
      notificationInWords(details),
    ]),
};

async function told(reading: Promise<unknown>): Promise<string> {
  return JSON.stringify(await reading.catch((error: unknown) => String(error)));
}

function leaks(reader: Reader | null, through: string, text: string): string[] {
  return foundIn(text, place.planted)
    .filter(({ circle }) => reader === null || !(circles[circle] as readonly Reader[]).includes(reader))
    .map(({ where, circle }) => `${reader}, ${through}: ${where} (${circle})`);
}

describe.each(Object.keys(readers) as Reader[])("%s", (reader) => {
  test("reads nothing that is not for them", async () => {
    const actor = people.get(reader)!;
    const found: string[] = [];
    for (const reading of toldReadings)
      for (const query of asked()[reading.name]!) {
        found.push(
          ...leaks(
            reader,
            `${reading.name} ${JSON.stringify(query)}`,
            await told(Promise.resolve().then(() => askNamed(db, reading.name, query, actor))),
          ),
        );
      }
    for (const [name, read] of Object.entries(pages))
      found.push(...leaks(reader, name, await told(Promise.resolve().then(() => read(actor)))));
    const own = letters.filter(({ to }) => to.startsWith(`${Object.keys(readers).indexOf(reader)}@`));
    found.push(...own.flatMap(({ text }) => leaks(reader, "a letter", text)));
    expect(found).toEqual([]);
  });
});

test("a paper that is printed names nobody who is not to be named, whoever prints it", async () => {
  const draft = await findNotice(
    db,
    people.get("văn phòng")!,
    { conference: place.conference, edition: "draft" },
    today,
  );
  const printed = JSON.stringify(await draftPapers(db, people.get("văn phòng")!, draft.id, ofToday(today)));
  const found = foundIn(printed, place.planted).map(({ circle }) => circle);
  expect(found).toContain("said in the room");
  expect(found.filter((circle) => circle.startsWith("withheld") || circle === "out of sight")).toEqual([]);
});

test("every word that was planted is read by somebody", async () => {
  const all: string[] = [];
  for (const reader of ["văn phòng", "người xem xét"] as const)
    for (const reading of toldReadings)
      for (const query of asked()[reading.name]!)
        all.push(
          await told(Promise.resolve().then(() => askNamed(db, reading.name, query, people.get(reader)!))),
        );
  const read = new Set(foundIn(all.join(" "), place.planted).map(({ where }) => where));
  const unread = place.planted
    .filter(({ where, circle }) => !read.has(where) && circle !== "contact")
    .map(({ where }) => where);
  expect(unread.filter((where) => !/draft_request|collected|turn.summary$/.test(where))).toEqual([]);
});

/** Every text of the database by what is done with it: masked, read by nobody, or clear. */
const decided = Map.groupBy(
  readFileSync(new URL("text-columns.txt", import.meta.url), "utf8")
    .split(/^\[/m)
    .slice(1)
    .flatMap((part) => {
      const [head, ...columns] = part.split("\n").map((line) => line.trim());
      return columns.filter(Boolean).map((column) => ({ how: head!.split("]")[0], column }));
    }),
  ({ how }) => how,
);
const columnsThat = (...how: string[]) =>
  how.flatMap((one) => (decided.get(one) ?? []).map(({ column }) => column)).toSorted();

describe("every text of the database", () => {
  let columns: { table: string; column: string }[];
  beforeAll(async () => {
    const { rows } = await sql<{ table: string; column: string }>`
      select c.table_name as table, c.column_name as column from information_schema.columns c
      join pg_tables t on t.schemaname = 'public' and t.tablename = c.table_name
      where c.table_schema = 'public' and c.data_type in ('text', 'jsonb', 'ARRAY', 'bytea') order by 1, 2`.execute(
      db,
    );
    columns = rows;
  });

  test("that a word came to is masked, and to each that is masked one came", async () => {
    const holding: string[] = [];
    for (const { table, column } of columns) {
      const { rows } = await sql<{ words: string | null }>`
        select string_agg(${sql.ref(column)}::text, ' ') as words from ${sql.table(table)}`.execute(db);
      if (foundIn(rows[0]!.words ?? "", place.planted).length > 0) holding.push(`${table}.${column}`);
    }
    expect(holding.toSorted()).toEqual(columnsThat("masked", "unread"));
  });

  test("is decided on: masked, or why it need not be", () => {
    const all = columns.map(({ table, column }) => `${table}.${column}`).toSorted();
    expect(columnsThat("masked", "unread", "clear")).toEqual(all);
  });
});
