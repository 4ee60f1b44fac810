import { formAction } from "#acts/form-action.ts";
import { saveFilter } from "#modules/desk/server/index.ts";

/** The one form of every list: it is kept as it is narrowed, and shown so again. */
export const keepList = {
  save_filter: formAction(saveFilter, { then: ({ address }) => address }),
};
