import { personIdOf, type Actor, type Capacity, type HeldPost } from "#kernel/actor.ts";
import { optionalWholeNumber, textInput, yesNo } from "#kernel/input.ts";
import { permittedPost } from "#kernel/permission.ts";
import { Problem } from "#kernel/problem.ts";
import { standing } from "#modules/organization/server/index.ts";
import { act } from "#platform/server/act/act.ts";
import { actProblems } from "#platform/server/act/problems.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";
import { z } from "zod";
import {
  lastMovingReopening,
  lastStep,
  lastStepOfWork,
  rightsToAnnul,
  stepsOfWork,
  type Recorder,
} from "../../annulment.ts";
import { stateAfter } from "../../apply-event.ts";
import { isOpen, type MatterEvent } from "../../matter.ts";
import { mayAnnul } from "../../permissions.ts";
import { recommendationProblems as problems } from "../../problems.ts";
import { annulEvent } from "./annul-event.ts";
import { lockTogether } from "../moves/lock-together.store.ts";
import { matterPlace, type MatterPlace } from "../moves/move-act.ts";
import {
  isHiddenElsewhere,
  matterForChange,
  matterForChangeById,
  type Matter,
} from "../matter/recommendation.store.ts";
import { recorderOf } from "./recorder-of.ts";
import { reopenBelow } from "../above/reopen-below.ts";
import { refuseIfChanged } from "../moves/refuse-if-changed.ts";
import { tellWhatWasAnswered } from "../above/return-reply.ts";
import { undoElsewhere } from "./undo-elsewhere.ts";
import { matterCodeInput } from "../../matter-code.ts";

/**
 * The last step was entered by mistake: it stays readable, with who annulled it, when and why, and counts no more. Where the last
 * is a release, the step before that hold can be taken back as well: by whoever may not annul the release, or asks for it.
 */
export const annul = act({
  name: "recommendation.annul",
  title: { vi: "Hủy bước ghi nhầm", en: "Annul a step entered by mistake" },
  may: mayAnnul,
  input: z.strictObject({
    recommendation: matterCodeInput,
    reason: textInput(5000),
    /** The last step is a release: not that one, but the step of the work before the hold. */
    before_hold: yesNo.default(false),
    expected_version: optionalWholeNumber(1, 1_000_000),
  }),
  problems,
  audit: ({ reason, ...rest }) => ({ ...rest, reason_length: reason.length }),
  async place(context) {
    const { recommendation, before_hold: beforeHold } = context.input;
    await lockTogether(context.trx, [recommendation]);
    const matter = await matterForChange(context, recommendation);
    const place = placeOfLastStep(matter);
    if (place.last?.act !== "release") return { ...place, unasked: beforeHold };
    if (beforeHold) return placeBeforeHold(matter);
    const { trx, actor, today } = context;
    if (actor.kind === "system" || (await annullingPost(trx, actor, place, place.last, today))) return place;
    const before = placeBeforeHold(matter);
    // Whoever may take back neither is told of the release, which nobody but its reviewer annuls.
    return before.last ? before : place;
  },
  async run({ trx, input, place, actor, now, today }) {
    const { matter, last, moved } = place;
    await refuseIfChanged(trx, matter, input.expected_version);
    if (place.unasked)
      throw new Problem(problems.no_ended_hold, {
        field: "before_hold",
        details: { not_asked: ["before_hold"] },
      });
    if (!last) throw new Problem(problems.nothing_to_annul);
    const post = await postToAnnul(trx, actor, place, last, today);
    if (moved && (await isOfARecord(trx, moved))) throw new Problem(problems.handed_over);
    const personId = personIdOf(actor);
    const by = { now, personId, postId: post?.id ?? null, reason: input.reason };
    await undoElsewhere(trx, matter, last, by);
    const left = moved ? await annulEvent(trx, matter, moved, input.reason, by) : matter;
    const annulled = await annulEvent(trx, left, last, input.reason, by);
    // What is not routed out after all is open above again, also for what was answered below meanwhile.
    if (last.act === "route_out" && isOpen(annulled.state.class))
      await reopenBelow({ trx, now, today, actor, post, on: today }, annulled);
    if (last.act === "merge" && last.intoId)
      for (const apart of [annulled.id, last.intoId]) {
        const waiting = await matterForChangeById(trx, apart);
        await tellWhatWasAnswered({ trx, now, today, actor, post, on: last.on }, waiting);
      }
    const { id, code, version, state } = await matterForChangeById(trx, annulled.id);
    return { id, code, version, status: state.status };
  },
});

