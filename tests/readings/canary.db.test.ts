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
import { readDesk, readOutPage } from "#modules/desk/server/index.ts";
import { notificationsOf, remind, wordHandlers } from "#modules/notification/server/index.ts";
import { notificationInWords } from "#modules/notification/words.ts";
import { workOutbox } from "#platform/server/outbox-worker.ts";
import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { askNamed } from "../support/asking.ts";
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
  place = await plantWords(made, "2026-02-02", "2026-03-20", work);
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
    lastTime(db, actor, { id: place.coming, unitId: cast.unit("A"), heldOn: "2026-03-20" }, today),
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
  const printed = JSON.stringify(await draftPapers(db, people.get("văn phòng")!, draft.id, today));
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

/** Where words of matters and names of those who raised them come to stand. */
const holdingWords = [
  "agenda_item.speaker",
  "agenda_item.title",
  // What was sent of a conference as a whole, as it was sent; of a matter lengths and codes alone. No reading gives it out.
  "audit_entry.input",
  "ballot_version.reason",
  "conference.ad_hoc_reason",
  "conference.called_off_reason",
  "conference.place",
  "conference.topic",
  "conference_chair.substitution_reason",
  "conference_step.note",
  "draft_request.text",
  "event_coordinator.duty",
  "issued_document.paper",
  "notice_line.task",
  "notice_line_coordinator.duty",
  "notification.details",
  "recommendation.search",
  "recommendation.text",
  "recommendation.withheld_names",
  "recommendation_annulment.reason",
  "recommendation_correction.reason",
  "recommendation_correction.requesters",
  "recommendation_correction.text",
  "recommendation_event.reason",
  "recommendation_event.text",
  "recommendation_event.to_text",
  "requester.contact",
  "requester.name",
  "turn.speaker",
  "turn.summary",
  "turn_version.speaker",
  "turn_version.summary",
];

/** Where none does, and why. */
const without: Record<string, readonly string[]> = {
  "accounts and their secrets": [
    ..."account_credential account_lock account_rate_limit account_second_factor account_session account_user".split(
      " ",
    ),
    ..."account_verification used_second_factor_code api_token invitation sign_in_failure person person_version post post_offer saved_filter".split(
      " ",
    ),
  ],
  "the structure, open to all": [
    ..."unit unit_alias unit_finding unit_name unit_succession unit_succession_side field field_earlier_name".split(
      " ",
    ),
    ..."calendar_day deadline_rule own_term office_setting shared_setting schema_migration reminder".split(
      " ",
    ),
  ],
  "of conferences and plans, said by those who hold them": [
    ..."conference_version conference_invitation delegate".split(" "),
    ..."plan plan_requirement planned_conference period_return period_return_value hand_over hand_over_line".split(
      " ",
    ),
    "notice_of_conclusion",
  ],
  "codes and states": ["present_matter", "state_period", "performed_act", "outbox", "job_run"],
  "what a person approved for posting": ["public_version"],
  "made of a frozen paper, and given to those alone who read that paper whole": ["printed_document"],
};
const codes: Record<string, readonly string[]> = {
  audit_entry: ["act", "actor_label", "request_id"],
  conference: ["ref", "form", "legal_bases", "starts_at"],
  conference_chair: ["name", "capacity"],
  conference_step: ["step"],
  issued_document: ["side", "kind", "type", "series_period", "letter", "symbol", "abstract", "subject_kind"],
  notification: ["kind", "source"],
  recommendation: ["code", "ref", "channel", "kind", "field_code", "naming"],
  recommendation_correction: ["field_code", "kind", "naming"],
  recommendation_event: ["act", "ruling", "outcome", "confirmed_by", "raised_in", "symbol"],
  turn: ["ref", "naming"],
  turn_version: ["naming"],
};

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

  test("that a word came to is among those that are known to hold words", async () => {
    const holding: string[] = [];
    for (const { table, column } of columns) {
      const { rows } = await sql<{ words: string | null }>`
        select string_agg(${sql.ref(column)}::text, ' ') as words from ${sql.table(table)}`.execute(db);
      if (foundIn(rows[0]!.words ?? "", place.planted).length > 0) holding.push(`${table}.${column}`);
    }
    expect(holding).toEqual(holdingWords);
  });

  test("is known to hold words, or why it holds none", () => {
    const wordless = new Set(Object.values(without).flat());
    const known = ({ table, column }: { table: string; column: string }) =>
      wordless.has(table) || codes[table]?.includes(column) || holdingWords.includes(`${table}.${column}`);
    expect(columns.filter((one) => !known(one))).toEqual([]);
  });
});
