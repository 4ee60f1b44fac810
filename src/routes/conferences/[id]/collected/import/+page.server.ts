import { formAction } from "#acts/form-action.ts";
import { rowsCarriedIn } from "#kernel/carried.ts";
import { Problem } from "#kernel/problem.ts";
import { conferenceProblems as problems } from "#modules/conference/problems.ts";
import { collectedReadings, importCollected } from "#modules/conference/server/index.ts";
import { collectedRowsIn, headingTwice } from "#modules/conference/ui/collected/collected-sheet.ts";
import type { RequestEvent } from "@sveltejs/kit";
import { asking, pageOf } from "../../../../asking.ts";
import { sheetChecked } from "../../../../sheet-checked.ts";
import type { Actions } from "./$types";

const about = { conference: "id" };

export const load = pageOf(collectedReadings.toImport, about);

const check = (event: RequestEvent) =>
  sheetChecked(event, async ({ cells }) => {
    const { ask } = asking(event);
    const asked = { conference: event.params.id };
    await ask(collectedReadings.toImport, asked);
    const sheet = await cells();
    const heading = headingTwice(sheet);
    if (heading) throw new Problem(problems.sheet_heading_twice, { field: "file", values: { heading } });
    const rows = collectedRowsIn(sheet);
    if (!rows) throw new Problem(problems.sheet_without_headings, { field: "file" });
    return { rows, faults: rows.length > 0 ? await ask(collectedReadings.faults, { ...asked, rows }) : [] };
  });

export const actions: Actions = {
  check,
  write: formAction(importCollected, {
    form: "write",
    input: ({ rows }) => ({ rows: rowsCarriedIn(rows) }),
    about,
    then: ({ id }) => `/conferences/${id}/collected`,
  }),
};
