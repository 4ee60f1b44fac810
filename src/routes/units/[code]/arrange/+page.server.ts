import { formAction } from "#acts/form-action.ts";
import { fieldsOf, textsOf } from "#kernel/form-fields.ts";
import { arrangeUnits, unitReadings, type Arranged } from "#modules/organization/server/index.ts";
import { unitHref } from "#modules/organization/ui/address.ts";
import { arrangementInput, arrangementShown, SHOWN } from "#modules/organization/ui/arrangement.ts";
import { DryRun } from "#platform/server/act/dry-run.ts";
import { fail } from "@sveltejs/kit";
import { pageWith } from "../../../asking.ts";
import type { Actions } from "./$types";

export const load = pageWith("unit", unitReadings.toChange, { unit: "code" });

const arranging = formAction(arrangeUnits, {
  input: (fields) => ({ ...arrangementInput(fields), dry_run: !wasShown(fields) }),
  then: (_, { params }) => unitHref(params.code!),
});

/** Whoever arranges units reads first whom and what it concerns: only that very arrangement is written then. */
const wasShown = (fields: Record<string, unknown>) => fields[SHOWN] === arrangementShown(fields);

export const actions: Actions = {
  default: async (event) => {
    const data = await event.request.clone().formData();
    try {
      return await arranging(event);
    } catch (error) {
      if (!(error instanceof DryRun)) throw error;
      const { concerned } = error.summary as Arranged;
      const values = { ...textsOf(data), [SHOWN]: arrangementShown(fieldsOf(data)) };
      // Not done, and nothing wrong: the form stays as it was typed.
      return fail(200, { tried: { concerned, values } });
    }
  },
};
