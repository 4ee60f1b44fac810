import { ofToday } from "#modules/document/paper-day.ts";
import type { Actor, Capacity } from "#kernel/actor.ts";
import { actNamed } from "#acts/registry.ts";
import { findMatter } from "#modules/recommendation/server/index.ts";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../../tests/support/database.ts";
import { parseAnswer } from "#modules/recommendation/answer-parts.ts";
import {
  draftRequestsOf,
  draftRequestsToMe,
  draftsGivenOn,
  findConference,
  lastTime,
  readAgendaItems,
} from "../index.ts";

const { db } = await testDatabase();
let cast: Cast;
let secretary: Actor;
let conference: string;
let code: string;

type Made = { id: string; code: string; version: number };
const act = (name: string, input: Record<string, unknown>, actor = secretary) =>
  cast.perform(actNamed(name)!, input, { actor, now: noon }) as Promise<Made>;
const chairs = [{ name: "Bà Chủ trì", capacity: "party_secretary" }];
const held = async (on: string, unit = "A", by = secretary, form = "periodic") =>
  (await act("conference.record", { unit, form, held_on: on, chairs }, by)).id;
const prepare = async (on: string, unit = "A", by = secretary) =>
  (await act("conference.prepare", { unit, form: "periodic", held_on: on, chairs }, by)).id;
const matter = async (at: string, on: string, more: object = {}) =>
  (await act("recommendation.receive", { ...said(on), conference: at, ...more })).code;
const said = (on: string) => ({ unit: "A", field: "giao_thong", received_on: on, text: `Sửa cầu ${on}` });

beforeAll(async () => {
  cast = await buildCast(db);
  secretary = await cast.holder("office_secretary", "A");
});

