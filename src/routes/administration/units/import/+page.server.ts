import { carrySaid } from "#acts/said/carry.ts";
import { say } from "#acts/said/said.ts";
import { formAction } from "#acts/form-action.ts";
import { rowsCarriedIn } from "#kernel/carried.ts";
import { LEGACY_CHOICE } from "#kernel/legacy-choice.ts";
import { Problem, type FieldFault } from "#kernel/problem.ts";
import type { SuccessionRow } from "#modules/organization/succession-row.ts";
import { organizationProblems as problems } from "#modules/organization/problems.ts";
import { importSuccessions, importUnits, unitReadings } from "#modules/organization/server/index.ts";
import { unitHref } from "#modules/organization/ui/address.ts";
import { successionRowsIn } from "#modules/organization/ui/succession-sheet.ts";
import { unitRowsIn } from "#modules/organization/ui/unit-sheet.ts";
import type { UnitRow } from "#modules/organization/unit-rows.ts";
import { cellsOfFile } from "#platform/server/sheet/cells-of-file.ts";
import { sheetProblems } from "#platform/server/sheet/problems.ts";
import { fail, type RequestEvent } from "@sveltejs/kit";
import { asking } from "../../../asking.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const {
    units: [home],
  } = await asking(event).ask(unitReadings.kept, {});
  return { under: event.url.searchParams.get("under") ?? home?.code ?? "", key: crypto.randomUUID() };
};

/** What the page shows after a file was read: every row, and every cell at fault. */
type Verdict = {
  kind: "units" | "successions";
  under: string;
  rows: readonly (UnitRow | SuccessionRow)[];
  faults: readonly FieldFault[];
};

async function check(event: RequestEvent) {
  const data = await event.request.formData();
  const under = String(data.get("under") ?? "").trim();
  try {
    const verdict = await verdictOn(event, under, data.get("file"), data.get(LEGACY_CHOICE));
    const [count, faults] = [verdict.rows.length, verdict.faults.length];
    carrySaid(event, say("sheet_checked", { count, faults }), event.url.pathname);
    return { verdict };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { definition, vi, en, faults } = error;
    const values: Record<string, string> = { under };
    const problem = { code: definition.code, vi, en };
    return fail(definition.status, {
      refusal: { form: "check", problem, faults, details: {}, values },
    });
  }
}

async function verdictOn(
  event: RequestEvent,
  under: string,
  file: FormDataEntryValue | null,
  choice: unknown,
): Promise<Verdict> {
  const { ask } = asking(event);
  await ask(unitReadings.toFill, { under });
  if (!(file instanceof File) || file.size === 0)
    throw new Problem(sheetProblems.unreadable, { field: "file" });
  const cells = await cellsOfFile(file, choice);
  const successions = successionRowsIn(cells);
  if (successions) return successionsVerdict(event, under, successions);
  const rows = unitRowsIn(cells);
  if (!rows) throw new Problem(problems.sheet_without_headings, { field: "file" });
  if (rows.length === 0) throw new Problem(sheetProblems.empty, { field: "file" });
  return { kind: "units", under, rows, faults: await ask(unitReadings.faultsOfUnits, { under, rows }) };
}

/** Arrangements change what is there, which is the administrator's; whoever keeps only new units is told so. */
async function successionsVerdict(
  event: RequestEvent,
  under: string,
  rows: SuccessionRow[],
): Promise<Verdict> {
  const faults = await asking(event).ask(unitReadings.faultsOfArrangements, { under, rows });
  if (rows.length === 0) throw new Problem(sheetProblems.empty, { field: "file" });
  return { kind: "successions", under, rows, faults };
}

const writing = {
  input: ({ under, rows }: Record<string, unknown>) => ({ under, rows: rowsCarriedIn(rows) }),
  then: (_: unknown, { url }: { url: URL }) => unitHref(url.searchParams.get("under") ?? "VN"),
};

export const actions: Actions = {
  check,
  units: formAction(importUnits, { form: "units", ...writing }),
  successions: formAction(importSuccessions, { form: "successions", ...writing }),
};
