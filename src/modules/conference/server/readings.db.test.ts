import type { Actor, Capacity } from "#kernel/actor.ts";
import { actNamed } from "#acts/registry.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import {
  conferenceYears,
  findConference,
  findConferenceWithAgenda,
  listConferences,
  readAgendaPage,
  recordingChoices,
} from "./index.ts";

const { db } = await testDatabase();
let cast: Cast;
let secretary: Actor;
let conference: string;

function act<Made>(name: string, input: Record<string, unknown>, actor = secretary) {
  return cast.perform(actNamed(name)!, input, { actor, now: noon }) as Promise<Made>;
}

const chairs = [
  { name: "Bà Chủ trì", capacity: "party_secretary" },
  { name: "Ông Thay", capacity: "deputy", is_head: false, substitution_reason: "đi công tác" },
];

async function held(heldOn: string, form = "periodic", unit = "A", by = secretary) {
  const given = { unit, form, held_on: heldOn, chairs, attendances: "120" };
  return (await act<{ id: string }>("conference.record", given, by)).id;
}

async function turn(input: Record<string, unknown>) {
  return (await act<{ id: string }>("conference.record_turn", { conference, ...input })).id;
}

async function split(turnId: string, text: string, village = "A-1") {
  const said = {
    unit: "A",
    conference,
    turn: turnId,
    field: "giao_thong",
    received_on: "2026-02-10",
    village,
  };
  return (await act<{ code: string }>("recommendation.receive", { ...said, text })).code;
}

beforeAll(async () => {
  cast = await buildCast(db);
  secretary = await cast.holder("office_secretary", "A");
  conference = await held("2026-02-10");
  await held("2025-05-05", "briefing");
  await held("2026-01-15", "thematic", "B", await cast.holder("office_secretary", "B"));
});

const daysSeenBy = async (actor: Actor) =>
  (await listConferences(db, actor, {}, today)).lines.map(({ heldOn }) => heldOn);

describe("who reads which conferences", () => {
  const both = ["2026-02-10", "2025-05-05"];
  const cases: [Capacity, string, string[]][] = [
    ["party_secretary", "A", both],
    ["statistician", "T", ["2026-02-10", "2026-01-15", "2025-05-05"]],
    ["front_officer", "B", ["2026-01-15"]],
    ["agency_officer", "A-KT", both],
    ["agency_head", "B-KT", ["2026-01-15"]],
    ["village_head", "A-1", both],
    ["office_secretary", "C", []],
    ["administrator", "A", []],
  ];

  test.each(cases)("%s of %s", async (capacity, unit, days) => {
    const actor = await cast.holder(capacity, unit);
    expect(await daysSeenBy(actor)).toEqual(days);
    const seen = findConferenceWithAgenda(db, actor, conference, today);
    if (days.includes("2026-02-10")) expect((await seen).heldOn).toBe("2026-02-10");
    else await expect(seen).rejects.toThrow("conference.not_found");
  });

  test("what is no identifier is simply not found", async () => {
    await expect(findConferenceWithAgenda(db, secretary, "x'", today)).rejects.toThrow(
      "conference.not_found",
    );
  });
});

describe("the list", () => {
  test("by year, by form, by unit, a page at a time", async () => {
    const province = await cast.holder("chairperson", "T");
    const days = async (filter: object, ...page: [number?, number?]) =>
      (await listConferences(db, province, filter, today, ...page)).lines.map(({ heldOn }) => heldOn);
    expect(await days({ year: 2025 })).toEqual(["2025-05-05"]);
    expect(await days({ form: "thematic" })).toEqual(["2026-01-15"]);
    expect(await days({ unit: "A", year: 2026 })).toEqual(["2026-02-10"]);
    expect(await days({}, 2, 2)).toEqual(["2025-05-05"]);
    expect((await listConferences(db, province, {}, today, 1, 2)).total).toBe(3);
    expect(await conferenceYears(db, province, today)).toEqual([2026, 2025]);
  });
});

