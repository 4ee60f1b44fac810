import { describe, expect, it } from "vitest";
import { checkRegister } from "./check-register.ts";
import { readRegisterValue } from "./read-register.ts";
import type { RegisterFileInput } from "./register-file.ts";
import { type KnownRegister, NOTHING_KNOWN } from "./register-references.ts";
import { waitsAgain } from "#modules/recommendation/words-from-above.ts";

type Written = Omit<RegisterFileInput, "format">;

function faults(written: Written, known: KnownRegister = NOTHING_KNOWN): string[] {
  const reading = readRegisterValue({ format: "doi-thoai/register@1", ...written });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return checkRegister(reading.file, known).map(
    ({ path, code }) => `${path}: ${code.replace("register.", "")}`,
  );
}

const MC = {
  code: "MC",
  name: "Thành phố Móng Cái",
  kind: "district",
  from: "2008-09-24",
  until: "2025-07-01",
} as const;
const held = { ref: "c1", unit: "MC", form: "briefing", held_on: "2020-01-14" } as const;
const matter = { ref: "m1", unit: "MC", conference: "c1", received_on: "2020-01-14" } as const;
const base = { units: [MC], conferences: [held] };

describe("a register file that holds together", () => {
  it("gives no fault", () => {
    const merged = {
      ...matter,
      ref: "m2",
      events: [{ on: "2020-01-14", act: "merge" as const, into: "m1" }],
    };
    const counts = { very_satisfied: 20, satisfied: 34, neutral: 2, dissatisfied: 1 };
    const ballots = [{ conference: "c1", issued: 60, returned: 58, valid: 57, counts }];
    expect(faults({ ...base, recommendations: [matter, merged], ballots })).toEqual([]);
  });

  it("may wait again for a unit above that is the matter's own by now", () => {
    const text = waitsAgain("QN-2020-0001");
    const events = [{ on: "2020-01-14", act: "forward_up" as const, to: matter.unit, text }];
    expect(faults({ ...base, recommendations: [{ ...matter, events }] })).toEqual([]);
  });

  it("may speak of what the register knows already", () => {
    const known: KnownRegister = {
      unit: (code) => code === "MC",
      plan: (ref) => ref === "p1",
      conference: (ref) => ref === "c1",
      recommendation: (ref) => ref === "m0",
      receivedOn: (ref) => (ref === "m0" ? "2020-01-14" : undefined),
    };
    const mergedOn = (on: string) => [{ on, act: "merge" as const, into: "m0" }];
    const conferences = [{ ...held, ref: "c2", plan: "p1" }];
    const merged = (events: object[]) =>
      ({ conferences, recommendations: [{ ...matter, events }] }) as Written;
    expect(faults(merged(mergedOn("2020-01-14")), known)).toEqual([]);
    const late = { ...known, receivedOn: () => "2020-01-15" };
    expect(faults(merged(mergedOn("2020-01-14")), late)).toEqual([
      "recommendations[0].events[0].on: merge_before_receipt",
    ]);
  });
});