/** What a reviewer has to look at first: the matter itself, or the one it goes on in. */
export function isHeldOrWithAnother(matter: Matter): boolean {
  return matter.state.held || isHiddenElsewhere(matter);
}

type PlaceOfStep = MatterPlace & {
  /** The step that can be taken back. */
  readonly last: MatterEvent | null;
  /** The hand-over that a reopening brought about, taken back with it. */
  readonly moved: MatterEvent | null;
  /** A choice was made that nothing asks for. */
  readonly unasked?: boolean;
};

/** The last step of the history; a release, where a hold has ended there. */
export function placeOfLastStep(matter: Matter): PlaceOfStep {
  const last = lastStep(matter.events);
  return last?.act === "release" ? placeOf(matter, last, null) : placeBeforeHold(matter);
}

/** The last step of the work, before the hold that has ended. */
export function placeBeforeHold(matter: Matter): PlaceOfStep {
  const { reopening, moved } = lastMovingReopening(matter.events) ?? { moved: null };
  return placeOf(matter, reopening ?? lastStepOfWork(matter.events), moved);
}

/**
 * Whoever the matter was assigned to before the step stands to it as assigned: a return is taken back by who
 * returned it. A part that was called done is called open again by the agency whose part it is.
 */
function placeOf(matter: Matter, last: MatterEvent | null, moved: MatterEvent | null): PlaceOfStep {
  const events = last?.act === "release" ? matter.events : stepsOfWork(matter.events);
  const before = stateAfter(
    matter.receivedOn,
    events.filter((event) => event !== last && event !== moved),
  );
  const place = matterPlace(matter);
  const earlier = matterPlace({ ...matter, state: before });
  const helping = last?.act === "finish_duty" ? [last.coordinatorId!] : [];
  return { ...place, assignedIds: [...place.assignedIds!, ...earlier.assignedIds!, ...helping], last, moved };
}

/** Whether a record of a hand-over says so: that is put right by another. */
async function isOfARecord(db: Kysely<DB>, { id }: MatterEvent): Promise<boolean> {
  const line = await db
    .selectFrom("hand_over_line")
    .select("event_id")
    .where("event_id", "=", id!)
    .executeTakeFirst();
  return line !== undefined;
}

/** The post through which this very step may be annulled; null for the product itself. */
async function postToAnnul(
  db: Kysely<DB>,
  actor: Actor,
  place: PlaceOfStep,
  last: MatterEvent,
  today: string,
): Promise<HeldPost | null> {
  if (last.act === "hold" || (isHeldOrWithAnother(place.matter) && last.act !== "release"))
    throw new Problem(problems.held_for_review);
  if (last.act === "hand_over") throw new Problem(problems.handed_over);
  if (actor.kind === "system") return null;
  const post = await annullingPost(db, actor, place, last, today);
  if (!post) throw new Problem(actProblems.not_permitted);
  return post;
}

/** The first of an actor's posts that may annul the step, or null. */
export async function annullingPost(
  db: Kysely<DB>,
  actor: Actor & { kind: "person" },
  place: PlaceOfStep,
  last: MatterEvent,
  today: string,
): Promise<HeldPost | null> {
  const recorder = await recorderOf(db, last.id!);
  const standings = await standing(db, actor.posts, place, today);
  const { unitId: by } = recorder;
  const byLead = by !== null && by !== place.unitId && place.assignedIds!.includes(by);
  for (const right of rightsToAnnul(last.act, recorder, byLead)) {
    const ours = standings.filter(({ post }) => !right.own || isOwn(actor.personId, post, recorder));
    const post = permittedPost(right.grant, ours);
    if (post) return post;
  }
  return null;
}

const heads: ReadonlySet<Capacity> = new Set([
  "agency_head",
  "front_chair",
  "party_secretary",
  "chairperson",
]);

function isOwn(personId: string, post: HeldPost, recorder: Recorder): boolean {
  if (post.unitId !== recorder.unitId) return false;
  return personId === recorder.personId || heads.has(post.capacity);
}
