import type { Actor, Capacity } from "#kernel/actor.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { buildCast, noon, type Cast } from "../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import { addRule, endRule, fillStatutoryRules, proposeDue, publishedRules, setOwnTerm } from "./index.ts";
import { readRules } from "./read-rules.ts";
import { STATUTORY_RULES } from "../statutory-rules.ts";

const { db } = await testDatabase();
let cast: Cast;
let keeper: Actor;

beforeAll(async () => {
  cast = await buildCast(db);
  keeper = await cast.holder("administrator", "VN");
  await fillStatutoryRules(db, noon);
});

const reply = {
  name: "Trả lời bằng văn bản",
  purpose: "written_reply",
  amount: 15,
  unit: "calendar_day",
  start: "conference",
  citation: "Quy chế thử",
  rank: "provincial",
  territory: "T",
  valid_from: "2026-01-01",
};
const add = (extra: Record<string, unknown> = {}, actor = keeper) =>
  cast.perform(addRule, { ...reply, ...extra }, { actor, now: noon });
const end = (rule: string, until: string, actor = keeper) =>
  cast.perform(endRule, { rule, until }, { actor, now: noon });
const dueIn = async (unit: string) =>
  (
    await proposeDue(db, cast.unit(unit), {
      receivedOn: "2026-03-02",
      assignedOn: "2026-03-04",
      conferenceOn: "2026-03-02",
    })
  )?.due ?? null;

describe("published rules", () => {
  test("are there after the first start, and not twice after the second", async () => {
    await fillStatutoryRules(db, noon);
    const codes = (await publishedRules(db)).map(({ code }) => code).sort();
    expect(codes).toEqual(STATUTORY_RULES.map(({ code }) => code).sort());
  });

  test("a territory is told by its unit's name, or by what is known of its code", async () => {
    const of = async (code: string) =>
      (await readRules(db, "2026-03-02")).find((rule) => rule.code === code)!.territoryName;
    expect(await of("written-reply-hai-duong-08")).toBe("Tỉnh Hải Dương (HD)");
    expect(await of("announce-law-72")).toBeNull();
  });

  test("an ended one is not brought back by the next start", async () => {
    await end("notice-of-conclusion-default", "2026-02-28");
    await fillStatutoryRules(db, noon);
    const rule = (await publishedRules(db)).find(({ code }) => code === "notice-of-conclusion-default");
    expect(rule?.validUntil).toBe("2026-02-28");
    await expect(end("notice-of-conclusion-default", "2026-12-31")).rejects.toThrow(
      "deadline.rule_already_ended",
    );
  });
});

describe("a rule of a province", () => {
  test("gives a date under that province and nowhere else, for as long as it holds", async () => {
    expect(await dueIn("A")).toBeNull();
    const { code } = await add();
    expect(await dueIn("A")).toBe("2026-03-17");
    expect(await dueIn("C")).toBeNull();
    await end(code, "2026-03-01");
    expect(await dueIn("A")).toBeNull();
  });

  test("that is longer than a stronger one is kept, and says what overrules it", async () => {
    const law = await add({ rank: "law", territory: undefined, amount: 10, name: "Luật thử" });
    const longer = await add({ amount: 20 });
    expect(law.overruled_by).toBeNull();
    expect(longer.overruled_by).toEqual({ name: "Luật thử", citation: "Quy chế thử" });
    expect((await publishedRules(db)).some(({ code }) => code === longer.code)).toBe(true);
    expect(await dueIn("A")).toBe("2026-03-12");
    await end(law.code, "2026-01-31");
    await end(longer.code, "2026-01-31");
  });

  test("for a unit not entered yet is for the centre alone to add", async () => {
    await add({ territory: "HP", valid_from: "2027-01-01" });
    const provincial = await cast.holder("administrator", "T");
    await expect(add({ territory: "HP" }, provincial)).rejects.toThrow("act.not_permitted");
  });

  test.each([
    ["ends before it begins", { valid_until: "2025-12-31" }, "deadline.validity_invalid"],
    ["counts hours backward", { unit: "working_hour", direction: "backward" }, "deadline.hours_backward"],
    ["cites nothing", { citation: " " }, "act.invalid_input"],
    ["has no days", { amount: 0 }, "act.invalid_input"],
  ])("that %s is refused", async (_, extra, code) => {
    await expect(add(extra)).rejects.toThrow(code);
  });
});

describe("who may add and end a rule of province T", () => {
  const may: [Capacity, string, boolean][] = [
    ["administrator", "T", true],
    ["administrator", "VN", true],
    ["administrator", "A", false],
    ["administrator", "K", false],
    ["administrator", "C", false],
    ["chairperson", "T", false],
    ["office_secretary", "T", false],
  ];
  test.each(may)("%s of %s: %s", async (capacity, unit, allowed) => {
    const actor = await cast.holder(capacity, unit);
    const { code } = await add({ valid_from: "2030-01-01" });
    const attempts = [add({ valid_from: "2030-01-01" }, actor), end(code, "2030-06-30", actor)];
    const outcomes = await Promise.allSettled(attempts);
    expect(outcomes.map(({ status }) => status)).toEqual(
      allowed ? ["fulfilled", "fulfilled"] : ["rejected", "rejected"],
    );
  });
});

describe("a unit's own term", () => {
  const set = (given: object, actor: Actor) =>
    cast.perform(setOwnTerm, { unit: "B", ...given }, { actor, now: noon });
  const asked = { receivedOn: "2018-03-05", assignedOn: "2018-03-05" };
  const proposedIn = (unit: string) => proposeDue(db, cast.unit(unit), asked);

  test("is proposed where no rule gives a date, from the day of the assignment, until it is taken away", async () => {
    const office = await cast.holder("office_secretary", "B");
    expect(await proposedIn("B")).toBeNull();
    await set({ amount: 10, term_unit: "working_day" }, office);
    expect(await proposedIn("B")).toMatchObject({ due: "2018-03-19" });
    expect(await proposedIn("A")).toBeNull();
    await set({ amount: 5, term_unit: "calendar_day" }, office);
    expect(await proposedIn("B")).toMatchObject({ due: "2018-03-12" });
    await set({ amount: "" }, office);
    expect(await proposedIn("B")).toBeNull();
  });

  test("gives way to every rule", async () => {
    await set({ amount: 3, term_unit: "calendar_day" }, await cast.holder("office_secretary", "B"));
    const facts = { receivedOn: "2026-03-02", assignedOn: "2026-03-04", conferenceOn: "2026-03-02" };
    await add({ valid_from: "2026-02-01" });
    expect(await proposeDue(db, cast.unit("B"), facts)).toMatchObject({ due: "2026-03-17" });
  });

  test.each([
    ["the office of another unit", "office_secretary", "A"],
    ["a leader", "chairperson", "B"],
  ] as const)("is not set by %s", async (_, capacity, unit) => {
    const setting = set({ amount: 7 }, await cast.holder(capacity, unit));
    await expect(setting).rejects.toThrow();
  });
});
