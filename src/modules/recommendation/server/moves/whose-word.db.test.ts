import type { Actor } from "#kernel/actor.ts";
import type { Problem } from "#kernel/problem.ts";
import { readDesk, readOutPage } from "#modules/desk/server/index.ts";
import { exportRegister, importRegister } from "#modules/register/server/index.ts";
import { reportSummary } from "#modules/report/server/index.ts";
import { describe, expect, test } from "vitest";
import { noon, today } from "../../../../../tests/support/cast.ts";
import { matterScene } from "../../../../../tests/support/matter-scene.ts";
import { findMatter, listMatters, matterFilter, verifyMatters, type MatterReading } from "../index.ts";

// The same raised in A-1, in A-2 and by a third without a village: one answer, and each judges it for themselves.

const {
  db,
  cast,
  who,
  move: moveBy,
} = await matterScene([
  ["office_secretary", "A"],
  ["village_head", "A-1"],
  ["village_head", "A-2"],
  ["front_chair", "A"],
]);
const office = () => who("office_secretary A");
const head = (village: string) => who(`village_head ${village}`);

const move = (name: string, input: Record<string, unknown>, by: Actor = office()) => moveBy(name, input, by);

const refusal = async (work: Promise<unknown>) =>
  (
    (await work.then(
      () => null,
      (error: unknown) => error,
    )) as Problem | null
  )?.definition.code;

async function raised(village: string | undefined, receivedOn: string): Promise<string> {
  const said = { unit: "A", text: "Đề nghị sửa mương", field: "giao_thong", village };
  return (await move("receive", { ...said, received_on: receivedOn, raised_by: "Bà Hỏi" })).code;
}

/** What the village A-1 raised, with what A-2 and one without a village raised merged into it; answered on 20/2. */
async function answered() {
  const first = await raised("A-1", "2026-02-02");
  const [second, third] = [await raised("A-2", "2026-02-03"), await raised(undefined, "2026-02-04")];
  for (const code of [second, third])
    await move("merge", { recommendation: code, into: first, on: "2026-02-05" });
  const at = { recommendation: first, on: "2026-02-20" };
  await move("assign", { ...at, lead: "A-KT", due: "2026-03-20" }, cast.system);
  await move("draft_answer", { ...at, outcome: "done", text: "Đã sửa" }, cast.system);
  await move("approve_answer", at, cast.system);
  await move("answer", at, cast.system);
  return { first, second, third };
}

type Said = { on?: string; raised_in?: readonly string[]; text?: string };
const word = (recommendation: string, by: string, satisfied: boolean, actor: Actor, more: Said = {}) =>
  move("confirm", { recommendation, by, satisfied, on: "2026-02-22", ...more }, actor);
const state = async (code: string) => ((await findMatter(db, office(), code, today)) as MatterReading).state;
const isUnsettled = async (code: string) => {
  const filter = matterFilter.parse({ unsettled: "yes" });
  const { matters } = await listMatters(db, office(), filter, { sort: "due", size: 50 }, today);
  const listed = matters.some((one) => one.code === code);
  expect((await state(code)).unsettled).toBe(listed);
  return listed;
};

