import { lineFrom } from "#modules/conclusion/ui/posted-line.ts";
import { planInput } from "#modules/planning/ui/plan-form.ts";
import { dutyField, moveInput, ownDueField } from "#modules/recommendation/ui/moves/posted-move.ts";
import { expect, test } from "vitest";
import { officePosted } from "../routes/administration/office/office-form.ts";
import { postedField } from "./posted-field.ts";

type ToInput = (fields: Record<string, unknown>) => unknown;
const helpers = { coordinators: ["A-KT", "A-VH"], "due:A-KT": "17/2", "due:A-VH": "17/2" };
const line: ToInput = (fields) => ({ put: [lineFrom(fields as never, dutyField, ownDueField)] });
const terms = {
  "terms.0.name": "",
  "terms.0.from_on": "",
  "terms.1.name": "Khóa",
  "terms.1.from_on": "17/2",
};

test.each<[string, ToInput, Record<string, unknown>, string, string | null]>([
  ["a field of the same name", (fields) => fields, { due: "17/2", on: "17/2" }, "due", "due"],
  ["one typed alike elsewhere", (fields) => fields, { symbol: "17/2", on: "17/2" }, "on", "on"],
  [
    "an agency's own date",
    (fields) => moveInput("assign", "A-1", fields),
    helpers,
    "coordinators.1.due",
    "due:A-VH",
  ],
  ["the same in a line of a notice", line, helpers, "put.0.coordinators.0.due", "due:A-KT"],
  ["the date for all lines", ({ due }) => ({ fill: { due } }), { due: "17/2" }, "fill.due", "due"],
  [
    "a row of a plan",
    planInput,
    { "planned-2-planned_on": "17/2" },
    "planned.0.planned_on",
    "planned-2-planned_on",
  ],
  ["a row of an office", officePosted, terms, "terms.0.from_on", "terms.1.from_on"],
  ["what nobody typed", (fields) => fields, { on: "" }, "received_on", null],
])("%s", (_, toInput, fields, path, name) => {
  expect(postedField(path, fields, toInput)).toBe(name);
});
