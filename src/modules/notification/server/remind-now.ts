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
export function refuseIdle({ state }: Matter): void {
  if (state.held || state.status !== "in_hand" || state.leadId === null) {
    throw new Problem(problems.nothing_to_remind_of);
  }
}

type Asked = { readonly by: string; readonly now: Temporal.Instant; readonly today: string };

async function remindOf(trx: Transaction<DB>, matter: Matter, asked: Asked): Promise<number> {
  const { state } = matter;
  const { today } = asked;
  const people = await peopleHolding(trx, [state.leadId!], doingTheWork, today);
  if (people.length === 0) {
    const agency = await unitNameOn(trx, state.leadId!, today);
    throw new Problem(problems.nobody_to_remind, { values: { agency } });
  }
  const lead = await tell(trx, matter, { people, side: "lead", dueOn: state.dueOn }, asked);
  return lead + (await tellHelpers(trx, matter, asked)).told;
}

/** A word to whoever has a part that is still open: how many people were told now, and how many there are. */
export async function tellHelpers(
  trx: Transaction<DB>,
  matter: Matter,
  asked: Asked,
): Promise<{ told: number; reached: number }> {
  const sum = { told: 0, reached: 0 };
  for (const { unitId, dueOn } of openDuties(matter.state)) {
    const people = await peopleHolding(trx, [unitId], doingTheWork, asked.today);
    const whom = { people, side: "coordinators", dueOn: dueOn ?? matter.state.dueOn } as const;
    sum.told += await tell(trx, matter, whom, asked);
    sum.reached += people.length;
  }
  return sum;
}

type Whom = { readonly people: readonly Recipient[]; readonly side: Side; readonly dueOn: string | null };

function tell(
  trx: Transaction<DB>,
  { id, code }: Matter,
  { people, side, dueOn }: Whom,
  { by, now, today }: Asked,
): Promise<number> {
  const due = dueOn ? { due: dueOn, days: daysBetween(today, dueOn) } : {};
  const details: NotificationDetails = { code, side, remindedBy: by, ...due };
  // Whether letters can be sent is known to whoever sends them; without a mailer nobody takes the word up.
  const source = `remind_now ${id} ${today}`;
  const news = { kind: "reminder" as const, recommendationId: id, details, source };
  return notify(trx, people, news, { now, mail: true });
}
