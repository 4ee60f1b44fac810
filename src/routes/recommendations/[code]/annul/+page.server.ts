import { mayAnnul as anyAnnulment } from "#modules/recommendation/permissions.ts";
import { redirect } from "@sveltejs/kit";
import { formAction } from "#acts/form-action.ts";
import { lastFact } from "#modules/recommendation/by-day.ts";
import { annul, findMatter } from "#modules/recommendation/server/index.ts";
import { matterHref } from "#modules/recommendation/ui/list/address.ts";
import { readerOf, refuseForm } from "../../reader.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params }) => {
  const { db, actor, today } = readerOf(locals);
  const matter = await findMatter(db, actor, params.code, today);
  if (matter.hidden !== null) redirect(303, matterHref(matter.code));
  const { code, version, mayAnnul, events } = matter;
  if (!mayAnnul) await refuseForm({ db, actor, today }, matter.id, anyAnnulment);
  return { code, version, last: mayAnnul ? lastFact(events)! : null, key: crypto.randomUUID() };
};

export const actions: Actions = {
  default: formAction(annul, {
    input: (fields, { params }) => ({ ...fields, recommendation: params.code }),
    then: ({ code }) => matterHref(code),
  }),
};
