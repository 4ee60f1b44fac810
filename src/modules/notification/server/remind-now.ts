import { daysBetween } from "#kernel/calendar/working-days.ts";
import { Problem } from "#kernel/problem.ts";
import { unitNameOn } from "#modules/organization/server/index.ts";
import { manyCodes, placeOfMany, withEach, type Matter } from "#modules/recommendation/server/index.ts";
import { act } from "#platform/server/act/act.ts";
import type { DB } from "#db";
import type { Transaction } from "kysely";
import { z } from "zod";
import type { NotificationDetails } from "../notification.ts";
import { openDuties } from "#modules/recommendation/duties.ts";
import { doingTheWork, type Side } from "../telling.ts";
import { mayRemind } from "../permissions.ts";
import { notificationProblems as problems } from "../problems.ts";
import { notify } from "./notify.ts";
import { peopleHolding, type Recipient } from "./people.store.ts";

/**
 * A word to the leading agencies of chosen matters, and to the coordinating ones whose part is still open, besides the reminders that come by themselves; once a day at most
 * for each matter and person, however often it is asked for. Who asked and when is kept with each word.
 */
export const remindNow = act({
  name: "notification.remind_now",
  title: { vi: "Nhắc cơ quan chủ trì", en: "Remind the leading agencies" },
  may: mayRemind,
  input: z.strictObject({ recommendations: manyCodes }),
  problems,
  place: (context) => placeOfMany(context, context.input.recommendations),
  async run({ trx, place, actor, now, today }) {
    let people = 0;
    const already: string[] = [];
    await withEach(place.matters, async (matter) => {
      refuseIdle(matter);
      const given = await remindOf(trx, matter, { by: actor.name, now, today });
      if (given === 0) already.push(matter.code);
      people += given;
    });
    return { people, already };
  },
});

/** Only what an agency has in hand can be asked of it. */
function refuseIdle({ state }: Matter): void {
  if (state.held || state.status !== "in_hand" || state.leadId === null) {
    throw new Problem(problems.nothing_to_remind_of);
  }
}

async function remindOf(
  trx: Transaction<DB>,
  { id, code, state }: Matter,
  { by, now, today }: { by: string; now: Temporal.Instant; today: string },
): Promise<number> {
  const people = await peopleHolding(trx, [state.leadId!], doingTheWork, today);
  if (people.length === 0) {
    const agency = await unitNameOn(trx, state.leadId!, today);
    throw new Problem(problems.nobody_to_remind, { values: { agency } });
  }
  const source = `remind_now ${id} ${today}`;
  const tell = (whom: readonly Recipient[], side: Side, dueOn: string | null) => {
    const due = dueOn ? { due: dueOn, days: daysBetween(today, dueOn) } : {};
    const details: NotificationDetails = { code, side, remindedBy: by, ...due };
    // Whether letters can be sent is known to whoever sends them; without a mailer nobody takes the word up.
    const news = { kind: "reminder" as const, recommendationId: id, details, source };
    return notify(trx, whom, news, { now, mail: true });
  };
  let told = await tell(people, "lead", state.dueOn);
  for (const { unitId, dueOn } of openDuties(state))
    told += await tell(
      await peopleHolding(trx, [unitId], doingTheWork, today),
      "coordinators",
      dueOn ?? state.dueOn,
    );
  return told;
}
