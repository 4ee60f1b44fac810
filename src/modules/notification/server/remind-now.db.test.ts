import { actNamed } from "#acts/registry.ts";
import type { Actor } from "#kernel/actor.ts";
import { beforeAll, expect, test } from "vitest";
import { buildCast, noon, type Cast } from "../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import { notificationInWords } from "../words.ts";
import { notificationsOf } from "./index.ts";

const { db } = await testDatabase();
let cast: Cast;
let secretary: Actor;
let head: Actor & { kind: "person" };

const perform = (name: string, input: object, actor: Actor = cast.system, now = noon) =>
  cast.perform(actNamed(name)!, input, { actor, now }) as Promise<{ code: string }>;

async function given(lead = "A-KT"): Promise<string> {
  const said = { unit: "A", text: "Mương tắc", field: "giao_thong", received_on: "2026-02-02" };
  const { code } = await perform("recommendation.receive", said);
  await perform("recommendation.assign", { recommendation: code, on: "2026-02-03", lead, due: "2026-02-25" });
  return code;
}

beforeAll(async () => {
  cast = await buildCast(db);
  secretary = await cast.holder("office_secretary", "A");
  head = await cast.holder("agency_head", "A-KT");
});

const remind = (recommendations: readonly string[], actor = secretary, now = noon) =>
  perform("notification.remind_now", { recommendations }, actor, now);

test("the leading agency gets one word a day for each matter, with who asked and how late it is", async () => {
  const [one, other] = [await given(), await given()];
  expect(await remind([one, other])).toEqual({ people: 2, already: [] });
  expect(await remind([one])).toEqual({ people: 0, already: [one] });
  expect(await remind([one], secretary, noon.add({ hours: 24 }))).toEqual({ people: 1, already: [] });
  const told = await notificationsOf(db, head.personId, 10);
  expect(told).toHaveLength(3);
  expect(told.map(({ details }) => notificationInWords(details).vi)).toContain(
    `office_secretary A nhắc: kiến nghị ${one} đã quá hạn 5 ngày, hạn 25/02/2026`,
  );
  expect(notificationInWords(told.at(-1)!.details).en).toMatch(/asks after .* 5 days overdue/);
});

test("what nobody has in hand, and an agency without people, stop the whole and are named", async () => {
  const [good, answered, unmanned] = [await given(), await given(), await given("A-VH")];
  const draft = { recommendation: answered, on: "2026-02-10" };
  await perform("recommendation.draft_answer", { ...draft, outcome: "done", text: "Xong" });
  await perform("recommendation.approve_answer", draft);
  await perform("recommendation.answer", draft);
  const before = (await notificationsOf(db, head.personId, 50)).length;
  const refused = await remind([good, answered, unmanned]).catch((error: unknown) => error);
  expect(refused).toMatchObject({ definition: { code: "recommendation.many_at_fault" } });
  expect((refused as { faults: { vi: string }[] }).faults.map(({ vi }) => vi.split(":")[0])).toEqual([
    answered,
    unmanned,
  ]);
  expect(await notificationsOf(db, head.personId, 50)).toHaveLength(before);
});

test.each([
  ["chairperson", "A", null],
  ["front_chair", "A", "act.not_permitted"],
  ["chairperson", "T", "act.not_permitted"],
  ["agency_head", "A-KT", "act.not_permitted"],
  ["office_secretary", "B", "recommendation.many_at_fault"],
] as const)("%s of %s: %s", async (capacity, unit, refused) => {
  const asked = remind([await given()], await cast.holder(capacity, unit));
  if (refused) await expect(asked).rejects.toThrow(refused);
  else expect(await asked).toEqual({ people: 1, already: [] });
});
