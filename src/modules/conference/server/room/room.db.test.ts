import { actNamed } from "#acts/registry.ts";
import type { Actor } from "#kernel/actor.ts";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../../tests/support/database.ts";
import { readRoomHead, readRoomTurns } from "../index.ts";

const { db } = await testDatabase();
let cast: Cast;
let secretary: Actor;
let conference: string;

const heldOn = "2026-03-01";
type Made = { id: string; code: string };
const act = (name: string, input: Record<string, unknown>, key?: string, actor = secretary) =>
  cast.perform(actNamed(name)!, input, { actor, now: noon, idempotencyKey: key }) as Promise<Made>;
const speak = (speaker: string, key?: string) => act("conference.record_turn", { conference, speaker }, key);
const ask = (turn: string, text: string) =>
  act("recommendation.receive", {
    unit: "A",
    conference,
    turn,
    field: "giao_thong",
    received_on: heldOn,
    text,
  });
const head = () => readRoomHead(db, secretary, conference, today);

beforeAll(async () => {
  cast = await buildCast(db);
  secretary = await cast.holder("office_secretary", "A");
});
beforeEach(async () => {
  const chairs = [{ name: "Bà Bí thư", capacity: "party_secretary" }];
  conference = (await act("conference.record", { unit: "A", form: "periodic", held_on: heldOn, chairs })).id;
});

describe("the recording page", () => {
  test("shows the last twenty turns, the newest first, and leads on to the older", async () => {
    for (let number = 1; number <= 23; number += 1) await speak(`Người ${number}`);
    const page = await readRoomTurns(db, secretary, await head(), today);
    expect(page.turns.map(({ position }) => position)).toEqual(
      Array.from({ length: 20 }, (_, index) => 23 - index),
    );
    expect(page.older).toBe(4);
    const rest = await readRoomTurns(db, secretary, await head(), today, page.older);
    expect(rest.turns.map(({ speaker }) => speaker)).toEqual(["Người 3", "Người 2", "Người 1"]);
    expect(rest.older).toBeNull();
  });

  test("its mark changes with a turn, a matter, a ruling and a count, and with nothing else", async () => {
    const marks = [(await head()).mark, (await head()).mark];
    const { id } = await speak("Ông Một");
    marks.push((await head()).mark);
    const { code } = await ask(id, "Sửa đường");
    marks.push((await head()).mark);
    await act("recommendation.rule", { recommendation: code, ruling: "noted", on: heldOn });
    marks.push((await head()).mark);
    await act("conference.count_attendance", { conference, attendances: "120" });
    marks.push((await head()).mark);
    expect(new Set(marks).size).toBe(5);
    expect(await head()).toMatchObject({ attendances: 120, turns: 1, recommendations: 1, unruled: 0 });
  });

  test("a turn sent twice with its key is one turn", async () => {
    const first = await speak("Ông Một", "same-key-0001");
    expect(await speak("Ông Một", "same-key-0001")).toEqual(first);
    expect((await head()).turns).toBe(1);
  });

  test("is not there for those who may not know of the conference", async () => {
    const elsewhere = await cast.holder("office_secretary", "C");
    await expect(readRoomHead(db, elsewhere, conference, today)).rejects.toMatchObject({
      definition: { code: "conference.not_found" },
    });
  });
});

describe("a promise in the room", () => {
  const rule = async (ruling: string, due: string) => {
    const { code } = await ask((await speak("Ông Một")).id, "Mắc đèn đường");
    return act("recommendation.rule", { recommendation: code, ruling, due, on: heldOn, text: "Sẽ làm" });
  };

  test("is the matter's date, though nobody is assigned yet", async () => {
    await rule("written_answer", "2026-03-20");
    const { turns } = await readRoomTurns(db, secretary, await head(), today);
    expect(turns[0]!.matters).toMatchObject([
      { status: "awaiting_assignment", ruling: "written_answer", due: "2026-03-20" },
    ]);
  });

  test.each([
    ["an answer given now is not promised", "answered_now", "2026-03-20", "promise_without_answer"],
    ["nobody promises for a day gone by", "written_answer", "2026-02-27", "promise_before_ruling"],
  ])("%s", async (_, ruling, due, code) => {
    await expect(rule(ruling, due)).rejects.toMatchObject({
      definition: { code: `recommendation.${code}` },
    });
  });
});

test("what was collected and waits for its ruling stands there, with what its agency would answer and who wrote that", async () => {
  const ahead = {
    unit: "A",
    form: "periodic",
    held_on: today,
    chairs: [{ name: "Bà Bí thư", capacity: "party_secretary" }],
  };
  conference = (await act("conference.prepare", ahead)).id;
  const said = {
    unit: "A",
    conference,
    field: "giao_thong",
    received_on: today,
    channel: "collected_beforehand",
  };
  const { code } = await act("recommendation.receive", { ...said, text: "Sửa cầu" });
  const { code: other } = await act("recommendation.receive", { ...said, text: "Lắp đèn" });
  const asked = { conference, recommendation: code, agency: "A-KT", due: today };
  const { id: request } = await act("conference.ask_draft", asked);
  await act("conference.open", { conference });
  const page = async () => readRoomTurns(db, secretary, await head(), today);
  expect((await page()).collected.map((each) => each.code)).toEqual([code, other]);
  expect((await page()).drafts).toEqual([]);
  const { mark } = await head();
  const officer = await cast.holder("agency_officer", "A-KT");
  const parts = { text: "Sửa trong quý II", action: "Đã khảo sát", basis: "Nghị quyết 5/NQ-HĐND" };
  await act("conference.give_draft", { request, ...parts }, undefined, officer);
  expect((await head()).mark).not.toBe(mark);
  expect((await page()).drafts).toMatchObject([
    {
      code,
      givenBy: officer.name,
      draft: "Kết luận: Sửa trong quý II\nViệc đã làm: Đã khảo sát\nCăn cứ: Nghị quyết 5/NQ-HĐND",
    },
  ]);
  await act("recommendation.rule", {
    recommendation: code,
    ruling: "answered_now",
    on: today,
    text: "Sửa trong quý II",
  });
  const after = await page();
  expect([after.collected.map((each) => each.code), after.drafts]).toEqual([[other], []]);
});

test("only a conference that was held is counted", async () => {
  const given = { unit: "A", form: "periodic", held_on: "2026-03-20" };
  const prepared = (await act("conference.prepare", given)).id;
  await expect(
    act("conference.count_attendance", { conference: prepared, attendances: 5 }),
  ).rejects.toMatchObject({ definition: { code: "conference.not_held" } });
});