describe("a draft asked before the day", () => {
  let request: string;
  const ask = (more: object = {}, actor = secretary) =>
    act(
      "conference.ask_draft",
      { conference, recommendation: code, agency: "A-KT", due: "2026-03-15", ...more },
      actor,
    );
  const opens = async (capacity: Capacity, unit: string) =>
    findMatter(db, await cast.holder(capacity, unit), code, today).then(
      () => true,
      () => false,
    );

  beforeEach(async () => {
    conference = await prepare("2026-03-20");
    code = await matter(conference, today, { channel: "collected_beforehand", village: "A-1" });
    request = (await ask()).id;
  });

  test("opens the matter to the agency that was asked, to no other, and only as long as it is asked", async () => {
    expect(await opens("agency_officer", "A-KT")).toBe(true);
    expect(await opens("agency_officer", "A-VH")).toBe(false);
    expect(await opens("agency_head", "B-KT")).toBe(false);
    await act("conference.withdraw_draft_request", { request });
    expect(await opens("agency_officer", "A-KT")).toBe(false);
  });

  test.each<[Capacity, string, string | null]>([
    ["agency_head", "A-KT", null],
    ["agency_officer", "A-KT", null],
    ["agency_officer", "A-VH", "conference.draft_not_found"],
    ["office_secretary", "A", "act.not_permitted"],
    ["chairperson", "A", "act.not_permitted"],
    ["village_head", "A-1", "conference.draft_not_found"],
  ])("is given by %s of %s unless %s", async (capacity, unit, refused) => {
    const given = act(
      "conference.give_draft",
      { request, text: "Đã bố trí vốn" },
      await cast.holder(capacity, unit),
    );
    if (refused) await expect(given).rejects.toThrow(refused);
    else expect((await given).id).toBe(request);
  });

  test("has the parts of an answer; one that says it was done on a day to come, or too much, is refused", async () => {
    const officer = await cast.holder("agency_officer", "A-KT");
    const give = (parts: object) => act("conference.give_draft", { request, ...parts }, officer);
    await expect(give({ text: "Xong", done_on: "2026-03-03" })).rejects.toThrow(
      "recommendation.in_the_future",
    );
    const long = "a".repeat(15_000);
    await expect(give({ text: long, action: long })).rejects.toThrow("recommendation.answer_too_long");
    await expect(give({ action: "Đã làm" })).rejects.toThrow("act.invalid_input");
    await give({ text: "Đã sửa", done_on: "2026-02-20", evidence: "Biên bản nghiệm thu" });
    const [line] = await draftsGivenOn(db, secretary, code, today);
    expect(line).toMatchObject({ agencyName: "Phòng Kinh tế xã An", givenBy: officer.name });
    expect(parseAnswer(line!.draft)).toEqual({
      conclusion: "Đã sửa",
      doneOn: "2026-02-20",
      evidence: "Biên bản nghiệm thu",
    });
    const stranger = await cast.holder("office_secretary", "B");
    expect(await draftsGivenOn(db, stranger, code, today)).toEqual([]);
    expect(await draftsGivenOn(db, await cast.holder("village_head", "A-1"), code, today)).toEqual([]);
  });

  test.each<[Capacity, string]>([
    ["agency_head", "A-KT"],
    ["front_officer", "A"],
    ["office_secretary", "T"],
  ])("is neither asked nor withdrawn by %s of %s", async (capacity, unit) => {
    const actor = await cast.holder(capacity, unit);
    await expect(ask({ agency: "A-VH" }, actor)).rejects.toThrow("act.not_permitted");
    const withdrawn = act("conference.withdraw_draft_request", { request }, actor);
    await expect(withdrawn).rejects.toThrow("act.not_permitted");
  });

  test("is shown to the unit and to the agency, not to the village; the matter still awaits its ruling", async () => {
    await act(
      "conference.give_draft",
      { request, text: "Đã bố trí vốn" },
      await cast.holder("agency_head", "A-KT"),
    );
    const seen = async (capacity: Capacity, unit: string) =>
      (await draftRequestsOf(db, await cast.holder(capacity, unit), conference, today)).map(
        ({ draft }) => draft,
      );
    expect(await seen("chairperson", "A")).toEqual(["Đã bố trí vốn"]);
    expect(await seen("agency_officer", "A-KT")).toEqual(["Đã bố trí vốn"]);
    expect(await seen("agency_officer", "A-VH")).toEqual([]);
    expect(await seen("village_head", "A-1")).toEqual([]);
    const mine = await draftRequestsToMe(db, await cast.holder("agency_officer", "A-KT"), today);
    expect(mine.map((each) => each.code)).toContain(code);
    expect(await findMatter(db, secretary, code, today)).toMatchObject({
      state: { status: "awaiting_ruling" },
    });
  });

  test.each([
    [{ agency: "B-KT" }, "conference.agency_elsewhere"],
    [{ agency: "A-1" }, "conference.agency_elsewhere"],
    [{ agency: "A-VH", due: "2026-03-21" }, "conference.draft_due_late"],
    [{ agency: "A-VH", due: "2026-03-01" }, "conference.draft_due_past"],
    [{}, "conference.draft_asked_already"],
    [{ agency: "A-VH", recommendation: "A-2026-9999" }, "conference.matter_not_here"],
  ])("%j is refused", async (more, problem) => {
    await expect(ask(more)).rejects.toThrow(problem);
  });

  test("is not asked on what may be a denunciation", async () => {
    await act("recommendation.hold", { recommendation: code, on: today, reason: "có thể là tố cáo" });
    await expect(ask({ agency: "A-VH" })).rejects.toThrow("conference.matter_not_here");
    const mine = await draftRequestsToMe(db, await cast.holder("agency_officer", "A-KT"), today);
    expect(mine.map((each) => each.code)).not.toContain(code);
  });

  test("is not there for its agency once the matter may be a denunciation; the office still takes it back", async () => {
    await act("recommendation.hold", { recommendation: code, on: today, reason: "có thể là tố cáo" });
    const officer = await cast.holder("agency_officer", "A-KT");
    const given = act("conference.give_draft", { request, text: "Không có việc đó" }, officer);
    await expect(given).rejects.toThrow("conference.draft_not_found");
    await act("conference.withdraw_draft_request", { request });
  });
});

describe("the agenda", () => {
  const items = [{ title: "Khai mạc", speaker: "Thư ký", minutes: "10" }, { title: "Đối thoại" }];

  test("follows the first item, is replaced whole, and of two who change it the second is told", async () => {
    const id = await prepare("2026-03-21");
    const set = (expected_version: number, some: object[]) =>
      act("conference.set_agenda", { conference: id, expected_version, items: some });
    await set(1, items);
    await expect(set(1, [{ title: "Khác" }])).rejects.toThrow("conference.changed_meanwhile");
    await set(2, items.toReversed());
    expect(
      (await readAgendaItems(db, id, (_, text) => text)).map(({ position, title }) => [position, title]),
    ).toEqual([
      [2, "Đối thoại"],
      [3, "Khai mạc"],
    ]);
    const front = await cast.holder("front_officer", "A");
    await expect(
      act("conference.set_agenda", { conference: id, expected_version: 3, items }, front),
    ).rejects.toThrow("act.not_permitted");
  });
});

