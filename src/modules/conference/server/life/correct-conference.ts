import { dayAsRead } from "#kernel/day-as-read.ts";
import { optionalOf, optionalWholeNumber, yesNo } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { unitThereOn } from "#modules/organization/server/index.ts";
import type { DB } from "#db";
import type { Kysely, Transaction } from "kysely";
import { z } from "zod";
import { lifeOf } from "../../conference.ts";
import { mayKeepConferences } from "../../permissions.ts";
import { conferenceProblems as problems } from "../../problems.ts";
import { asWritten, type AsWritten } from "../room/as-written.ts";
import {
  chairsOf,
  conferenceFields,
  correctedChairs,
  refuseUnlessHeldSo,
  refuseUnlessSound,
  rowOf,
} from "./conference-input.ts";
import { conferenceAct } from "./conference-act.ts";
import { chairsThere, changeConference, replaceChairs, unitCodeOf, type Chair } from "./conference.store.ts";
import { leaveWord } from "../leave-word.ts";

/** Puts a conference right, before its day or after it; one put off gets its new day. The audit line keeps what was sent. */
export const correctConference = conferenceAct({
  name: "conference.correct",
  title: { vi: "Sửa thông tin hội nghị", en: "Correct a conference" },
  may: mayKeepConferences,
  input: z.strictObject({
    conference: z.uuid(),
    expected_version: optionalWholeNumber(1, 1_000_000),
    ...conferenceFields,
    chairs: correctedChairs,
    /** That rulings would stand before the new day was seen, and it is the right day all the same. */
    rulings_may_precede: optionalOf(yesNo),
    /** The same of those that would stand after it, and be no part of its minutes. */
    rulings_may_follow: optionalOf(yesNo),
  }),
  alone: (input) => refuseUnlessSound(input),
  async run(context) {
    const { trx, input, today } = context;
    const { conference } = context.place;
    if (input.expected_version !== undefined && input.expected_version !== conference.version) {
      throw new Problem(problems.changed_meanwhile, { details: { version: conference.version } });
    }
    const life = lifeOf(conference);
    if (life === "called_off") throw new Problem(problems.was_called_off);
    if (life === "held") refuseUnlessHeldSo(input, today);
    await unitThereOn(trx, await unitCodeOf(trx, conference.unit_id), input.held_on, "held_on");
    await refuseOverNotice(trx, conference.id, input.held_on);
    await askAboutRulings(trx, conference, input);
    const written = await asWritten(context, conference.id);
    const row = {
      ...rowOf(input),
      topic: written(input.topic, [conference.topic]),
      place: written(input.place, [conference.place]),
      ad_hoc_reason: written(input.ad_hoc_reason, [conference.ad_hoc_reason]),
    };
    const version = await changeConference(trx, conference, row, context);
    await replaceChairs(
      trx,
      conference.id,
      await chairsWritten(trx, conference.id, chairsOf(input), written),
    );
    const [before, after] = [whenAndWhere(conference), whenAndWhere(row)];
    if (life === "prepared" && JSON.stringify(before) !== JSON.stringify(after)) {
      await leaveWord(context, "conference.changed", { conference: conference.id, before });
    }
    return { id: conference.id, version };
  },
});

async function chairsWritten(
  trx: Transaction<DB>,
  conference: string,
  chairs: readonly Chair[],
  written: AsWritten,
): Promise<Chair[]> {
  const before = await chairsThere(trx, conference);
  const reasons = before.map(({ substitutionReason }) => substitutionReason);
  return chairs.map((chair) => ({
    ...chair,
    substitutionReason: written(chair.substitutionReason, reasons),
  }));
}

type Moved = { readonly id: string; readonly held_on: string };

/** A notice says what was concluded in a conference, and is never older than it. @throws Problem `notice_before_day` */
async function refuseOverNotice(trx: Transaction<DB>, id: string, on: string): Promise<void> {
  const earlier = await trx
    .selectFrom("notice_of_conclusion")
    .select("issued_on")
    .where("conference_id", "=", id)
    .where("issued_on", "<", on)
    .orderBy("issued_on")
    .executeTakeFirst();
  if (!earlier) return;
  const values = { on, issued: earlier.issued_on! };
  throw new Problem(problems.notice_before_day, { field: "held_on", values });
}

type NewDay = {
  readonly held_on: string;
  readonly rulings_may_precede?: boolean | undefined;
  readonly rulings_may_follow?: boolean | undefined;
};

/**
 * What was ruled in the room keeps its day, and would not be ruled there any more: before a later day, or after an earlier one, of
 * which the minutes have nothing. That is asked about; what is answered though nothing is asked is refused.
 * @throws Problem `rulings_before_day` or `rulings_after_day`, which names the matters; `no_rulings_apart`
 */
async function askAboutRulings(
  trx: Transaction<DB>,
  { id, held_on }: Moved,
  { held_on: on, rulings_may_precede: precede, rulings_may_follow: follow }: NewDay,
): Promise<void> {
  const rulings = await ruledBetween(trx, id, held_on, on);
  const later = on > held_on;
  const [seen, idle] = later ? [precede, follow] : [follow, precede];
  const field = (asked: boolean) => (later === asked ? "rulings_may_precede" : "rulings_may_follow");
  if (idle) throw new Problem(problems.no_rulings_apart, { field: field(false) });
  if (seen && rulings.length === 0) throw new Problem(problems.no_rulings_apart, { field: field(true) });
  if (seen || rulings.length === 0) return;
  const named = rulings.map(({ code, on_date }) => `${code} (${dayAsRead(on_date!)})`).join(", ");
  throw new Problem(later ? problems.rulings_before_day : problems.rulings_after_day, {
    field: "held_on",
    values: { on, rulings: named },
    details: { recommendations: rulings.map(({ code }) => code) },
  });
}

/** What was ruled on the day that a conference had, or on the way to the one that it gets. */
function ruledBetween(db: Kysely<DB>, id: string, held: string, on: string) {
  return db
    .selectFrom("standing_event as e")
    .innerJoin("recommendation as r", "r.id", "e.recommendation_id")
    .select(["r.code", "e.on_date"])
    .where("r.conference_id", "=", id)
    .where("e.act", "=", "rule")
    .where("e.on_date", ">=", on < held ? on : held)
    .where("e.on_date", "<=", on < held ? held : on)
    .where("e.on_date", "!=", on)
    .orderBy("r.code")
    .execute();
}

type WhenAndWhere = { held_on: string; starts_at: string | null; place: string | null };

/** What those who were asked to come have in their calendars. */
function whenAndWhere({ held_on, starts_at, place }: WhenAndWhere): WhenAndWhere {
  return { held_on, starts_at, place };
}
