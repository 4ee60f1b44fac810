import type { Actor } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import { actNamed } from "#acts/registry.ts";
import { mayMove } from "../../permissions.ts";
import { assignable } from "../../many.ts";
import { takenTogether } from "../index.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../../tests/support/database.ts";

const { db } = await testDatabase();
let cast: Cast;
let secretary: Actor;

beforeAll(async () => {
  cast = await buildCast(db);
  secretary = await cast.holder("office_secretary", "A");
});

const perform = (name: string, input: Record<string, unknown>, actor: Actor = cast.system) =>
  cast.perform(actNamed(`recommendation.${name}`)!, input, { actor, now: noon });

async function received(unit = "A"): Promise<string> {
  const said = { unit, text: "Đề nghị sửa mương", field: "giao_thong", received_on: "2026-02-02" };
  return ((await perform("receive", said)) as { code: string }).code;
}

const work = { lead: "A-KT", due: "2026-03-20", on: "2026-02-04" };
const assignMany = (recommendations: unknown, actor = secretary, more = {}) =>
  perform("assign_many", { recommendations, ...work, ...more }, actor);

async function stateOf(code: string) {
  return db
    .selectFrom("state_period as p")
    .innerJoin("recommendation as r", "r.id", "p.recommendation_id")
    .leftJoin("unit as lead", "lead.id", "p.lead_id")
    .select(["p.status", "lead.code as lead", "p.due_on as due"])
    .where("r.code", "=", code)
    .where("p.superseded_at", "=", Infinity as unknown as Date)
    .where("p.left_on", "=", "infinity")
    .executeTakeFirstOrThrow();
}

async function refusalOf(promise: Promise<unknown>): Promise<Problem> {
  const refused = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  expect(refused).toBeInstanceOf(Problem);
  return refused as Problem;
}

describe("many matters given out at once", () => {
  test("each is assigned as if it had been alone, and one line of the audit tells of all", async () => {
    const codes = [await received(), await received(), await received()];
    expect(await assignMany([...codes, codes[0]])).toEqual({ assigned: codes.toSorted() });
    for (const code of codes) {
      expect(await stateOf(code)).toEqual({ status: "in_hand", lead: "A-KT", due: "2026-03-20" });
    }
    const audit = await db
      .selectFrom("audit_entry")
      .select("input")
      .where("act", "=", "recommendation.assign_many")
      .execute();
    expect(audit).toHaveLength(1);
    expect(audit[0]!.input).toMatchObject({ recommendations: codes.toSorted(), lead: "A-KT" });
  });

  test("one that cannot be stops all of them, and is named", async () => {
    const [good, ended, gone] = [await received(), await received(), await received()];
    await perform("reject", { recommendation: ended, on: "2026-02-03", reason: "Không phải kiến nghị" });
    await perform("rule", { recommendation: gone, on: "2026-02-03", ruling: "noted" });
    const { definition, faults, details } = await refusalOf(assignMany([good, ended, gone]));
    expect(definition.code).toBe("recommendation.many_at_fault");
    expect(faults.map(({ field, vi }) => [field, vi.split(":")[0]])).toEqual([
      ["recommendations", ended],
      ["recommendations", gone],
    ]);
    expect(details.recommendations).toEqual([ended, gone]);
    expect((await stateOf(good)).status).toBe("awaiting_ruling");
  });

  test("what is wrong for all is told once, at its field", async () => {
    const codes = [await received(), await received()];
    const { faults } = await refusalOf(assignMany(codes, secretary, { due: "2026-02-01" }));
    expect(faults.map(({ field }) => field)).toEqual(["due"]);
    const elsewhere = await refusalOf(assignMany(codes, secretary, { lead: "B-KT" }));
    expect(elsewhere.faults.map(({ field }) => field)).toEqual(["lead"]);
  });

  test("matters of two units are not given out together, not even by one who keeps both", async () => {
    const province = await cast.holder("office_secretary", "T");
    const [own, below] = [await received("T"), await received("A")];
    const { faults } = await refusalOf(assignMany([own, below], province, { lead: "T-SO" }));
    expect(faults).toHaveLength(1);
    expect((await stateOf(own)).status).toBe("awaiting_ruling");
  });

  test.each([
    ["chairperson", "A", null],
    ["party_secretary", "A", null],
    ["chairperson", "T", "act.not_permitted"],
    ["front_chair", "A", "act.not_permitted"],
    ["statistician", "A", "act.not_permitted"],
    ["office_secretary", "B", "recommendation.many_at_fault"],
    ["agency_head", "A-KT", "recommendation.many_at_fault"],
    ["village_head", "A-1", "recommendation.many_at_fault"],
    ["administrator", "A", "recommendation.many_at_fault"],
  ] as const)("%s of %s: %s", async (capacity, unit, refused) => {
    const code = await received();
    const asked = assignMany([code], await cast.holder(capacity, unit));
    if (refused) expect((await refusalOf(asked)).definition.code).toBe(refused);
    else await asked;
    expect((await stateOf(code)).status).toBe(refused ? "awaiting_ruling" : "in_hand");
  });

  test("one of others and one that is not there are refused in the same words", async () => {
    const others = await received("B");
    const told = await refusalOf(assignMany([others]));
    const invented = await refusalOf(assignMany(["B-2026-9999"]));
    expect(told.faults.map(({ vi }) => vi.replace(others, "…"))).toEqual(
      invented.faults.map(({ vi }) => vi.replace("B-2026-9999", "…")),
    );
  });

  test.each([[[]], [Array.from({ length: 201 }, (_, at) => `A-2026-${at}`)], [undefined]])(
    "none, or more than can be looked over, is refused",
    async (codes) => {
      expect((await refusalOf(assignMany(codes))).definition.code).toBe("act.invalid_input");
    },
  );
});

