import type { ChairCapacity, Form } from "#modules/conference/conference.ts";
import { m } from "#paraglide/messages.js";
import { formatDate } from "#ui/date-text.ts";
import type { UnitToPlan } from "../server/index.ts";
import { chairText, formText, quarterText } from "./texts.ts";

const parts: Readonly<Record<string, () => string>> = {
  audience: m.planning_audience,
  chair_capacity: m.planning_chair,
  form: m.planning_form,
  place: m.planning_place,
  planned_on: m.planning_planned_on,
  quarter: m.planning_quarter,
  topic: m.planning_topic,
  unit: m.planning_host,
};

type Units = readonly Pick<UnitToPlan, "code" | "name">[];

/** What a field of a line is called: the line, then the field; the number of a unit by the unit alone. */
export function fieldText(field: string, units: Units): string | undefined {
  const [, list, row, part] = /^(asked|planned)-(\d+)-(\w+)$/.exec(field) ?? [];
  if (part === undefined) return undefined;
  const line =
    list === "asked" ? units[Number(row)]?.name : m.planning_planned_number({ number: Number(row) + 1 });
  return [line, parts[part]?.()].filter(Boolean).join(", ");
}

/** What a value of a field says, as it is read on the form. */
export function valueText(field: string, value: string, units: Units): string {
  if (value === "") return m.planning_changed_blank();
  const part = field.split("-").at(-1);
  if (part === "form") return formText(value as Form);
  if (part === "chair_capacity") return chairText(value as ChairCapacity);
  if (part === "unit") return units.find(({ code }) => code === value)?.name ?? value;
  if (part === "quarter") return quarterText(Number(value));
  return /^\d{4}-\d\d-\d\d$/.test(value) ? formatDate(value) : value;
}
