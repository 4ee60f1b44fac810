import { actNamed } from "#acts/registry.ts";
import { DryRun } from "#platform/server/act/dry-run.ts";
import { expect, test } from "vitest";
import { matterScene } from "../../../../tests/support/matter-scene.ts";
import { noon } from "../../../../tests/support/cast.ts";
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
  act("organization.arrange_units", { ...input, dry_run: true }, who(name)).catch((error: unknown) => error);

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
      },
    ],
  });
  expect(await readUnit(db, "A", "2026-03-02")).toEqual(before);
  expect(await readSuccessions(db, before.id)).toEqual([]);

  const office = { ...merging, kind: "partial", from: ["A-KT"], to: ["A-VH"] };
  const { summary } = (await tried(office)) as DryRun<Arranged>;
  expect(summary.concerned).toMatchObject([{ code: "A-KT", ends: false, kept: 0, led: 1, helped: 0 }]);
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
