import type { Actor } from "#kernel/actor.ts";
import { refuseAllTogether } from "#kernel/all-faults.ts";
import { Problem } from "#kernel/problem.ts";
import { mayDo, withHeirs } from "#modules/organization/server/index.ts";
import { actProblems } from "#platform/server/act/problems.ts";
import type { DB } from "#db";
import type { Kysely, Transaction } from "kysely";
import { dueAgain, dueWithMerged, lacksDue } from "../../due-again.ts";
import { isOpen } from "../../matter.ts";
import { askedOf, lostByMerging } from "../../lost-by-merging.ts";
import { isBeforeReceipt, type EndedChoice } from "../../merging.ts";
import { mayMove } from "../../permissions.ts";
import { noInWords } from "../../judgements.ts";
import { recommendationProblems as problems } from "../../problems.ts";
import { unitAnsweringAbove } from "../matter/open-above.ts";
import { keeperOf, type MatterPlace } from "../moves/move-act.ts";
import { matterById, type Matter } from "../matter/recommendation.store.ts";

type Merging = {
  readonly trx: Transaction<DB>;
  readonly place: MatterPlace;
  readonly actor: Actor;
  readonly on: string;
  readonly today: string;
  readonly input: { readonly ended?: EndedChoice | undefined; readonly published_too: boolean };
};

/**
 * A merge that cannot be right is refused, with the reason; one that may be is asked about.
 * @throws Problem `merge_into_hidden`, `merge_into_merged`, `merge_into_rejected`, `merge_elsewhere`,
 *   `merge_before_receipt`, `merge_into_later`, `merge_into_answered`, `merge_unsettled`, `merge_time_asked`, `merge_draft_waits`,
 *   `merge_leaves_lead`, `merge_gains_time`, `merge_waits_above`, `merge_reopens_without_due`, `merge_out_of_published`; what was answered though it is not
 *   asked about: `merge_into_open`, `merge_not_published`
 */
export async function refuseWrongTarget(merging: Merging, into: Matter): Promise<void> {
  await refuseGone(merging.trx, into);
  await refuseElsewhere(merging, into);
  await refuseAllTogether(
    () => refuseDays(merging, into),
    () => askAboutAnswered(merging, into),
    () => refuseLosing(merging, into),
    () => askAboutPublished(merging, into),
  );
}

async function refuseGone(trx: Transaction<DB>, { goesOnId, hidden, id, state }: Matter): Promise<void> {
  const at = { field: "into" };
  if (hidden !== null) throw new Problem(problems.merge_into_hidden, at);
  if (state.status === "rejected") throw new Problem(problems.merge_into_rejected, at);
  if (state.status !== "merged") return;
  const { code } = goesOnId === id ? { code: "–" } : await matterById(trx, goesOnId);
  throw new Problem(problems.merge_into_merged, { ...at, values: { code } });
}

/** One unit's matters, or its and those it carries on; both must be the actor's to merge. */
async function refuseElsewhere({ trx, place, actor, today }: Merging, into: Matter): Promise<void> {
  if (!(await sameHouse(trx, place.matter, into)))
    throw new Problem(problems.merge_elsewhere, { field: "into" });
  if (!(await mayDo(trx, actor, mayMove.merge, keeperOf(into), today)))
    throw new Problem(actProblems.not_permitted);
}

async function sameHouse(db: Kysely<DB>, one: Matter, other: Matter): Promise<boolean> {
  if (one.unitId === other.unitId) return true;
  const carriedOn = new Set(await withHeirs(db, [one.unitId, keeperOf(one)]));
  return (await withHeirs(db, [other.unitId, keeperOf(other)])).some((id) => carriedOn.has(id));
}

/** What was raised first is followed: nobody gains time by a merge. */
function refuseDays({ place, on }: Merging, { code, receivedOn }: Matter): void {
  const at = { field: "into", values: { code, received: receivedOn } };
  if (isBeforeReceipt(on, receivedOn))
    throw new Problem(problems.merge_before_receipt, { ...at, field: "on" });
  if (place.matter.receivedOn < receivedOn) throw new Problem(problems.merge_into_later, at);
}

/** Whoever raised it again either has the answer that was given, or it is taken up again. */
async function askAboutAnswered(merging: Merging, into: Matter): Promise<void> {
  const { trx, place, input } = merging;
  const at = { field: "ended", values: { code: into.code } };
  if (isOpen(into.state.class)) {
    if (!input.ended) return;
    throw new Problem(problems.merge_into_open, { ...at, details: { not_asked: ["ended"] } });
  }
  if (!input.ended) throw new Problem(problems.merge_into_answered, at);
  const { state } = place.matter;
  if (input.ended === "reopen") return refuseWithoutDue(merging, into);
  if (state.unsettled)
    throw new Problem(problems.merge_unsettled, { ...at, values: { ...at.values, ...noInWords(state) } });
  if ((await unitAnsweringAbove(trx, [place.matter.id])) !== null)
    throw new Problem(problems.merge_waits_above, at);
}

/** What is taken up again has a date, of its own or by what was merged; one that then waits above needs none. */
async function refuseWithoutDue({ trx, place: { matter }, on }: Merging, into: Matter): Promise<void> {
  const dueOn = dueWithMerged(matter.state, into.state, dueAgain(into, on));
  if (!lacksDue({ act: "reopen", on, dueOn }, into.state)) return;
  if ((await unitAnsweringAbove(trx, [matter.id])) !== null) return;
  throw new Problem(problems.merge_reopens_without_due, { field: "ended", values: { code: into.code } });
}

/** The work that is in hand goes on in the other as well; what waits for the leaders would wait in what is taken up again, too. */
function refuseLosing({ place: { matter }, input }: Merging, into: Matter): void {
  const takenUp = input.ended === "reopen" && !isOpen(into.state.class);
  const lost = takenUp ? askedOf(matter.state) : lostByMerging(matter.state, into.state);
  if (lost === null) return;
  const values = { code: into.code, due: matter.state.dueOn ?? "" };
  throw new Problem(problems[lost], { field: "into", values });
}

/** What people read as a result of their conference does not vanish from there unnoticed. */
async function askAboutPublished({ trx, place, input }: Merging, into: Matter): Promise<void> {
  const { conferenceId } = place.matter;
  const leaves = conferenceId !== null && conferenceId !== into.conferenceId;
  const on = leaves ? await publishedOn(trx, conferenceId) : null;
  const at = { field: "published_too" };
  if (on !== null && !input.published_too)
    throw new Problem(problems.merge_out_of_published, { ...at, values: { on, code: into.code } });
  if (on === null && input.published_too)
    throw new Problem(problems.merge_not_published, { ...at, details: { not_asked: ["published_too"] } });
}

/** The day on which the results of a conference were published; null where they are not. */
async function publishedOn(db: Kysely<DB>, conferenceId: string): Promise<string | null> {
  const published = await db
    .selectFrom("conference_step")
    .select("done_on")
    .where("conference_id", "=", conferenceId)
    .where("step", "=", "publish_results")
    .where("undone_at", "is", null)
    .executeTakeFirst();
  return published?.done_on ?? null;
}
