import { performOn } from "#acts/perform.ts";
import { Problem } from "#kernel/problem.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";
import { arrangeUnits, createUnit } from "./index.ts";

// Whatever somebody says of an arrangement is done, or refused at the field in which it was said: kinds × fields.

const { db } = await testDatabase();
const now = Temporal.Instant.from("2026-03-02T03:00:00Z");
const perform = performOn(db);
const asked = { actor: { kind: "system", name: "tests" }, now } as const;
const on = "2026-02-01";

const create = (code: string, kind: string, parent: string) =>
  perform(createUnit, { code, kind, parent, name: `Đơn vị ${code}` }, asked);

beforeAll(async () => {
  for (const code of ["P", "Q"]) await create(code, "province", "VN");
  for (const code of ["A", "B", "C"]) await create(code, "commune", "P");
  await create("A-T1", "village", "A");
  await create("A-VP", "agency", "A");
  await create("A-VP-TO", "agency", "A-VP");
  await create("B-T1", "village", "B");
});

const fitting = {
  merge: { from: ["A"], to: ["B"] },
  split: { from: ["A"], to: ["B", "C"], children_to: "B" },
  partial: { from: ["A"], to: ["B"] },
  reparent: { from: ["A"], to: ["Q"] },
  abolish: { from: ["A"], to: [], children_to: "P" },
} as const;
type Kind = keyof typeof fitting;
const kinds = Object.keys(fitting) as Kind[];
const leaving: readonly Kind[] = ["split", "abolish"];

/** Where it is refused: the fields; none where it would be carried out. */
async function refusedAt(kind: Kind, changed: Record<string, unknown>): Promise<string[]> {
  const trx = await db.startTransaction().execute();
  try {
    const input = arrangeUnits.input.parse({ kind, on, ...fitting[kind], ...changed });
    const context = { trx, input, now, today: "2026-03-02", actor: asked.actor, post: null };
    const place = await arrangeUnits.place(context);
    await arrangeUnits.run({ ...context, place });
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.faults.map(({ field }) => field);
  } finally {
    await trx.rollback().execute();
  }
}

describe.each(kinds)("%s", (kind) => {
  const leaves = leaving.includes(kind);
  const at = (field: string) => (leaves ? [field] : ["children"]);

  it("is carried out where everything fits", async () => {
    expect(await refusedAt(kind, {})).toEqual([]);
  });

  it("obeys what is said of a unit below, or refuses it", async () => {
    const place = leaves ? fitting[kind as "split"].children_to : "B";
    const choice = { children: [{ unit: "A-T1", to: place }] };
    expect(await refusedAt(kind, choice)).toEqual(leaves ? [] : ["children"]);
    expect(await refusedAt(kind, { children: [{ unit: "A-T1", ends: true }] })).toEqual(
      leaves ? [] : ["children"],
    );
  });

  it.each([
    ["a unit of another", { unit: "B-T1", to: "B" }],
    ["one further down, which goes along", { unit: "A-VP-TO", to: "B" }],
    ["one that there is not", { unit: "NOWHERE", ends: true }],
  ])("refuses %s as a unit below", async (_, child) => {
    expect(await refusedAt(kind, { children: [child] })).toEqual(at(`child:${child.unit}`));
  });

  it.each([
    ["a place that is none", [{ unit: "A-T1", to: "Q" }]],
    ["a place that there is not", [{ unit: "A-T1", to: "NOWHERE" }]],
    ["a place and an end at once", [{ unit: "A-T1", to: "B", ends: true }]],
    ["neither place nor end", [{ unit: "A-T1" }]],
    [
      "two places",
      [
        { unit: "A-T1", to: "B" },
        { unit: "A-T1", to: "C" },
      ],
    ],
  ])("refuses %s of a unit below", async (_, children) => {
    expect(await refusedAt(kind, { children })).toEqual(at("child:A-T1"));
  });

  it("obeys where all others go, or refuses it", async () => {
    expect(await refusedAt(kind, { children_to: "B" })).toEqual(leaves ? [] : ["children_to"]);
    for (const place of ["Q", "NOWHERE"])
      expect(await refusedAt(kind, { children_to: place })).toContain("children_to");
  });

  it("takes as many units before and after as it can do something with", async () => {
    expect(
      await refusedAt(kind, { from: ["A", "B"], children_to: undefined, to: fitting[kind].to.slice(0, 1) }),
    ).toEqual(
      { merge: [], split: ["from"], partial: ["from"], reparent: [], abolish: expect.anything() }[kind],
    );
    const to = kind === "abolish" ? ["B"] : kind === "merge" || kind === "reparent" ? ["B", "C"] : [];
    expect(await refusedAt(kind, { to })).toEqual(["to"]);
  });
});

it.each(["merge", "partial"] as const)("%s of a unit into itself is nothing", async (kind) => {
  expect(await refusedAt(kind, { to: ["A"] })).toEqual(["to"]);
});

it("a unit is not put where it lies already, nor under itself or its own", async () => {
  expect(await refusedAt("reparent", { to: ["P"] })).toEqual(["from"]);
  for (const to of ["A", "A-T1"]) expect(await refusedAt("reparent", { to: [to] })).toEqual(["to"]);
});

it("a split that leaves the unit itself leaves nothing behind", async () => {
  expect(await refusedAt("split", { to: ["A", "B"] })).toEqual(["children_to"]);
  expect(await refusedAt("split", { to: ["A", "B"], children_to: undefined })).toEqual([]);
});
