import type { Actor, Capacity } from "#kernel/actor.ts";
import { addWorkingDays } from "#kernel/calendar/working-days.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { buildCast, noon, type Cast } from "../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import { calendarOf, calendarYears, confirmYear, proposeYear, setDay } from "./index.ts";

const { db } = await testDatabase();
let cast: Cast;
let keeper: Actor;

beforeAll(async () => {
  cast = await buildCast(db);
  keeper = await cast.holder("administrator", "VN");
});

const propose = (year: number, actor = keeper) => cast.perform(proposeYear, { year }, { actor, now: noon });
const confirm = (year: number, actor = keeper) => cast.perform(confirmYear, { year }, { actor, now: noon });
const set = (input: Record<string, unknown>, actor = keeper) =>
  cast.perform(setDay, input, { actor, now: noon });
const year = async (wanted: number) => (await calendarYears(db, wanted))[0]!;

describe("a year of the calendar", () => {
  test("is begun from the proposal, once, and is not confirmed by that", async () => {
    await propose(2026);
    const begun = await year(2026);
    expect(begun.confirmed).toBe(false);
    expect(begun.days.filter(({ name }) => name === "Tết Nguyên đán").map(({ date }) => date)).toEqual([
      "2026-02-16",
      "2026-02-17",
      "2026-02-18",
      "2026-02-19",
      "2026-02-20",
    ]);
    await expect(propose(2026)).rejects.toThrow("deadline.calendar_year_begun");
  });

  test("takes a swapped Saturday with its decision, and counting follows", async () => {
    await set({ date: "2026-01-02", kind: "compensation", name: "Nghỉ hoán đổi", decision: "1/TB" });
    await set({ date: "2026-01-10", kind: "worked_rest_day", name: "Làm bù ngày 02/01", decision: "1/TB" });
    const calendar = await calendarOf(db);
    expect(addWorkingDays(calendar, "2025-12-31", 1)).toBe("2026-01-05");
    expect(addWorkingDays(calendar, "2026-01-09", 1)).toBe("2026-01-10");
    expect((await year(2026)).days.find(({ date }) => date === "2026-01-10")?.decision).toBe("1/TB");
  });

  test("is confirmed by a person, and any later change asks for that again", async () => {
    await confirm(2026);
    expect((await year(2026)).confirmed).toBe(true);
    await expect(confirm(2026)).rejects.toThrow("deadline.calendar_year_confirmed");
    await set({ date: "2026-11-24", kind: "holiday", name: "Ngày Văn hóa Việt Nam" });
    expect((await year(2026)).confirmed).toBe(false);
    expect((await calendarOf(db)).isConfirmed(2026)).toBe(false);
  });

  test("keeps what was held of a day before", async () => {
    await set({ date: "2026-11-24", kind: "plain" });
    expect((await year(2026)).days.some(({ date }) => date === "2026-11-24")).toBe(false);
    const rows = await db
      .selectFrom("calendar_day")
      .select("name")
      .where("on_date", "=", "2026-11-24")
      .execute();
    expect(rows).toEqual([{ name: "Ngày Văn hóa Việt Nam" }]);
  });

  test.each([
    [
      "a weekday cannot be a make-up day",
      { date: "2026-03-04", kind: "worked_rest_day", name: "Làm bù" },
      "not_rest",
    ],
    [
      "a Sunday cannot be given as rest",
      { date: "2026-03-08", kind: "compensation", name: "Nghỉ bù" },
      "on_rest",
    ],
    ["a marked day has a name", { date: "2026-03-04", kind: "holiday" }, "day_unnamed"],
    ["a plain day has no mark to lose", { date: "2026-03-04", kind: "plain" }, "day_not_marked"],
    ["a year must have been begun", { date: "2027-03-04", kind: "holiday", name: "Nghỉ" }, "year_not_begun"],
  ])("%s", async (_, input, code) => {
    const before = await year(2026);
    await expect(set(input)).rejects.toThrow(code);
    expect(await year(2026)).toEqual(before);
  });

  test("that nobody has begun cannot be confirmed", async () => {
    await expect(confirm(2029)).rejects.toThrow("deadline.calendar_year_not_begun");
  });
});

describe("who may keep the calendar", () => {
  const others: [Capacity, string][] = [
    ["administrator", "T"],
    ["administrator", "A"],
    ["administrator", "C"],
    ["chairperson", "VN"],
    ["office_secretary", "VN"],
    ["statistician", "VN"],
  ];
  test.each(others)("%s of %s may not", async (capacity, unit) => {
    const actor = await cast.holder(capacity, unit);
    await expect(propose(2030, actor)).rejects.toThrow("act.not_permitted");
    await expect(set({ date: "2026-03-04", kind: "plain" }, actor)).rejects.toThrow("act.not_permitted");
    await expect(confirm(2026, actor)).rejects.toThrow("act.not_permitted");
  });
});
