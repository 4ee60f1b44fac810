import type { Actor } from "#kernel/actor.ts";
import { actNamed } from "#acts/registry.ts";
import { toldReadings } from "#acts/readings.ts";
import { attachmentReadings } from "#modules/attachment/server/index.ts";
import { findConferenceWithAgenda } from "#modules/conference/server/index.ts";
import { deadlineReadings } from "#modules/deadline/server/index.ts";
import { readDesk } from "#modules/desk/server/index.ts";
import { notificationsOf, remind, wordHandlers } from "#modules/notification/server/index.ts";
import { notificationInWords } from "#modules/notification/words.ts";
import {
  countMatters,
  findMatter,
  listMatters,
  matterFilter,
  mergeCandidates,
  similarMatters,
} from "#modules/recommendation/server/index.ts";
import { csvLine } from "#kernel/csv-line.ts";
import { matterSheet } from "#modules/recommendation/ui/list/matter-sheet.ts";
import { exportRegister } from "#modules/register/server/index.ts";
import { reportCases, reportSummary } from "#modules/report/server/index.ts";
import { workOutbox } from "#platform/server/outbox-worker.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { asked } from "../support/asking.ts";
import { buildCast, noon, type Cast } from "../support/cast.ts";
import { plantFile } from "../support/planted-files.ts";
import { testDatabase } from "../support/database.ts";

// What is held for review, or was routed out, leaves its unit, its day and that it went where the law wants it.
// Every reading that gives out matters is asked here as those who may not know more.

const { db } = await testDatabase();
const today = "2026-03-30";
let cast: Cast;
let conference: string;
const people: Record<string, Actor & { kind: "person" }> = {};
const codes: Record<"held" | "routed" | "plain", string> = { held: "", routed: "", plain: "" };

/** Said of the matters out of sight and of nothing else. */
const secrets = [
  "Ông Phó lấy đất",
  "y_te",
  "A-1",
  "Thôn Một",
  "A-KT",
  "Phòng Kinh tế",
  "2026-03-17",
  "17/03/2026",
  "Bà Tố",
  "in_hand",
];

const cases = [
  ["the office", "office_secretary", "A"],
  ["the chair", "chairperson", "A"],
  ["the Front", "front_officer", "A"],
  ["the agency that led", "agency_head", "A-KT"],
  ["the village", "village_head", "A-1"],
  ["the province", "statistician", "T"],
] as const;

async function act<Made>(name: string, input: Record<string, unknown>): Promise<Made> {
  return (await cast.perform(actNamed(name)!, input, { actor: cast.system, now: noon })) as Made;
}

async function assigned(text: string, parts: Record<string, string>, lead: string, due: string) {
  const said = { unit: "A", text, received_on: "2026-02-02", conference, ...parts };
  const { code } = await act<{ code: string }>("recommendation.receive", said);
  await act("recommendation.rule", { recommendation: code, on: "2026-02-02", ruling: "written_answer" });
  await act("recommendation.assign", { recommendation: code, on: "2026-02-03", lead, due });
  return code;
}

async function accused(): Promise<string> {
  const told = { speaker: "Bà Tố", village: "A-1", summary: "Ông Phó lấy đất" };
  const turn = (await act<{ id: string }>("conference.record_turn", { conference, ...told })).id;
  const parts = { field: "y_te", village: "A-1", raised_by: "Bà Tố", turn };
  return assigned("Ông Phó lấy đất của dân", parts, "A-KT", "2026-03-17");
}

