import { formAction } from "#acts/form-action.ts";
import { textsOf } from "#kernel/form-fields.ts";
import { mayKeepConferences } from "#modules/conference/permissions.ts";
import {
  draftRequestsOf,
  findConference,
  readCollected,
  recordingChoices,
  withdrawDraftRequest,
} from "#modules/conference/server/index.ts";
import { mayDo } from "#modules/organization/server/index.ts";
import { withPlainMarks } from "#kernel/list-mark.ts";
import { isCollectingOver } from "#modules/conference/collected/collecting.ts";
import { mayCollectLate, mayReceive } from "#modules/recommendation/permissions.ts";
import { receive, similarMatters, villagesToReceive } from "#modules/recommendation/server/index.ts";
import { saidIn } from "#modules/recommendation/ui/moves/said-in.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { withDays } from "#ui/posted.ts";
import { signedIn } from "../../../units/signed-in.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const conference = await findConference(db, actor, event.params.id, today);
  const collects =
    conference.life !== "called_off" && (await mayDo(db, actor, mayReceive, conference.unitId, today));
  const isOver = isCollectingOver(conference.collectUntil, today);
  const mayCollect =
    collects && (!isOver || (await mayDo(db, actor, mayCollectLate, conference.unitId, today)));
  const day = conference.heldOn < today ? conference.heldOn : today;
  const choices = mayCollect ? await recordingChoices(db, conference.unitId, day) : null;
  const villages = choices ? await villagesToReceive(db, actor, choices.villages) : [];
  return {
    conference,
    today,
    day,
    mayCollect,
    /** Whether whoever collects is told that its last day has passed. */
    isOver: collects && isOver,
    fields: await readCollected(db, actor, conference, today),
    choices: choices && { ...choices, villages },
    drafts: await draftRequestsOf(db, actor, conference.id, today),
    mayAskDrafts:
      conference.life !== "called_off" &&
      (await mayDo(db, actor, mayKeepConferences, conference.unitId, today)),
    /** The one just written down: the form is empty for the next. */
    received: event.url.searchParams.get("received")?.slice(0, 80) ?? null,
    village: villages.length === 1 ? villages[0]!.code : null,
    key: crypto.randomUUID(),
  };
};

export const actions: Actions = {
  receive: formAction(receive, {
    input: (fields, { params }) => ({
      ...withDays(fields, "received_on"),
      text: typeof fields.text === "string" ? withPlainMarks(fields.text) : fields.text,
      conference: params.id,
      channel: "collected_beforehand",
    }),
    then: ({ code }, { params }) => `/conferences/${params.id}/collected?received=${code}`,
  }),

  withdraw_draft: formAction(withdrawDraftRequest, {
    then: (_, { params }) => `/conferences/${params.id}/collected`,
  }),

  /** Writes nothing: shows what the unit already has that says the same, and everything typed again. */
  async check(event) {
    const { actor, today } = signedIn(event);
    const values = textsOf(await event.request.formData());
    const said = saidIn(values);
    const similar = said ? await similarMatters(currentDatabase().db, actor, said, today) : [];
    return { checked: { values, similar } };
  },
};
