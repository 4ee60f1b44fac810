import { actNamed } from "#acts/registry.ts";
import { beforeAll, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import { exportRegister } from "./index.ts";

// The head of the village that a matter names reads it, so a file brings no village of somebody else.

const { db } = await testDatabase();
let cast: Cast;
const act = (name: string, input: Record<string, unknown>) =>
  cast.perform(actNamed(name)!, input, { actor: cast.system, now: noon });
const file = (parts: Record<string, unknown>) => ({ format: "doi-thoai/register@1", ...parts });
const matter = (ref: string, more: Record<string, unknown>) => ({
  ...{ ref, unit: "A", channel: "letter", received_on: "2026-02-02", text: "Sửa cầu", events: [] },
  ...more,
});
const conferences = [{ ref: "hn", unit: "A", form: "periodic", held_on: "2026-02-02" }];

beforeAll(async () => {
  cast = await buildCast(db);
  await db.updateTable("unit").set({ until_on: "2026-01-31" }).where("code", "=", "A-2").execute();
});

test.each(["B-1", "A-KT", "A"])(
  "%s is no village of the commune: refused in the words of the act",
  async (village) => {
    const given = file({ recommendations: [matter("m1", {}), matter("m2", { village })] });
    const refusal = { en: `“${village}” is no village of this unit on 02/02/2026.` };
    await expect(act("register.import", { file: given })).rejects.toMatchObject({
      faults: [{ field: "recommendations[1].village", ...refusal }],
      details: { faults: [{ code: "organization.not_a_village_there" }] },
    });
  },
);

test("one that was there no more on the day of the matter says so", async () => {
  const given = file({ recommendations: [matter("m1", { village: "A-2" })] });
  await expect(act("register.import", { file: given })).rejects.toMatchObject({
    details: { faults: [{ path: "recommendations[0].village", code: "organization.unit_not_there" }] },
  });
});

test("nor is the village of a turn that of another unit; all faults are told at once", async () => {
  const turn = (ref: string, village: string) => ({ ref, conference: "hn", speaker: "Bà Nói", village });
  const given = file({ conferences, turns: [turn("1", "B-1"), turn("2", "A-1"), turn("3", "B-1")] });
  await expect(act("register.import", { file: given })).rejects.toMatchObject({
    faults: [{ field: "turns[0].village" }, { field: "turns[2].village" }],
  });
});

test("nor is the village of a further requester that of another unit; each is told at its place", async () => {
  const requesters = [
    { name: "Bà Một", village: "A-1" },
    { name: "Ông Ba", village: "B-1" },
    { name: "Bà Năm" },
  ];
  const more = [{ name: "Bà Phòng", village: "A-KT" }, { village: "A-2" }];
  const given = file({
    recommendations: [matter("m1", { village: "A-1", requesters }), matter("m2", { requesters: more })],
  });
  await expect(act("register.import", { file: given })).rejects.toMatchObject({
    faults: [
      {
        field: "recommendations[0].requesters[1].village",
        en: "“B-1” is no village of this unit on 02/02/2026.",
      },
      { field: "recommendations[1].requesters[0].village" },
      { field: "recommendations[1].requesters[1].village" },
    ],
    details: {
      faults: [
        { code: "organization.not_a_village_there" },
        { code: "organization.not_a_village_there" },
        { code: "organization.unit_not_there" },
      ],
    },
  });
});

test("a province takes any village below it, and its file goes in again", async () => {
  const requesters = [{ name: "Bà Hai", village: "A-1" }];
  const given = file({ recommendations: [matter("m3", { unit: "T", village: "B-1", requesters })] });
  expect(await act("register.import", { file: given })).toMatchObject({ changed: true });
  const own = await exportRegister(db, "T", cast.system, today);
  expect(await act("register.import", { file: own })).toMatchObject({ changed: false });
});
