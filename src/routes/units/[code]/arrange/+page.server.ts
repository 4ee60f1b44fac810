import { formAction } from "#acts/form-action.ts";
import { fieldsOf, textsOf } from "#kernel/form-fields.ts";
import { arrangeUnits, unitReadings, type Arranged } from "#modules/organization/server/index.ts";
import { unitHref } from "#modules/organization/ui/address.ts";
import {
  arrangementInput,
  arrangementShown,
  namesTyped,
  SHOWN,
} from "#modules/organization/ui/arrangement.ts";
import { unitNamed } from "#modules/organization/unit-named.ts";
import { DryRun } from "#platform/server/act/dry-run.ts";
import { fail, type RequestEvent } from "@sveltejs/kit";
import { asking, pageWith } from "../../../asking.ts";
import type { Actions } from "./$types";

export const load = pageWith("unit", unitReadings.toChange, { unit: "code" });

/** What stands there by its name is looked for first; what no unit is called is refused as the act refuses a code. */
async function arranging(event: RequestEvent, posted: Record<string, unknown>) {
  const found = new Map<string, Awaited<ReturnType<typeof foundBy>>>();
  const foundBy = (q: string) => asking(event).ask(unitReadings.search, { q: q.slice(0, 200), size: 50 });
  for (const name of [posted.from, posted.to].flatMap(namesTyped).slice(0, NAMED_AT_MOST))
    found.set(name, await foundBy(name));
  const codeOf = (field: string) => (typed: string) =>
    found.has(typed) ? unitNamed(typed, found.get(typed)!, field) : typed;
  const action = formAction(arrangeUnits, {
    input: (fields) => ({
      ...arrangementInput(fields, { from: codeOf("from"), to: codeOf("to") }),
      dry_run: !wasShown(fields),
    }),
    then: (_, { params }) => unitHref(params.code!),
  });
  return action(event);
}

/** Each is a search of its own. */
const NAMED_AT_MOST = 20;

/** Whoever arranges units reads first whom and what it concerns: only that very arrangement is written then. */
const wasShown = (fields: Record<string, unknown>) => fields[SHOWN] === arrangementShown(fields);

export const actions: Actions = {
  default: async (event) => {
    const data = await event.request.clone().formData();
    try {
      return await arranging(event, fieldsOf(data));
    } catch (error) {
      if (!(error instanceof DryRun)) throw error;
      const { concerned } = error.summary as Arranged;
      const values = { ...textsOf(data), [SHOWN]: arrangementShown(fieldsOf(data)) };
      // Not done, and nothing wrong: the form stays as it was typed.
      return fail(200, { tried: { concerned, values } });
    }
  },
};
