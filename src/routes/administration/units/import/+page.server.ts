import { formAction } from "#acts/form-action.ts";
import { rowsCarriedIn } from "#kernel/carried.ts";
import { Problem, type FieldFault } from "#kernel/problem.ts";
import type { SuccessionRow } from "#modules/organization/succession-row.ts";
import { organizationProblems as problems } from "#modules/organization/problems.ts";
import { importSuccessions, importUnits, unitReadings } from "#modules/organization/server/index.ts";
import { unitHref } from "#modules/organization/ui/address.ts";
import { successionRowsIn } from "#modules/organization/ui/succession-sheet.ts";
import { unitRowsIn } from "#modules/organization/ui/unit-sheet.ts";
import type { UnitRow } from "#modules/organization/unit-rows.ts";
import type { RequestEvent } from "@sveltejs/kit";
import { asking } from "../../../asking.ts";
import { sheetChecked } from "../../../sheet-checked.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const {
    units: [home],
  } = await asking(event).ask(unitReadings.kept, {});
  return { under: event.url.searchParams.get("under") ?? home?.code ?? "", key: crypto.randomUUID() };
};

type Verdict = {
  kind: "units" | "successions";
  under: string;
  rows: readonly (UnitRow | SuccessionRow)[];
  faults: readonly FieldFault[];
};

const check = (event: RequestEvent) =>
  sheetChecked(event, async ({ under, cells }): Promise<Verdict> => {
    const { ask } = asking(event);
    await ask(unitReadings.toFill, { under });
    const sheet = await cells();
    const successions = successionRowsIn(sheet);
    // Arrangements change what is there, which is the administrator's; whoever keeps only new units is told so.
    if (successions) {
      const faults = await ask(unitReadings.faultsOfArrangements, { under, rows: successions });
      return { kind: "successions", under, rows: successions, faults };
    }
    const rows = unitRowsIn(sheet);
    if (!rows) throw new Problem(problems.sheet_without_headings, { field: "file" });
    if (rows.length === 0) return { kind: "units", under, rows, faults: [] };
    return { kind: "units", under, rows, faults: await ask(unitReadings.faultsOfUnits, { under, rows }) };
  });

const writing = {
  input: ({ under, rows }: Record<string, unknown>) => ({ under, rows: rowsCarriedIn(rows) }),
  then: (_: unknown, { url }: { url: URL }) => unitHref(url.searchParams.get("under") ?? "VN"),
};

export const actions: Actions = {
  check,
  units: formAction(importUnits, { form: "units", ...writing }),
  successions: formAction(importSuccessions, { form: "successions", ...writing }),
};
