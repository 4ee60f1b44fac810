import type { Report } from "#modules/report/report.ts";

const none = { invalid: 0, routed_out: 0, duplicates: 0, awaiting_ruling: 0, answered_in_room: 0, noted: 0 };
/** Móng Cái 2020 in round figures, as a report gives it out. */
export const exampleReport: Report = {
  unit: "MC",
  from: "2020-01-01",
  to: "2020-10-31",
  as_of: "2020-10-31",
  known_on: null,
  basis: "as-was",
  conferences: { held: 5, required: 4, shortfall: 0, by_form: { briefing: 5 }, by_level: { district: 5 } },
  attendances: 1448,
  turns: 0,
  recommendations: {
    ...none,
    received: 104,
    distinct: 104,
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
    reopened: 0,
    answered_on_time: 90,
    answered_after_extension: 0,
    answered_late: 0,
    answered_not_satisfied: 0,
    by_field: { y_te: 4, giao_thong: 100 },
    by_channel: { conference: 104 },
    by_lead: { "MC-QLDT": 104 },
  },
  balance: { opening: 0, new: 104, reopened: 0, closed: 90, closing: 14 },
  rates: { directed: 100, done: 86.5, substantive: 100, on_time: null },
  satisfaction: { sessions: 0, minimum: null, mean: null, issued: 0, returned: 0, valid: 0 },
  plans: [{ unit: "MC", required: 4, held: 5, shortfall: 0 }],
  indicators: {},
  identities: [],
};
export const exampleNames = {
  units: { MC: "Thành phố Móng Cái" },
  fields: { giao_thong: "Giao thông", y_te: "Y tế" },
};
