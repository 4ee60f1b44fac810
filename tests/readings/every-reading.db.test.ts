import { readFileSync } from "node:fs";
import { admitOn } from "#acts/ask.ts";
import { readings } from "#acts/readings.ts";
import { actNamed } from "#acts/registry.ts";
import { capacities, type Actor, type Relation } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import { structureEdition } from "#platform/server/database/remembered.ts";
import type { MayRead, Reading } from "#platform/server/reading/reading.ts";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../support/cast.ts";
import { plantFile } from "../support/planted-files.ts";
import { testDatabase } from "../support/database.ts";

// Every reading of a place × capacity × relation: who is given it, who is told that it is not theirs, and for whom it is as
// what never was. What a reading says of its right is one thing, what it answers another: this asks.

const { db } = await testDatabase();
let cast: Cast;

const year = { unit: "A", from: "2026-01-01", to: "2026-12-31" };
const nowhere = { ...year, unit: "KHONG-CO" };

const draft = { id: "" };
const issued = { document: "" };
const file = { attachment: "" };
const held = { conference: "" };
const given = { recommendation: "" };
const found = { code: "" };
const handed = { unit: "A-VH", record: "" };
const coming = { conference: "", invitation: "" };
const matter = { recommendation: "" };
const due = { recommendation: "", purpose: "written_reply" };
const rule = { rule: "" };
const reply = {
  ...{ name: "Trả lời bằng văn bản", purpose: "written_reply", amount: 15, unit: "calendar_day" },
  ...{
    start: "conference",
    citation: "Quy chế thử",
    rank: "provincial",
    territory: "A",
    valid_from: "2026-01-01",
  },
};
const offer = { token: "" };
const person = { id: "" };
const post = { post: "" };
const none = { id: "0199aaaa-0000-7000-8000-00000000dead" };

/** What is asked of something that is made first, and by what the same is not there. */
const asks = (made: object, not: object, more: object = {}) => ({
  get there() {
    return { ...made, ...more };
  },
  get not() {
    return { ...made, ...more, ...not };
  },
});
const ofConference = (more: object = {}) => asks(held, { conference: none.id }, more);
/** The same of a matter that an agency works on. */
const ofMatter = (more: object = {}) => asks(given, { recommendation: "A-2026-9999" }, more);

