import { describe, expect, it } from "vitest";
import { readRegisterValue } from "#modules/register/read-register.ts";
import type { RegisterFile, RegisterFileInput } from "#modules/register/register-file.ts";
import { recount } from "./recount.ts";

type Written = Omit<RegisterFileInput, "format">;
type Matter = NonNullable<Written["recommendations"]>[number];
type Events = NonNullable<Matter["events"]>;

const UNITS = [
  { code: "T", name: "Tỉnh", kind: "province" as const },
  { code: "H", name: "Huyện", kind: "district" as const, parent: "T" },
  { code: "X", name: "Xã", kind: "commune" as const, parent: "H" },
];
const YEAR = { unit: "X", from: "2020-01-01", to: "2020-12-31" };

function read(written: Written): RegisterFile {
  const reading = readRegisterValue({ format: "doi-thoai/register@1", units: UNITS, ...written });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.file;
}

const matter = (events: Events, more: Partial<Matter> = {}): Matter => ({
  ref: "m",
  unit: "X",
  received_on: "2020-03-01",
  events,
  ...more,
});

function ofOne(events: Events, asked: Partial<typeof YEAR> & { asOf?: string } = {}) {
  return recount(read({ recommendations: [matter(events)] }), { ...YEAR, ...asked });
}

/** The figures that are not zero, of a register with this one matter. */
function figures(events: Events, asOf?: string): Record<string, number> {
  const { recommendations } = ofOne(events, { asOf });
  const counts = Object.entries(recommendations).filter(
    ([, value]) => typeof value === "number" && value > 0,
  );
  return Object.fromEntries(counts) as Record<string, number>;
}

const rule = (ruling: "answered_now" | "written_answer" | "beyond_competence" | "noted") =>
  ({ on: "2020-03-01", act: "rule", ruling }) as const;
const assign = (on: string, due?: string, lead = "A") => ({ on, act: "assign", lead, due }) as const;
const answer = (on: string, outcome: "done" | "explained" | "refused" = "done") =>
  ({ on, act: "answer", outcome }) as const;
const written = rule("written_answer");
const due = assign("2020-03-02", "2020-03-16");
const extend = { on: "2020-03-10", act: "extend", due: "2020-03-31" } as const;
const give_back = { on: "2020-03-05", act: "return" } as const;
const reopen = { on: "2020-04-01", act: "reopen" } as const;

const one = { received: 1, distinct: 1 };
const directed = { ...one, assigned: 1, directed: 1 };