test("the first item: last time's matters and what became of each, and what is still open from before", async () => {
  const office = await cast.holder("office_secretary", "B");
  const at = async (on: string) => held(on, "B", office);
  const raised = async (conferenceId: string, on: string, more: object = {}) =>
    (
      await act(
        "recommendation.receive",
        { ...said(on), unit: "B", conference: conferenceId, ...more },
        office,
      )
    ).code;
  const [older, last] = [await at("2025-01-10"), await at("2025-06-10")];
  const stillOpen = await raised(older, "2025-01-10");
  const noted = await raised(older, "2025-01-10");
  await act("recommendation.rule", { recommendation: noted, on: "2025-01-10", ruling: "noted" }, office);
  const answered = await raised(last, "2025-06-10", { village: "B-1" });
  const ruling = { recommendation: answered, on: "2025-06-10", ruling: "answered_now", text: "Đã sửa xong" };
  await act("recommendation.rule", ruling, office);
  const off = await prepare("2026-03-05", "B", office);
  const lost = await raised(off, today, { channel: "collected_beforehand" });
  await act("conference.call_off", { conference: off, reason: "Bão" }, office);
  const next = await prepare("2026-04-01", "B", office);
  const read = async (actor: Actor) =>
    lastTime(db, actor, await findConference(db, actor, next, today), ofToday(today));
  const report = await read(office);
  expect(report.previous).toMatchObject([{ id: last, heldOn: "2025-06-10" }]);
  expect(report.matters.map((each) => [each.code, each.status, each.answer])).toEqual([
    [answered, "answered_in_room", "Đã sửa xong"],
  ]);
  expect(report.carriedOver.map((each) => each.code).toSorted()).toEqual([stillOpen, lost].toSorted());
  expect(report.counts).toEqual({ answered_in_room: 1 });
  const village = await read(await cast.holder("village_head", "B-1"));
  expect(village.matters.map((each) => each.code)).toEqual([answered]);
  expect(village.hidden).toBe(2);
});

test("the first item reaches back to the last conference of its form, past one held besides", async () => {
  const office = await cast.holder("office_secretary", "C");
  const raisedAt = async (on: string, form: string) => {
    const id = await held(on, "C", office, form);
    const { code } = await act("recommendation.receive", { ...said(on), unit: "C", conference: id }, office);
    const ruled = { recommendation: code, on, ruling: "answered_now", text: "Đã sửa xong" };
    await act("recommendation.rule", ruled, office);
    return code;
  };
  await raisedAt("2025-02-10", "periodic");
  const regular = await raisedAt("2025-06-10", "periodic");
  const besides = await raisedAt("2025-08-10", "thematic");
  const next = await prepare("2026-04-01", "C", office);
  const report = await lastTime(db, office, await findConference(db, office, next, today), ofToday(today));
  expect(report.previous.map(({ heldOn }) => heldOn)).toEqual(["2025-06-10", "2025-08-10"]);
  expect(report.matters.map((each) => each.code)).toEqual([besides, regular]);
});

test("a unit that carries on two others reports what was asked of both", async () => {
  const administrator = await cast.holder("administrator", "VN");
  for (const code of ["P", "Q"]) {
    await act(
      "organization.create_unit",
      { code, name: `Xã ${code}`, kind: "commune", parent: "T" },
      administrator,
    );
  }
  const asked = [];
  for (const unit of ["P", "Q"]) {
    const before = await held("2025-05-05", unit, cast.system);
    const open = { ...said("2025-05-05"), unit, conference: before };
    asked.push((await act("recommendation.receive", open, cast.system)).code);
  }
  const made = { code: "PQ", name: "Xã Phú Quý", kind: "commune", parent: "T", from: "2025-07-01" };
  await act("organization.create_unit", made, administrator);
  const arranged = { kind: "merge", on: "2025-07-01", from: ["P", "Q"], to: ["PQ"], symbol: "1/NQ" };
  await act("organization.arrange_units", arranged, administrator);
  const next = await prepare("2026-04-02", "PQ", cast.system);
  const report = await lastTime(
    db,
    cast.system,
    await findConference(db, cast.system, next, today),
    ofToday(today),
  );
  expect(report.previous.map(({ unitName }) => unitName).toSorted()).toEqual(["Xã P", "Xã Q"]);
  expect(report.matters.map((each) => each.code).toSorted()).toEqual(asked);
});
