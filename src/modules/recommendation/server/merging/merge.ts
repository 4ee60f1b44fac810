import { personIdOf } from "#kernel/actor.ts";
import { optionalOf, yesNo } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { z } from "zod";
import { lastStep } from "../../annulment.ts";
import { dueAgain, dueWithMerged } from "../../due-again.ts";
import { endingOf } from "../../ending.ts";
import { isOpen } from "../../matter.ts";
import { endedChoices } from "../../merging.ts";
import { recommendationProblems as problems } from "../../problems.ts";
import { refuseWrongTarget } from "./merge-target.ts";
import { moveAct } from "../moves/move-act.ts";
import { unitAnsweringAbove } from "../matter/open-above.ts";
import { recordEvent } from "../moves/record-event.ts";
import { matterForChange, matterForChangeById, type Matter } from "../matter/recommendation.store.ts";
import { reopenBelow } from "../above/reopen-below.ts";
import { returnReply } from "../above/return-reply.ts";
import { workGoesTo } from "../moves/work-goes-to.ts";
import { matterCodeInput } from "../../matter-code.ts";

/** The same matter raised again goes on in the one that is already followed; every requester is kept. */
export const merge = moveAct({
  move: "merge",
  fields: {
    into: matterCodeInput,
    /** What happens where that one is answered already. */
    ended: optionalOf(z.enum(endedChoices)),
    /** That its results are published is known. */
    published_too: yesNo.default(false),
  },
  async facts(context) {
    const { input, place } = context;
    const into = await matterForChange(context, input.into, "into");
    if (into.id === place.matter.id) throw new Problem(problems.merge_into_itself, { field: "into" });
    await refuseWrongTarget(context, into);
    return { intoId: into.id };
  },
  async then(context, matter) {
    const into = await matterForChange(context, context.input.into);
    const goesOn = context.input.ended === "reopen" ? await takenUpAgain(context, into, matter) : into;
    await waitingAbove(context, goesOn, matter);
    await tellItsAnswer(context, matter, goesOn);
    // What was answered for itself waits below again, where it goes on in what is open.
    if (endingOf(context.place.matter) && isOpen(goesOn.state.class))
      await reopenBelow(context, goesOn, matter);
  },
});

type Context = Parameters<NonNullable<Parameters<typeof moveAct>[0]["then"]>>[0];

/** Raised again, it is not done: it is in hand as after any reopening, by a date, with the units that are there. */
async function takenUpAgain(context: Context, into: Matter, { code }: Matter): Promise<Matter> {
  if (!endingOf(into)) return into;
  const on = dayIn(into, context.on);
  const dueOn = dueWithMerged(context.place.matter.state, into.state, dueAgain(into, on));
  const reopening = { act: "reopen", reason: raisedAgain(code), dueOn } as const;
  const reopened = await record(context, into, reopening);
  await workGoesTo({ ...context, on }, reopened);
  await reopenBelow({ ...context, on }, reopened);
  return matterForChangeById(context.trx, into.id);
}

/** By its reason a reopening is known again as one that a merge brought. */
export function raisedAgain(code: string): string {
  return `Được nêu lại ở kiến nghị ${code}, đã gộp vào đây.`;
}

/** What a unit above still owes to the one that was merged it owes to the one in which that goes on. */
async function waitingAbove(context: Context, into: Matter, matter: Matter): Promise<void> {
  const above = await unitAnsweringAbove(context.trx, [matter.id]);
  if (above === null || into.state.status === "passed_up") return;
  await record(context, into, { act: "forward_up", toUnitId: above });
}

/** What was answered already has an answer for whoever waits below for this one. */
async function tellItsAnswer(context: Context, matter: Matter, into: Matter): Promise<void> {
  const ending = endingOf(into);
  if (!ending) return;
  const { outcome, text, symbol } = ending;
  const reply = { outcome: outcome ?? "explained", text, symbol } as const;
  const whom = endingOf(context.place.matter) ? "waiting" : "all";
  await returnReply({ ...context, on: later(context.on, ending.on) }, matter, reply, whom);
}

type Brought = {
  readonly act: "reopen" | "forward_up";
  readonly reason?: string;
  readonly dueOn?: string | null;
  readonly toUnitId?: string;
};

/** On the day of the merge; where the other has gone further by then, on the day of its last step. */
function record({ trx, on, now, today, actor, post }: Context, into: Matter, fact: Brought): Promise<Matter> {
  const by = { now, today, personId: personIdOf(actor), postId: post?.id ?? null };
  return recordEvent(trx, into, { ...fact, on: dayIn(into, on) }, by);
}

function dayIn(into: Matter, on: string): string {
  return later(on, lastStep(into.events)?.on ?? into.receivedOn);
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}