describe("where one matter stands", () => {
  it.each<[string, Events, Record<string, number>]>([
    ["received only", [], { ...one, awaiting_ruling: 1 }],
    ["answered in the room", [rule("answered_now")], { ...one, answered_in_room: 1, directed: 1 }],
    ["noted", [rule("noted")], { ...one, noted: 1 }],
    ["ruled for a written answer", [written], { ...directed, in_hand: 1 }],
    ["beyond competence, not yet sent", [rule("beyond_competence")], { ...directed, in_hand: 1 }],
    ["sent upward", [{ on: "2020-03-03", act: "forward_up", to: "H" }], { ...directed, passed_up: 1 }],
    ["assigned without a ruling", [assign("2020-03-02")], { ...directed, in_hand: 1 }],
    ["given back as not theirs", [written, due, give_back], { ...directed, in_hand: 1, overdue: 1 }],
    ["scheduled", [written, due, { on: "2020-03-10", act: "schedule" }], { ...directed, scheduled: 1 }],
    ["blocked", [written, due, { on: "2020-03-10", act: "block" }], { ...directed, blocked: 1 }],
    ["past its date", [written, due], { ...directed, in_hand: 1, overdue: 1 }],
    ["refused", [written, answer("2020-03-10", "refused")], { ...directed, refused: 1 }],
    ["merged", [written, { on: "2020-03-10", act: "merge", into: "n" }], { received: 1, duplicates: 1 }],
    ["invalid", [{ on: "2020-03-10", act: "reject" }], { received: 1, invalid: 1 }],
    ["a complaint, passed on", [{ on: "2020-03-10", act: "route_out" }], { received: 1, routed_out: 1 }],
    [
      "put out of sight for a reviewer and shown again",
      [
        { on: "2020-03-02", act: "hold" },
        { on: "2020-03-03", act: "release" },
      ],
      { ...one, awaiting_ruling: 1 },
    ],
    ["reopened", [written, answer("2020-03-10"), reopen], { ...directed, in_hand: 1, reopened: 1 }],
    [
      "answered, confirmed as not good and closed: the answer stands until somebody reopens it",
      [
        written,
        answer("2020-03-10"),
        { on: "2020-03-11", act: "confirm", by: "front", satisfied: false },
        { on: "2020-03-12", act: "close" },
      ],
      { ...directed, done: 1, answered_not_satisfied: 1 },
    ],
    [
      "two events of one day, in the order of the file",
      [written, answer("2020-04-01"), reopen],
      { ...directed, in_hand: 1, reopened: 1 },
    ],
    [
      "events out of order in the file, in the order of their days",
      [reopen, answer("2020-03-31"), written],
      { ...directed, in_hand: 1, reopened: 1 },
    ],
  ])("%s", (_, events, expected) => expect(figures(events)).toEqual(expected));

  it("is overdue from the day after its date", () => {
    expect(figures([written, due], "2020-03-16")).toEqual({ ...directed, in_hand: 1 });
    expect(figures([written, due], "2020-03-17")).toEqual({ ...directed, in_hand: 1, overdue: 1 });
  });

  it("is not known before it was received, whatever is entered later", () => {
    expect(figures([written], "2020-02-29")).toEqual({});
    expect(figures([written, due, answer("2020-03-10")], "2020-03-09")).toEqual({ ...directed, in_hand: 1 });
  });
});

describe("in time", () => {
  const timely = (events: Events) => {
    const { answered_on_time, answered_after_extension, answered_late } = ofOne(events).recommendations;
    return { on_time: answered_on_time, after_extension: answered_after_extension, late: answered_late };
  };
  const none = { on_time: 0, after_extension: 0, late: 0 };

  it.each<[string, Events, Partial<typeof none>]>([
    ["on the original date", [due, answer("2020-03-16")], { on_time: 1 }],
    ["a day after it", [due, answer("2020-03-17")], { late: 1 }],
    ["on the extended date", [due, extend, answer("2020-03-31")], { after_extension: 1 }],
    ["extended, but on the original date all the same", [due, extend, answer("2020-03-16")], { on_time: 1 }],
    [
      "within the original date, past the one it was shortened to",
      [due, assign("2020-03-06", "2020-03-10"), answer("2020-03-12")],
      { late: 1 },
    ],
    ["after both", [due, extend, answer("2020-04-01")], { late: 1 }],
    ["without any date", [assign("2020-03-02"), answer("2020-09-01")], {}],
    [
      "answered again after a reopening: the last answer counts",
      [due, answer("2020-03-10"), reopen, answer("2020-04-05")],
      { late: 1 },
    ],
    [
      "assigned anew after a reopening: a new original date",
      [due, answer("2020-03-10"), reopen, assign("2020-04-02", "2020-04-15"), answer("2020-04-15")],
      { on_time: 1 },
    ],
    [
      "assigned anew after being given back: a new original date",
      [due, give_back, assign("2020-03-06", "2020-03-25"), answer("2020-03-25")],
      { on_time: 1 },
    ],
    [
      "assigned to another on top: the original date stays",
      [due, assign("2020-03-06", "2020-03-25", "B"), answer("2020-03-25")],
      { after_extension: 1 },
    ],
    [
      "given back and assigned anew without a date: the dates stay",
      [due, extend, give_back, assign("2020-03-12"), answer("2020-03-20")],
      { after_extension: 1 },
    ],
    [
      "a reply from above",
      [due, { on: "2020-03-16", act: "reply_from_above", outcome: "done" }],
      { on_time: 1 },
    ],
    ["reopened and not answered since", [due, answer("2020-03-10"), reopen], {}],
  ])("%s", (_, events, expected) => expect(timely(events)).toEqual({ ...none, ...expected }));
});

