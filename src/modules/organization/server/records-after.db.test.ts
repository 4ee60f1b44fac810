import type { Problem } from "#kernel/problem.ts";
import { actNamed } from "#acts/registry.ts";
import { exportRegister } from "#modules/register/server/index.ts";
import { beforeAll, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../tests/support/database.ts";

// A unit that ends on a day has nothing in its register after that.

const { db } = await testDatabase();
let cast: Cast;
beforeAll(async () => {
  cast = await buildCast(db);
});

const perform = <Made>(name: string, input: object) =>
  cast.perform(actNamed(name)!, input, { actor: cast.system, now: noon }) as Promise<Made>;

async function refusal(work: Promise<unknown>): Promise<Problem | null> {
  return work.then(
    () => null,
    (error: unknown) => error as Problem,
  );
}

const said = { text: "Đề nghị sửa đường", field: "giao_thong" };
const merging = (on: string) => ({ kind: "merge", on, from: ["A"], to: ["B"] });

test("an arrangement of units before what their registers still say is refused, with what stands in the way", async () => {
  const chairs = [{ name: "Bà Chủ trì", capacity: "party_secretary" }];
  await perform("conference.record", { unit: "A", form: "periodic", held_on: "2026-02-10", chairs });
  const { code } = await perform<{ code: string }>("recommendation.receive", {
    unit: "A",
    received_on: "2026-02-12",
    ...said,
  });
  await perform("recommendation.assign", {
    recommendation: code,
    on: "2026-02-14",
    lead: "A-KT",
    due: "2026-03-10",
    coordinators: ["A-VH"],
  });
  const early = await refusal(perform("organization.arrange_units", merging("2026-02-11")));
  expect(early?.definition.code).toBe("organization.records_after_end");
  expect(early?.vi).toContain("A: 1 kiến nghị tiếp nhận (muộn nhất 12/02/2026)");
  expect(early?.vi).not.toContain("hội nghị");
  const office = { kind: "abolish", from: ["A-VH"], to: [] };
  expect(
    (await refusal(perform("organization.arrange_units", { ...office, on: "2026-02-14" })))?.vi,
  ).toContain("A-VH: 1 việc được giao");
  await perform("organization.arrange_units", { ...office, on: "2026-02-15" });
  await perform("organization.arrange_units", merging("2026-02-13"));
});

test("a register that ends a unit before what is known of it is refused at that arrangement; an own export goes in again", async () => {
  await perform("recommendation.receive", { unit: "C", received_on: "2026-02-12", ...said });
  const returns = [{ unit: "C", period: "2026-01", values: { citizens_received: 4 } }];
  const returned = { format: "doi-thoai/register@1", returns };
  await perform("register.import", { file: returned });
  const early = { kind: "abolish", on: "2026-01-20", from: ["C"], to: [] };
  expect((await refusal(perform("organization.arrange_units", early)))?.vi).toContain(
    "C: 1 kỳ số liệu (muộn nhất 31/01/2026)",
  );
  const file = await exportRegister(db, "K", cast.system, today);
  const ending = (on: string) => ({
    ...file,
    successions: [{ kind: "abolish", on, from: ["C"], to: [] }],
    recommendations: [],
  });
  const refused = await refusal(perform("register.import", { file: ending("2026-02-12") }));
  expect(refused?.faults.map(({ field }) => field)).toEqual(["successions[0].on"]);
  await perform("register.import", { file: ending("2026-02-13") });
  for (const unit of ["T", "K"]) {
    const again = await exportRegister(db, unit, cast.system, today);
    expect(await perform("register.import", { file: again })).toMatchObject({ changed: false });
  }
});
