import type { Actor } from "#kernel/actor.ts";
import { actNamed } from "#acts/registry.ts";
import { clocksOf, conferenceClocks, fillStatutoryRules } from "#modules/deadline/server/index.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../../tests/support/database.ts";
import { legalBases } from "../../steps/legal-bases.ts";
import { findConference, readChecklist } from "../index.ts";

const { db } = await testDatabase();
let cast: Cast;
let secretary: Actor;

type Made = { id: string; code: string };
const act = (name: string, input: Record<string, unknown>, actor = secretary, now = noon) =>
  cast.perform(actNamed(name)!, input, { actor, now }) as Promise<Made>;
const later = (day: string) => Temporal.Instant.from(`${day}T05:00:00Z`);
const chairs = [{ name: "Bà Chủ trì", capacity: "party_secretary" }];

const prepare = async (heldOn: string, more: Record<string, unknown> = {}) =>
  (await act("conference.prepare", { unit: "A", form: "periodic", held_on: heldOn, chairs, ...more })).id;
const checklist = async (id: string) =>
  readChecklist(db, secretary, await findConference(db, secretary, id, today), today);
const step = async (id: string, code: string) => (await checklist(id)).find((each) => each.code === code);

beforeAll(async () => {
  cast = await buildCast(db);
  await fillStatutoryRules(db, noon);
  secretary = await cast.holder("office_secretary", "A");
  // Tết 2027 from 4/2 to 11/2, Saturday 30/1 worked instead of Friday 12/2.
  const administrator = await cast.holder("administrator", "VN");
  await act("deadline.propose_year", { year: 2027 }, administrator);
  const rest = (date: string, kind: string, name: string) =>
    act("deadline.set_day", { date, kind, name }, administrator);
  for (const day of ["04", "05", "06", "07", "08", "09", "10", "11"]) {
    await rest(`2027-02-${day}`, "holiday", "Tết Đinh Mùi");
  }
  await rest("2027-02-12", "compensation", "Nghỉ hoán đổi");
  await rest("2027-01-30", "worked_rest_day", "Làm bù cho 12/2");
});

describe("the announcement, seven full days before", () => {
  test.each([
    // [the conference, the last day to announce it]
    ["2026-03-20", "2026-03-12"],
    ["2027-02-18", "2027-02-03"],
    ["2027-02-08", "2027-01-30"],
    ["2027-02-07", "2027-01-30"],
  ])(
    "a conference on %s is announced by %s at the latest, over Tết and over a swapped Saturday",
    async (held, due) => {
      const id = await prepare(held);
      expect((await step(id, "announce"))!.due).toBe(due);
    },
  );

  test("put off, it has a new last day; done, its clock has stopped; undone, it runs again", async () => {
    const id = await prepare("2026-03-20");
    await act("conference.do_step", { conference: id, step: "announce", note: "Công văn 12/UBND-VP" });
    expect(await step(id, "announce")).toMatchObject({ doneOn: today, note: "Công văn 12/UBND-VP" });
    const announce = async () =>
      (await conferenceClocks(db, await findConference(db, secretary, id, today))).find(
        ({ purpose }) => purpose === "announce",
      )!;
    expect((await announce()).metOn).toBe(today);
    await act("conference.undo_step", { conference: id, step: "announce" });
    expect((await announce()).metOn).toBeNull();
    await act("conference.correct", { conference: id, form: "periodic", held_on: "2026-03-27", chairs });
    expect((await step(id, "announce"))!.due).toBe("2026-03-19");
  });
});

test("each legal basis brings its steps; one written by hand brings none", async () => {
  const codes = async (legal_bases: string[]) =>
    (await checklist(await prepare("2026-04-01", { legal_bases }))).map(({ code }) => code as string);
  const plain = await codes(["Kế hoạch số 101-KH/ĐU"]);
  const party = await codes([legalBases.find(({ code }) => code === "qd-11-2019")!.citation]);
  expect(party.filter((code) => !plain.includes(code))).toEqual(["word_of_party_head", "report_up"]);
  expect(plain).toContain("publish_results"); // the law's clock runs for every commune
});

