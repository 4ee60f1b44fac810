import { actNamed } from "#acts/registry.ts";
import type { Capacity } from "#kernel/actor.ts";
import { countMatters, countRegisters, matterFilter } from "#modules/recommendation/server/index.ts";
import { beforeAll, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import { heldQuestion } from "../questions.ts";
import { readDesk } from "./index.ts";

// What is held waits on the desk of its reviewer, there or above: what itself was held, wherever it goes on since.
const { db } = await testDatabase();
let cast: Cast;
const codes: Record<string, string> = {};

const act = async (name: string, input: object) =>
  (
    (await cast.perform(actNamed(name)!, input as Record<string, unknown>, {
      actor: cast.system,
      now: noon,
    })) as { code: string }
  ).code;
const move = (name: string, recommendation: string, more: object = {}) =>
  act(`recommendation.${name}`, { recommendation, on: "2026-02-02", ...more });
const receive = (text: string, more: object = {}) =>
  act("recommendation.receive", {
    ...{ unit: "A", village: "A-1", field: "giao_thong", received_on: "2026-02-01", text },
    ...more,
  });

beforeAll(async () => {
  cast = await buildCast(db);
  codes.complaint = await receive("Khiếu nại quyết định", { kind: "complaint", received_on: "2026-01-05" });
  codes.held = await receive("Có nội dung tố cáo");
  await move("hold", codes.held, { reason: "Xem lại" });
  codes.released = await receive("Hỏi đường");
  await move("hold", codes.released);
  await move("release", codes.released);
  codes.out = await receive("Tố cáo");
  await move("route_out", codes.out, { to: "Thanh tra" });
  // Merged first, hidden with the one it goes on in: that one is decided on, this one not.
  const [first, again] = [await receive("Mương"), await receive("Mương tắc")];
  await move("merge", again, { into: first });
  await move("hold", first, { reason: "Tố cáo" });
  codes.goesOn = first;
  // Passed up, and routed out above: below it waits for the reviewer of below.
  codes.passed = await receive("Cầu");
  await move("forward_up", codes.passed, { to: "T" });
  const child = (
    await db
      .selectFrom("recommendation as c")
      .innerJoin("recommendation as r", "r.id", "c.forwarded_from_id")
      .select("c.code")
      .where("r.code", "=", codes.passed)
      .executeTakeFirstOrThrow()
  ).code;
  await move("route_out", child, { to: "Thanh tra tỉnh" });
  codes.elsewhere = await receive("Xã khác", { unit: "B", village: "B-1", kind: "denunciation" });
});

const heldBy = async (capacity: Capacity, unit: string) => {
  const actor = await cast.holder(capacity, unit);
  const { held } = await readDesk(db, actor, today);
  const count = await countMatters(db, actor, matterFilter.parse(heldQuestion), today, 100);
  expect([capacity, unit, held?.length ?? 0]).toEqual([capacity, unit, count]);
  return held?.map(({ code }) => code) ?? null;
};

test("the reviewer of a unit has what is held there, the earliest received first; one above has all below", async () => {
  const own = [codes.complaint, codes.held, codes.goesOn, codes.passed];
  expect(await heldBy("complaint_reviewer", "A")).toEqual(own);
  expect(await heldBy("complaint_reviewer", "B")).toEqual([codes.elsewhere]);
  expect((await heldBy("complaint_reviewer", "T"))!.toSorted()).toEqual([...own, codes.elsewhere].toSorted());
  expect(await heldBy("complaint_reviewer", "VN")).toHaveLength(5);
  await countRegisters(db, today);
  expect(await heldBy("complaint_reviewer", "A")).toEqual(own);
});

test("its words are the reviewer's; nobody else has the list, nor finds anything by asking for it", async () => {
  const { held } = await readDesk(db, await cast.holder("complaint_reviewer", "A"), today);
  expect(held![0]).toMatchObject({ excerpt: "Khiếu nại quyết định", villageName: "Thôn Một" });
  for (const capacity of ["office_secretary", "chairperson", "front_chair", "statistician"] as const)
    expect(await heldBy(capacity, "A")).toBeNull();
  expect(await heldBy("village_head", "A-1")).toBeNull();
});

test("an heir's reviewer has what the unit left held", async () => {
  await act("organization.arrange_units", { kind: "merge", on: "2026-03-01", from: ["B"], to: ["A"] });
  expect(await heldBy("complaint_reviewer", "A")).toContain(codes.elsewhere);
});

test("an administrator sees where nobody reviews, there or above, as long as that is so", async () => {
  const unreviewed = async () => {
    const desk = await readDesk(db, await cast.holder("administrator", "K"), today);
    return desk.administration!.unreviewed.shown.map(({ code }) => code);
  };
  await db.deleteFrom("post").where("unit_id", "=", cast.unit("VN")).execute();
  await cast.holder("office_secretary", "C");
  expect(await unreviewed()).toContain("C");
  await cast.holder("complaint_reviewer", "K");
  expect(await unreviewed()).not.toContain("C");
});
