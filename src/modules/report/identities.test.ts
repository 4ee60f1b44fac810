import { describe, expect, test } from "vitest";
import { identitiesOf, refuseUnlessHolds } from "./identities.ts";
import type { Report } from "./report.ts";

const recommendations = {
  received: 20,
  invalid: 1,
  routed_out: 2,
  duplicates: 3,
  distinct: 14,
  awaiting_ruling: 1,
  answered_in_room: 2,
  noted: 1,
  assigned: 10,
  directed: 12,
  done: 4,
  explained: 1,
  refused: 1,
  in_hand: 1,
  overdue: 1,
  scheduled: 1,
  blocked: 1,
  passed_up: 1,
  answered_on_time: 3,
  answered_after_extension: 1,
  answered_late: 1,
  answered_not_satisfied: 0,
  reopened: 0,
  by_field: {},
  by_channel: {},
  by_lead: {},
};
type Figures = Parameters<typeof identitiesOf>[0];
const balance = { opening: 4, new: 20, reopened: 1, closed: 15, closing: 10 };
const conferences = {
  held: 3,
  required: 4,
  shortfall: 1,
  by_form: { briefing: 2, online: 1 },
  by_level: { commune: 3 },
};
const figures = { recommendations, valid: 17, balance, conferences };

/** Each with one figure put wrong. */
const slips: [identity: string, figures: Figures][] = [
  ["received", { ...figures, recommendations: { ...recommendations, received: 21 } }],
  ["valid", { ...figures, recommendations: { ...recommendations, duplicates: 4 } }],
  ["distinct", { ...figures, recommendations: { ...recommendations, noted: 0 } }],
  ["assigned", { ...figures, recommendations: { ...recommendations, passed_up: 2 } }],
  ["balance", { ...figures, balance: { ...balance, closing: 9 } }],
  ["conferences_by_form", { ...figures, conferences: { ...conferences, by_form: { briefing: 2 } } }],
  ["conferences_by_level", { ...figures, conferences: { ...conferences, by_level: { commune: 4 } } }],
];

const reportOf = (some: Figures) => ({ identities: identitiesOf(some) }) as unknown as Report;

describe("a table whose sums do not add up", () => {
  test.each(slips)("is refused with the identity named: %s", (name, wrong) => {
    const broken = identitiesOf(wrong).filter(({ holds }) => !holds);
    expect(broken.map((one) => one.name)).toEqual([name]);
    expect(() => refuseUnlessHolds(reportOf(wrong))).toThrow(
      `“${name}” không khớp (${broken[0]!.left} ≠ ${broken[0]!.right})`,
    );
  });

  test("and the others are given out", () => {
    expect(identitiesOf(figures)).toContainEqual({ name: "assigned", holds: true, left: 10, right: 10 });
    expect(refuseUnlessHolds(reportOf(figures)).identities).toHaveLength(7);
  });
});
