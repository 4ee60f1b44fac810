import { performOn } from "#acts/perform.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";
import { arrangeUnits, createUnit, readSuccessions, readUnit } from "./index.ts";

const { db } = await testDatabase();
const now = Temporal.Instant.from("2026-03-02T03:00:00Z");
const perform = performOn(db);
const asked = { actor: { kind: "system", name: "tests" }, now } as const;
const on = "2026-02-01";

const create = (code: string, kind: string, parent: string) =>
  perform(createUnit, { code, kind, parent, name: `Đơn vị ${code}` }, asked);
const arrange = (input: Record<string, unknown>) => perform(arrangeUnits, { on, ...input }, asked);
const above = async (code: string, day = on) => (await readUnit(db, code, day)).ancestors.at(-1)!.code;

/** A commune X with two villages, and an agency that has an office below it; beside it X1 and X2. */
async function commune(x: string) {
  await create(`${x}P`, "province", "VN");
  for (const code of [x, `${x}1`, `${x}2`]) await create(code, "commune", `${x}P`);
  for (const code of [`${x}-T1`, `${x}-T2`]) await create(code, "village", x);
  await create(`${x}-VP`, "agency", x);
  await create(`${x}-VP-TO`, "agency", `${x}-VP`);
}

beforeAll(async () => {
  for (const x of ["S", "U", "W", "Z"]) await commune(x);
});

describe("what hangs on a unit that is split", () => {
  it("has to be placed, each one: nothing is written otherwise, and the refusal names them and the places", async () => {
    const attempt = arrange({
      kind: "split",
      from: ["S"],
      to: ["S1", "S2"],
      children: [
        { unit: "S-T1", to: "S1" },
        { unit: "S-T2", to: "SP" },
      ],
    });
    await expect(attempt).rejects.toMatchObject({
      definition: { code: "organization.children_left" },
      faults: [{ field: "child:S-T2" }, { field: "child:S-VP" }],
      details: { places: [{ code: "S1" }, { code: "S2" }] },
    });
    expect(await readSuccessions(db, (await readUnit(db, "S", on)).id)).toEqual([]);
    expect((await readUnit(db, "S", on)).there).toBe(true);
  });

  it("goes where it was placed; what ends with it is written down as ended, and leaves its own to be placed", async () => {
    const split = { kind: "split", from: ["U"], to: ["U1", "U2"], children_to: "U2" };
    const ending = [{ unit: "U-VP", ends: true }];
    await expect(arrange({ ...split, children: ending, children_to: undefined })).rejects.toMatchObject({
      faults: [{ field: "child:U-T1" }, { field: "child:U-T2" }, { field: "child:U-VP-TO" }],
    });
    await arrange({ ...split, children: [{ unit: "U-T1", to: "U1" }, ...ending] });
    expect([await above("U-T1"), await above("U-T2"), await above("U-VP-TO")]).toEqual(["U1", "U2", "U2"]);
    expect(await above("U-T1", "2026-01-31")).toBe("U");
    const office = await readUnit(db, "U-VP", on);
    expect([office.there, office.untilOn]).toEqual([false, "2026-01-31"]);
    expect((await readSuccessions(db, office.id)).map(({ kind }) => kind)).toEqual(["abolish"]);
  });
});

describe("what hangs on a unit that is abolished", () => {
  it("goes under the unit above or one beside, and nowhere else", async () => {
    const abolish = { kind: "abolish", from: ["W"], to: [] };
    await expect(arrange({ ...abolish, children_to: "S1" })).rejects.toThrow("children_left");
    await expect(arrange({ ...abolish, children_to: "W" })).rejects.toThrow("children_left");
    await arrange({ ...abolish, children_to: "W1", children: [{ unit: "W-VP", to: "WP" }] });
    expect([await above("W-T1"), await above("W-VP"), await above("W-VP-TO")]).toEqual(["W1", "WP", "W-VP"]);
  });
});

it("a merger asks nothing: what hung on the merged unit goes over with it", async () => {
  await arrange({ kind: "merge", from: ["Z", "Z1"], to: ["Z2"] });
  expect([await above("Z-T1"), await above("Z-VP")]).toEqual(["Z2", "Z2"]);
});
