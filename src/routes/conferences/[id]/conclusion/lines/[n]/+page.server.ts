import { formAction } from "#acts/form-action.ts";
import { changeDraft, conclusionReadings } from "#modules/conclusion/server/index.ts";
import { lineFrom } from "#modules/conclusion/ui/posted-line.ts";
import { dutyField, ownDueField } from "#modules/recommendation/ui/moves/posted-move.ts";
import type { RequestEvent } from "@sveltejs/kit";
import { pageOf } from "../../../../../asking.ts";

export const load = pageOf(conclusionReadings.line, { conference: "id", line: "n" });

/** To the next line, where that was asked; otherwise back to the line among the others. */
function onwards(_: unknown, { params, url }: RequestEvent): string {
  const base = `/conferences/${params.id}/conclusion`;
  const next = url.searchParams.get("next");
  return next ? `${base}/lines/${encodeURIComponent(next)}` : `${base}?line=${params.n}#line-${params.n}`;
}

export const actions = {
  save: formAction(changeDraft, {
    input: ({ notice, expected_version, ...fields }) => ({
      notice,
      expected_version,
      put: [lineFrom(fields, dutyField, ownDueField)],
    }),
    then: onwards,
  }),
};