/** What each is asked of the commune A, and of what is not there. */
const asked: Readonly<Record<string, { readonly there: object; readonly not: object }>> = {
  "attachments.of_matter": ofMatter(),
  "attachments.of_conference": ofConference(),
  "attachments.of_document": { there: issued, not: { document: none.id } },
  "attachments.file": { there: file, not: { attachment: none.id } },
  "reports.summary": { there: year, not: nowhere },
  "reports.shown": { there: year, not: nowhere },
  "reports.draft": { there: year, not: nowhere },
  "reports.to_issue": { there: year, not: nowhere },
  "reports.cases": { there: { ...year, figure: "received" }, not: { ...nowhere, figure: "received" } },
  "reports.shown_cases": { there: year, not: nowhere },
  "plans.against": { there: { unit: "A", year: 2026 }, not: { unit: "KHONG-CO", year: 2026 } },
  "registers.export": { there: { unit: "A" }, not: { unit: "KHONG-CO" } },
  "documents.office": { there: { unit: "A" }, not: { unit: "KHONG-CO" } },
  "conferences.find": ofConference(),
  "conferences.shown": ofConference(),
  "conferences.deadline": ofConference({ purpose: "publish_results" }),
  "conferences.to_correct": ofConference(),
  "conferences.to_call_off": ofConference(),
  "conferences.to_open": ofConference(),
  "conferences.agenda": ofConference(),
  "conferences.last_time": ofConference(),
  "conferences.invitations": ofConference(),
  "conferences.invitation": asks(coming, { invitation: none.id }),
  "conferences.quotas": ofConference(),
  "conferences.badges": ofConference(),
  "conferences.door": ofConference(),
  "conferences.collected": ofConference(),
  "conferences.to_import_collected": ofConference(),
  "conferences.faults_of_collected": ofConference({ rows: [] }),
  "conferences.to_ask_draft": ofConference({ recommendation: "A-2026-0001" }),
  "conferences.room": ofConference(),
  "conferences.room_turns": ofConference(),
  "conferences.room_choices": ofConference(),
  "conferences.room_similar": ofConference({ text: "Sửa đường" }),
  "conferences.turn": ofConference({ turn: none.id }),
  "conferences.papers": ofConference(),
  "conferences.paper": asks(held, { kind: "khong-co" }, { kind: "synthesis" }),
  "conferences.paper_sheets": ofConference({ kind: "speaking_form" }),
  "ballots.find": ofConference(),
  "conclusions.shown": ofConference(),
  "conclusions.results": ofConference(),
  "conclusions.find": asks(held, { edition: 9 }, { edition: 1 }),
  "conclusions.edition": asks(held, { edition: 9 }, { edition: 1 }),
  "conclusions.paper": asks(held, { side: "khong-co" }, { edition: 1, side: "government" }),
  "conclusions.publication": ofConference(),
  "conclusions.public_versions": ofConference(),
  "conclusions.to_approve": ofConference(),
  "conclusions.line": ofConference({ line: "1" }),
  "conclusions.to_issue": ofConference(),
  "conclusions.draft_paper": ofConference({ side: "party" }),
  "recommendations.find": { there: found, not: { code: "A-2026-9999" } },
  "recommendations.shown": ofMatter(),
  "recommendations.to_move": ofMatter({ move: "extend" }),
  "recommendations.to_annul": ofMatter(),
  "recommendations.to_correct": ofMatter(),
  "recommendations.to_write_answer": ofMatter(),
  "recommendations.papers": ofMatter(),
  "recommendations.paper": ofMatter({ kind: "assignment_letter", side: "government" }),
  "fields.to_add": { there: {}, not: {} },
  "fields.to_change": { there: { field: "giao_thong" }, not: { field: "khong-co" } },
  "handovers.to_record": { there: { unit: "A-VH" }, not: { unit: "KHONG-CO" } },
  "handovers.find": asks(handed, { record: none.id }),
  "handovers.paper": asks(handed, { record: none.id }, { side: "party" }),
  "deadlines.rule": { there: rule, not: { rule: "KHONG-CO" } },
  "deadlines.of_matter": { there: matter, not: { recommendation: "A-2026-9999" } },
  "deadlines.explained": { there: due, not: { ...due, recommendation: "A-2026-9999" } },
  "accounts.list": { there: {}, not: {} },
  "offers.find": { there: offer, not: { token: "khong-co" } },
  "people.find": { there: person, not: none },
  "people.to_correct": { there: person, not: none },
  "people.to_appoint": { there: person, not: none },
  "people.account": { there: person, not: none },
  "posts.to_change": { there: post, not: { post: none.id } },
  "units.to_change": { there: { unit: "A" }, not: { unit: "KHONG-CO" } },
  "units.to_fill": { there: { under: "A" }, not: { under: "KHONG-CO" } },
  "units.faults_of_units": { there: { under: "A", rows: [] }, not: { under: "KHONG-CO", rows: [] } },
  "units.faults_of_arrangements": { there: { under: "A", rows: [] }, not: { under: "KHONG-CO", rows: [] } },
  "units.findings": { there: {}, not: {} },
  "units.preview": { there: {}, not: {} },
  "deadlines.own_term": { there: { unit: "A" }, not: { unit: "KHONG-CO" } },
  "documents.find": { there: issued, not: { document: none.id } },
  "plans.find": { there: draft, not: none },
  "plans.shown": { there: draft, not: none },
  "plans.to_change": { there: draft, not: none },
};

/** How the units of the cast stand to the commune A. */
const units: Readonly<Record<string, Relation>> = {
  T: "ancestor",
  A: "self",
  "A-KT": "descendant",
  "A-1": "descendant",
  B: "sibling",
  K: "stranger",
};

const people = new Map<string, Actor>();

