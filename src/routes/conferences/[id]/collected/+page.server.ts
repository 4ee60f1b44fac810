import { formAction } from "#acts/form-action.ts";
import { withPlainMarks } from "#kernel/list-mark.ts";
import { collectedReadings, withdrawDraftRequest } from "#modules/conference/server/index.ts";
import { receive } from "#modules/recommendation/server/index.ts";
import { pageOf } from "../../../asking.ts";
import { checkedForSimilar } from "../../../recommendations/checked.ts";
import type { Actions, PageServerLoad } from "./$types";

const shown = pageOf(collectedReadings.collected, { conference: "id" });

export const load: PageServerLoad = async (event) => ({
  ...(await shown(event)),
  /** The one just written down: the form is empty for the next. */
  received: event.url.searchParams.get("received")?.slice(0, 80) ?? null,
});

export const actions: Actions = {
  receive: formAction(receive, {
    input: ({ text, ...fields }) => ({
      ...fields,
      text: typeof text === "string" ? withPlainMarks(text) : text,
      channel: "collected_beforehand",
    }),
    about: { conference: "id" },
    then: ({ code }, { params }) => `/conferences/${params.id}/collected?received=${code}`,
  }),
  withdraw_draft: formAction(withdrawDraftRequest, {
    then: (_, { params }) => `/conferences/${params.id}/collected`,
  }),
  check: checkedForSimilar,
};
