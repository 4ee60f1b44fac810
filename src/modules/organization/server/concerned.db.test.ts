import { actNamed } from "#acts/registry.ts";
import { DryRun } from "#platform/server/act/dry-run.ts";
import { expect, test } from "vitest";
import { matterScene } from "../../../../tests/support/matter-scene.ts";
import { noon } from "../../../../tests/support/cast.ts";
import { unitByCode } from "./unit.store.ts";
import { readSuccessions, readUnit, type Arranged } from "./index.ts";

// Before units are arranged it is told whom and what that concerns; nothing is written by it, and what would be refused is refused.

const { db, cast, who, move } = await matterScene([
  ["administrator", "T"],
  ["administrator", "A"],
  ["office_secretary", "A"],
  ["chairperson", "A"],
]);
const act = (name: string, input: object, by = cast.system) =>
  cast.perform(actNamed(name)!, input, { actor: by, now: noon });
const merging = { kind: "merge", on: "2026-03-02", from: ["A"], to: ["B"] };
const tried = (input: object, name = "administrator T") =>
  act(
    "organization.arrange_units",
    { ...input, dry_run: true },
    name === "system" ? cast.system : who(name),
  ).catch((error: unknown) => error);

test("posts, open matters, work of others, plans and conferences are counted", async () => {
  const said = { unit: "A", text: "Đường hỏng", field: "giao_thong", received_on: "2026-02-02" };
  const [open, given, ended] = [
    await move("receive", said),
    await move("receive", said),
    await move("receive", said),
  ];
  await move("assign", { recommendation: given.code, on: "2026-02-03", lead: "A-KT", due: "2026-03-20" });
  await move("reject", { recommendation: ended.code, on: "2026-02-03", reason: "Trùng nội dung" });
  expect(open.code).not.toBe(given.code);
  await act("conference.prepare", { unit: "A", form: "periodic", held_on: "2026-04-01" });
  const before = await readUnit(db, "A", "2026-03-02");

  const told = (await tried(merging)) as DryRun<Arranged>;
  expect(told).toBeInstanceOf(DryRun);
  expect(told.summary).toEqual({
    dry_run: true,
    concerned: [
      {
        ...{ code: "A", name: "Xã An", ends: true, posts: 3, people: 3, kept: 2, led: 0, helped: 0 },
        ...{ plans: 0, conferences: 1, below: 4 },
        within: { units: 4, posts: 0, people: 0, kept: 0, led: 1, helped: 0, plans: 0, conferences: 0 },
      },
    ],
  });
  expect(await readUnit(db, "A", "2026-03-02")).toEqual(before);
  expect(await readSuccessions(db, before.id)).toEqual([]);

  const office = { ...merging, kind: "partial", from: ["A-KT"], to: ["A-VH"] };
  const { summary } = (await tried(office)) as DryRun<Arranged>;
  expect(summary.concerned).toMatchObject([
    { code: "A-KT", ends: false, kept: 0, led: 1, helped: 0, within: null },
  ]);
});

test("what lies in a unit at any depth is counted with it, each unit once, where it is nearest", async () => {
  const unit = (code: string, kind: string, parent: string) =>
    act("organization.create_unit", { code, kind, parent, name: `Đơn vị ${code}`, from: "2020-01-01" });
  await unit("D", "district", "T");
  await unit("D-X", "commune", "D");
  await unit("D-X-1", "village", "D-X");
  // One person holds both posts within the district.
  const { personId } = (await cast.holder("office_secretary", "A")) as { personId: string };
  for (const [code, capacity] of [
    ["D-X", "office_secretary"],
    ["D-X-1", "village_head"],
  ] as const) {
    const { id: unit_id } = await unitByCode(db, code);
    const held = { id: crypto.randomUUID(), person_id: personId, unit_id, capacity, from_on: "2020-01-01" };
    await db
      .insertInto("post")
      .values({ ...held, recorded_at: noon.toString() })
      .execute();
  }
  for (const text of ["Cầu hỏng", "Đèn hỏng"])
    await move("receive", { unit: "D-X", text, field: "giao_thong", received_on: "2026-02-02" });
  await act("conference.prepare", { unit: "D-X", form: "periodic", held_on: "2026-04-01" });
  const whole = { units: 2, posts: 2, people: 1, kept: 2, led: 0, helped: 0, plans: 0, conferences: 1 };
  const apart = { ...whole, units: 1, posts: 1, people: 1, kept: 0, conferences: 0 };
  const nothing = { ...apart, units: 0, posts: 0, people: 0 };

  const reparented = (await tried(
    { ...merging, kind: "reparent", from: ["D"], to: ["B"] },
    "system",
  )) as DryRun<Arranged>;
  expect(reparented.summary.concerned).toMatchObject([{ code: "D", posts: 0, kept: 0, within: whole }]);
  const both = (await tried({ ...merging, from: ["D", "D-X"] }, "system")) as DryRun<Arranged>;
  expect(both.summary.concerned).toMatchObject([
    { code: "D", posts: 0, kept: 0, within: nothing },
    { code: "D-X", posts: 1, kept: 2, conferences: 1, within: apart },
  ]);
});

test("what would be refused is refused, by whoever may not as well", async () => {
  expect(await tried({ ...merging, to: ["A"] })).toMatchObject({
    definition: { code: "organization.nothing_arranged" },
  });
  expect(await tried({ ...merging, kind: "split", to: ["B", "A-KT"] })).toMatchObject({
    definition: { code: "organization.children_left" },
  });
  expect(await tried(merging, "administrator A")).toMatchObject({
    definition: { code: "act.not_permitted" },
  });
});
