import { toldReadings } from "#acts/readings.ts";
import type { Actor } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import { actNamed } from "#acts/registry.ts";
import { applySuccession } from "#modules/organization/server/index.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { askNamed } from "../../tests/support/asking.ts";
import { buildCast, noon, type Cast } from "../../tests/support/cast.ts";
import { testDatabase } from "../../tests/support/database.ts";

const { db } = await testDatabase();
let cast: Cast;
let secretary: Actor;
let conference: string;

beforeAll(async () => {
  cast = await buildCast(db);
  secretary = await cast.holder("office_secretary", "A");
  const act = async (name: string, input: object) =>
    (await cast.perform(actNamed(name)!, input, { actor: cast.system, now: noon })) as { id: string };
  const chairs = [{ name: "Bà Chủ trì", capacity: "party_secretary" }];
  for (const [unit, held_on] of [
    ["A", "2025-05-05"],
    ["A", "2026-01-10"],
    ["B", "2026-01-12"],
    ["A", "2026-02-02"],
  ])
    conference = (await act("conference.record", { unit, form: "periodic", held_on, chairs })).id;
  const turn = await act("conference.record_turn", { conference, speaker: "Ông Hỏi", village: "A-1" });
  const said = { unit: "A", text: "Sửa đường", field: "giao_thong", received_on: "2026-02-02" };
  await act("recommendation.receive", { ...said, conference, turn: turn.id });
  await act("recommendation.receive", { ...said, conference, text: "Thắp đèn" });
});

/** What a reading answers over the API: its query checked, and its answer what the description promises. */
async function ask(name: string, asked: object, actor: Actor = secretary): Promise<Record<string, unknown>> {
  const reading = toldReadings.find((one) => one.name === name)!;
  const answer = JSON.parse(JSON.stringify(await askNamed(db, name, asked, actor))) as never;
  expect(reading.api.answer.safeParse(answer).error).toBeUndefined();
  return answer;
}

describe("units", () => {
  const codesIn = (answer: Record<string, unknown>) =>
    (answer.units as { code: string }[]).map(({ code }) => code);

  test("are found by name, with and without tone marks, and by code", async () => {
    expect(codesIn(await ask("units.search", { q: "xa binh" }))[0]).toBe("B");
    expect(codesIn(await ask("units.search", { q: "A-KT" }))).toEqual(["A-KT"]);
    expect(codesIn(await ask("units.search", { q: "%" }))).toEqual([]);
  });

  test("one on a day; what has no beginning or end says null", async () => {
    expect(await ask("units.find", { unit: "A-1", on: "2026-01-01" })).toMatchObject({
      code: "A-1",
      name: "Thôn Một",
      kind: "village",
      from: null,
      until: null,
      there: true,
      ancestors: [{ code: "VN" }, { code: "T" }, { code: "A" }],
      parents: [{ code: "A", from: null, until: null }],
    });
  });

  test("those below, part by part, each once", async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const part = await ask("units.below", { unit: "A", size: "3", after });
      seen.push(...codesIn(part));
      after = (part.next as string | null) ?? undefined;
    } while (after);
    expect(seen).toEqual(["A-1", "A-2", "A-KT", "A-VH"]);
    expect(codesIn(await ask("units.below", { unit: "A", kind: "agency" }))).toEqual(["A-KT", "A-VH"]);
  });

  test("a unit that is not there is not found", async () => {
    await expect(ask("units.find", { unit: "KHONG" })).rejects.toThrow("organization.unit_not_found");
  });
});

describe("conferences", () => {
  const daysIn = (answer: Record<string, unknown>) =>
    (answer.conferences as { held_on: string }[]).map(({ held_on }) => held_on);

  test("by period and unit, the latest first, part by part", async () => {
    expect(daysIn(await ask("conferences.list", {}))).toEqual(["2026-02-02", "2026-01-10", "2025-05-05"]);
    expect(daysIn(await ask("conferences.list", { from: "2026-01-01", to: "2026-01-31" }))).toEqual([
      "2026-01-10",
    ]);
    const first = await ask("conferences.list", { size: "2" });
    const rest = await ask("conferences.list", { size: "2", after: first.next });
    expect([daysIn(first).length, daysIn(rest), rest.next]).toEqual([2, ["2025-05-05"], null]);
    expect(daysIn(await ask("conferences.list", { unit: "B" }))).toEqual([]);
    const province = await cast.holder("statistician", "T");
    expect(daysIn(await ask("conferences.list", { unit: "B" }, province))).toEqual(["2026-01-12"]);
  });

  test("a key that nobody gave out is refused", async () => {
    for (const after of ["1", "2026-02-31~0199aaaa-0000-7000-8000-000000000000"])
      await expect(ask("conferences.list", { after })).rejects.toThrow("conference.not_a_key");
  });

  test("one with its chairs, turns and matters", async () => {
    expect(await ask("conferences.find", { conference })).toMatchObject({
      unit: "A",
      held_on: "2026-02-02",
      life: "held",
      chairs: [{ name: "Bà Chủ trì", is_head: true }],
      turns: [{ speaker: "Ông Hỏi", village: "A-1", hidden: 0, matters: [{ text: "Sửa đường" }] }],
      loose: [{ text: "Thắp đèn" }],
      counts: { recommendations: 2, open: 2, by_class: { awaiting_ruling: 2 } },
    });
  });

  test("is not there for a stranger, nor what is no identifier", async () => {
    const stranger = await cast.holder("office_secretary", "C");
    for (const [asked, actor] of [[conference, stranger] as const, ["x'", secretary] as const]) {
      const thrown = await ask("conferences.find", { conference: asked }, actor).catch((error) => error);
      expect(thrown).toBeInstanceOf(Problem);
      expect((thrown as Problem).definition.code).toBe("conference.not_found");
    }
  });
});

test("a unit and those that came before and after it name each other", async () => {
  const succession = {
    kind: "merge",
    on: "2026-02-01",
    from: [cast.unit("B")],
    to: [cast.unit("A")],
  } as const;
  await db.transaction().execute((trx) => applySuccession(trx, succession, noon));
  const before = await ask("units.find", { unit: "B", on: "2026-03-01" });
  expect(before).toMatchObject({ there: false, until: "2026-01-31", day: "2026-01-31" });
  expect(before.successors).toEqual([{ kind: "merge", on: "2026-02-01", code: "A", name: "Xã An" }]);
  expect((await ask("units.find", { unit: "A" })).predecessors).toMatchObject([
    { code: "B", name: "Xã Bình" },
  ]);
});

test("a matter gives its field by name and by the code that an act wants", async () => {
  const { code } = await db.selectFrom("recommendation").select("code").executeTakeFirstOrThrow();
  const found = await ask("recommendations.find", { code });
  expect(found).toMatchObject({ field_code: "giao_thong" });
  expect(found.field).not.toBe(found.field_code);
  const right = { text: "Sửa đường thôn", kind: "question", received_on: "2026-02-02", naming: "named" };
  const why = { recommendation: code, raised_by: "Ông Hỏi", contact: "0900000000", reason: "Nghe nhầm" };
  const input = { ...right, ...why, field: found.field_code };
  await cast.perform(actNamed("recommendation.correct")!, input, { actor: cast.system, now: noon });
  expect(await ask("recommendations.find", { code })).toMatchObject({ field_code: "giao_thong" });
});
