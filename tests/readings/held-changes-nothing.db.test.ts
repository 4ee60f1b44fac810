import { ofToday } from "#modules/document/paper-day.ts";
import { actNamed } from "#acts/registry.ts";
import { toldReadings } from "#acts/readings.ts";
import type { Actor } from "#kernel/actor.ts";
import { findNotice, noticesOf, readPublication } from "#modules/conclusion/server/index.ts";
import {
  draftRequestsOf,
  draftRequestsToMe,
  findConference,
  lastTime,
  listConferences,
  readCollected,
  readRoomHead,
  readRoomTurns,
} from "#modules/conference/server/index.ts";
import { readDesk, readOutPage } from "#modules/desk/server/index.ts";
import { notificationsOf } from "#modules/notification/server/index.ts";
import { countMatters, matterFilter } from "#modules/recommendation/server/index.ts";
import { beforeAll, expect, test } from "vitest";
import { askNamed } from "../support/asking.ts";
import { askedOfReadings } from "../support/asked-readings.ts";
import { buildCast, noon, today, type Cast } from "../support/cast.ts";
import { testDatabase } from "../support/database.ts";
import { peopleOf, type Reader } from "../support/planted.ts";

// A matter that is out of sight changes nothing that a reader without the right sees, no number either: everything is read
// as everybody before there is such a matter and after, and compared. What differs: the stubs, which are rows of lists that
// say so and are counted there as rows; a turn with something out of sight, of which nothing is told but that it was there;
// and the report, which counts every matter that came in, since the law wants it counted.

const { db } = await testDatabase();
let cast: Cast;
let people: Map<Reader, Actor & { kind: "person" }>;
let conference: string;
let coming: string;
let turn: string;
let code: string;
let notice: string;
/** A conference whose notice is issued. */
let concluded: string;

const act = async <T = { id: string; code: string }>(name: string, input: object): Promise<T> =>
  (await cast.perform(actNamed(name)!, input, { actor: cast.system, now: noon })) as T;

const day = "2026-02-02";
const said = { unit: "A", field: "giao_thong", received_on: day, village: "A-1" };

async function raised(more: object): Promise<string> {
  const words = { ...said, text: "Sửa đường liên thôn bị hỏng" };
  return (await act("recommendation.receive", { ...words, ...more })).code;
}

beforeAll(async () => {
  cast = await buildCast(db);
  people = await peopleOf(cast);
  const chairs = [{ name: "Bà Chủ trì", capacity: "chairperson" }];
  const meeting = { unit: "A", form: "periodic", chairs };
  ({ id: conference } = await act("conference.record", { ...meeting, held_on: day }));
  ({ id: coming } = await act("conference.prepare", { ...meeting, held_on: "2026-03-20" }));
  ({ id: turn } = await act("conference.record_turn", { conference, speaker: "Ông X", village: "A-1" }));
  code = await raised({ conference, turn });
  await act("recommendation.rule", { recommendation: code, ruling: "written_answer", on: day });
  ({ id: notice } = await act("conclusion.draft", { conference }));
  ({ id: concluded } = await act("conference.record", { ...meeting, held_on: day }));
  const given = await raised({ conference: concluded });
  await act("recommendation.rule", { recommendation: given, ruling: "written_answer", on: day });
  const issued = await act("conclusion.draft", { conference: concluded });
  const put = [{ matter: given, task: "Sửa đường", lead: "A-KT", due: "2026-03-14" }];
  await act("conclusion.change_draft", { notice: issued.id, put });
  await act("conclusion.issue", { notice: issued.id, issued_on: today, sides: "government" });
});

/** What is out of sight from its receipt, and what went through everything before it was held. */
async function hideSome(): Promise<void> {
  const early = { conference: coming, channel: "collected_beforehand" };
  await raised({ conference, turn, kind: "denunciation" });
  await raised({ conference: concluded, kind: "denunciation" });
  await raised({ ...early, kind: "denunciation" });
  const worked = await raised({ conference, turn });
  const on = "2026-02-05";
  const step = (name: string, more: object) =>
    act(`recommendation.${name}`, { recommendation: worked, on, ...more });
  await step("rule", { ruling: "written_answer", on: day });
  await act("conclusion.change_draft", { notice, add: [worked] });
  const helped = { coordinators: [{ unit: "A-VH", duty: "Góp ý" }] };
  await step("assign", { lead: "A-KT", due: "2026-03-05", ...helped });
  await step("ask_extension", { due: "2026-04-05", reason: "Mưa" });
  await step("draft_answer", { outcome: "done", text: "Đã xong" });
  const collected = await raised(early);
  const asked = { conference: coming, recommendation: collected, agency: "A-KT", due: "2026-03-18" };
  await act("conference.ask_draft", asked);
  await step("hold", { reason: "Có thể là tố cáo" });
  await act("recommendation.hold", { recommendation: collected, on, reason: "Có thể là tố cáo" });
}

