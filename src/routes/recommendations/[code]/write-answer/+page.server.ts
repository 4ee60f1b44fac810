import { mayWriteAnswer as anyAnswer } from "#modules/recommendation/permissions.ts";
import { redirect } from "@sveltejs/kit";
import { formAction } from "#acts/form-action.ts";
import { findMatter, writeAnswer } from "#modules/recommendation/server/index.ts";
import { matterHref } from "#modules/recommendation/ui/list/address.ts";
import { readerOf, refuseForm } from "../../reader.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params }) => {
  const { db, actor, today } = readerOf(locals);
  const matter = await findMatter(db, actor, params.code, today);
  if (matter.hidden !== null) redirect(303, matterHref(matter.code));
  const { code, version, text, mayWriteAnswer, conference } = matter;
  if (!mayWriteAnswer) await refuseForm({ db, actor, today }, matter.id, anyAnswer);
  return { code, version, text, possible: mayWriteAnswer, conference, key: crypto.randomUUID() };
};

export const actions: Actions = {
  default: formAction(writeAnswer, {
    input: (fields, { params }) => ({ ...fields, recommendation: params.code }),
    then: ({ code }) => matterHref(code),
  }),
};
