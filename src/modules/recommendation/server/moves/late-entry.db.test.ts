import { askOn } from "#acts/ask.ts";
import type { Problem } from "#kernel/problem.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { noon, today } from "../../../../../tests/support/cast.ts";
import { matterScene } from "../../../../../tests/support/matter-scene.ts";
import { findMatter, matterReadings, type MatterReading } from "../index.ts";

// What is entered late is entered by whoever had the work on its day and still serves, and judged by how the matter stood then.

const { db, cast, who, move } = await matterScene([
  ["office_secretary", "A"],
  ["chairperson", "A"],
  ["agency_head", "A-KT"],
  ["agency_head", "A-VH"],
  ["agency_head", "B-KT"],
]);
const [had, has] = [() => who("agency_head A-KT"), () => who("agency_head A-VH")];

const ask = askOn({ db, reports: db });

async function refusal(work: Promise<unknown>): Promise<string | null> {
  return work.then(
    () => null,
    (error: unknown) => (error as Problem).definition.code,
  );
}

const state = async (code: string) =>
  ((await findMatter(db, cast.system, code, today)) as MatterReading).state;
const stepsOf = async (code: string) =>
  ((await findMatter(db, cast.system, code, today)) as MatterReading).events.map(
    ({ act, on }) => `${act} ${on}`,
  );

let recommendation = "";
beforeEach(async () => {
  const said = { unit: "A", text: "Đường hỏng", field: "giao_thong", received_on: "2026-02-02" };
  recommendation = (await move("receive", said)).code;
});
const given = (lead: string, on: string, more: object = {}) =>
  move("assign", { recommendation, lead, on, due: "2026-02-20", ...more });
const asking = { on: "2026-02-10", due: "2026-03-20", reason: "Chờ vật tư" };

describe("work that was given back, and given to another since", () => {
  beforeEach(async () => {
    await given("A-KT", "2026-02-05");
    await move("return", { recommendation, on: "2026-02-16", reason: "Không đúng thẩm quyền" });
    await given("A-VH", "2026-02-18");
  });

  test("whoever had it enters what was done then; it stands on its day", async () => {
    await move("ask_extension", { recommendation, ...asking }, had());
    expect((await stepsOf(recommendation)).slice(0, 2)).toEqual([
      "assign 2026-02-05",
      "ask_extension 2026-02-10",
    ]);
    expect((await state(recommendation)).extensionAsked).toBeNull();
  });

  test("whoever has it since enters nothing of before, and whoever had it nothing of since", async () => {
    const step = (on: string) => ({ recommendation, ...asking, on });
    expect(await refusal(move("ask_extension", step("2026-02-10"), has()))).toBe("act.not_permitted");
    for (const on of ["2026-02-16", "2026-02-18", "2026-02-19"])
      expect(await refusal(move("ask_extension", step(on), had()))).toBe("act.not_permitted");
    await move("ask_extension", step("2026-02-19"), has());
  });

  test("whoever had it reads what may still be entered, and until which day; whoever never had it or has it now does not", async () => {
    const late = async (name: string) =>
      ((await findMatter(db, who(name), recommendation, today)) as MatterReading).lateMoves;
    // On the 15th it was still theirs; blocked or scheduled then, it could not have been given back on the 16th.
    expect(await late("agency_head A-KT")).toEqual({
      until: "2026-02-15",
      moves: ["draft_answer", "ask_extension"],
    });
    for (const name of ["agency_head A-VH", "office_secretary A", "chairperson A"])
      expect(await late(name)).toBeNull();
    const asked = (name: "ask_extension" | "block") =>
      ask(matterReadings.toMove, { recommendation, move: name }, { actor: had(), now: noon, by: "page" });
    const { form } = await asked("ask_extension");
    expect(form).toMatchObject({ possible: true, lateUntil: "2026-02-15" });
    await expect(asked("block")).rejects.toMatchObject({ definition: { code: "act.not_permitted" } });
    // Each of them is taken as it is offered.
    await move("ask_extension", { recommendation, ...asking, on: "2026-02-15" }, had());
    await move("draft_answer", { recommendation, on: "2026-02-15", outcome: "done", text: "Đã xem" }, had());
    expect((await late("agency_head A-KT"))?.moves).toEqual(["draft_answer"]);
  });

  test("the office enters what was done on any of these days", async () => {
    await move("ask_extension", { recommendation, ...asking }, who("office_secretary A"));
    await move("ask_extension", { recommendation, ...asking, on: "2026-02-19" }, who("office_secretary A"));
  });

  test("who never had it is told nothing of it, whatever the day", async () => {
    expect(await refusal(move("ask_extension", { recommendation, ...asking }, who("agency_head B-KT")))).toBe(
      "recommendation.not_found",
    );
  });

  test("what is said of today is of who has it today", async () => {
    const draft = { recommendation, outcome: "done", text: "Đã làm" };
    expect(await refusal(move("draft_answer", draft, had()))).toBe("act.not_permitted");
    await move("draft_answer", draft, has());
  });
});

test("a part is called done on its day by whoever had it then, though the work was given anew since", async () => {
  await given("A-KT", "2026-02-05", { coordinators: ["A-VH"] });
  await given("A-KT", "2026-02-12");
  const done = { recommendation, text: "Đã đo đạc" };
  expect(await refusal(move("finish_duty", done, has()))).toBe("act.not_permitted");
  expect(await refusal(move("finish_duty", { ...done, on: "2026-02-12" }, has()))).toBe("act.not_permitted");
  await move("finish_duty", { ...done, on: "2026-02-10" }, has());
  expect((await stepsOf(recommendation))[1]).toBe("finish_duty 2026-02-10");
});

describe("judged by how the matter stood on its day", () => {
  test("more time that was asked for, entered after more was granted", async () => {
    await given("A-KT", "2026-02-05");
    await move("ask_extension", { recommendation, ...asking, on: "2026-02-12" });
    await move("extend", { recommendation, on: "2026-02-15", due: "2026-03-20" });
    // On the 10th it was due on the 20th of February, and a day before the 20th of March was later than that.
    await move("ask_extension", { recommendation, ...asking, due: "2026-03-01" }, had());
    expect(await state(recommendation)).toMatchObject({ dueOn: "2026-03-20", extensions: 1 });
    expect(
      await refusal(move("ask_extension", { recommendation, ...asking, due: "2026-02-20" }, had())),
    ).toBe("recommendation.extension_not_later");
  });

  test("a closing over a no that was taken back afterwards needs its reason", async () => {
    await given("A-KT", "2026-02-05");
    await move("draft_answer", { recommendation, on: "2026-02-10", outcome: "done", text: "Đã vá" });
    await move("approve_answer", { recommendation, on: "2026-02-10" });
    await move("answer", { recommendation, on: "2026-02-10" });
    const word = { recommendation, by: "requester" };
    await move("confirm", { ...word, on: "2026-02-12", satisfied: false });
    await move("confirm", { ...word, on: "2026-02-16", satisfied: true });
    const closing = { recommendation, on: "2026-02-14" };
    expect(await refusal(move("close", closing))).toBe("recommendation.closed_over_a_no");
    await move("close", { ...closing, on: "2026-02-16" });
  });
});
