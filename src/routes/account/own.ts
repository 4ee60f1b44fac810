import { error, type RequestEvent } from "@sveltejs/kit";
import { VIETNAM } from "#kernel/clock.ts";

/** The person and the session of an inner page; the gate has seen to it that both are there. */
export function own({ locals }: Pick<RequestEvent, "locals">) {
  const { actor, session } = locals;
  if (actor?.kind !== "person" || !session) error(401);
  return { actor, session };
}

/** An instant as a page shows it: the day in Việt Nam (`YYYY-MM-DD`) and the time (`HH:MM`). */
export function momentOf(date: Date): { day: string; time: string } {
  const moment = date.toTemporalInstant().toZonedDateTimeISO(VIETNAM);
  return {
    day: moment.toPlainDate().toString(),
    time: moment.toPlainTime().toString({ smallestUnit: "minute" }),
  };
}