describe("one conference", () => {
  test("chairs and turns in order, each turn with its matters, and how many stand where", async () => {
    const first = await turn({ speaker: "Bà Hỏi", village: "A-1", summary: "Hỏi về đường và điện" });
    await turn({ speaker: "Ông Khen", praise_only: "true" });
    const codes = [await split(first, "Sửa đường"), await split(first, "Thắp đèn")];
    await act("recommendation.rule", { recommendation: codes[0], on: "2026-02-10", ruling: "noted" });

    const found = await findConferenceWithAgenda(db, secretary, conference, today);
    expect(found.chairs.map(({ name, isHead }) => [name, isHead])).toEqual([
      ["Bà Chủ trì", true],
      ["Ông Thay", false],
    ]);
    expect(found.turns.map(({ position, speaker, praiseOnly }) => [position, speaker, praiseOnly])).toEqual([
      [1, "Bà Hỏi", false],
      [2, "Ông Khen", true],
    ]);
    expect(found.turns[0]!.matters.map(({ code, status, ruling }) => [code, status, ruling])).toEqual([
      [codes[0], "noted", "noted"],
      [codes[1], "awaiting_ruling", null],
    ]);
    expect(found.turns[0]!.villageName).toBe("Thôn Một");
    expect(found.counts).toEqual({
      turns: 2,
      recommendations: 2,
      open: 1,
      byClass: { noted: 1, awaiting_ruling: 1 },
      others: 0,
    });
    const [line] = (await listConferences(db, secretary, {}, today)).lines;
    expect(line).toMatchObject({ turns: 2, recommendations: 2, open: 1, unitName: "Xã An" });
  });

  test("an agency sees only what was assigned to it, a village only its own, and how many there are besides", async () => {
    const spoken = await turn({ speaker: "Cô Ba", village: "A-2" });
    const code = await split(spoken, "Chợ quá tải", "A-2");
    await act("recommendation.assign", {
      recommendation: code,
      on: "2026-02-11",
      lead: "A-KT",
      due: "2026-03-10",
    });
    const seenBy = async (capacity: Capacity, unit: string) => {
      const found = await findConferenceWithAgenda(db, await cast.holder(capacity, unit), conference, today);
      const { matters, hidden } = found.turns.find(({ id }) => id === spoken)!;
      return [matters.map((matter) => matter.code), hidden];
    };
    expect(await seenBy("agency_officer", "A-KT")).toEqual([[code], 0]);
    expect(await seenBy("agency_officer", "A-VH")).toEqual([[], 1]);
    expect(await seenBy("village_head", "A-2")).toEqual([[code], 0]);
    expect(await seenBy("village_head", "A-1")).toEqual([[], 1]);
  });

  test("who is known to the secretariat only is named to nobody else", async () => {
    const spoken = await turn({ speaker: "Người giấu tên", naming: "secretariat_only" });
    const speakerFor = async (actor: Actor) =>
      (await findConferenceWithAgenda(db, actor, conference, today)).turns.find(({ id }) => id === spoken)!
        .speaker;
    expect(await speakerFor(secretary)).toBe("Người giấu tên");
    expect(await speakerFor(await cast.holder("chairperson", "A"))).toBeNull();
    expect(await speakerFor(await cast.holder("office_secretary", "T"))).toBeNull();
  });

  test("what is held for review is out of sight, with the words and the name of its turn", async () => {
    const spoken = await turn({ speaker: "Anh Tư", summary: "Tố cán bộ nhận tiền" });
    const code = await split(spoken, "Cán bộ nhận tiền");
    await act("recommendation.hold", { recommendation: code, on: "2026-02-11", reason: "có thể là tố cáo" });
    const turnFor = async (actor: Actor) =>
      (await findConferenceWithAgenda(db, actor, conference, today)).turns.find(({ id }) => id === spoken)!;
    expect(await turnFor(await cast.holder("chairperson", "A"))).toMatchObject({
      summary: null,
      speaker: null,
      matters: [],
      hidden: 0,
      untold: true,
    });
    const reviewer = await turnFor(await cast.holder("complaint_reviewer", "A"));
    expect(reviewer.matters.map((matter) => [matter.code, matter.held])).toEqual([[code, true]]);
    expect(reviewer.summary).toBe("Tố cán bộ nhận tiền");
    await act(
      "recommendation.release",
      { recommendation: code, on: "2026-02-12", reason: "không phải" },
      await cast.holder("complaint_reviewer", "A"),
    );
    const released = await turnFor(await cast.holder("chairperson", "A"));
    expect(released.matters.map((matter) => [matter.code, matter.held])).toEqual([[code, false]]);
  });
});

