import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clocks, strictestFor, type MatterFacts } from "./clocks.ts";
import { vietnamCalendar } from "./proposal.ts";
import { RANKS, type DeadlineRule } from "./rule.ts";
import { placedRules, STATUTORY_RULES } from "./statutory-rules.ts";

const calendar = vietnamCalendar([]);
const HAI_DUONG = "unit-hai-duong";
const rules = placedRules(STATUTORY_RULES, new Map([["HD", HAI_DUONG]]));

/** A conference in Thanh Quang, Nam Sách, Hải Dương, on Tuesday 14/5/2019. */
const thanhQuang: MatterFacts = {
  starts: { conference: "2019-05-14", receipt: "2019-05-14" },
  territories: ["unit-thanh-quang", "unit-nam-sach", HAI_DUONG, "unit-viet-nam"],
  unitKind: "commune",
};

/** A conference in a ward of Hà Nội, on Thursday 20/11/2025. */
const vanMieu: MatterFacts = {
  starts: { conference: "2025-11-20" },
  territories: ["unit-van-mieu", "unit-ha-noi", "unit-viet-nam"],
  unitKind: "commune",
};

function reply(rank: DeadlineRule["rank"], amount: number, more: Partial<DeadlineRule> = {}): DeadlineRule {
  return {
    code: `reply-${rank}`,
    name: `Trả lời (${rank})`,
    purpose: "written_reply",
    amount,
    unit: "calendar_day",
    direction: "forward",
    start: "conference",
    citation: `Văn bản ${rank}`,
    rank,
    territory: null,
    unitKinds: null,
    validFrom: "2000-01-01",
    validUntil: null,
    ...more,
  };
}

const dues = (facts: MatterFacts, from: readonly DeadlineRule[]) =>
  clocks(facts, from, calendar).clocks.map((clock) => [clock.purpose, clock.due]);

describe("the rules a new register starts with", () => {
  test("in Hải Dương in 2019, before the law of 2025", () => {
    expect(dues(thanhQuang, rules)).toEqual([
      ["notice_of_conclusion", "2019-05-21"],
      ["word_of_party_head", "2019-05-28"],
      ["written_reply", "2019-05-29"],
    ]);
  });

  test("in Hà Nội in 2025: no provincial rule of another province", () => {
    expect(dues(vanMieu, rules)).toEqual([
      ["announce", "2025-11-12"],
      ["notice_of_conclusion", "2025-11-27"],
      ["publish_results", "2025-12-01"],
    ]);
  });

  test("Article 43 binds communes, not a province", () => {
    expect(dues({ ...vanMieu, unitKind: "province" }, rules)).toEqual([
      ["notice_of_conclusion", "2025-11-27"],
    ]);
  });

  test("an obligation already met has no clock", () => {
    const published: MatterFacts = { ...vanMieu, fulfilled: ["announce", "notice_of_conclusion"] };
    expect(dues(published, rules)).toEqual([["publish_results", "2025-12-01"]]);
  });

  test("a rule of a province that the register does not hold is left out", () => {
    const codes = placedRules(STATUTORY_RULES, new Map()).map((rule) => rule.code);
    expect(codes).not.toContain("written-reply-hai-duong-08");
    expect(codes).toHaveLength(STATUTORY_RULES.length - 1);
  });
});

describe("validity", () => {
  const bounded = reply("provincial", 15, { validFrom: "2025-11-20", validUntil: "2025-11-21" });
  test.each([
    ["2025-11-19", 0],
    ["2025-11-20", 1],
    ["2025-11-21", 1],
    ["2025-11-22", 0],
  ])("a rule valid on 20 and 21 November runs from a conference on %s: %i clocks", (conference, running) => {
    expect(clocks({ ...vanMieu, starts: { conference } }, [bounded], calendar).clocks).toHaveLength(running);
  });

  test("what has not happened starts no clock", () => {
    expect(clocks({ ...vanMieu, starts: {} }, rules, calendar)).toEqual({ clocks: [], strictest: null });
  });
});

