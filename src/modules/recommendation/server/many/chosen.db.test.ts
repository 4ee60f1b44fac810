import { actNamed } from "#acts/registry.ts";
import { assignable } from "#modules/recommendation/many.ts";
import { mayMove } from "#modules/recommendation/permissions.ts";
import { expect, test } from "vitest";
import { buildCast, noon, today } from "../../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../../tests/support/database.ts";
import { askedToChoose, chosenIn } from "./chosen.ts";

const { db } = await testDatabase();

test("the whole list is what the list shows: work that another unit gave brings nothing of one's own with it", async () => {
  const cast = await buildCast(db);
  const [province, commune] = [
    await cast.holder("office_secretary", "T"),
    await cast.holder("office_secretary", "A"),
  ];
  const received = async (unit: string, actor: typeof province) => {
    const said = { unit, text: "Đề nghị sửa cầu", field: "giao_thong", received_on: "2026-02-02" };
    const act = actNamed("recommendation.receive")!;
    return (await cast.perform(act, said, { actor, now: noon })) as { code: string };
  };
  const [own, given] = [await received("A", commune), await received("T", province)];
  const work = { recommendation: given.code, on: "2026-02-04", lead: "A", due: "2026-03-10" };
  await cast.perform(actNamed("recommendation.assign")!, work, { actor: province, now: noon });
  const chosen = async (query: string) => {
    const asked = askedToChoose.parse(Object.fromEntries(new URLSearchParams(`all=yes${query}`)));
    const wanted = { may: mayMove.assign, fitting: assignable };
    const { matters, not } = await chosenIn({ db, actor: commune, today }, asked, wanted);
    return { matters: matters.map(({ code }) => code), not: not.map(({ code, why }) => [code, why]) };
  };
  const notTaken = [[given.code, "not_permitted"]];
  expect(await chosen("")).toEqual({ matters: [own.code], not: notTaken });
  expect(await chosen("&own=given")).toEqual({ matters: [], not: notTaken });
});