describe("what can be done together is told before anything is sent", () => {
  const together = (codes: string[], actor: Actor) =>
    takenTogether(db, actor, codes, { may: mayMove.assign, fitting: assignable, today });
  const told = async (codes: string[], actor: Actor) => {
    const { keeper, not } = await together(codes, actor);
    return { keeper, not: Object.fromEntries([...not].map(([code, { why }]) => [code, why])) };
  };

  test("each that cannot be, with why: its state, another unit's, no right there", async () => {
    const [good, ended, below] = [await received(), await received(), await received("B")];
    await perform("reject", { recommendation: ended, on: "2026-02-03", reason: "Không phải kiến nghị" });
    expect(await told([ended, good, below], secretary)).toEqual({
      keeper: "A",
      not: { [ended]: "status", [below]: "not_permitted" },
    });
    const both = await officeOf("A", "B");
    expect(await told([below, good, await received()], both)).toEqual({
      keeper: "A",
      not: { [below]: "kept_elsewhere" },
    });
    expect(await told([below, good], both)).toEqual({ keeper: "B", not: { [good]: "kept_elsewhere" } });
  });

  test("what is told to be taken is taken by the act, all of it", async () => {
    const both = await officeOf("A", "B");
    const codes = [await received("B"), await received(), await received(), await received("T")];
    const { not } = await together(codes, both);
    const taken = codes.filter((code) => !not.has(code));
    expect(await assignMany(taken, both)).toEqual({ assigned: taken.toSorted() });
    for (const code of not.keys()) expect((await stateOf(code)).status).toBe("awaiting_ruling");
  });

  test("what came from two wards that were merged is kept by one, and is given out together", async () => {
    const administrator = await cast.holder("administrator", "VN");
    const organization = (name: string, input: object) =>
      cast.perform(actNamed(`organization.${name}`)!, input, { actor: administrator, now: noon });
    for (const [code, name] of [
      ["D1", "Phường Một"],
      ["D2", "Phường Hai"],
    ])
      await organization("create_unit", { code, name, kind: "commune", parent: "K" });
    const codes = [await received("D1"), await received("D2"), await received("C")];
    await organization("arrange_units", {
      kind: "merge",
      on: "2026-02-20",
      from: ["D1", "D2"],
      to: ["C"],
      symbol: "9/NQ",
    });
    await organization("create_unit", { code: "C-KT", name: "Phòng Kinh tế", kind: "agency", parent: "C" });
    const office = await cast.holder("office_secretary", "C");
    expect((await together(codes, office)).not.size).toBe(0);
    await assignMany(codes, office, { lead: "C-KT", on: today });
    for (const code of codes) expect((await stateOf(code)).lead).toBe("C-KT");
  });
});

/** One who is office secretary in several units. */
async function officeOf(...units: string[]): Promise<Actor> {
  const people = await Promise.all(units.map((unit) => cast.holder("office_secretary", unit)));
  return { ...people[0]!, posts: people.flatMap(({ posts }) => posts) };
}
