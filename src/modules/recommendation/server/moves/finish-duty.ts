import { optionalOf, textInput, unitCodeInput } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import type { HeldPost } from "#kernel/actor.ts";
import type { DB } from "#db";
import { unitByCode, withHeirs } from "#modules/organization/server/index.ts";
import type { Transaction } from "kysely";
import { openDuties, partOf } from "../../duties.ts";
import type { Coordinator, MatterState } from "../../matter.ts";
import { recommendationProblems as problems } from "../../problems.ts";
import { moveAct } from "./move-act.ts";

/** A coordinating agency has done its part, and says what; the office enters it for one that has nobody. */
export const finishDuty = moveAct({
  move: "finish_duty",
  fields: { unit: optionalOf(unitCodeInput), text: textInput(5000) },
  async facts({ trx, input, place, post, state }) {
    const { unitId, dutyOf } = await dutyMeant(trx, { unitId: place.unitId, state }, post, input.unit);
    return { coordinatorId: unitId, dutyOf, text: input.text };
  },
});

/**
 * The open duty that is meant: the one named, by whose it first was or by who carries it on, else the only one that is one's own, else the only one there is. An agency
 * speaks for no other.
 * @throws Problem `no_open_duty`, `which_duty`; `duty_done` where one's own part was called done before
 */
async function dutyMeant(
  trx: Transaction<DB>,
  { unitId, state }: { readonly unitId: string; readonly state: MatterState },
  post: Pick<HeldPost, "unitId"> | null,
  code: string | undefined,
): Promise<Coordinator> {
  const open = openDuties(state);
  const ofPost = async (id: string) => post !== null && (await withHeirs(trx, [id])).includes(post.unitId);
  const own: Coordinator[] = [];
  for (const duty of open) if (await ofPost(duty.unitId)) own.push(duty);
  const mine = post === null || (await ofPost(unitId)) ? open : own;
  const named = code === undefined ? null : (await unitByCode(trx, code, "unit")).id;
  if (named !== null) {
    const first = mine.find((one) => partOf(one) === named);
    const carried = mine.filter((one) => one.unitId === named);
    if (first ?? carried.length === 1) return first ?? carried[0]!;
    if (carried.length > 1) throw new Problem(problems.which_duty, { field: "unit" });
    throw new Problem(problems.no_open_duty, { field: "unit" });
  }
  const only = own.length > 0 ? own : mine;
  if (only.length > 1) throw new Problem(problems.which_duty, { field: "unit" });
  if (only[0]) return only[0];
  for (const { unitId: helper, doneOn } of state.coordinators)
    if (doneOn && (await ofPost(helper))) throw new Problem(problems.duty_done, { values: { on: doneOn } });
  throw new Problem(problems.no_open_duty);
}
