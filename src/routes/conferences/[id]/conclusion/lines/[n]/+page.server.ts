import { formAction } from "#acts/form-action.ts";
import { Problem } from "#kernel/problem.ts";
import { mayDraftConclusion } from "#modules/conclusion/permissions.ts";
import { conclusionProblems } from "#modules/conclusion/problems.ts";
import { changeDraft, findNotice, lineInTheWay } from "#modules/conclusion/server/index.ts";
import { lineFrom } from "#modules/conclusion/ui/posted-line.ts";
import { findConference } from "#modules/conference/server/index.ts";
import { mayDo } from "#modules/organization/server/index.ts";
import { findMatter, leadsOf } from "#modules/recommendation/server/index.ts";
import { dutyField, ownDueField } from "#modules/recommendation/ui/moves/posted-move.ts";
import { actProblems } from "#platform/server/act/problems.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import type { RequestEvent } from "@sveltejs/kit";
import { signedIn } from "../../../../../units/signed-in.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const conference = await findConference(db, actor, event.params.id, today);
  const draft = await findNotice(db, actor, { conference: conference.id, edition: "draft" }, today);
  if (!(await mayDo(db, actor, mayDraftConclusion, conference.unitId, today)))
    throw new Problem(actProblems.not_permitted);
  const line = draft.lines.find(({ position }) => String(position) === event.params.n);
  if (!line) throw new Problem(conclusionProblems.no_such_line);
  const others = draft.lines.map(({ position }) => position);
  const lacking = draft.lines.filter(({ lead, dueOn }) => !lead || !dueOn).map(({ position }) => position);
  const matter = await findMatter(db, actor, line.matter, today);
  return {
    conference,
    line,
    /** What the people asked, which the line is about. */
    asked: matter.hidden === null ? matter.text : null,
    key: crypto.randomUUID(),
    inTheWay: await lineInTheWay(db, actor, { notice: draft.id, matter: line.matter }, today),
    draft: { id: draft.id, version: draft.version },
    agencies: await leadsOf(db, conference.unit, today),
    before: others.findLast((position) => position < line.position) ?? null,
    next: others.find((position) => position > line.position) ?? null,
    /** The line after this that lacks something, or the first of all that does. */
    lacking:
      lacking.find((position) => position > line.position) ??
      lacking.find((position) => position < line.position) ??
      null,
  };
};

/** To the next line, where that was asked; otherwise back to the line among the others. */
function onwards(_: unknown, { params, url }: RequestEvent): string {
  const base = `/conferences/${params.id}/conclusion`;
  const next = url.searchParams.get("next");
  return next ? `${base}/lines/${encodeURIComponent(next)}` : `${base}?line=${params.n}#line-${params.n}`;
}

export const actions: Actions = {
  save: formAction(changeDraft, {
    input: ({ notice, expected_version, ...fields }) => ({
      notice,
      expected_version,
      put: [lineFrom(fields, dutyField, ownDueField)],
    }),
    then: onwards,
  }),
};