beforeAll(async () => {
  cast = await buildCast(db);
  const perform = async (name: string, input: object) =>
    (await cast.perform(actNamed(name)!, input, { actor: cast.system, now: noon })) as Record<string, string>;
  draft.id = (await perform("planning.draft_plan", { unit: "A", year: 2026 })).id!;
  issued.document = (await perform("report.issue", { ...year, issued_on: today })).id!;
  const chairs = [{ name: "Bà Chủ trì", capacity: "party_secretary" }];
  const room = { unit: "A", form: "periodic", held_on: "2026-02-02", chairs };
  held.conference = (await perform("conference.record", room)).id!;
  coming.conference = (await perform("conference.prepare", { ...room, held_on: "2026-04-01" })).id!;
  await perform("conference.invite", { conference: coming.conference, guests: [{ unit: "A-1", quota: 2 }] });
  const sent = db
    .selectFrom("conference_invitation")
    .select("id")
    .where("conference_id", "=", coming.conference);
  coming.invitation = (await sent.executeTakeFirstOrThrow()).id;
  // Concluded once, and the notice being amended: there are an edition and a draft.
  const of = {
    unit: "A",
    conference: held.conference,
    text: "Sửa cầu",
    field: "giao_thong",
    received_on: "2026-02-02",
  };
  const { code } = await perform("recommendation.receive", of);
  await perform("recommendation.rule", { recommendation: code, ruling: "written_answer", on: "2026-02-02" });
  const { id: notice } = await perform("conclusion.draft", held);
  const put = [{ matter: code, task: "Sửa cầu", lead: "A-VH", due: "2026-03-20" }];
  await perform("conclusion.change_draft", { notice, put });
  await perform("conclusion.issue", { notice, issued_on: "2026-02-02", sides: "government" });
  await perform("conclusion.amend", held);
  given.recommendation = found.code = code!;
  const files = [await plantFile(db, "Ảnh.png")];
  const photo = { recommendation: code, purpose: "evidence", files };
  const { attached } = (await perform("attachment.attach_to_matter", photo)) as unknown as {
    attached: { id: string }[];
  };
  file.attachment = attached[0]!.id;
  // The agency that works on it has ended, and what it had in hand goes to another.
  const arranged = { kind: "merge", on: today, from: ["A-VH"], to: ["A-KT"] };
  await perform("organization.arrange_units", arranged);
  const lines = [{ recommendation: code, to: "A-KT" }];
  handed.record = (await perform("handover.record", { from: "A-VH", on: today, lines })).id!;
  const said = { unit: "A", text: "Sửa đường", field: "giao_thong", received_on: "2026-02-02" };
  matter.recommendation = due.recommendation = (await perform("recommendation.receive", said)).code!;
  rule.rule = (await perform("deadline.add_rule", reply)).code!;
  const offered = { unit: "A", capacity: "front_officer", from: today };
  offer.token = (await perform("identity.offer_post", offered)).token!;
  const head = await cast.holder("agency_head", "A");
  person.id = head.personId;
  post.post = head.posts[0]!.id;
  for (const capacity of capacities)
    for (const unit of Object.keys(units))
      people.set(`${capacity} ${unit}`, await cast.holder(capacity, unit));
  const { rows } = await sql<{ edition: string }>`select ${structureEdition} as edition`.execute(db);
  for (const [name, person] of people) people.set(name, { ...person, ...rows[0] });
});

/** The readers as they should be: reading, capacity, the relations in which it is given. */
const written = readFileSync(new URL("../architecture/readers.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line.trim() && !line.startsWith("#"));

const ofNoPlace: readonly MayRead[] = ["each", "own", "everyone"];
const anywhere = readings.flatMap((one) =>
  typeof one.may !== "string" && "anywhere" in one.may ? [{ ...one, may: one.may.anywhere }] : [],
);
const ofPlaces = readings.filter(
  ({ name, may }) => !ofNoPlace.includes(may) && anywhere.every((one) => one.name !== name),
);

test("every reading of a place is asked here, of what is there and of what is not", () => {
  expect(Object.keys(asked).toSorted()).toEqual(ofPlaces.map(({ name }) => name).toSorted());
});

test.each(ofPlaces.filter(({ name }) => name in asked).map((one) => [one.name, one] as const))(
  "%s is given to those whom the table names, and to nobody besides",
  async (name, one) => {
    const { there, not } = asked[name]!;
    const answerTo = (actor: Actor, query: object) => admitted(one, query, actor);
    const told: string[] = [];
    const given: string[] = [];
    for (const capacity of capacities) {
      const relations = new Set<Relation>();
      for (const [unit, relation] of Object.entries(units)) {
        const actor = people.get(`${capacity} ${unit}`)!;
        const answer = await answerTo(actor, there);
        if (answer === "given") relations.add(relation);
        // To the others it is not for them to do, or as what is not there is to themselves.
        else if (answer !== "act.not_permitted" && answer !== (await answerTo(actor, not)))
          told.push(`${capacity} ${unit}: ${answer}`);
      }
      if (relations.size > 0) given.push(`${name} ${capacity}: ${[...relations].toSorted().join(" ")}`);
    }
    expect(told).toEqual([]);
    expect(given.toSorted()).toEqual(written.filter((line) => line.startsWith(`${name} `)).toSorted());
  },
);

test.each(anywhere.map((one) => [one.name, one.may] as const))(
  "%s is given to whoever holds such a post, wherever, and to nobody besides",
  async (name, may) => {
    const one = readings.find((each) => each.name === name)!;
    const given = new Set<string>();
    for (const [who, actor] of people) if ((await admitted(one, {}, actor)) === "given") given.add(who);
    const holders = Object.keys(may).flatMap((capacity) =>
      Object.keys(units).map((unit) => `${capacity} ${unit}`),
    );
    expect([...given].toSorted()).toEqual(holders.toSorted());
  },
);

const admitted = (one: Reading, query: object, actor: Actor): Promise<string> =>
  answerOf(admitOn({ db, reports: db })(one, query, { actor, now: noon, by: "page" }));

async function answerOf(answer: Promise<unknown>): Promise<string> {
  try {
    await answer;
    return "given";
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.definition.code;
  }
}
