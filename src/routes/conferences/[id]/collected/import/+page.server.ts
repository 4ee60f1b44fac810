import { carrySaid } from "#acts/said/carry.ts";
import { say } from "#acts/said/said.ts";
import { formAction } from "#acts/form-action.ts";
import { rowsCarriedIn } from "#kernel/carried.ts";
import { LEGACY_CHOICE } from "#kernel/legacy-choice.ts";
import { Problem, type FieldFault } from "#kernel/problem.ts";
import type { CollectedRow } from "#modules/conference/collected/collected-rows.ts";
import { conferenceProblems as problems } from "#modules/conference/problems.ts";
import { collectedReadings, importCollected } from "#modules/conference/server/index.ts";
import { collectedRowsIn, headingTwice } from "#modules/conference/ui/collected/collected-sheet.ts";
import { sheetProblems } from "#platform/server/sheet/problems.ts";
import { cellsOfFile } from "#platform/server/sheet/cells-of-file.ts";
import { fail, type RequestEvent } from "@sveltejs/kit";
import { asking, pageOf } from "../../../../asking.ts";
import type { Actions } from "./$types";

const about = { conference: "id" };

export const load = pageOf(collectedReadings.toImport, about);

/** What the page shows after a file was read: every row, and every cell at fault. */
type Verdict = { rows: CollectedRow[]; faults: readonly FieldFault[] };

async function check(event: RequestEvent) {
  const data = await event.request.formData();
  try {
    const verdict = await verdictOn(event, data.get("file"), data.get(LEGACY_CHOICE));
    const [count, faults] = [verdict.rows.length, verdict.faults.length];
    carrySaid(event, say("sheet_checked", { count, faults }), event.url.pathname);
    return { verdict };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { definition, vi, en, faults } = error;
    const problem = { code: definition.code, vi, en };
    const values: Record<string, string> = {};
    return fail(definition.status, { refusal: { form: "check", problem, faults, details: {}, values } });
  }
}

async function verdictOn(
  event: RequestEvent,
  file: FormDataEntryValue | null,
  choice: unknown,
): Promise<Verdict> {
  const { ask } = asking(event);
  const asked = { conference: event.params.id };
  await ask(collectedReadings.toImport, asked);
  if (!(file instanceof File) || file.size === 0)
    throw new Problem(sheetProblems.unreadable, { field: "file" });
  const cells = await cellsOfFile(file, choice);
  const heading = headingTwice(cells);
  if (heading) throw new Problem(problems.sheet_heading_twice, { field: "file", values: { heading } });
  const rows = collectedRowsIn(cells);
  if (!rows) throw new Problem(problems.sheet_without_headings, { field: "file" });
  if (rows.length === 0) throw new Problem(sheetProblems.empty, { field: "file" });
  return { rows, faults: await ask(collectedReadings.faults, { ...asked, rows }) };
}

export const actions: Actions = {
  check,
  write: formAction(importCollected, {
    form: "write",
    input: ({ rows }) => ({ rows: rowsCarriedIn(rows) }),
    about,
    then: ({ id }) => `/conferences/${id}/collected`,
  }),
};
