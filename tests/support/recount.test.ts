import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readRegister } from "#modules/register/read-register.ts";
import type { RegisterFile } from "#modules/register/register-file.ts";
import { recount } from "./recount.ts";

function register(name: string): RegisterFile {
  const bytes = readFileSync(new URL(`../../registers/${name}`, import.meta.url));
  const reading = readRegister(bytes, { maxBytes: 10_000_000 });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.file;
}

/** Holds for every report: no table may leave whose sums do not agree. */
function expectIdentities({ identities }: ReturnType<typeof recount>) {
  expect(identities.map(({ name, holds }) => `${name} ${holds}`)).toEqual([
    "received true",
    "valid true",
    "distinct true",
    "assigned true",
    "balance true",
    "conferences_by_form true",
    "conferences_by_level true",
  ]);
}

describe("Móng Cái, 1 January to 31 October 2020", () => {
  const file = register("mong-cai-2020.json");

  it("gives the published figures", () => {
    const report = recount(file, { unit: "MC", from: "2020-01-01", to: "2020-10-31" });
    const { by_field, by_lead, ...recommendations } = report.recommendations;
    expect({ ...report, recommendations, identities: report.identities.length }).toEqual({
      unit: "MC",
      from: "2020-01-01",
      to: "2020-10-31",
      as_of: "2020-10-31",
      known_on: null,
      basis: "as-was",
      conferences: {
        held: 5,
        required: 4,
        shortfall: 0,
        by_form: { briefing: 5 },
        by_level: { district: 5 },
      },
      attendances: 1448,
      turns: 0,
      recommendations: {
        received: 104,
        invalid: 0,
        routed_out: 0,
        duplicates: 0,
        distinct: 104,
        awaiting_ruling: 0,
        answered_in_room: 0,
        noted: 0,
        assigned: 104,
        directed: 104,
        done: 90,
        explained: 0,
        refused: 0,
        in_hand: 14,
        overdue: 0,
        scheduled: 0,
        blocked: 0,
        passed_up: 0,
        answered_on_time: 90,
        answered_after_extension: 0,
        answered_late: 0,
        answered_not_satisfied: 0,
        reopened: 0,
        by_channel: { conference: 104 },
      },
      balance: { opening: 0, new: 104, reopened: 0, closed: 90, closing: 14 },
      rates: { directed: 100.0, done: 86.5, substantive: 100.0, on_time: 100.0 },
      satisfaction: { sessions: 0, minimum: null, mean: null, issued: 0, returned: 0, valid: 0 },
      plans: [{ unit: "MC", required: 4, held: 5, shortfall: 0 }],
      indicators: {},
      identities: 7,
    });
    expect(by_field).toMatchObject({ giao_thong: 12 });
    expect(by_lead).toMatchObject({ "MC-QLDT": 7 });
    expect(Object.values(by_field).reduce((sum, count) => sum + count, 0)).toBe(104);
    expect(Object.values(by_lead).reduce((sum, count) => sum + count, 0)).toBe(104);
    expectIdentities(report);
  });

  it.each(["2020-06-30", "2020-10-31"])(
    "asked up to %s as of 30 June, gives the figures of that day",
    (to) => {
      const report = recount(file, { unit: "MC", from: "2020-01-01", to, asOf: "2020-06-30" });
      expect(report.conferences).toMatchObject({ held: 3, required: 4, shortfall: 1 });
      expect(report.attendances).toBe(863);
      expect(report.recommendations).toMatchObject({
        received: 62,
        assigned: 62,
        done: 53,
        in_hand: 9,
        overdue: 0,
      });
      expect(report.balance).toEqual({ opening: 0, new: 62, reopened: 0, closed: 53, closing: 9 });
      expect(report.rates).toEqual({ directed: 100.0, done: 85.5, substantive: 100.0, on_time: 100.0 });
      expectIdentities(report);
    },
  );

  it("carries what was open over into the next period", () => {
    const report = recount(file, { unit: "QN", from: "2020-07-01", to: "2020-10-31" });
    expect(report.balance).toEqual({ opening: 9, new: 42, reopened: 0, closed: 37, closing: 14 });
    expect(report.plans).toEqual([]);
    expectIdentities(report);
  });

  it("speaks of 101 villages and quarters", () => {
    expect(file.units.filter(({ kind }) => kind === "village")).toHaveLength(101);
    expect(file.units.filter(({ kind }) => kind === "commune")).toHaveLength(17);
  });

  it("says no sentence twice and has no letter with the number of another", () => {
    expect(new Set(file.recommendations.map(({ text }) => text)).size).toBe(104);
    const letters = file.recommendations.flatMap(({ events }) =>
      events.flatMap((event) => (event.act === "answer" ? [event.symbol] : [])),
    );
    expect(new Set(letters).size).toBe(90);
  });
});

describe("Thổ Quan, 16 September 2019", () => {
  const file = register("tho-quan-2019.json");
  const year = { from: "2019-01-01", to: "2019-12-31" };

  it("gives the account of the evening: eleven turns, each answered on the spot or given a way", () => {
    const report = recount(file, { unit: "TQ", from: "2019-01-01", to: "2019-09-30" });
    expect(report.conferences).toEqual({
      held: 1,
      required: 1,
      shortfall: 0,
      by_form: { periodic: 1 },
      by_level: { commune: 1 },
    });
    expect(report.turns).toBe(11);
    expect(report.recommendations).toMatchObject({
      received: 10,
      answered_in_room: 7,
      assigned: 3,
      directed: 10,
      done: 1,
      explained: 1,
      passed_up: 1,
      by_lead: { "TQ-DCXD": 2 },
    });
    expect(report.rates).toEqual({ directed: 100.0, done: 10.0, substantive: 50.0, on_time: 100.0 });
    expect(report.balance).toEqual({ opening: 0, new: 10, reopened: 0, closed: 9, closing: 1 });
    expectIdentities(report);
  });

  it("has the district's reply by the end of the year", () => {
    const report = recount(file, { unit: "TQ", ...year });
    expect(report.recommendations).toMatchObject({
      done: 2,
      explained: 1,
      passed_up: 0,
      answered_on_time: 2,
    });
    expect(report.rates).toEqual({ directed: 100.0, done: 20.0, substantive: 66.7, on_time: 100.0 });
  });

  it("counts the matter passed upward once in Hà Nội and in the district", () => {
    for (const unit of ["HN", "DD"]) {
      expect(recount(file, { unit, ...year }).recommendations).toMatchObject({
        received: 10,
        done: 2,
        in_hand: 0,
      });
    }
  });

  it("belongs to Hà Nội through the district then, and to nobody's ward of today", () => {
    expect(recount(file, { unit: "VM", ...year }).recommendations.received).toBe(0);
  });
});
