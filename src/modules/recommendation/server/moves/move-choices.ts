import type { Actor, Capacity } from "#kernel/actor.ts";
import { proposeDue } from "#modules/deadline/server/index.ts";
import { unitByCode } from "#modules/organization/server/index.ts";
import type { Asker } from "#platform/server/reading/reading.ts";
import type { Confirmer, Move } from "../../status-transitions.ts";
import { warnIfNobodyReviews } from "./nobody-reviews.ts";
import type { MatterReading } from "../matter/find-matter.ts";
import { leadsOf, unitsAbove } from "../matter/form-choices.ts";
import { mergeCandidates } from "../merging/merge-candidates.ts";

/** The moves that set a date, which a rule may propose. */
const givesDate: ReadonlySet<Move> = new Set(["assign", "reopen"]);

/** What the form of a move on a matter is filled in from; matters to merge it into are narrowed by `words`. */
export async function choicesFor(
  { db, actor, today }: Omit<Asker<unknown>, "query">,
  move: Move,
  matter: MatterReading,
  words: string,
) {
  return {
    agencies: move === "assign" ? await leadsOf(db, matter.keeperCode, today) : [],
    above: move === "forward_up" ? await unitsAbove(db, matter.keeperCode, today) : [],
    duties: move === "finish_duty" || move === "answer" ? openDutiesFor(actor, matter) : [],
    matters: move === "merge" ? await mergeCandidates(db, actor, matter, words, today) : [],
    confirmers: move === "confirm" ? confirmersFor(actor) : [],
    /** What there is to know before it is sent; the act says the same with its answer. */
    warnings: move === "hold" ? await warnedOfReview(db, matter.keeperCode, today) : [],
    voices: move === "confirm" ? voicesFor(actor, matter) : [],
  };
}

async function warnedOfReview(db: Asker<unknown>["db"], keeperCode: string, today: string) {
  return warnIfNobodyReviews(db, (await unitByCode(db, keeperCode)).id, today);
}

/** The date that a rule proposes with a move that sets one. */
export async function dueProposedFor(
  { db, today }: Omit<Asker<unknown>, "query">,
  move: Move,
  { unitId, receivedOn, conference }: MatterReading,
) {
  if (!givesDate.has(move)) return null;
  const conferenceOn = conference?.held ? conference.heldOn : null;
  return proposeDue(db, unitId, { receivedOn, assignedOn: today, conferenceOn });
}

/** Whose parts are open; of an agency that has one, its own alone. */
function openDutiesFor(actor: Actor, { coordinators, state }: MatterReading) {
  const held = new Set(actor.kind === "person" ? actor.posts.map(({ unitId }) => unitId) : []);
  const open = coordinators
    .map((line, at) => ({ ...line, own: held.has(state.coordinators[at]!.unitId) }))
    .filter(({ doneOn }) => doneOn === null)
    .map(({ dutyOf, code, name, duty, own }) => ({
      own,
      code: dutyOf?.code ?? code,
      name: dutyOf ? [dutyOf.name, duty].filter(Boolean).join(": ") : name,
    }));
  const own = open.filter((line) => line.own);
  return own.length > 0 ? own : open;
}

/** The day on which the part of an agency in which one holds a post was called done. */
export function ownPartDoneOn(actor: Actor, { coordinators, state }: MatterReading): string | null {
  const held = new Set(actor.kind === "person" ? actor.posts.map(({ unitId }) => unitId) : []);
  const own = coordinators.filter((_, at) => held.has(state.coordinators[at]!.unitId));
  return own.find(({ doneOn }) => doneOn !== null)?.doneOn ?? null;
}

const front: ReadonlySet<Capacity> = new Set(["front_chair", "front_officer"]);

/** The Front enters its own finding; whoever else enters the word of a person or of the village head. */
function confirmersFor(actor: Actor): Confirmer[] {
  const posts = actor.kind === "person" ? actor.posts : [];
  const others = posts.some(({ capacity }) => !front.has(capacity));
  const ours = posts.some(({ capacity }) => front.has(capacity));
  return [...(others ? (["requester", "village_head"] as const) : []), ...(ours ? (["front"] as const) : [])];
}

/** Each matter in which somebody raised it, where there are several; a village head and the Front speak for their own. */
function voicesFor(actor: Actor, { requesters }: MatterReading) {
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
