import { formAction } from "#acts/form-action.ts";
import { textsOf } from "#kernel/form-fields.ts";
import { oneEach } from "#kernel/form-refusal.ts";
import { unitReadings } from "#modules/organization/server/index.ts";
import { changeDraft, planReadings } from "#modules/planning/server/index.ts";
import { paste } from "#modules/planning/ui/paste.ts";
import { filled, planInput, withoutRow, type PlanValues } from "#modules/planning/ui/plan-form.ts";
import type { RequestEvent } from "@sveltejs/kit";
import { asking } from "../../../asking.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const leftOut = (event.url.searchParams.get("left_out") ?? "")
    .split(" ", 50)
    .map((code) => code.slice(0, 100));
  const names = await asking(event).ask(unitReadings.names, { codes: leftOut });
  return { ...(await draftIn(event)), key: crypto.randomUUID(), leftOut: Object.values(names) };
};

/** The draft of the address, and the units that it can name, for whoever may change it. */
const draftIn = (event: RequestEvent) => asking(event).ask(planReadings.toChange, { id: event.params.id });

/** The form again, with everything that was typed: a row more, a row fewer, or one number for all units. */
async function more(event: RequestEvent): Promise<{ typed: PlanValues }> {
  const { fill, remove_row: removed, ...values } = await typedIn(event);
  if (fill !== undefined) return { typed: filled(values, 1) };
  return { typed: removed === undefined ? values : withoutRow(values, Number(removed)) };
}

/** The form again with the pasted rows in it; while a cell is at fault they stay in their box, and none goes in. */
async function pasteRows(event: RequestEvent) {
  const { paste: list, ...values } = await typedIn(event);
  const { plan, units } = await draftIn(event);
  const into = list === "planned" ? list : "asked";
  const box = `paste_${into}`;
  const { values: typed, ...pasted } = paste(into, values[box] ?? "", values, { units, year: plan.year });
  return { typed: pasted.faults.length > 0 ? typed : { ...typed, [box]: "" }, pasted };
}

/** The texts of a form, by their fields. */
async function typedIn({ request }: RequestEvent): Promise<Record<string, string>> {
  return oneEach(textsOf(await request.formData()));
}

export const actions: Actions = {
  more,
  paste: pasteRows,
  save: formAction(changeDraft, {
    input: planInput,
    about: { plan: "id" },
    then: ({ id }) => `/plans/${id}`,
  }),
};