beforeAll(async () => {
  cast = await buildCast(db);
  for (const [name, capacity, unit] of cases) people[name] = await cast.holder(capacity, unit);
  people.reviewer = await cast.holder("complaint_reviewer", "T");
  const chairs = [{ name: "Bà Chủ trì", capacity: "party_secretary" }];
  const room = { unit: "A", form: "periodic", held_on: "2026-02-02", chairs };
  conference = (await act<{ id: string }>("conference.record", room)).id;
  codes.held = await accused();
  codes.routed = await accused();
  codes.plain = await assigned(
    "Thay bóng đèn",
    { field: "giao_thong", village: "A-2" },
    "A-VH",
    "2026-04-01",
  );
  await workOutbox(db, wordHandlers(null, "http://localhost"), "quick", () => noon);
  await act("recommendation.ask_extension", {
    recommendation: codes.held,
    on: "2026-03-01",
    due: "2026-05-05",
    reason: "Ông Phó lấy đất",
  });
  for (const recommendation of [codes.held, codes.routed]) {
    const files = [await plantFile(db, "Ông Phó lấy đất.png")];
    await act("attachment.attach_to_matter", { recommendation, purpose: "raised", files });
  }
  const files = [await plantFile(db, "Ảnh.png")];
  await act("attachment.attach_to_conference", { conference, purpose: "photo", files });
  for (const recommendation of [codes.held, codes.routed])
    await act("recommendation.hold", { recommendation, reason: "Ông Phó lấy đất" });
  await act("recommendation.route_out", { recommendation: codes.routed, to: "Cơ quan có thẩm quyền" });
  await remind(db, today, { now: noon, mail: false });
  await workOutbox(db, wordHandlers(null, "http://localhost"), "quick", () => noon);
});

const filtered = (asked: object) => matterFilter.parse(asked);
const received = { sort: "received", size: 200 } as const;
const year = { unit: "A", from: "2026-01-01", to: "2026-12-31", asOf: today, today };

/** Every way in which somebody may ask for one of our filters. */
const filters: Record<string, string>[] = [
  {},
  { view: "open" },
  { view: "overdue" },
  { status: "in_hand" },
  { status: "routed_out" },
  { class: "in_hand" },
  { class: "routed_out" },
  { lead: "A-KT" },
  { field: "y_te" },
  { village: "A-1" },
  { text: "lấy đất" },
  { from: "2026-02-01", to: "2026-02-28" },
  { unit: "A" },
  { draft: "drafted" },
  { own: "yes" },
];

const figures = [
  "received",
  "distinct",
  "assigned",
  "in_hand",
  "overdue",
  "routed_out",
  "directed",
  "by_field.y_te",
  "by_channel.conference",
  "by_lead.A-KT",
  "balance.new",
  "balance.closing",
  "balance.closed",
  "turns",
];

/** Readings by name; each answers what it would give out. What was asked for is not repeated in it. */
const all: Record<string, (actor: Actor & { kind: "person" }) => Promise<unknown>> = {
  async lists(actor) {
    return Promise.all(
      filters.flatMap((asked) => [
        listMatters(db, actor, filtered(asked), received, today),
        listMatters(db, actor, filtered(asked), { ...received, sort: "due" }, today),
        listMatters(db, actor, filtered(asked), { sort: "due", size: 1 }, today),
      ]),
    );
  },
  async "the sheet"(actor) {
    const { matters } = await listMatters(db, actor, filtered({}), { ...received, excerpt: 50_000 }, today);
    return matters.map((line) => csvLine(matterSheet("vi").cells(line)));
  },
  async "the matter itself"(actor) {
    return Promise.all([codes.held, codes.routed].map((code) => findMatter(db, actor, code, today)));
  },
  async "files of the matters, and of the conference where one of them is, too"(actor) {
    const lists = [codes.held, codes.routed].map((recommendation) =>
      asked(db, attachmentReadings.ofMatter, { recommendation }, actor),
    );
    const there = asked(db, attachmentReadings.ofConference, { conference }, actor);
    const told = await Promise.allSettled([...lists, there]);
    return told.map((one) => (one.status === "fulfilled" ? one.value : one.status));
  },
  async "its dates"(actor) {
    const dates = [codes.held, codes.routed].map((recommendation) =>
      asked(db, deadlineReadings.ofMatter, { recommendation }, actor),
    );
    return (await Promise.allSettled(dates)).map(({ status }) => status);
  },
  async "matters like it"(actor) {
    return similarMatters(db, actor, { text: "Ông Phó lấy đất của dân", unit: "A" }, today);
  },
  async "what one merges into"(actor) {
    const matter = await findMatter(db, cast.system, codes.plain, today);
    if (matter.hidden !== null) throw new Error("the ordinary matter is in sight");
    return mergeCandidates(db, actor, matter, undefined, today);
  },
  async "the desk"(actor) {
    return readDesk(db, actor, today);
  },
  async notifications(actor) {
    const told = await notificationsOf(db, actor.personId, 100);
    return told.map(({ details }) => [details, notificationInWords(details)]);
  },
  async "the conference"(actor) {
    const { counts: _aggregate, ...found } = await findConferenceWithAgenda(db, actor, conference, today);
    return found;
  },
  async "the cases of the report"() {
    const pages = await Promise.all(figures.map((figure) => reportCases(db, year, figure)));
    return pages.map(({ figure: _asked, ...page }) => page);
  },
  async "the register file"() {
    const { units: _places, ...file } = await exportRegister(db, "A", people["the office"]!, today);
    return file;
  },
};

