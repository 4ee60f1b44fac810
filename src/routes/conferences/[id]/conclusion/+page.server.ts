import { formAction } from "#acts/form-action.ts";
import { LINES_A_PAGE, MOST_LINES } from "#modules/conclusion/conclusion.ts";
import { mayDraftConclusion, mayIssueConclusion } from "#modules/conclusion/permissions.ts";
import {
  amendNotice,
  changeDraft,
  discardDraft,
  draftNotice,
  findNotice,
  lineInTheWay,
  mattersToAdd,
  noticeChanges,
  noticesOf,
  personalLines,
  type NoticeReading,
} from "#modules/conclusion/server/index.ts";
import { partOf } from "#kernel/list-part.ts";
import { findConference } from "#modules/conference/server/index.ts";
import { mayDo } from "#modules/organization/server/index.ts";
import { leadsOf } from "#modules/recommendation/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { dayOf } from "#ui/posted.ts";
import type { RequestEvent } from "@sveltejs/kit";
import { signedIn } from "../../../units/signed-in.ts";
import { wholeIn } from "../../../whole-in.ts";
import type { Actions, PageServerLoad } from "./$types";

/** A page of the lines of a draft: the one asked for, or the one on which a line stands. */
function linesShown({ lines }: NoticeReading, asked: URLSearchParams) {
  const line = wholeIn(asked.get("line"), 1, MOST_LINES);
  const place = lines.findIndex(({ position }) => position === line) + 1;
  const page = place > 0 ? Math.ceil(place / LINES_A_PAGE) : wholeIn(asked.get("page"), 1, MOST_LINES);
  return partOf(lines, page, LINES_A_PAGE);
}

/** The line from which one comes back, where it could not be issued as it was just written. */
async function comesBackTo({ id, lines }: NoticeReading, event: RequestEvent) {
  const { actor, today } = signedIn(event);
  const position = wholeIn(event.url.searchParams.get("line"), 1, MOST_LINES);
  const line = lines.find((each) => each.position === position);
  if (!line) return null;
  const fault = await lineInTheWay(currentDatabase().db, actor, { notice: id, matter: line.matter }, today);
  return fault && { ...fault, matter: line.matter };
}

/** Lines that cannot be issued as they are. */
function unfilledOf({ lines }: NoticeReading) {
  const unfilled = lines.filter(({ lead, dueOn }) => !lead || !dueOn);
  return {
    count: unfilled.length,
    first: unfilled[0]?.position ?? null,
    dates: unfilled.filter(({ dueOn }) => !dueOn).length,
    leads: unfilled.filter(({ lead }) => !lead).length,
  };
}

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const conference = await findConference(db, actor, event.params.id, today);
  const notices = await noticesOf(db, actor, conference.id, today);
  const asked = { conference: conference.id, edition: "draft" as const };
  const draft = notices.draft ? await findNotice(db, actor, asked, today) : null;
  const may = (grant: typeof mayIssueConclusion) => mayDo(db, actor, grant, conference.unitId, today);
  const mayDraft = await may(mayDraftConclusion);
  return {
    lines: draft && linesShown(draft, event.url.searchParams),
    unfilled: draft && unfilledOf(draft),
    inTheWay: draft && mayDraft ? await comesBackTo(draft, event) : null,
    agencies: draft && mayDraft ? await leadsOf(db, conference.unit, today) : [],
    draft: draft && { ...draft, lines: undefined },
    conference,
    notices,
    mayDraft,
    mayIssue: await may(mayIssueConclusion),
    changes: draft && draft.edition > 1 ? await noticeChanges(db, actor, draft, today) : null,
    personal: draft ? await personalLines(db, draft.id) : [],
    toAdd: draft && mayDraft ? await mattersToAdd(db, draft, today) : [],
    key: crypto.randomUUID(),
  };
};

const ofConference = (_: unknown, { params }: RequestEvent) => ({ conference: params.id });
const page = (_: unknown, { params }: RequestEvent) => `/conferences/${params.id}/conclusion`;
function atLines(_: unknown, { params, url }: RequestEvent): string {
  const page = url.searchParams.get("page");
  const asked = page ? `?page=${encodeURIComponent(page)}` : "";
  return `/conferences/${params.id}/conclusion${asked}#lines`;
}

/** To the line that has the number of the one that was taken away; after the last one to what is said of it. */
function afterRemoved(_: unknown, { params, url }: RequestEvent): string {
  const page = wholeIn(url.searchParams.get("page"), 1, MOST_LINES) ?? 1;
  const line = wholeIn(url.searchParams.get("next"), 1, MOST_LINES);
  return `/conferences/${params.id}/conclusion?page=${page}${line ? `#line-${line}` : ""}`;
}

export const actions: Actions = {
  draft: formAction(draftNotice, { input: ofConference, then: page }),
  amend: formAction(amendNotice, { input: ofConference, then: page }),
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
    input: ({ lead, due, ...rest }) => ({ ...rest, fill: { lead, due: dayOf(due) } }),
    then: atLines,
  }),
};