test("what comes after the day waits for it; publishing stops the clock of every matter of the conference", async () => {
  const id = await prepare(today);
  const done = (code: string, on = today, now = noon) =>
    act("conference.do_step", { conference: id, step: code, on }, secretary, now);
  await expect(done("publish_results")).rejects.toThrow("conference.not_held");
  await act("conference.open", { conference: id });
  await expect(done("publish_results", "2026-03-01")).rejects.toThrow("conference.step_before_day");
  await expect(done("publish_results", "2026-03-04")).rejects.toThrow("conference.step_in_the_future");
  const said = { unit: "A", conference: id, field: "giao_thong", received_on: today, text: "Sửa cầu" };
  const { id: matter } = await act("recommendation.receive", said);
  await done("publish_results", "2026-03-16", later("2026-03-16"));
  await expect(done("publish_results", today, later("2026-03-16"))).rejects.toThrow(
    "conference.step_done_already",
  );
  expect(await step(id, "publish_results")).toMatchObject({ due: "2026-03-12", doneOn: "2026-03-16" });
  const clock = (await clocksOf(db, matter))!.clocks.find(({ purpose }) => purpose === "publish_results");
  expect(clock).toMatchObject({ of: "conference", metOn: "2026-03-16" });
  await expect(act("conference.undo_step", { conference: id, step: "invite" })).rejects.toThrow(
    "conference.step_not_done",
  );
});

test("of two secretaries who tick the same step one is told it is done", async () => {
  const id = await prepare("2026-05-01");
  const other = await cast.holder("office_secretary", "A");
  const ticked = { conference: id, step: "invite" };
  const answers = await Promise.allSettled([
    act("conference.do_step", ticked),
    act("conference.do_step", ticked, other),
  ]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
});

test.each([
  ["front_officer", "A"],
  ["village_head", "A-1"],
  ["office_secretary", "T"],
] as const)("%s of %s ticks off nothing", async (capacity, unit) => {
  const actor = await cast.holder(capacity, unit);
  const id = await prepare("2026-05-02");
  for (const name of ["conference.do_step", "conference.undo_step"]) {
    await expect(act(name, { conference: id, step: "invite" }, actor)).rejects.toThrow("act.not_permitted");
  }
});

describe("a step of preparation is ticked off by the act that does it", () => {
  test("an agenda that was drawn up, guests that were invited; what was ticked before keeps its day", async () => {
    const id = await prepare("2026-03-20");
    const items = [{ title: "Ý kiến của Nhân dân" }];
    await act("conference.set_agenda", { conference: id, expected_version: 1, items });
    await act("conference.do_step", { conference: id, step: "invite", on: "2026-02-27" });
    await act("conference.invite", { conference: id, guests: [{ unit: "A-1", quota: 5 }] });
    expect((await step(id, "agenda"))!.doneOn).toBe(today);
    expect((await step(id, "invite"))!.doneOn).toBe("2026-02-27");
    await act("conference.do_step", {
      conference: id,
      step: "agenda",
      on: "2026-02-28",
      note: "Chủ trì đã duyệt",
    });
    expect(await step(id, "agenda")).toMatchObject({ doneOn: "2026-02-28", note: "Chủ trì đã duyệt" });
  });

  test("an agenda of no items is none", async () => {
    const id = await prepare("2026-03-20");
    await act("conference.set_agenda", { conference: id, expected_version: 1, items: [] });
    expect((await step(id, "agenda"))!.doneOn).toBeNull();
  });

  test("draft answers are there once every agency that was asked has given its own", async () => {
    const id = await prepare("2026-03-20");
    const economy = await cast.holder("agency_head", "A-KT");
    const asked: string[] = [];
    for (const text of ["Sửa đường", "Mắc đèn"]) {
      const said = {
        unit: "A",
        field: "giao_thong",
        conference: id,
        channel: "collected_beforehand",
        received_on: today,
        text,
      };
      const { code } = await act("recommendation.receive", said);
      const request = { conference: id, recommendation: code, agency: "A-KT", due: "2026-03-15" };
      asked.push((await act("conference.ask_draft", request)).id);
    }
    await act("conference.give_draft", { request: asked[0], text: "Đã sửa" }, economy);
    expect((await step(id, "draft_answers"))!.doneOn).toBeNull();
    await act("conference.give_draft", { request: asked[1], text: "Đã mắc" }, economy);
    expect((await step(id, "draft_answers"))!.doneOn).toBe(today);
  });
});
