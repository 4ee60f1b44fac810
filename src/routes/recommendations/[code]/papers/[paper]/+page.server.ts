import { formAction } from "#acts/form-action.ts";
import {
  draftMatterPaper,
  issuePaper,
  issueTransferSlip,
  papersOfMatter,
  personalWordsOf,
} from "#modules/recommendation/server/index.ts";
import { isLetter } from "#modules/recommendation/papers.ts";
import { papersHref } from "#modules/recommendation/ui/list/address.ts";
import { withDays } from "#kernel/typed-date.ts";
import { readerOf } from "../../../reader.ts";
import { paperAsked } from "./paper-asked.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { db, actor, today } = readerOf(event.locals);
  const asked = paperAsked(event);
  const { issued } = await papersOfMatter(db, actor, asked.code, today);
  const before = issued.find(({ kind, side }) => kind === asked.kind && side === asked.side) ?? null;
  return {
    ...asked,
    /** The last of its kind, unless another one is asked for. */
    issued: event.url.searchParams.has("again") ? null : before,
    /** What of a person stands in the words that the letter prints. */
    personal: isLetter(asked.kind) ? await personalWordsOf(db, actor, asked, today) : null,
    paper: await draftMatterPaper(db, actor, asked, today),
    today,
    key: crypto.randomUUID(),
  };
};

const toPapers = ({ code }: { code: string }) => papersHref(code);

export const actions: Actions = {
  letter: formAction(issuePaper, {
    form: "issue",
    input: (fields, { params }) => ({
      ...withDays(fields, "issued_on"),
      recommendation: params.code,
      paper: params.paper,
    }),
    then: toPapers,
  }),
  slip: formAction(issueTransferSlip, {
    form: "issue",
    input: (fields, { params }) => ({ ...withDays(fields, "issued_on"), recommendation: params.code }),
    then: toPapers,
  }),
};
