import { formAction } from "#acts/form-action.ts";
import { actNamed } from "#acts/registry.ts";
import { draftReadings } from "#modules/conference/server/index.ts";
import { matterReadings } from "#modules/recommendation/server/index.ts";
import { moves, type Move } from "#modules/recommendation/status-transitions.ts";
import { matterHref } from "#modules/recommendation/ui/list/address.ts";
import { moveInput } from "#modules/recommendation/ui/moves/posted-move.ts";
import { error } from "@sveltejs/kit";
import { asking } from "../../../asking.ts";
import { formOf } from "../../form-of.ts";
import type { Actions, PageServerLoad } from "./$types";

/** What an agency would have answered at the conference is at hand where it is said, and where it is drafted. */
const usesDrafts: ReadonlySet<Move> = new Set(["rule", "draft_answer"]);

const moving = formOf(matterReadings.toMove, ({ params, url }) => ({
  recommendation: params.code,
  move: moveIn(params.move),
  words: url.searchParams.get("q")?.slice(0, 200),
}));

export const load: PageServerLoad = async (event) => {
  const shown = await moving(event);
  const { searchParams } = event.url;
  const until = searchParams.get("until");
  const recommendation = shown.matter.code;
  return {
    ...shown,
    searched: searchParams.get("q") ?? "",
    /** A day that the address gives a roadmap. */
    asked: (shown.move === "schedule" && until ? { until } : {}) as Readonly<Record<string, string>>,
    drafts: usesDrafts.has(shown.move)
      ? await asking(event).ask(draftReadings.givenOn, { recommendation })
      : [],
    /** The draft that is to stand in the text box. */
    draft: searchParams.get("draft"),
  };
};

export const actions: Actions = {
  default: (event) => {
    const move = moveIn(event.params.move);
    const { code } = event.params;
    const action = formAction(actNamed(`recommendation.${move}`)!, {
      input: (fields) => moveInput(move, code, fields) as object,
      then: () => matterHref(code),
    });
    return action(event);
  },
};

function moveIn(name: string | undefined): Move {
  const move = moves.find((each) => each === name);
  if (!move || !actNamed(`recommendation.${move}`)) error(404);
  return move;
}