describe("a lower rule may only shorten", () => {
  test("a longer one stays in the list with its reason", () => {
    const { clocks: running, strictest } = clocks(vanMieu, [reply("plan", 20), reply("law", 15)], calendar);
    expect(running.map((clock) => [clock.rank, clock.ineffective?.by.name ?? null])).toEqual([
      ["law", null],
      ["plan", "Trả lời (law)"],
    ]);
    expect(running[1]?.ineffective?.because.vi).toBe(
      "Không áp dụng: dài hơn Trả lời (law) (Văn bản law); quy định cấp dưới chỉ được rút ngắn",
    );
    expect(strictest?.rank).toBe("law");
  });

  test("a shorter one is the strictest, and the higher one still runs", () => {
    const { clocks: running, strictest } = clocks(vanMieu, [reply("law", 15), reply("plan", 10)], calendar);
    expect(running.map((clock) => clock.ineffective)).toEqual([null, null]);
    expect(strictest?.rank).toBe("plan");
  });

  test("one that ends on the same day binds as well, and the higher one is named first", () => {
    const { clocks: running } = clocks(vanMieu, [reply("plan", 15), reply("law", 15)], calendar);
    expect(running.map((clock) => clock.ineffective)).toEqual([null, null]);
    expect(running[0]?.rank).toBe("law");
  });

  test("one from another event is judged by its date", () => {
    const facts: MatterFacts = { ...vanMieu, starts: { conference: "2025-11-20", assignment: "2025-11-27" } };
    const fromAssignment = reply("plan", 10, { start: "assignment" });
    const { clocks: running } = clocks(facts, [reply("law", 15), fromAssignment], calendar);
    expect(running.map((clock) => [clock.rank, clock.ineffective === null])).toEqual([
      ["law", true],
      ["plan", false],
    ]);
  });

  test("ten working days are longer than ten calendar days", () => {
    const working = reply("plan", 10, { unit: "working_day" });
    const { strictest } = clocks(vanMieu, [working, reply("law", 10)], calendar);
    expect(strictest?.rank).toBe("law");
  });

  test("fewer full days before a conference are the longer term", () => {
    const ahead = { purpose: "announce", direction: "backward" } as const;
    const { clocks: running } = clocks(vanMieu, [reply("law", 7, ahead), reply("plan", 3, ahead)], calendar);
    expect(running.map((clock) => [clock.rank, clock.ineffective === null])).toEqual([
      ["law", true],
      ["plan", false],
    ]);
  });

  test("rules of different purposes do not bear on each other", () => {
    const publish = reply("law", 5, { purpose: "publish_results" });
    const { clocks: running } = clocks(vanMieu, [publish, reply("plan", 20)], calendar);
    expect(running.every((clock) => clock.ineffective === null)).toBe(true);
  });
});

test("what binds is never later than the strongest rule allows", () => {
  const anyRule = fc
    .tuple(fc.constantFrom(...RANKS), fc.integer({ min: 1, max: 30 }))
    .map(([rank, amount]) => reply(rank, amount));
  fc.assert(
    fc.property(fc.array(anyRule, { minLength: 1, maxLength: 6 }), (some) => {
      const { clocks: running, strictest } = clocks(vanMieu, some, calendar);
      const strongest = RANKS.find((rank) => running.some((clock) => clock.rank === rank));
      const ofStrongest = running.filter((clock) => clock.rank === strongest);
      expect(ofStrongest.every((clock) => clock.ineffective === null)).toBe(true);
      expect(strictest !== null && strictest.due <= ofStrongest[0]!.due).toBe(true);
    }),
  );
});

test("the product's default gives way to any rule, even to a longer one", () => {
  const { clocks: running } = clocks(vanMieu, [reply("product_default", 5), reply("plan", 10)], calendar);
  expect(running.map((clock) => [clock.rank, clock.ineffective === null])).toEqual([
    ["product_default", false],
    ["plan", true],
  ]);
});

describe("a date set in the notice of conclusion", () => {
  const set = (due: string) => ({
    ...vanMieu,
    setDates: [
      { purpose: "written_reply" as const, due, name: "Hạn trong thông báo", citation: "12/TB-UBND" },
    ],
  });

  test.each([
    ["2025-12-01", "set_date"],
    ["2025-12-20", "provincial"],
  ])("on %s: the strictest is the %s", (due, rank) => {
    const { clocks: running } = clocks(set(due), [reply("provincial", 15)], calendar);
    expect(running).toHaveLength(2);
    expect(strictestFor("written_reply", running)?.rank).toBe(rank);
  });

  test("stands before the product's default", () => {
    const { strictest } = clocks(set("2025-12-20"), [reply("product_default", 5)], calendar);
    expect(strictest?.rank).toBe("set_date");
  });
});

test("an hour of a day comes before the end of that day", () => {
  const facts: MatterFacts = { ...vanMieu, starts: { conference: "2025-11-20T08:00" } };
  const hours = reply("plan", 2, { unit: "working_hour" });
  const { clocks: running } = clocks(facts, [reply("law", 1), hours], calendar);
  expect(running.map((clock) => clock.due)).toEqual(["2025-11-20T10:00", "2025-11-21"]);
  const set = { purpose: "announce", due: "2025-11-20", name: "Hạn", citation: "01/TB" } as const;
  const sameDay = clocks({ ...facts, setDates: [set] }, [hours], calendar).clocks;
  expect(sameDay.map((clock) => clock.due)).toEqual(["2025-11-20T10:00", "2025-11-20"]);
});
