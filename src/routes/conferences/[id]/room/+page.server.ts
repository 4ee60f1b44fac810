import { formAction } from "#acts/form-action.ts";
import { Problem } from "#kernel/problem.ts";
import { choiceMeant, type Choice } from "#modules/conference/room/choice-match.ts";
import { mayCorrectTurns, mayKeepConferences } from "#modules/conference/permissions.ts";
import {
  countAttendance,
  readRoomHead,
  readRoomTurns,
  recordingChoices,
  recordTurn,
  wordlessAnswers,
} from "#modules/conference/server/index.ts";
import { fieldChoices } from "#modules/conference/ui/room/field-choices.ts";
import { mayDo } from "#modules/organization/server/index.ts";
import { mayMove, mayReceiveInTurn } from "#modules/recommendation/permissions.ts";
import { receive, rule } from "#modules/recommendation/server/index.ts";
import { actProblems } from "#platform/server/act/problems.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { dayOf } from "#ui/posted.ts";
import { redirect, type RequestEvent } from "@sveltejs/kit";
import { signedIn } from "../../../units/signed-in.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const head = await readRoomHead(db, actor, event.params.id, today);
  const may = (grant: typeof mayReceiveInTurn) => mayDo(db, actor, grant, head.unitId, today);
  if (!(await may(mayKeepConferences))) throw new Problem(actProblems.not_permitted);
  if (head.life === "prepared" && head.heldOn <= today) redirect(303, `/conferences/${head.id}/open`);
  if (head.life !== "held") redirect(303, `/conferences/${head.id}`);
  const { searchParams } = event.url;
  return {
    head,
    ...(await readRoomTurns(db, actor, head, today, positionIn(searchParams.get("before")))),
    wordless: await wordlessAnswers(db, actor, head.id, today),
    choices: await recordingChoices(db, head.unitId, head.heldOn),
    may: {
      split: await may(mayReceiveInTurn),
      rule: await may(mayMove.rule),
      correct: await may(mayCorrectTurns),
    },
    /** The turn that matters are split from, for a page without its script. */
    open: searchParams.get("turn"),
    /** The draft answer that is to stand in its text box, for a page without its script. */
    draft: searchParams.get("draft"),
    before: positionIn(searchParams.get("before")),
    person: actor.kind === "person" ? { id: actor.personId, name: actor.name } : { id: "", name: actor.name },
    key: crypto.randomUUID(),
  };
};

function positionIn(text: string | null): number | null {
  return text && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
}

const here = ({ params }: RequestEvent) => `/conferences/${params.id}/room`;
const atTurn = (event: RequestEvent, turn: string | null) =>
  turn ? `${here(event)}?turn=${turn}#matter` : here(event);
const atSameTurn = (_: unknown, event: RequestEvent) => atTurn(event, event.url.searchParams.get("turn"));

/** Turns the name of a village or a field, as far as it was typed, into its code; what means none or several stays. */
async function coder(event: RequestEvent) {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const { unitId, heldOn } = await readRoomHead(db, actor, event.params.id!, today);
  const { villages, fields: known } = await recordingChoices(db, unitId, heldOn, Infinity);
  const choices: Record<string, readonly Choice[]> = { village: villages, field: fieldChoices(known) };
  return (fields: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(fields).map(([name, typed]) => {
        const meant = choices[name] && typeof typed === "string" ? choiceMeant(choices[name], typed) : null;
        return [name, meant ?? typed];
      }),
    );
}

/** For the page without its script; with it, entries go through the queue of the device. */
export const actions: Actions = {
  async turn(event) {
    const coded = await coder(event);
    return formAction(recordTurn, {
      input: (fields, { params }) => ({ conference: params.id, ...coded(fields) }),
      then: ({ id }) => atTurn(event, id),
    })(event);
  },
  async matter(event) {
    const coded = await coder(event);
    return formAction(receive, {
      input: (fields, { params }) => ({ conference: params.id, channel: "conference", ...coded(fields) }),
      then: atSameTurn,
    })(event);
  },
  rule: formAction(rule, {
    input: (fields) => ({
      ...fields,
      due: fields.ruling === "written_answer" ? dayOf(fields.due) : "",
      // As from the queue: one press is enough while people speak.
      words_later: true,
    }),
    then: atSameTurn,
  }),
  count: formAction(countAttendance, {
    input: (fields, { params }) => ({ conference: params.id, ...fields }),
    then: (_, event) => here(event),
  }),
};
