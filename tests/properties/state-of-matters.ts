import type { DB } from "#db";
import type { RegisterRecommendation } from "#modules/register/register-file.ts";
import { sql, type Kysely } from "kysely";
import { ANSWERED, isOpen, stateOn } from "../support/recount-matter.ts";

/** Where a matter stands on a day, in what both ways of counting tell of it; units by their codes. */
type Standing = {
  readonly class: string;
  readonly isOpen: boolean;
  readonly lead: string | null;
  readonly due: string | null;
  readonly originalDue: string | null;
  /** Of what is answered; once it is in hand again the day of an earlier answer means nothing. */
  readonly answeredOn: string | null;
};
type Kept = { readonly periods: (day: string) => Standing | null; readonly present: Standing | null };
type PeriodRow = Standing & { readonly ref: string; readonly entered: string; readonly left: string };

/** By code: what the tables of states and of the present say. */
export async function statesKept(db: Kysely<DB>, codes: readonly string[]): Promise<Map<string, Kept>> {
  const standing = (from: string) => sql`s.class, s.is_open as "isOpen", u.code as lead, s.due_on as due,
      s.original_due_on as "originalDue", s.answered_on as "answeredOn"
    from ${sql.table(from)} s join recommendation r on r.id = s.recommendation_id left join unit u on u.id = s.lead_id
    where r.code = any(${[...codes]}::text[])`;
  const periods = await sql<PeriodRow>`
    select r.code as ref, s.entered_on as entered, s.left_on as left, ${standing("state_period")}
      and s.superseded_at = 'infinity'`.execute(db);
  const present = await sql<Standing & { ref: string }>`
    select r.code as ref, ${standing("present_matter")}`.execute(db);
  const ofMatter = Map.groupBy(periods.rows, ({ ref }) => ref);
  return new Map(
    codes.map((code) => {
      const mine = ofMatter.get(code) ?? [];
      const on = (day: string) => mine.filter(({ entered, left }) => entered <= day && day < left);
      const now = present.rows.find(({ ref }) => ref === code);
      return [code, { periods: (day) => onlyOne(on(day)), present: now ? plain(now) : null }];
    }),
  );
}

function onlyOne(rows: readonly PeriodRow[]): Standing | null {
  if (rows.length > 1) throw new Error(`${rows[0]!.ref} is in ${rows.length} states on one day`);
  return rows[0] ? plain(rows[0]) : null;
}

function plain({ class: line, isOpen, lead, due, originalDue, answeredOn }: Standing): Standing {
  const isAnswered = ANSWERED.some((one) => one === line);
  return { class: line, isOpen, lead, due, originalDue, answeredOn: isAnswered ? answeredOn : null };
}

/** The same counted from the definitions, event by event; null before the matter came in. */
export function statesRecounted(
  matter: RegisterRecommendation,
  days: readonly string[],
): (Standing | null)[] {
  return days.map((day) => {
    if (day < matter.received_on) return null;
    const state = stateOn(matter, day);
    const line = state.bucket === "duplicates" ? "duplicate" : state.bucket;
    return plain({ ...state, class: line, isOpen: isOpen(state) });
  });
}

/** The days on which something happened to a matter, each with its eve. */
export function daysOf({ received_on, events }: RegisterRecommendation): string[] {
  const days = new Set([received_on, ...events.map(({ on }) => on)]);
  const eve = (day: string) => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
  return [...days].flatMap((day) => [eve(day), day]).toSorted();
}
