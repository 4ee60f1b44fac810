import { formAction } from "#acts/form-action.ts";
import { sides, type Side } from "#modules/document/document-model.ts";
import { deadlineReadings, setOwnTerm } from "#modules/deadline/server/index.ts";
import { documentReadings, setOffice } from "#modules/document/server/index.ts";
import { asking } from "../../asking.ts";
import { officePosted, rowsShown } from "./office-form.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { ask } = asking(event);
  const units = await ask(documentReadings.offices, {});
  const unit = event.url.searchParams.get("unit") ?? units[0]?.code;
  const [shown, ownTerm] = await Promise.all([
    ask(documentReadings.office, { unit, side: sideIn(event.url) }),
    ask(deadlineReadings.ownTerm, { unit }),
  ]);
  return { ...shown, units, ownTerm, rows: rowsShown(shown.office), key: crypto.randomUUID() };
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

export const actions = {
  office: formAction(setOffice, { input: officePosted, then: again }),
  term: formAction(setOwnTerm, { form: "term", then: again }),
};
