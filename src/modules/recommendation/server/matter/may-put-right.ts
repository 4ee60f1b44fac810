import type { Actor } from "#kernel/actor.ts";
import { permittedPost, type Grant } from "#kernel/permission.ts";
import { standing } from "#modules/organization/server/index.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";
import { mayCorrect, mayTakeOverReply, mayWriteAnswer } from "../../permissions.ts";
import { wordlessAnswer } from "../../wordless-answer.ts";
import { isFromAbove } from "../../words-from-above.ts";
import {
  annullingPost,
  isHeldOrWithAnother,
  placeBeforeHold,
  placeOfLastStep,
} from "../corrections/annul.ts";
import { matterPlace } from "../moves/move-act.ts";
import { openAbove } from "./open-above.ts";
import { matterById, type Matter } from "./recommendation.store.ts";

// What a page offers; the acts judge again.

/** Whether an actor may put the words of a matter right now. */
export async function mayCorrectNow(
  db: Kysely<DB>,
  actor: Actor,
  matter: Matter,
  today: string,
): Promise<boolean> {
  if (matter.hidden !== null) return false;
  if (actor.kind === "system") return true;
  return permittedPost(mayCorrect, await standing(db, actor.posts, matterPlace(matter), today)) !== null;
}

/** Whether an actor may write down what was answered at the conference: that there is such an answer without words. */
export async function mayWriteAnswerNow(
  db: Kysely<DB>,
  actor: Actor,
  matter: Matter,
  today: string,
): Promise<boolean> {
  if (!wordlessAnswer(matter.events) || matter.hidden !== null) return false;
  if (actor.kind === "system") return true;
  return permittedPost(mayWriteAnswer, await standing(db, actor.posts, matterPlace(matter), today)) !== null;
}

/** Whether a right is the actor's at a matter, whatever state that is in: whoever has none is shown no form for it. */
export async function mayOnMatter(
  db: Kysely<DB>,
  actor: Actor,
  id: string,
  grant: Grant,
  today: string,
): Promise<boolean> {
  if (actor.kind === "system") return true;
  const place = matterPlace(await matterById(db, id));
  return permittedPost(grant, await standing(db, actor.posts, place, today)) !== null;
}

/** Whether an actor may annul the last step of a matter now; where that is a release, also the step before the hold. */
export async function mayAnnulNow(
  db: Kysely<DB>,
  actor: Actor,
  matter: Matter,
  today: string,
): Promise<{ mayAnnul: boolean; mayAnnulBeforeHold: boolean }> {
  const place = placeOfLastStep(matter);
  return {
    mayAnnul: await mayAnnulAt(db, actor, place, today),
    mayAnnulBeforeHold:
      place.last?.act === "release" && (await mayAnnulAt(db, actor, placeBeforeHold(matter), today)),
  };
}

async function mayAnnulAt(
  db: Kysely<DB>,
  actor: Actor,
  place: ReturnType<typeof placeOfLastStep>,
  today: string,
): Promise<boolean> {
  const { matter } = place;
  if (!place.last || (isHeldOrWithAnother(matter) && place.last.act !== "release")) return false;
  if (isFromAbove(place.last) && (await openAbove(db, [matter.id])).length > 0) return false;
  if (actor.kind === "system") return true;
  return (await annullingPost(db, actor, place, place.last, today)) !== null;
}

/** Whether an actor may take over a reply that was entered below. */
export async function mayTakeOver(
  db: Kysely<DB>,
  actor: Actor,
  matter: Matter,
  today: string,
): Promise<boolean> {
  if (matter.state.held) return false;
  if (actor.kind === "system") return true;
  return (
    permittedPost(mayTakeOverReply, await standing(db, actor.posts, matterPlace(matter), today)) !== null
  );
}