describe("a page of what was said", () => {
  test("twenty-five turns and fifty matters without one; the page of a turn is found by it; nothing is left out", async () => {
    const id = await held("2026-02-19");
    const said = { unit: "A", conference: id, received_on: "2026-02-19", field: "giao_thong" };
    const spoken: string[] = [];
    for (let number = 1; number <= 60; number += 1)
      spoken.push(await turn({ conference: id, speaker: `Bà ${number}` }));
    await act("recommendation.receive", { ...said, turn: spoken[54], text: "Việc của lượt 55" });
    for (let number = 1; number <= 51; number += 1)
      await act("recommendation.receive", { ...said, text: `Việc lẻ ${number}` });
    const conference = await findConference(db, secretary, id, today);
    const pageOf = (asked: { page?: number; turn?: string; loose?: number }) =>
      readAgendaPage(db, secretary, conference, { page: null, turn: null, loose: null, ...asked }, today);
    const positions = async (page: number) =>
      (await pageOf({ page })).turns.shown.map(({ position }) => position);
    const all = [...(await positions(1)), ...(await positions(2)), ...(await positions(3))];
    expect(all).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
    const { turns } = await pageOf({ turn: spoken[54] });
    expect([turns.page, turns.pages, turns.first, turns.all]).toEqual([3, 3, 51, 60]);
    expect(turns.shown[4]!.matters.map(({ text }) => text)).toEqual(["Việc của lượt 55"]);
    expect((await pageOf({ page: 99 })).turns.page).toBe(3);
    expect((await pageOf({ turn: "x'" })).turns.page).toBe(1);
    const loose = [...(await pageOf({ loose: 1 })).loose.shown, ...(await pageOf({ loose: 2 })).loose.shown];
    expect(loose.map(({ text }) => text)).toEqual(Array.from({ length: 51 }, (_, n) => `Việc lẻ ${n + 1}`));
  });
});

describe("putting the record right", () => {
  test("the second of two who correct it is told so, and nothing is lost", async () => {
    const id = await held("2026-02-12");
    const given = { conference: id, form: "periodic", held_on: "2026-02-12", chairs, expected_version: "1" };
    await act("conference.correct", { ...given, topic: "Đất đai" });
    await expect(act("conference.correct", { ...given, topic: "Giao thông" })).rejects.toThrow(
      "conference.changed_meanwhile",
    );
    expect((await findConferenceWithAgenda(db, secretary, id, today)).topic).toBe("Đất đai");
  });

  test("an old record may leave out who chaired, a new one may not", async () => {
    const id = await held("2026-02-13");
    const nameless = { form: "periodic", held_on: "2026-02-13", chairs: [{ name: "", capacity: "council" }] };
    await act("conference.correct", { conference: id, ...nameless });
    expect((await findConferenceWithAgenda(db, secretary, id, today)).chairs).toMatchObject([
      { name: null, capacity: "council" },
    ]);
    await expect(act("conference.record", { unit: "A", ...nameless })).rejects.toThrow("act.invalid_input");
  });
});

test("villages and fields to choose from: with the commune's name where the conference is above it", async () => {
  const own = await recordingChoices(db, cast.unit("A"), "2026-02-10");
  expect(own.villages.map(({ name }) => name)).toEqual(["Thôn Hai", "Thôn Một"]);
  const above = await recordingChoices(db, cast.unit("T"), "2026-02-10");
  expect(above.villages.map(({ name }) => name)).toEqual([
    "Thôn Hai, Xã An",
    "Thôn Một, Xã An",
    "Thôn Ba, Xã Bình",
  ]);
  expect(own.fields.find(({ code }) => code === "dat_dai.cap_gcn")).toMatchObject({ under: "dat_dai" });
});
