import { performOn } from "#acts/perform.ts";
import { actNamed } from "#acts/registry.ts";
import { reportSummary } from "#modules/report/server/index.ts";
import { expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";
import { exportRegister, importRegister } from "./index.ts";

const { db } = await testDatabase();
const perform = performOn(db);
const system = { kind: "system", name: "test" } as const;
const asked = { actor: system, now: Temporal.Instant.from("2026-03-02T05:00:00Z") };
const bring = (file: unknown) => perform(importRegister, { file }, asked);

const units = [
  { code: "QT", name: "Tỉnh Thử", kind: "province" },
  { code: "QX", name: "Xã Thử", kind: "commune", parent: "QT" },
  { code: "QX-KT", name: "Phòng Thử", kind: "agency", parent: "QX" },
];
const rule = { on: "2026-01-05", act: "rule", ruling: "written_answer" };
const assign = (on: string, due: string) => ({ on, act: "assign", lead: "QX-KT", due });
const given = assign("2026-01-20", "2026-02-10");
const answer = { on: "2026-02-20", act: "answer", outcome: "done", text: "Đã xong" };
const history = (ref: string, ...events: object[]) => ({
  format: "doi-thoai/register@1",
  units,
  recommendations: [{ ref, unit: "QX", received_on: "2026-01-05", events: [rule, ...events] }],
});

const timely = async () => {
  const question = { unit: "QX", from: "2026-01-01", to: "2026-12-31", today: "2026-03-02" };
  const { recommendations } = await reportSummary(db, question);
  const { answered_on_time, answered_after_extension, answered_late } = recommendations;
  return [answered_on_time, answered_after_extension, answered_late];
};

test("an assignment put before what is there is refused or taken as the act does; a late answer stays late", async () => {
  await bring(history("q1", given, answer));
  for (const due of ["2026-03-31", "2026-01-31"]) {
    const late = assign("2026-01-15", due);
    await expect(bring(history("q1", late, given, answer))).rejects.toMatchObject({
      definition: { code: "register.refused" },
      faults: [{ field: "recommendations[0].events[1]" }],
    });
    const input = { recommendation: "q1", on: late.on, lead: late.lead, due };
    const { code } = await db
      .selectFrom("recommendation")
      .select("code")
      .where("ref", "=", "q1")
      .executeTakeFirstOrThrow();
    await expect(
      perform(actNamed("recommendation.assign")!, { ...input, recommendation: code }, asked),
    ).rejects.toMatchObject({ definition: { code: "recommendation.longer_by_extension" } });
  }
  await expect(bring(history("q1", given, assign("2026-01-25", "2026-03-31"), answer))).rejects.toThrow();
  expect(await timely()).toEqual([0, 0, 1]);
  await bring(history("q1", assign("2026-01-15", "2026-02-10"), given, answer));
  expect(await timely()).toEqual([0, 0, 1]);
});

test("a history that comes whole, or goes on, is taken as it was; its export goes in again", async () => {
  const shortened = [assign("2026-01-15", "2026-03-31"), given];
  await bring(history("q2", ...shortened));
  await bring(history("q2", ...shortened, answer));
  await bring(history("q3", given, assign("2026-01-25", "2026-02-28"), answer));
  expect(await timely()).toEqual([0, 1, 2]);
  const out = await exportRegister(db, "QT", system, "2026-03-02");
  expect(await bring(out)).toMatchObject({ changed: false });
  const elsewhere: unknown = JSON.parse(JSON.stringify(out).replaceAll('"Q', '"W').replaceAll('"q', '"w'));
  expect(await bring(elsewhere)).toMatchObject({ changed: true });
});
