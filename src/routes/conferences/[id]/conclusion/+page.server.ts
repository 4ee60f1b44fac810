import { formAction } from "#acts/form-action.ts";
import { MOST_LINES } from "#modules/conclusion/conclusion.ts";
import {
  amendNotice,
  changeDraft,
  conclusionReadings,
  discardDraft,
  draftNotice,
} from "#modules/conclusion/server/index.ts";
import type { RequestEvent } from "@sveltejs/kit";
import { pageOf } from "../../../asking.ts";
import { wholeIn } from "../../../whole-in.ts";

const lineIn = ({ searchParams }: URL, name: string) => wholeIn(searchParams.get(name), 1, MOST_LINES);

export const load = pageOf(conclusionReadings.shown, ({ params, url }) => ({
  conference: params.id,
  page: lineIn(url, "page") ?? undefined,
  line: lineIn(url, "line") ?? undefined,
}));

const ofConference = { input: () => ({}), about: { conference: "id" } };
const page = (_: unknown, { params }: RequestEvent) => `/conferences/${params.id}/conclusion`;
function atLines(_: unknown, { params, url }: RequestEvent): string {
  const page = url.searchParams.get("page");
  const asked = page ? `?page=${encodeURIComponent(page)}` : "";
  return `/conferences/${params.id}/conclusion${asked}#lines`;
}

/** To the line that has the number of the one that was taken away; after the last one to what is said of it. */
function afterRemoved(_: unknown, { params, url }: RequestEvent): string {
  const page = lineIn(url, "page") ?? 1;
  const line = lineIn(url, "next");
  return `/conferences/${params.id}/conclusion?page=${page}${line ? `#line-${line}` : ""}`;
}

export const actions = {
  draft: formAction(draftNotice, { ...ofConference, then: page }),
  amend: formAction(amendNotice, { ...ofConference, then: page }),
  discard: formAction(discardDraft, { then: page }),
  words: formAction(changeDraft, {
    form: "words",
    input: ({ opening, closing, ...rest }) => ({ ...rest, words: { opening, closing } }),
    then: page,
  }),
  remove: formAction(changeDraft, {
    form: "remove",
    input: ({ matter, ...rest }) => ({ ...rest, remove: [matter] }),
    then: afterRemoved,
  }),
  add: formAction(changeDraft, { form: "add", then: atLines }),
  fill: formAction(changeDraft, {
    form: "fill",
    input: ({ lead, due, ...rest }) => ({ ...rest, fill: { lead, due } }),
    then: atLines,
  }),
};
