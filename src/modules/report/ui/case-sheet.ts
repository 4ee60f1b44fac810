import type { SheetCell } from "#kernel/sheet-cell.ts";
import { classText } from "#modules/recommendation/ui/index.ts";
import { m } from "#paraglide/messages.js";
import type { ReportCase } from "../case.ts";
import type { ReportNames } from "../report-names.ts";
import { fieldText } from "./texts.ts";

/** A case with what units and fields are called where it was read. */
export type NamedCase = ReportCase & { readonly names: ReportNames };

/** How wide each column is, in characters. */
const widths = [18, 12, 32, 70, 28, 22, 30, 12, 10];

/** The records behind a figure as a sheet: its heads, and the cells of one, in the language of the page. */
export function caseSheet() {
  const heads = [
    m.report_case_code(),
    m.report_case_day(),
    m.report_unit(),
    m.report_case_text(),
    m.report_case_field(),
    m.report_case_class(),
    m.report_case_lead(),
    m.report_case_due(),
    m.report_case_amount(),
  ];
  const cells = ({
    names,
    code,
    on,
    unit,
    text,
    field,
    lead,
    due,
    amount,
    ...one
  }: NamedCase): SheetCell[] => [
    code ?? one.id,
    { day: on },
    unit.name,
    text ?? (one.kind === "recommendation" ? m.report_case_hidden() : null),
    field ? fieldText(names.fields[field] ?? field) : null,
    one.class ? classText(one.class) : null,
    lead ? (names.units[lead] ?? lead) : null,
    due ? { day: due } : null,
    amount,
  ];
  return { name: m.report_cases_caption(), heads, widths, cells };
}