describe("who has it", () => {
  it.each<[string, Events, Record<string, number>]>([
    ["the agency it was assigned to last", [due, assign("2020-03-04", "2020-03-16", "B")], { B: 1 }],
    ["nobody, once given back", [due, give_back], {}],
    ["the agency that answered", [due, answer("2020-03-10")], { A: 1 }],
    ["nobody, when it was noted after all", [due, { ...rule("noted"), on: "2020-03-10" }], {}],
  ])("%s", (_, events, expected) => expect(ofOne(events).recommendations.by_lead).toEqual(expected));
});

describe("the balance", () => {
  const life: Events = [written, answer("2020-03-10"), reopen, answer("2020-05-01")];
  it.each([
    ["2020-03-01", "2020-03-31", { opening: 0, new: 1, reopened: 0, closed: 1, closing: 0 }],
    ["2020-03-11", "2020-04-30", { opening: 0, new: 0, reopened: 1, closed: 0, closing: 1 }],
    ["2020-04-02", "2020-05-31", { opening: 1, new: 0, reopened: 0, closed: 1, closing: 0 }],
    ["2020-01-01", "2020-12-31", { opening: 0, new: 1, reopened: 1, closed: 2, closing: 0 }],
    ["2021-01-01", "2021-12-31", { opening: 0, new: 0, reopened: 0, closed: 0, closing: 0 }],
  ])("from %s to %s", (from, to, expected) => expect(ofOne(life, { from, to }).balance).toEqual(expected));

  it("ends with the period, even when the matters are asked as of a later day", () => {
    const report = ofOne(life, { from: "2020-03-01", to: "2020-03-05", asOf: "2020-12-31" });
    expect(report.balance).toEqual({ opening: 0, new: 1, reopened: 0, closed: 0, closing: 1 });
    expect(report.recommendations).toMatchObject({ done: 1, in_hand: 0 });
  });
});

describe("the subtree", () => {
  const move = { kind: "reparent" as const, on: "2020-07-01", from: ["X"], to: ["T"] };
  const file = read({
    successions: [move],
    recommendations: [
      matter([], { ref: "a", received_on: "2020-06-30" }),
      matter([], { ref: "b", received_on: "2020-07-01" }),
    ],
  });

  it.each([
    ["X", 2],
    ["H", 1],
    ["T", 2],
  ])("of %s is as it was on the day of receipt", (unit, received) => {
    expect(recount(file, { ...YEAR, unit }).recommendations.received).toBe(received);
  });

  it("counts a matter passed upward inside it once, and at the upper unit alone when the lower is not in it", () => {
    const child = matter([], { ref: "child", unit: "H", forwarded_from: "m", received_on: "2020-03-04" });
    const above = read({
      units: [...UNITS, { code: "K", name: "Huyện khác", kind: "district", parent: "T" }],
      recommendations: [matter([]), child, { ...child, ref: "far", unit: "K" }],
    });
    const received = (unit: string) => recount(above, { ...YEAR, unit }).recommendations.received;
    expect([received("X"), received("H"), received("K"), received("T")]).toEqual([1, 1, 1, 1]);
  });
});

