import { mayCorrect } from "#modules/recommendation/permissions.ts";
import { redirect } from "@sveltejs/kit";
import { formAction } from "#acts/form-action.ts";
import {
  correctMatter,
  fieldsOn,
  findMatter,
  villagesOf,
  wordsToCorrect,
} from "#modules/recommendation/server/index.ts";
import { matterHref } from "#modules/recommendation/ui/list/address.ts";
import { dayOf } from "#kernel/typed-date.ts";
import { readerOf, refuseForm } from "../../reader.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params }) => {
  const { db, actor, today } = readerOf(locals);
  const matter = await findMatter(db, actor, params.code, today);
  if (matter.hidden !== null) redirect(303, matterHref(matter.code));
  await refuseForm({ db, actor, today }, matter.id, mayCorrect);
  return {
    code: matter.code,
    version: matter.version,
    words: await wordsToCorrect(db, matter),
    villages: withOwn(await villagesOf(db, matter.unit.code, matter.receivedOn), matter.village),
    fields: await fieldsOn(db, matter.receivedOn),
    key: crypto.randomUUID(),
  };
};

type Choice = { readonly code: string; readonly name: string };

/** A village stays to be chosen where it is not among those of its unit. */
function withOwn(villages: readonly Choice[], own: Choice | null): readonly Choice[] {
  return !own || villages.some(({ code }) => code === own.code) ? villages : [own, ...villages];
}

export const actions: Actions = {
  default: formAction(correctMatter, {
    input: (fields, { params }) => ({
      ...fields,
      received_on: dayOf(fields.received_on),
      recommendation: params.code,
    }),
    then: ({ code }) => matterHref(code),
  }),
};