describe.each(cases.map(([name]) => name))("to %s", (name) => {
  test.each(Object.keys(all))("%s gives out no more than the stub", async (reading) => {
    // What the plain matter truly says stays: it is cut away before we look for what must not be there.
    const told = JSON.stringify(withoutPlain(await all[reading]!(people[name]!)));
    expect(secrets.filter((secret) => told.includes(secret))).toEqual([]);
  });
});

/** Whatever tells of the ordinary matter alone, and so may say everything. */
function withoutPlain(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((one) => !isPlain(one)).map(withoutPlain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutPlain(one)]));
}

function isPlain(value: unknown): boolean {
  if (typeof value === "string") return value.startsWith(codes.plain);
  const named = value as { code?: string; ref?: string } | null;
  return named?.code === codes.plain || named?.ref === codes.plain;
}

describe("a hidden matter", () => {
  const found = async (asked: object, actor = people["the office"]!) =>
    (await listMatters(db, actor, filtered(asked), received, today)).matters
      .map(({ code }) => code)
      .toSorted();

  test("is listed as its stub, by unit and day, and by nothing that would tell more", async () => {
    const everything = [codes.held, codes.routed, codes.plain].toSorted();
    expect(await found({})).toEqual(everything);
    expect(await found({ unit: "A", from: "2026-02-02", to: "2026-02-02" })).toEqual(everything);
    for (const asked of filters.slice(1, 11))
      expect(await found(asked), JSON.stringify(asked)).toEqual(
        Object.values(asked).includes("routed_out")
          ? [codes.routed]
          : ["view", "status", "class"].some((key) => key in asked) && asked.view !== "overdue"
            ? [codes.plain]
            : [],
      );
  });

  test("is counted by a filter exactly as often as it is listed", async () => {
    for (const asked of filters) {
      const listed = (await found(asked)).length;
      expect(await countMatters(db, people["the office"]!, filtered(asked), today, 100)).toBe(listed);
    }
  });

  test("is not shown as an agency's own", async () => {
    expect(await found({ own: "yes" }, people["the agency that led"])).toEqual([]);
  });

  test("stands last by date, as one without a date does", async () => {
    const page = { sort: "due", size: 10 } as const;
    const { matters } = await listMatters(db, people["the chair"]!, filtered({}), page, today);
    expect(matters[0]!.code).toBe(codes.plain);
  });

  test("is read whole by its reviewer, and found by field, agency and village", async () => {
    expect(await found({ field: "y_te" }, people.reviewer)).toEqual([codes.held, codes.routed].toSorted());
    expect(await found({ lead: "A-KT" }, people.reviewer)).toContain(codes.held);
    expect(await findMatter(db, people.reviewer!, codes.held, today)).toMatchObject({ hidden: null });
  });

  test("counts in the figures as before; the list says how many it does not name", async () => {
    const { recommendations } = await reportSummary(db, year);
    expect(recommendations).toMatchObject({ received: 3, routed_out: 1, in_hand: 2, overdue: 1 });
    expect(recommendations.by_field).toEqual({ giao_thong: 1, y_te: 1 });
    const byField = await reportCases(db, year, "by_field.y_te");
    expect(byField).toMatchObject({ cases: [], withheld: 1, next: null });
    const open = await reportCases(db, year, "in_hand");
    expect([open.cases.map(({ code }) => code), open.withheld]).toEqual([[codes.plain], 1]);
    expect((await reportCases(db, year, "received")).cases).toHaveLength(3);
  });
});

test("every reading of the API that gives out matters is among those asked above", () => {
  const named = toldReadings.map(({ name }) => name);
  expect(named.filter((name) => /recommendation|report|register|conference/.test(name)).toSorted()).toEqual([
    "attachments.of_conference",
    "conferences.find",
    "conferences.list",
    "recommendations.find",
    "recommendations.list",
    "registers.export",
    "reports.cases",
    "reports.summary",
  ]);
});
