import { formAction } from "#acts/form-action.ts";
import { Problem } from "#kernel/problem.ts";
import { sides, type Side } from "#modules/document/document-model.ts";
import { mayKeepOffice } from "#modules/document/permissions.ts";
import { documentProblems } from "#modules/document/problems.ts";
import { ownTermOf, setOwnTerm } from "#modules/deadline/server/index.ts";
import { draftPaper, officeOf, setOffice } from "#modules/document/server/index.ts";
import { keptBy, mayDo, readUnit, unitLines } from "#modules/organization/server/index.ts";
import { actProblems } from "#platform/server/act/problems.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { signedIn } from "../../units/signed-in.ts";
import { officePosted, rowsShown } from "./office-form.ts";
import { examplePaper } from "./example-paper.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const kept = await unitLines(db, await keptBy(db, actor), today);
  if (kept.size === 0) throw new Problem(actProblems.not_permitted);
  const units = [...kept.values()].map(({ code, name }) => ({ code, name }));
  const unit = await readUnit(db, event.url.searchParams.get("unit") ?? units[0]!.code, today);
  if (!(await mayDo(db, actor, mayKeepOffice, unit.id, today))) throw new Problem(documentProblems.not_found);
  const side = sideIn(event.url);
  const office = await officeOf(db, unit.id, side, today);
  return {
    units,
    side,
    office,
    rows: rowsShown(office),
    key: crypto.randomUUID(),
    unit: { code: unit.code, name: unit.name },
    ownTerm: await ownTermOf(db, unit.id),
    example: await draftPaper(db, unit.id, examplePaper(side), today),
  };
};

function sideIn({ searchParams }: URL): Side {
  return sides.find((side) => side === searchParams.get("side")) ?? "government";
}

/** The same unit and side again. */
function again(_: unknown, { url: { searchParams } }: { url: URL }): string {
  const asked = new URLSearchParams();
  for (const name of ["unit", "side"]) {
    const value = searchParams.get(name);
    if (value) asked.set(name, value);
  }
  return `/administration/office?${asked}`;
}

export const actions: Actions = {
  office: formAction(setOffice, { input: officePosted, then: again }),
  term: formAction(setOwnTerm, { form: "term", then: again }),
};
