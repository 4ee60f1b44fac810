import { actNamed } from "#acts/registry.ts";
import type { Actor } from "#kernel/actor.ts";
import { beforeAll, describe, expect, test } from "vitest";
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

describe("the parts of coordinating agencies", () => {
  const helped = async () => {
    const code = await given();
    const coordinators = [{ unit: "A-VH", duty: "Đo đạc" }];
    const again = { recommendation: code, on: "2026-02-04", lead: "A-KT", due: "2026-02-25", coordinators };
    await perform("recommendation.assign", again);
    return code;
  };
  const ask = (recommendation: string, actor: Actor) =>
    perform("notification.remind_helpers", { recommendation }, actor);

  test("are asked for by the agency that leads, once a day, in its own name", async () => {
    const helper = await cast.holder("agency_head", "A-VH");
    const code = await helped();
    expect(await ask(code, head)).toEqual({ people: 1 });
    expect(await ask(code, head)).toEqual({ people: 0 });
    const words = (await notificationsOf(db, helper.personId, 10)).map(
      ({ details }) => notificationInWords(details).vi,
    );
    expect(words).toContain(`agency_head A-KT nhắc: kiến nghị ${code} đã quá hạn 5 ngày, hạn 25/02/2026`);
    const own = (await notificationsOf(db, head.personId, 50)).filter(({ details }) =>
      notificationInWords(details).vi.includes(code),
    );
    expect(own).toEqual([]);
    await perform("recommendation.finish_duty", { recommendation: code, unit: "A-VH", text: "Đã đo" });
    await expect(ask(code, head)).rejects.toThrow("notification.no_part_open");
  });

  test.each([
    ["office_secretary", "A", null],
    ["agency_officer", "A-KT", null],
    ["agency_head", "A-VH", "act.not_permitted"],
    ["front_chair", "A", "act.not_permitted"],
    ["agency_head", "B-KT", "recommendation.not_found"],
  ] as const)("%s of %s: %s", async (capacity, unit, refused) => {
    const asked = ask(await helped(), await cast.holder(capacity, unit));
    if (refused) await expect(asked).rejects.toThrow(refused);
    else expect(await asked).toMatchObject({ people: expect.any(Number) });
  });
});