describe("a register file that does not hold together names", () => {
  const events = (...list: object[]) =>
    ({ ...base, recommendations: [{ ...matter, events: list }] }) as Written;
  const on = "2020-01-20";

  it.each<[string, Written, string[]]>([
    ["a unit's code used twice", { units: [MC, MC] }, ["units[1].code: duplicate"]],
    [
      "a tree of more levels than there are",
      {
        units: Array.from({ length: 22 }, (_, n) => ({
          ...MC,
          code: `U${n}`,
          ...(n > 0 && { parent: `U${n - 1}` }),
        })),
      },
      ["units[21].parent: too_deep"],
    ],
    [
      "a coordinating unit named twice",
      {
        ...base,
        units: [MC, { ...MC, code: "A" }],
        recommendations: [
          {
            ...matter,
            events: [
              { on: "2020-01-14", act: "rule" as const, ruling: "written_answer" as const },
              { on: "2020-01-15", act: "assign" as const, lead: "MC", coordinators: ["A", "A"] },
            ],
          },
        ],
      },
      ["recommendations[0].events[1].coordinators[1]: duplicate"],
    ],
    ["a unit above that is not there", { units: [{ ...MC, parent: "QN" }] }, ["units[0].parent: dangling"]],
    [
      "a unit that ends before it begins",
      { units: [{ ...MC, until: "2008-09-24" }] },
      ["units[0].until: interval_reversed"],
    ],
    [
      "former names whose days do not follow one another",
      {
        units: [
          {
            ...MC,
            until: "2030-01-01",
            former_names: [
              { name: "Huyện Cũ", until: "2012-01-01" },
              { name: "Thị xã Cũ", until: "2011-01-01" },
              { name: "Thành phố Cũ", until: "2031-01-01" },
            ],
          },
        ],
      },
      [
        "units[0].former_names[1].until: interval_reversed",
        "units[0].former_names[2].until: interval_reversed",
      ],
    ],
    [
      "units above one another in a circle",
      { units: ["A", "B", "C"].map((code, at) => ({ ...MC, code, parent: "BCA"[at] })) },
      ["units[0].parent: circle"],
    ],
    [
      "a succession of unknown units",
      { units: [MC], successions: [{ kind: "merge", on: "2025-07-01", from: ["MC", "X"], to: ["Y"] }] },
      ["successions[0].from[1]: dangling", "successions[0].to[0]: dangling"],
    ],
    [
      "a unit named twice on one side, and an arrangement written twice",
      {
        units: [MC, { ...MC, code: "B", until: null }],
        successions: [
          { kind: "merge", on: "2025-07-01", from: ["MC", "MC"], to: ["B"] },
          { kind: "merge", on: "2025-07-01", from: ["MC", "MC"], to: ["B"] },
        ],
      },
      ["successions[1]: duplicate", "successions[0].from[1]: duplicate", "successions[1].from[1]: duplicate"],
    ],
    [
      "an arrangement on another day than the unit's end, or after another that ended it",
      {
        units: [MC, { ...MC, code: "A", until: null }, { ...MC, code: "B", until: null }],
        successions: [
          { kind: "abolish", on: "2024-07-01", from: ["MC"] },
          { kind: "merge", on: "2024-07-01", from: ["A"], to: ["B"] },
          { kind: "merge", on: "2025-07-01", from: ["A"], to: ["B"] },
        ],
      },
      ["successions[0].from[0]: end_differs", "successions[2].from[0]: end_differs"],
    ],
    [
      "a unit that takes another over before it is, or when it is no more",
      {
        units: [
          { ...MC, until: null },
          { ...MC, code: "A", from: "2025-07-01", until: null },
          { ...MC, code: "B" },
        ],
        successions: [
          { kind: "partial", on: "2025-06-30", from: ["MC"], to: ["A"] },
          { kind: "partial", on: "2025-07-02", from: ["MC"], to: ["B"] },
        ],
      },
      ["successions[0].to[0]: before_unit", "successions[1].to[0]: after_unit"],
    ],
    [
      "what befell a unit on the day it went over into another, or later",
      {
        units: [
          { ...MC, until: null },
          { ...MC, code: "B", until: null },
        ],
        successions: [{ kind: "merge", on: "2020-01-14", from: ["MC"], to: ["B"] }],
        conferences: [held, { ...held, ref: "c2", held_on: "2020-01-13" }],
        returns: [
          { unit: "MC", period: "2019" },
          { unit: "MC", period: "2020" },
        ],
        plans: [{ ref: "p", unit: "B", year: 2021, requirements: [{ unit: "MC", required: 1 }] }],
      },
      [
        "plans[0].requirements[0].unit: after_unit",
        "conferences[0].held_on: after_unit",
        "returns[1].period: after_unit",
      ],
    ],
    [
      "what befell a unit under one that was no more; not where it had been put under another",
      {
        units: [
          MC,
          { code: "A", name: "Xã A", kind: "commune", parent: "MC" },
          { code: "B", name: "Xã B", kind: "commune", parent: "MC" },
          { code: "QN", name: "Tỉnh", kind: "province" },
        ],
        successions: [
          { kind: "abolish", on: "2025-07-01", from: ["MC"] },
          { kind: "reparent", on: "2025-07-01", from: ["B"], to: ["QN"] },
        ],
        conferences: ["A", "B"].map((unit) => ({ ...held, ref: unit, unit, held_on: "2025-07-01" })),
      },
      ["conferences[0].held_on: above_not_there"],
    ],
    [
      "a cut-off before the period it is of",
      { units: [MC], returns: [{ unit: "MC", period: "2020-H2", cutoff: "2020-06-30" }] },
      ["returns[0].cutoff: cutoff_before_period"],
    ],
    [
      "a merger into two",
      {
        units: [MC, { ...MC, code: "B" }],
        successions: [{ kind: "merge", on, from: ["MC"], to: ["B", "MC"] }],
      },
      ["successions[0]: succession_shape"],
    ],
    [
      "a partial transfer to nobody",
      { units: [MC], successions: [{ kind: "partial", on, from: ["MC"] }] },
      ["successions[0]: succession_shape"],
    ],
    [
      "a unit required twice in one plan",
      {
        units: [MC],
        plans: [
          {
            ref: "p",
            unit: "MC",
            year: 2020,
            requirements: [
              { unit: "MC", required: 4 },
              { unit: "MC", required: 2 },
            ],
          },
        ],
      },
      ["plans[0].requirements[1].unit: duplicate"],
    ],
    [
      "a conference of an unknown plan",
      { units: [MC], conferences: [{ ...held, plan: "p" }] },
      ["conferences[0].plan: dangling"],
    ],
    [
      "a conference before the unit was",
      { units: [MC], conferences: [{ ...held, held_on: "2008-09-23" }] },
      ["conferences[0].held_on: before_unit"],
    ],
    [
      "a conference on the day after the unit's end",
      { units: [MC], conferences: [{ ...held, held_on: "2025-07-02" }] },
      ["conferences[0].held_on: after_unit"],
    ],
    [
      "a matter received by a unit that is no more",
      { ...base, recommendations: [{ ...matter, received_on: "2026-01-01" }] },
      ["recommendations[0].received_on: after_unit"],
    ],
    [
      "names used twice",
      { ...base, conferences: [held, held], recommendations: [matter, matter] },
      ["conferences[1].ref: duplicate", "recommendations[1].ref: duplicate"],
    ],
    [
      "a unit that went over into another before it was, or on its first day",
      {
        units: [
          { ...MC, until: null },
          { ...MC, code: "QN", from: "1963-10-30" },
        ],
        successions: ["2008-09-24", "2008-09-25"].map((day) => ({
          kind: "merge",
          on: day,
          from: ["MC"],
          to: ["QN"],
        })),
      },
      ["successions[0].from[0]: before_unit", "successions[1].from[0]: end_differs"],
    ],
    [
      "a unit put under another before it was",
      {
        units: [MC, { ...MC, code: "QN", from: "1963-10-30" }],
        successions: ["2008-09-23", "2008-09-24"].map((day) => ({
          kind: "reparent",
          on: day,
          from: ["MC"],
          to: ["QN"],
        })),
      },
      ["successions[0].from[0]: before_unit"],
    ],
    [
      "a period returned twice by one unit",
      { units: [MC], returns: ["2020-H1", "2020", "2020-H1"].map((period) => ({ unit: "MC", period })) },
      ["returns[2].period: duplicate"],
    ],
    [
      "a turn with the number of another of its conference",
      {
        units: [MC],
        conferences: [held, { ...held, ref: "c2" }],
        turns: [
          { ref: "t1", conference: "c1", order: 1 },
          { ref: "t2", conference: "c1" },
          { ref: "t3", conference: "c2", order: 1 },
          { ref: "t4", conference: "c1", order: 1 },
        ],
      },
      ["turns[3].order: order_taken"],
    ],
    [
      "a turn of another conference",
      {
        units: [MC],
        conferences: [held, { ...held, ref: "c2" }],
        turns: [{ ref: "t", conference: "c2" }],
        recommendations: [{ ...matter, turn: "t" }],
      },
      ["recommendations[0].turn: turn_of_other_conference"],
    ],
    [
      "a matter whose references lead nowhere",
      {
        units: [MC],
        recommendations: [
          { ...matter, turn: "t", village: "v", forwarded_from: "m0", requesters: [{ village: "w" }] },
        ],
      },
      [
        "recommendations[0].conference: dangling",
        "recommendations[0].turn: dangling",
        "recommendations[0].village: dangling",
        "recommendations[0].requesters[0].village: dangling",
        "recommendations[0].forwarded_from: dangling",
      ],
    ],
    [
      "an assignment to unknown agencies",
      events({ on, act: "assign", lead: "X", coordinators: ["MC", "Y"] }),
      [
        "recommendations[0].events[0].lead: dangling",
        "recommendations[0].events[0].coordinators[1]: dangling",
      ],
    ],
    [
      "a letter upward to nobody",
      events({ on, act: "forward_up", to: "QN" }),
      ["recommendations[0].events[0].to: dangling"],
    ],
    [
      "an assignment to agencies that were not there yet or no more on its day",
      {
        ...events({ on, act: "assign", lead: "OLD", coordinators: ["NEW", { unit: "ANY" }] }),
        units: [
          MC,
          { code: "OLD", name: "Phòng cũ", kind: "agency", until: "2020-01-19" },
          { code: "NEW", name: "Phòng mới", kind: "agency", from: "2020-01-21" },
          { code: "ANY", name: "Phòng khác", kind: "agency" },
        ],
      },
      [
        "recommendations[0].events[0].lead: after_unit",
        "recommendations[0].events[0].coordinators[0]: before_unit",
      ],
    ],
    [
      "a lead that coordinates as well",
      events({ on, act: "assign", lead: "MC", coordinators: ["MC"] }),
      ["recommendations[0].events[0].coordinators[0]: lead_also_coordinates"],
    ],
    [
      "a letter upward to the unit itself",
      events({ on, act: "forward_up", to: "MC" }),
      ["recommendations[0].events[0].to: forward_to_itself"],
    ],
    [
      "a letter upward to an agency of one's own, and to a unit that was no more; not to an agency of those above",
      {
        units: [
          MC,
          { code: "P", name: "Phòng", kind: "agency", parent: "MC" },
          { code: "SO", name: "Sở", kind: "agency", parent: "BQ" },
          { code: "BQ", name: "Tỉnh mới", kind: "province" },
          { code: "QN", name: "Tỉnh", kind: "province", until: "2020-01-01" },
        ],
        recommendations: ["P", "QN", "SO"].map((to) => ({
          ...matter,
          ref: to,
          conference: null,
          events: [{ on, act: "forward_up" as const, to }],
        })),
      },
      ["recommendations[0].events[0].to: forward_to_agency", "recommendations[1].events[0].to: after_unit"],
    ],
    [
      "a matter merged into one of the file that was received after that",
      {
        ...base,
        recommendations: [
          { ...matter, ref: "m2", received_on: "2020-01-21" },
          { ...matter, events: [{ on, act: "merge", into: "m2" }] },
          { ...matter, ref: "m3", events: [{ on: "2020-01-21", act: "merge", into: "m2" }] },
        ],
      },
      ["recommendations[1].events[0].on: merge_before_receipt"],
    ],
    [
      "a matter merged into one that had been rejected or routed out, unless it was taken up again",
      {
        ...base,
        recommendations: [
          { ...matter, events: [{ on: "2020-01-15", act: "reject" }] },
          { ...matter, ref: "m2", events: [{ on: "2020-01-15", act: "route_out" }] },
          {
            ...matter,
            ref: "m3",
            events: [
              { on: "2020-01-15", act: "reject" },
              { on: "2020-01-16", act: "reopen" },
            ],
          },
          ...["m1", "m2", "m3"].map((into) => ({
            ...matter,
            ref: `into-${into}`,
            events: [{ on, act: "merge" as const, into }],
          })),
        ],
      },
      [
        "recommendations[3].events[0].into: merge_into_ended",
        "recommendations[4].events[0].into: merge_into_ended",
      ],
    ],
    [
      "an event before receipt",
      events({ on: "2020-01-13", act: "rule", ruling: "noted" }),
      ["recommendations[0].events[0].on: before_receipt"],
    ],
    [
      "a matter merged into itself",
      events({ on, act: "merge", into: "m1" }),
      ["recommendations[0].events: circle"],
    ],
    [
      "matters merged into one another",
      {
        ...base,
        recommendations: ["m1", "m2", "m3"].map((ref, at) => ({
          ...matter,
          ref,
          events: at === 0 ? [] : [{ on, act: "merge" as const, into: at === 1 ? "m3" : "m2" }],
        })),
      },
      ["recommendations[1].events: circle"],
    ],
    [
      "a ballot with more returned than issued, more valid than returned, and counts that differ",
      {
        ...base,
        ballots: [{ conference: "c1", issued: 10, returned: 11, valid: 12, counts: { satisfied: 9 } }],
      },
      [
        "ballots[0].returned: ballot_out_of_balance",
        "ballots[0].valid: ballot_out_of_balance",
        "ballots[0].counts: ballot_out_of_balance",
      ],
    ],
    ["a return of nobody", { returns: [{ unit: "HL", period: "2020-H1" }] }, ["returns[0].unit: dangling"]],
  ])("%s", (_, written, expected) => expect(faults(written)).toEqual(expected));

  it("the period of a unit that only the register knows", () => {
    const known: KnownRegister = { unit: () => ({ from: "2021-01-01", until: null }) };
    expect(faults({ conferences: [held] }, known)).toEqual(["conferences[0].held_on: before_unit"]);
  });
});
