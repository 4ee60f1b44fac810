import { formAction } from "#acts/form-action.ts";
import { issuePaper, issueTransferSlip, matterPaperReadings } from "#modules/recommendation/server/index.ts";
import { papersHref } from "#modules/recommendation/ui/list/address.ts";
import { pageOf } from "../../../../asking.ts";
import { paperAsked } from "./paper-asked.ts";
import type { PageServerLoad } from "./$types";

const asked = pageOf(matterPaperReadings.paper, paperAsked);

export const load: PageServerLoad = async (event) => {
  const { issued, ...shown } = await asked(event);
  // Of an answer there is one letter.
  const once = shown.numbered !== null && shown.numbered.document !== null;
  return { ...shown, once, issued: event.url.searchParams.has("again") && !once ? null : issued };
};

const issuing = {
  then: ({ code }: { code: string }) => papersHref(code),
};

export const actions = {
  letter: formAction(issuePaper, { ...issuing, about: { recommendation: "code", paper: "paper" } }),
  slip: formAction(issueTransferSlip, { ...issuing, about: { recommendation: "code" } }),
};
