import { actNamed } from "#acts/registry.ts";
import type { Actor } from "#kernel/actor.ts";
import { wordlessAnswers } from "#modules/conference/server/index.ts";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../../tests/support/database.ts";
import { findMatter, type MatterReading } from "../matter/find-matter.ts";

const { db } = await testDatabase();
let cast: Cast;
let secretary: Actor;
let conference: string;

type Made = { id: string; code: string; version: number };
const heldOn = "2026-02-25";
const act = (name: string, input: Record<string, unknown>, actor = secretary) =>
  cast.perform(actNamed(name)!, input, { actor, now: noon }) as Promise<Made>;
const write = (recommendation: string, more: object = {}, actor = secretary) =>
  act("recommendation.write_answer", { recommendation, text: "Đã thay bóng đèn", ...more }, actor);
const read = async (code: string) => (await findMatter(db, secretary, code, today)) as MatterReading;
const codesWaiting = async () =>
  (await wordlessAnswers(db, secretary, conference, today)).map(({ code }) => code);

beforeAll(async () => {
  cast = await buildCast(db);
  secretary = await cast.holder("office_secretary", "A");
});
beforeEach(async () => {
  const chairs = [{ name: "Bà Bí thư", capacity: "party_secretary" }];
  conference = (await act("conference.record", { unit: "A", form: "periodic", held_on: heldOn, chairs })).id;
});

const said = { unit: "A", field: "giao_thong", received_on: heldOn, text: "Mắc đèn đường" };
const asked = async () => (await act("recommendation.receive", { ...said, conference })).code;
const now = { ruling: "answered_now", on: heldOn };
async function answeredWithoutWords(): Promise<string> {
  const recommendation = await asked();
  await act("recommendation.rule", { recommendation, ...now, words_later: true });
  return recommendation;
}

describe("an answer given now", () => {
  test("has its words, unless they are to come later and it was asked at a conference", async () => {
    const recommendation = await asked();
    const without = { definition: { code: "recommendation.answer_without_words" } };
    await expect(act("recommendation.rule", { recommendation, ...now })).rejects.toMatchObject(without);
    const { code } = await act("recommendation.receive", said);
    const elsewhere = { recommendation: code, ...now, words_later: true };
    await expect(act("recommendation.rule", elsewhere)).rejects.toMatchObject(without);
    await act("recommendation.rule", { recommendation, ...now, text: "Đã thay" });
    expect(await codesWaiting()).toEqual([]);
  });

  test("without its words is told of, to those who may read the matter", async () => {
    const code = await answeredWithoutWords();
    expect(await wordlessAnswers(db, secretary, conference, today)).toEqual([{ code, text: said.text }]);
    const elsewhere = await cast.holder("office_secretary", "C");
    expect(await wordlessAnswers(db, elsewhere, conference, today)).toEqual([]);
  });
});

describe("writing down afterwards what was answered", () => {
  test("keeps the day and the ruling, and the entry that had no words stays readable", async () => {
    const code = await answeredWithoutWords();
    expect((await read(code)).mayWriteAnswer).toBe(true);
    await write(code);
    const { events, annulled, state, mayWriteAnswer } = await read(code);
    expect(events).toMatchObject([
      { act: "rule", on: heldOn, ruling: "answered_now", text: "Đã thay bóng đèn" },
    ]);
    expect(annulled).toMatchObject([{ act: "rule", on: heldOn, text: null }]);
    expect([state.status, mayWriteAnswer]).toEqual(["answered_in_room", false]);
    expect(await codesWaiting()).toEqual([]);
  });

  test("goes on after the matter was confirmed and closed on later days", async () => {
    const code = await answeredWithoutWords();
    const confirmed = { recommendation: code, by: "requester", satisfied: "true", on: "2026-02-26" };
    await act("recommendation.confirm", confirmed);
    await act("recommendation.close", { recommendation: code, on: "2026-02-27" });
    await write(code);
    const { events, state } = await read(code);
    expect(events.map((event) => event.act)).toEqual(["rule", "confirm", "close"]);
    expect([state.status, state.satisfied, state.class]).toEqual(["closed", true, "answered_in_room"]);
  });

  test.each([
    ["a step of the same day", { on: heldOn }, {}, "steps_on_its_day"],
    ["an earlier version", { on: "2026-02-26" }, { expected_version: 1 }, "changed_meanwhile"],
  ])("is refused because of %s", async (_, closed, more, code) => {
    const recommendation = await answeredWithoutWords();
    await act("recommendation.close", { recommendation, ...closed });
    await expect(write(recommendation, more)).rejects.toMatchObject({
      definition: { code: `recommendation.${code}` },
    });
  });

  test("is for those who may rule, once", async () => {
    const code = await answeredWithoutWords();
    const foreign = await cast.holder("office_secretary", "B");
    await expect(write(code, {}, foreign)).rejects.toMatchObject({
      definition: { code: "recommendation.not_found" },
    });
    const front = await cast.holder("front_officer", "A");
    await expect(write(code, {}, front)).rejects.toMatchObject({
      definition: { code: "act.not_permitted" },
    });
    await write(code);
    await expect(write(code)).rejects.toMatchObject({
      definition: { code: "recommendation.no_answer_to_word" },
    });
  });
});

describe("a promise in an answer", () => {
  const promised = { ...now, text: "Đã nhận. Đèn sẽ lắp xong trước 10/12." };
  const found = { definition: { code: "recommendation.promise_in_answer" }, details: { due: "2026-12-10" } };

  test("given now is asked about, and is a written answer for that day, or told all the same", async () => {
    const recommendation = await asked();
    await expect(act("recommendation.rule", { recommendation, ...promised })).rejects.toMatchObject(found);
    await act("recommendation.rule", { recommendation, ...promised, promise: "task" });
    const { state, events } = await read(recommendation);
    expect([state.status, state.dueOn]).toEqual(["awaiting_assignment", "2026-12-10"]);
    expect(events).toMatchObject([{ ruling: "written_answer", dueOn: "2026-12-10", text: promised.text }]);
    const told = await asked();
    await act("recommendation.rule", { recommendation: told, ...promised, promise: "told" });
    expect((await read(told)).state.status).toBe("answered_in_room");
  });

  test("written down afterwards becomes the task that it was", async () => {
    const code = await answeredWithoutWords();
    await expect(write(code, { text: promised.text })).rejects.toMatchObject(found);
    await write(code, { text: promised.text, promise: "task" });
    const { state, annulled } = await read(code);
    expect([state.status, state.dueOn, annulled.length]).toEqual(["awaiting_assignment", "2026-12-10", 1]);
  });

  test("of a draft is asked about, unless it says that it is told", async () => {
    const recommendation = await asked();
    await act("recommendation.assign", { recommendation, lead: "A-KT", due: "2026-03-20", on: heldOn });
    const draft = { recommendation, outcome: "done", text: "Sẽ lắp xong trước 10/12" };
    await expect(act("recommendation.draft_answer", draft)).rejects.toMatchObject(found);
    await act("recommendation.draft_answer", { ...draft, promise: "told" });
    const refusing = {
      ...draft,
      outcome: "refused",
      basis: "Điều 12 Luật Đất đai",
      text: "Không thuộc phạm vi; dự án sẽ xong ngày 10/12",
    };
    await act("recommendation.draft_answer", refusing);
    expect((await read(recommendation)).state.draft).toBe("drafted");
  });
});
