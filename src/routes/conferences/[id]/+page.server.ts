import { formAction } from "#acts/form-action.ts";
import { mayCorrectTurns, mayInvite, mayKeepConferences } from "#modules/conference/permissions.ts";
import {
  countUnanswered,
  doStep,
  draftsGivenAt,
  findConference,
  readAgendaPage,
  readChecklist,
  recordingChoices,
  recordTurn,
  undoStep,
  wordlessAnswers,
} from "#modules/conference/server/index.ts";
import { mayDo } from "#modules/organization/server/index.ts";
import { mayMove, mayReceiveInTurn } from "#modules/recommendation/permissions.ts";
import { receive, rule } from "#modules/recommendation/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { withDays } from "#ui/posted.ts";
import type { RequestEvent } from "@sveltejs/kit";
import { signedIn } from "../../units/signed-in.ts";
import { wholeIn } from "../../whole-in.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const conference = await findConference(db, actor, event.params.id, today);
  const { searchParams } = event.url;
  const pageIn = (name: string) => wholeIn(searchParams.get(name), 1, 10_000);
  const asked = { page: pageIn("page"), loose: pageIn("loose"), turn: searchParams.get("open") };
  const may = (grant: typeof mayReceiveInTurn) => mayDo(db, actor, grant, conference.unitId, today);
  const mayRecord = await may(mayKeepConferences);
  const maySplit = await may(mayReceiveInTurn);
  const mayRule = await may(mayMove.rule);
  return {
    conference,
    today,
    mayRecord,
    maySplit,
    agenda: await readAgendaPage(db, actor, conference, asked, today),
    checklist: await readChecklist(db, actor, conference, today),
    mayCorrectTurns: await may(mayCorrectTurns),
    mayRule,
    unanswered:
      conference.life === "prepared" && (await may(mayInvite)) ? await countUnanswered(db, conference.id) : 0,
    wordless: await wordlessAnswers(db, actor, conference.id, today),
    drafts: mayRule && conference.life === "held" ? await draftsGivenAt(db, actor, conference.id, today) : [],
    /** The draft that is to stand in its text box. */
    draft: searchParams.get("draft"),
    choices: mayRecord || maySplit ? await recordingChoices(db, conference.unitId, conference.heldOn) : null,
    /** The turn whose form for splitting stands open. */
    open: asked.turn,
    key: crypto.randomUUID(),
  };
};

/** Back to the turn that was worked on, its form open for the next matter. */
const atTurn = (conference: string | undefined, turn: string) =>
  `/conferences/${conference}?open=${turn}#turn-${turn}`;

const again = (_: unknown, { params, url }: RequestEvent) => {
  const [turn, loose] = [url.searchParams.get("open"), url.searchParams.get("loose")];
  if (turn) return atTurn(params.id, turn);
  return `/conferences/${params.id}${loose ? `?loose=${encodeURIComponent(loose)}#loose` : ""}`;
};

const stepInput = (fields: Record<string, unknown>, { params }: RequestEvent) => ({
  conference: params.id,
  ...withDays(fields, "on"),
});
const atChecklist = ({ id }: { id: string }) => `/conferences/${id}#checklist`;

export const actions: Actions = {
  turn: formAction(recordTurn, {
    input: (fields, { params }) => ({ conference: params.id, ...fields }),
    then: ({ id }, { params }) => atTurn(params.id, id),
  }),
  receive: formAction(receive, {
    input: (fields, { params }) => ({ conference: params.id, channel: "conference", ...fields }),
    then: again,
  }),
  rule: formAction(rule, { then: again }),
  do_step: formAction(doStep, { input: stepInput, then: atChecklist }),
  undo_step: formAction(undoStep, { input: stepInput, then: atChecklist }),
};