const filters = [
  { view: "open" },
  { view: "overdue" },
  { status: "in_hand" },
  { draft: "drafted" },
  { due: "week" },
  { lead: "A-KT" },
  { field: "giao_thong" },
  { village: "A-1" },
  { conference: "" },
  { text: "liên thôn" },
  { class: "in_hand" },
];

type Person = Actor & { kind: "person" };

/** Everything that is told to a person, by what was asked. */
async function readAll(actor: Person): Promise<Record<string, unknown>> {
  const place = {
    conference,
    coming,
    codes: { plain: code } as never,
    child: code,
    merged: code,
    documents: [],
    plan: "0199aaaa-0000-7000-8000-00000000dead",
  };
  const asked = askedOfReadings(place, "2026");
  const names = toldReadings.map(({ name }) => name).filter((name) => !countsByDefinition.test(name));
  const ofApi = names.flatMap((name) =>
    asked[name]!.map(
      (query) => [`${name} ${JSON.stringify(query)}`, () => askNamed(db, name, query, actor)] as const,
    ),
  );
  const room = () => readRoomHead(db, actor, conference, today);
  const coming_ = () => findConference(db, actor, coming, today);
  const counted = filters.map((one) => {
    const filter = matterFilter.parse("conference" in one ? { conference } : one);
    return [`count ${JSON.stringify(one)}`, () => countMatters(db, actor, filter, today, 1000)] as const;
  });
  const read: (readonly [string, () => Promise<unknown>])[] = [
    ...ofApi,
    ...counted,
    ["desk", () => readDesk(db, actor, today)],
    ["page to read out", () => readOutPage(db, actor, today)],
    ["conferences", () => listConferences(db, actor, {}, today)],
    ["drafts asked", () => draftRequestsToMe(db, actor, today)],
    ["drafts of a conference", () => draftRequestsOf(db, actor, coming, today)],
    ["last time", async () => lastTime(db, actor, await coming_(), ofToday(today))],
    ["collected", async () => readCollected(db, actor, await coming_(), ofToday(today))],
    ["room", () => readRoomHead(db, actor, conference, today)],
    ["turns of the room", async () => readRoomTurns(db, actor, await room(), today)],
    ["room of what comes", () => readRoomHead(db, actor, coming, today)],
    ["publication", () => readPublication(db, actor, concluded, today)],
    ["draft notice", () => findNotice(db, actor, { conference, edition: "draft" }, today)],
    ["notices", () => noticesOf(db, actor, conference, today)],
    ["notifications", () => notificationsOf(db, actor.personId, 100)],
  ];
  const told: Record<string, unknown> = {};
  for (const [what, ask] of read) told[what] = await ask().catch((error: unknown) => String(error));
  return inSight(JSON.parse(JSON.stringify(told))) as Record<string, unknown>;
}

const countsByDefinition = /^(reports|registers)\./;
/** What a turn tells of itself: nothing, where something of it is out of sight. */
const ofTurn = new Set(["speaker", "summary", "village", "villageName", "village_name", "untold"]);

/** An answer without stubs, and without what a turn tells of itself. */
function inSight(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((one) => !isStub(one)).map(inSight);
  if (typeof value !== "object" || value === null) return value;
  const parts = Object.entries(value);
  const told = parts.filter(
    ([key, part]) =>
      !("untold" in value && ofTurn.has(key)) &&
      !("hidden" in value && Array.isArray(value.hidden) && ofDraft(key, part)),
  );
  return Object.fromEntries(told.map(([key, part]) => [key, inSight(part)]));
}

/** A line of a notice that is out of sight is a stub too: its number, for the paper has its place; and who writes edits. */
const ofDraft = (key: string, part: unknown) =>
  key === "version" || (key === "hidden" && Array.isArray(part));

const isStub = (one: unknown) =>
  typeof one === "object" && one !== null && "hidden" in one && typeof one.hidden === "string";

function differences(before: unknown, after: unknown, at: string): string[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const parted = [before, after].every((one) => typeof one === "object" && one !== null);
  if (!parted) return [`${at}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`];
  const keys = new Set([before, after].flatMap((one) => Object.keys(one as object)));
  return [...keys].flatMap((key) =>
    differences(
      (before as Record<string, unknown>)[key],
      (after as Record<string, unknown>)[key],
      `${at}, ${key}`,
    ),
  );
}

test("what is out of sight changes nothing that is told to anybody but its reviewers", async () => {
  const before = new Map<Reader, Record<string, unknown>>();
  const unknowing = [...people].filter(([reader]) => !reviewers.has(reader));
  for (const [reader, actor] of unknowing) before.set(reader, await readAll(actor));
  await hideSome();
  const found: string[] = [];
  for (const [reader, actor] of unknowing)
    found.push(...differences(before.get(reader), await readAll(actor), reader));
  expect(found).toEqual([]);
}, 120_000);

const reviewers: ReadonlySet<Reader> = new Set(["người xem xét", "người xem xét cấp trên"]);
