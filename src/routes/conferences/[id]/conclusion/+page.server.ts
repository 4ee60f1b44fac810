import { formAction } from "#acts/form-action.ts";
import { mayDraftConclusion, mayIssueConclusion } from "#modules/conclusion/permissions.ts";
import {
  amendNotice,
  changeDraft,
  discardDraft,
  draftNotice,
  findNotice,
  mattersToAdd,
  noticeChanges,
  noticesOf,
} from "#modules/conclusion/server/index.ts";
import { findConference } from "#modules/conference/server/index.ts";
import { mayDo } from "#modules/organization/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import type { RequestEvent } from "@sveltejs/kit";
import { signedIn } from "../../../units/signed-in.ts";
import type { Actions, PageServerLoad } from "./$types";

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
    ...{ conference, notices, draft, mayDraft, mayIssue: await may(mayIssueConclusion) },
    changes: draft && draft.edition > 1 ? await noticeChanges(db, actor, draft, today) : null,
    toAdd: draft && mayDraft ? await mattersToAdd(db, draft, today) : [],
    key: crypto.randomUUID(),
  };
};

const ofConference = (_: unknown, { params }: RequestEvent) => ({ conference: params.id });
const page = (_: unknown, { params }: RequestEvent) => `/conferences/${params.id}/conclusion`;
const atLines = (_: unknown, { params }: RequestEvent) => `/conferences/${params.id}/conclusion#lines`;

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
    then: atLines,
  }),
  add: formAction(changeDraft, { form: "add", then: atLines }),
};
