import { mayMove } from "#modules/recommendation/permissions.ts";
import { error, redirect } from "@sveltejs/kit";
import { actNamed } from "#acts/registry.ts";
import { formAction } from "#acts/form-action.ts";
import type { Capacity } from "#kernel/actor.ts";
import { draftReadings } from "#modules/conference/server/index.ts";
import { proposeDue } from "#modules/deadline/server/index.ts";
import {
  findMatter,
  leadsOf,
  mergeCandidates,
  unitsAbove,
  type MatterReading,
} from "#modules/recommendation/server/index.ts";
import { moves, type Confirmer, type Move } from "#modules/recommendation/status-transitions.ts";
import { matterHref } from "#modules/recommendation/ui/list/address.ts";
import type { MoveChoices } from "#modules/recommendation/ui/moves/move-fields.ts";
import { moveInput } from "#modules/recommendation/ui/moves/posted-move.ts";
import { asking } from "../../../asking.ts";
import { readerOf, refuseForm } from "../../reader.ts";
import type { Actions, PageServerLoad } from "./$types";

/** What an agency would have answered at the conference is at hand where it is said, and where it is drafted. */
const usesDrafts: ReadonlySet<Move> = new Set(["rule", "draft_answer"]);

/** The moves that set a date, which a rule may propose. */
const givesDate: ReadonlySet<Move> = new Set(["assign", "reopen"]);

type Reader = ReturnType<typeof readerOf>;

export const load: PageServerLoad = async (event) => {
  const { locals, params, url } = event;
  const reader = readerOf(locals);
  const move = moveIn(params.move);
  const matter = await findMatter(reader.db, reader.actor, params.code, reader.today);
  if (matter.hidden !== null) redirect(303, matterHref(matter.code));
  const possible = matter.moves.includes(move);
  // Called done before, by a colleague or in another window: whoever helps is told so, and not that they may not.
  const doneOn = move === "finish_duty" && !possible ? ownPartDoneOn(reader.actor, matter) : null;
  if (!possible && doneOn === null) await refuseForm(reader, matter.id, mayMove[move]);
  const asked = url.searchParams.get("q") ?? "";
  const until = url.searchParams.get("until");
  return {
    matter,
    move,
    searched: asked,
    /** A day that the address gives a roadmap. */
    asked: (move === "schedule" && until ? { until } : {}) as Readonly<Record<string, string>>,
    possible,
    doneOn,
    drafts: usesDrafts.has(move)
      ? await asking(event).ask(draftReadings.givenOn, { recommendation: matter.code })
      : [],
    /** The draft that is to stand in the text box. */
    draft: url.searchParams.get("draft"),
    choices: await choicesFor(reader, move, matter, asked),
    proposedDue: givesDate.has(move) ? await dueProposedFor(reader, matter) : null,
    today: reader.today,
    key: crypto.randomUUID(),
  };
};

export const actions: Actions = {
  default: (event) => {
    const move = moveIn(event.params.move);
    const { code } = event.params;
    const action = formAction(actNamed(`recommendation.${move}`)!, {
      input: (fields) => moveInput(move, code, fields),
      then: () => matterHref(code),
    });
    return action(event);
  },
};

function moveIn(name: string): Move {
  const move = moves.find((each) => each === name);
  if (!move || !actNamed(`recommendation.${move}`)) error(404);
  return move;
}

async function choicesFor(
  { db, actor, today }: Reader,
  move: Move,
  matter: MatterReading,
  asked: string,
): Promise<MoveChoices> {
  return {
    agencies: move === "assign" ? await leadsOf(db, matter.keeperCode, today) : [],
    above: move === "forward_up" ? await unitsAbove(db, matter.keeperCode, today) : [],
    duties: move === "finish_duty" || move === "answer" ? openDutiesFor(actor, matter) : [],
    matters: move === "merge" ? await mergeCandidates(db, actor, matter, asked, today) : [],
    confirmers: move === "confirm" ? confirmersFor(actor) : [],
    voices: move === "confirm" ? voicesFor(actor, matter) : [],
  };
}

/** Whose parts are open; of an agency that has one, its own alone. */
function openDutiesFor(
  actor: Reader["actor"],
  { coordinators, state }: MatterReading,
): MoveChoices["duties"] {
  const held = new Set(actor.kind === "person" ? actor.posts.map(({ unitId }) => unitId) : []);
  const open = coordinators
    .map((line, at) => ({ ...line, own: held.has(state.coordinators[at]!.unitId) }))
    .filter(({ doneOn }) => doneOn === null);
  const own = open.filter((line) => line.own);
  return own.length > 0 ? own : open;
}

/** The day on which the part of an agency in which one holds a post was called done. */
function ownPartDoneOn(actor: Reader["actor"], { coordinators, state }: MatterReading): string | null {
  const held = new Set(actor.kind === "person" ? actor.posts.map(({ unitId }) => unitId) : []);
  const own = coordinators.filter((_, at) => held.has(state.coordinators[at]!.unitId));
  return own.find(({ doneOn }) => doneOn !== null)?.doneOn ?? null;
}

const front: ReadonlySet<Capacity> = new Set(["front_chair", "front_officer"]);

/** The Front enters its own finding; whoever else enters the word of a person or of the village head. */
function confirmersFor(actor: Reader["actor"]): Confirmer[] {
  const posts = actor.kind === "person" ? actor.posts : [];
  const others = posts.some(({ capacity }) => !front.has(capacity));
  const ours = posts.some(({ capacity }) => front.has(capacity));
  return [...(others ? (["requester", "village_head"] as const) : []), ...(ours ? (["front"] as const) : [])];
}

/** Each matter in which somebody raised it, where there are several; a village head and the Front speak for their own. */
function voicesFor(actor: Reader["actor"], { requesters }: MatterReading): MoveChoices["voices"] {
  const office =
    actor.kind === "system" || actor.posts.some(({ capacity }) => capacity === "office_secretary");
  const each = [...Map.groupBy(requesters, ({ code }) => code)];
  if (!office || each.length < 2) return [];
  return each.map(([code, people]) => ({
    code,
    name: [code, ...new Set(people.flatMap((one) => [one.villageName, one.name]))]
      .filter(Boolean)
      .join(" · "),
  }));
}

function dueProposedFor({ db, today }: Reader, { unitId, receivedOn, conference }: MatterReading) {
  return proposeDue(db, unitId, {
    receivedOn,
    assignedOn: today,
    conferenceOn: conference?.held ? conference.heldOn : null,
  });
}