describe("plans", () => {
  const held = (ref: string, unit: string, held_on: string) => ({
    ref,
    unit,
    form: "periodic" as const,
    held_on,
  });
  const plan = (year: number, requirements: { unit: string; required: number }[], issued_on?: string) => ({
    ref: `p${year}`,
    unit: "H",
    year,
    issued_on,
    requirements,
  });
  const file = read({
    plans: [
      plan(2020, [
        { unit: "X", required: 2 },
        { unit: "H", required: 1 },
      ]),
      plan(2021, [{ unit: "X", required: 3 }], "2021-02-01"),
    ],
    conferences: [held("1", "H", "2020-01-05"), held("2", "H", "2020-02-05"), held("3", "X", "2020-12-31")],
  });

  it("never set one unit's surplus against another's shortfall", () => {
    const report = recount(file, { ...YEAR, unit: "T" });
    expect(report.plans).toEqual([
      { unit: "H", required: 1, held: 2, shortfall: 0 },
      { unit: "X", required: 2, held: 1, shortfall: 1 },
    ]);
    expect(report.conferences).toMatchObject({
      held: 3,
      required: 3,
      shortfall: 1,
      by_level: { district: 2, commune: 1 },
    });
  });

  it("ask no more of a unit together than the largest of them asks: its own that repeats the one above", () => {
    const repeated = read({
      plans: [
        plan(2020, [{ unit: "X", required: 4 }]),
        { ...plan(2020, [{ unit: "X", required: 4 }]), ref: "own", unit: "X" },
        { ...plan(2021, [{ unit: "X", required: 2 }]), ref: "less", unit: "X" },
        plan(2021, [{ unit: "X", required: 3 }]),
      ],
    });
    const required = (to: string) =>
      recount(repeated, { unit: "X", from: "2020-01-01", to }).conferences.required;
    expect([required("2020-12-31"), required("2021-12-31")]).toEqual([4, 7]);
  });

  it.each([
    ["2020-01-02", "2020-12-31", 0],
    ["2020-01-01", "2020-01-01", 3],
    ["2020-01-01", "2021-01-01", 3],
    ["2020-01-01", "2021-02-01", 6],
  ])("count a year whole when its New Year's Day lies from %s to %s, once issued", (from, to, required) => {
    expect(recount(file, { unit: "T", from, to }).conferences.required).toBe(required);
  });
});

describe("satisfaction", () => {
  it("is the lowest session and the plain mean of the sessions, rounded once, half away from zero", () => {
    const ballot = (conference: string, valid: number, very_satisfied: number, satisfied: number) => ({
      conference,
      issued: 20,
      returned: 18,
      valid,
      counts: { very_satisfied, satisfied },
    });
    const conference = (ref: string) => ({
      ref,
      unit: "X",
      form: "periodic" as const,
      held_on: "2020-05-05",
    });
    const file = read({
      conferences: ["1", "2", "3"].map(conference),
      ballots: [ballot("1", 16, 5, 10), ballot("2", 8, 7, 0), ballot("3", 0, 0, 0)],
    });
    expect(recount(file, YEAR).satisfaction).toEqual({
      sessions: 3,
      minimum: 87.5,
      mean: 90.6,
      issued: 60,
      returned: 54,
      valid: 24,
    });
  });
});

describe("indicators", () => {
  const give = (period: string, citizens_received: number, cutoff?: string, unit = "X") => ({
    unit,
    period,
    cutoff,
    values: { citizens_received, mass_complaints: 0 },
  });
  const indicators = (to: string, ...returns: ReturnType<typeof give>[]) =>
    recount(read({ returns }), { unit: "H", from: "2020-01-01", to }).indicators;

  it.each<[string, string, ReturnType<typeof give>[], number]>([
    ["a half-year, from its cut-off on", "2020-05-20", [give("2020-H1", 1412, "2020-05-20")], 1412],
    ["quarters side by side", "2020-06-30", [give("2020-Q1", 10), give("2020-Q2", 5)], 15],
    [
      "a half-year and its own quarters: the half-year",
      "2020-06-30",
      [give("2020-Q1", 10), give("2020-H1", 16), give("2020-Q2", 5)],
      16,
    ],
    ["nine months and a month after", "2020-10-31", [give("2020-9M", 30), give("2020-10", 4)], 34],
    [
      "a correction of the same period: the later",
      "2020-03-31",
      [give("2020-Q1", 10), give("2020-Q1", 11)],
      11,
    ],
    ["several units", "2020-03-31", [give("2020-Q1", 10), give("2020-Q1", 7, undefined, "H")], 17],
  ])("of %s", (_, to, returns, sum) => {
    expect(indicators(to, ...returns)).toEqual({ citizens_received: sum, mass_complaints: 0 });
  });

  it("are not there before their figures were taken", () => {
    expect(indicators("2020-05-19", give("2020-H1", 1412, "2020-05-20"))).toEqual({});
  });
});
