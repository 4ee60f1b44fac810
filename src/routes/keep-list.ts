import { formAction } from "#acts/form-action.ts";
import { deskReadings, saveFilter } from "#modules/desk/server/index.ts";
import { asking } from "./asking.ts";

/** The lists that the reader keeps of the list on this page. */
export async function keptLists(event: Parameters<typeof asking>[0]) {
  const { pathname, search } = event.url;
  const kept = await asking(event).ask(deskReadings.kept, { pathname, search });
  return { ...kept, key: event.locals.formKey };
}

/** The one form of every list: it is kept as it is narrowed, and shown so again. */
export const keepList = {
  save_filter: formAction(saveFilter, { then: ({ address }) => address }),
};
