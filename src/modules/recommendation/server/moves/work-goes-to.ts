import { personIdOf } from "#kernel/actor.ts";
import { carriedOnBy } from "#modules/organization/server/index.ts";
import type { ActContext } from "#platform/server/act/act.ts";
import { partOf, withUnit } from "../../duties.ts";
import type { Coordinator } from "../../matter.ts";
import { stateOn } from "../../on-its-day.ts";
import { keeperBy, type MatterPlace } from "./move-act.ts";
import { recordEvent } from "./record-event.ts";
import type { Matter } from "../matter/recommendation.store.ts";

type Context = Pick<ActContext<unknown, MatterPlace>, "trx" | "now" | "today" | "actor" | "post"> & {
  readonly on: string;
};

/**
 * Work that is taken up again goes to the units that are there on the day: to whoever carries on an agency that ended, or
 * the unit itself where nobody does. It is a hand-over like any other, of which each of them hears.
 */
export async function workGoesTo(context: Context, matter: Matter): Promise<void> {
  const { trx, on, now, today, actor, post } = context;
  const { leadId, coordinators, dueOn } = stateOn(matter, on);
  const preferred = post ? [post.unitId] : [];
  const present = (unitId: string) => carriedOnBy(trx, unitId, on, preferred);
  const lead = leadId && ((await present(leadId)) ?? (await present(keeperBy(matter, on))));
  const helping: Coordinator[] = [];
  for (const one of coordinators) {
    // What nobody carries on falls to whoever leads.
    const unitId = (await present(one.unitId)) ?? lead ?? one.unitId;
    helping.push(withUnit(one, unitId));
  }
  const same = helping.every(isAmong(coordinators));
  if (lead === leadId && same) return;
  const by = { now, today, personId: personIdOf(actor), postId: post?.id ?? null };
  const fact = { act: "hand_over", on, leadId: lead ?? leadId, coordinators: helping, dueOn } as const;
  await recordEvent(trx, matter, fact, by);
}

const isAmong = (some: readonly Coordinator[]) => (one: Coordinator) =>
  some.some((other) => other.unitId === one.unitId && partOf(other) === partOf(one));
