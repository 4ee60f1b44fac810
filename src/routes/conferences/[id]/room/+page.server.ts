import { formAction } from "#acts/form-action.ts";
import { choiceMeant, type Choice } from "#modules/conference/room/choice-match.ts";
import { countAttendance, recordTurn, roomReadings } from "#modules/conference/server/index.ts";
import { fieldChoices } from "#modules/conference/ui/room/field-choices.ts";
import { receive, rule } from "#modules/recommendation/server/index.ts";
import { redirect, type RequestEvent } from "@sveltejs/kit";
import { asking, pageOf } from "../../../asking.ts";
import { wholeIn } from "../../../whole-in.ts";
import { wordsComeLater } from "./words-come-later.ts";
import type { Actions, PageServerLoad } from "./$types";

const shown = pageOf(roomReadings.room, ({ params, url }) => ({
  conference: params.id,
  before: wholeIn(url.searchParams.get("before"), 1, 999_999) ?? undefined,
}));

export const load: PageServerLoad = async (event) => {
  const { today, ...room } = await shown(event);
  const { id, life, heldOn } = room.head;
  if (life === "prepared" && heldOn <= today) redirect(303, `/conferences/${id}/open`);
  if (life !== "held") redirect(303, `/conferences/${id}`);
  const { actor } = asking(event);
  const { searchParams } = event.url;
  return {
    ...room,
    /** The turn that matters are split from, for a page without its script. */
    open: searchParams.get("turn"),
    /** The draft answer that is to stand in its text box, for a page without its script. */
    draft: searchParams.get("draft"),
    person: actor.kind === "person" ? { id: actor.personId, name: actor.name } : { id: "", name: actor.name },
  };
};

const here = ({ params }: RequestEvent) => `/conferences/${params.id}/room`;
const atTurn = (event: RequestEvent, turn: string | null) =>
  turn ? `${here(event)}?turn=${turn}#matter` : here(event);
const atSameTurn = (_: unknown, event: RequestEvent) => atTurn(event, event.url.searchParams.get("turn"));

const about = { conference: "id" };

/** Turns the name of a village or a field, as far as it was typed, into its code; what means none or several stays. */
async function coder(event: RequestEvent) {
  const asked = { conference: event.params.id };
  const { villages, fields: known } = await asking(event).ask(roomReadings.choices, asked);
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
      input: coded,
      about,
      then: ({ id }) => atTurn(event, id),
    })(event);
  },
  async matter(event) {
    const coded = await coder(event);
    return formAction(receive, {
      input: (fields) => ({ channel: "conference", ...coded(fields) }),
      about,
      then: atSameTurn,
    })(event);
  },
  rule: formAction(rule, {
    input: (fields) => ({
      ...fields,
      due: fields.ruling === "written_answer" ? fields.due : "",
      words_later: wordsComeLater(fields),
    }),
    then: atSameTurn,
  }),
  count: formAction(countAttendance, {
    about,
    then: (_, event) => here(event),
  }),
};
