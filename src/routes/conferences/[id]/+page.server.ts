import { formAction } from "#acts/form-action.ts";
import { conferenceReadings, doStep, recordTurn, undoStep } from "#modules/conference/server/index.ts";
import { receive, rule } from "#modules/recommendation/server/index.ts";
import type { RequestEvent } from "@sveltejs/kit";
import { pageOf } from "../../asking.ts";
import { wholeIn } from "../../whole-in.ts";
import type { PageServerLoad } from "./$types";

const shown = pageOf(conferenceReadings.shown, ({ params, url: { searchParams } }) => ({
  conference: params.id,
  page: wholeIn(searchParams.get("page"), 1, 10_000) ?? undefined,
  loose: wholeIn(searchParams.get("loose"), 1, 10_000) ?? undefined,
  turn: searchParams.get("open")?.slice(0, 100),
}));

export const load: PageServerLoad = async (event) => ({
  ...(await shown(event)),
  /** The draft that is to stand in its text box. */
  draft: event.url.searchParams.get("draft"),
  /** The turn whose form for splitting stands open. */
  open: event.url.searchParams.get("open"),
});

/** Back to the turn that was worked on, its form open for the next matter. */
const atTurn = (conference: string | undefined, turn: string) =>
  `/conferences/${conference}?open=${turn}#turn-${turn}`;

const again = (_: unknown, { params, url }: RequestEvent) => {
  const [turn, loose] = [url.searchParams.get("open"), url.searchParams.get("loose")];
  if (turn) return atTurn(params.id, turn);
  return `/conferences/${params.id}${loose ? `?loose=${encodeURIComponent(loose)}#loose` : ""}`;
};

const about = { conference: "id" };
const atChecklist = ({ id }: { id: string }) => `/conferences/${id}#checklist`;

export const actions = {
  turn: formAction(recordTurn, {
    about,
    then: ({ id }, { params }) => atTurn(params.id, id),
  }),
  receive: formAction(receive, {
    input: (fields) => ({ channel: "conference", ...fields }),
    about,
    then: again,
  }),
  rule: formAction(rule, { then: again }),
  do_step: formAction(doStep, { about, then: atChecklist }),
  undo_step: formAction(undoStep, { about, then: atChecklist }),
};