describe("each judges for themselves", () => {
  test("one village's yes takes back no other's no; its own does", async () => {
    const { first } = await answered();
    await word(first, "village_head", false, head("A-1"));
    await word(first, "village_head", true, head("A-2"), { on: "2026-02-23" });
    expect(await isUnsettled(first)).toBe(true);
    expect((await state(first)).satisfied).toBe(false);
    await word(first, "village_head", true, head("A-1"), { on: "2026-02-24" });
    expect(await isUnsettled(first)).toBe(false);
    expect((await state(first)).satisfied).toBe(true);
  });

  test("neither the Front's yes nor that of another requester takes back a requester's no", async () => {
    const { first, second, third } = await answered();
    await word(first, "requester", false, office(), { raised_in: [third] });
    const named = { on: "2026-02-23", raised_in: [first] };
    expect(await refusal(word(first, "front", true, who("front_chair A")!, named))).toBe(
      "recommendation.front_for_all",
    );
    await word(first, "front", true, who("front_chair A")!, { on: "2026-02-23" });
    await word(first, "requester", true, office(), { raised_in: [first, second], on: "2026-02-24" });
    expect(await isUnsettled(first)).toBe(true);
    await word(first, "requester", true, office(), { raised_in: [third], on: "2026-02-25" });
    expect(await isUnsettled(first)).toBe(false);
  });

  test("by the day: a yes that is entered later and was said before the no does not take it back", async () => {
    const { first } = await answered();
    await word(first, "village_head", false, head("A-1"), { on: "2026-02-24" });
    await word(first, "village_head", true, head("A-1"), { on: "2026-02-23" });
    expect(await isUnsettled(first)).toBe(true);
  });

  test("reopening settles all of them, closing with a reason too; the report goes on counting the closed one", async () => {
    const count = async () =>
      (await reportSummary(db, { unit: "A", from: "2026-02-01", to: "2026-02-28", today })).recommendations
        .answered_not_satisfied;
    const before = await count();
    const { first } = await answered();
    await word(first, "village_head", false, head("A-1"));
    await word(first, "village_head", false, head("A-2"), { on: "2026-02-23" });
    expect(await count()).toBe(before + 1);
    await move("close", { recommendation: first, reason: "Đã giải thích", on: "2026-02-24" });
    expect(await isUnsettled(first)).toBe(false);
    await word(first, "village_head", true, head("A-2"), { on: "2026-02-25" });
    expect(await count()).toBe(before + 1);
    await word(first, "village_head", true, head("A-1"), { on: "2026-02-26" });
    expect(await count()).toBe(before);
    await word(first, "village_head", false, head("A-1"), { on: "2026-02-27" });
    await move("reopen", { recommendation: first, reason: "Làm lại", on: "2026-02-28" });
    expect((await state(first)).satisfied).toBe(null);
  });

  test("whoever writes for others says for whom; a village head speaks for the village alone", async () => {
    const { first, second, third } = await answered();
    const asked = "recommendation.whose_word";
    expect(await refusal(word(first, "requester", false, office()))).toBe(asked);
    expect(await refusal(word(first, "village_head", false, office()))).toBe(asked);
    const elsewhere = { raised_in: [await raised("A-1", "2026-02-02")] };
    expect(await refusal(word(first, "requester", false, office(), elsewhere))).toBe(
      "recommendation.not_raised_here",
    );
    const theirs = word(first, "village_head", true, head("A-1"), { raised_in: [second] });
    expect(await refusal(theirs)).toBe("recommendation.not_their_village");
    await word(first, "village_head", false, office(), { raised_in: [second] });
    const { events } = (await findMatter(db, office(), first, today)) as MatterReading;
    expect(events.at(-1)).toMatchObject({ raisedIn: [second], villageNames: [expect.any(String)] });
    expect([first, third]).not.toContain(events.at(-1)!.raisedIn[0]);
  });

  test("a village is asked for its word until it has given it, whatever another has said", async () => {
    const { first } = await answered();
    const waits = async (village: string) =>
      (await readOutPage(db, head(village), today)).answered.some(({ code }) => code === first);
    await word(first, "village_head", true, head("A-1"));
    expect([await waits("A-1"), await waits("A-2")]).toEqual([false, true]);
  });

  test("the desk counts it, and a register takes along whose word it was", async () => {
    const { first, second } = await answered();
    const counted = async () => (await readDesk(db, office(), today)).counts.unsettled!;
    const before = await counted();
    await word(first, "village_head", false, head("A-2"), { text: "Mới sửa một nửa" });
    expect(await counted()).toBe(before + 1);
    const { unsettled } = await readDesk(db, office(), today);
    expect(unsettled.find(({ code }) => code === first)).toMatchObject({
      excerpt: "Đề nghị sửa mương",
      noes: [
        {
          by: "village_head",
          villages: ["Thôn Hai"],
          on: "2026-02-22",
          why: "Mới sửa một nửa",
        },
      ],
      decides: true,
    });
    const lead = await cast.holder("agency_head", "A-KT");
    const theirs = (await readDesk(db, lead, today)).unsettled.find(({ code }) => code === first);
    expect(theirs).toMatchObject({ decides: false, noes: [{ on: "2026-02-22" }] });
    const file = await exportRegister(db, "A", office(), today);
    const said = file.recommendations!.find(({ ref }) => ref === first)!.events!.at(-1)!;
    expect(said).toMatchObject({ act: "confirm", raised_in: [second] });
    const again = await cast.perform(importRegister, { file }, { actor: cast.system, now: noon });
    expect(again).toMatchObject({ changed: false });
    expect(await verifyMatters(db, () => undefined)).toEqual([]);
  });
});
