import type { Actor } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import { actNamed } from "#acts/registry.ts";
import { beforeAll, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../../tests/support/database.ts";
import { findConferenceWithAgenda } from "../life/find-conference.ts";
import { findTurn } from "./find-turn.ts";

const { db } = await testDatabase();
let cast: Cast;
let secretary: Actor;
let conference: string;

beforeAll(async () => {
  cast = await buildCast(db);
  secretary = await cast.holder("office_secretary", "A");
  const chairs = [{ name: "Bà Chủ trì", capacity: "chairperson" }];
  const held = { unit: "A", form: "periodic", held_on: "2026-02-10", chairs };
  conference = (await act("conference.record", held)).id;
});

const act = (name: string, input: Record<string, unknown>, actor = secretary) =>
  cast.perform(actNamed(name)!, input, { actor, now: noon }) as Promise<{ id: string; code: string }>;

async function turn(said: Record<string, unknown> = {}) {
  return (await act("conference.record_turn", { conference, speaker: "Bà Hỏi", village: "A-1", ...said })).id;
}

/** Sends the whole turn as its form does, with some of it changed. */
async function correct(id: string, changes: Record<string, unknown>, actor = secretary) {
  const { position, speaker, village, naming, praiseOnly, summary } = (await findTurn(db, conference, id))!;
  const words = { speaker: speaker ?? "", village: village ?? "", summary: summary ?? "" };
  const given = { turn: id, position, naming, praise_only: praiseOnly, ...words, ...changes };
  return act("conference.correct_turn", given, actor);
}

async function refusal(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
  } catch (problem) {
    if (problem instanceof Problem) return problem.definition.code;
    throw problem;
  }
  return "done";
}

test("who spoke and what was said are put right; how it read before stays, with who changed it", async () => {
  const id = await turn({ summary: "Hỏi về đường" });
  await correct(id, { speaker: "Bà Thật", village: "A-2", summary: "Hỏi về cầu" });
  expect(await findTurn(db, conference, id)).toMatchObject({
    speaker: "Bà Thật",
    villageName: "Thôn Hai",
    summary: "Hỏi về cầu",
    version: 2,
    earlier: [
      {
        speaker: "Bà Hỏi",
        villageName: "Thôn Một",
        summary: "Hỏi về đường",
        until: today,
        personName: "office_secretary A",
      },
    ],
  });
});

test("a name taken back is shown to nobody in the agenda, and no line of the audit has it", async () => {
  const id = await turn({ speaker: "Người Muốn Giấu" });
  await correct(id, { naming: "anonymous" });
  const agenda = async (actor: Actor) =>
    JSON.stringify((await findConferenceWithAgenda(db, actor, conference, today)).turns);
  for (const actor of [secretary, await cast.holder("chairperson", "A")])
    expect(await agenda(actor)).not.toContain("Người Muốn Giấu");
  const audit = await db.selectFrom("audit_entry").select("input").where("subject_id", "=", id).execute();
  expect(audit.length).toBeGreaterThan(0);
  expect(JSON.stringify(audit)).not.toContain("Người Muốn Giấu");
});

test("two turns change places in one go, and both keep how they stood", async () => {
  const [first, second] = [await turn({ position: 101 }), await turn({ position: 102 })];
  await correct(first, { position: 102 });
  const placed = [(await findTurn(db, conference, first))!, (await findTurn(db, conference, second))!];
  expect(placed.map(({ position }) => position)).toEqual([102, 101]);
  expect(placed.map(({ earlier }) => earlier.map(({ position }) => position))).toEqual([[101], [102]]);
  await correct(first, { position: 150 });
  expect((await findTurn(db, conference, first))!.position).toBe(150);
});

test("the second of two is told, and nothing is lost", async () => {
  const id = await turn();
  await correct(id, { summary: "một", expected_version: 1 });
  expect(await refusal(correct(id, { summary: "hai", expected_version: 1 }))).toBe(
    "conference.turn_changed_meanwhile",
  );
  expect((await findTurn(db, conference, id))!.summary).toBe("một");
});

test("what does not hold together is refused", async () => {
  const id = await turn();
  expect(await refusal(correct(id, { speaker: "" }))).toBe("conference.speaker_needed");
  expect(await refusal(correct(id, { position: "" }))).toBe("act.invalid_input");
  const split = { unit: "A", conference, turn: id, field: "giao_thong", received_on: "2026-02-10" };
  const { code } = await act("recommendation.receive", { ...split, text: "Sửa đường" });
  expect(await refusal(correct(id, { praise_only: true }))).toBe("conference.turn_holds_matters");
  await act("recommendation.hold", { recommendation: code, reason: "có thể là tố cáo" });
  const blind = { turn: id, position: 1, naming: "named", speaker: "Bà Hỏi" };
  expect(await refusal(act("conference.correct_turn", blind))).toBe("conference.turn_out_of_sight");
  expect(await findTurn(db, conference, id)).toBeNull();
});

test("the office of that unit alone puts a turn right", async () => {
  const id = await turn();
  const others = [
    ["chairperson", "A"],
    ["party_secretary", "A"],
    ["office_secretary", "T"],
    ["office_secretary", "B"],
    ["village_head", "A-1"],
    ["front_chair", "A"],
  ] as const;
  for (const [capacity, unit] of others) {
    const refused = await refusal(correct(id, { summary: "x" }, await cast.holder(capacity, unit)));
    expect([capacity, unit, refused]).toEqual([
      capacity,
      unit,
      unit === "B" ? "conference.not_found" : "act.not_permitted",
    ]);
  }
});
