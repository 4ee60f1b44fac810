/** A day as `YYYY-MM-DD`, always a day in Việt Nam. */
export type IsoDate = string;

/**
 * What a decision says of a day: a holiday, a working day given as rest in its place (a holiday on a weekly
 * rest day, or a swap), or a Saturday or Sunday that is worked to make up for a swap.
 */
export type CalendarDayKind = "holiday" | "compensation" | "worked_rest_day";

export type CalendarDay = {
  readonly date: IsoDate;
  readonly kind: CalendarDayKind;
  readonly name: string;
  /** Number and symbol of the decision or notice that fixed the day. */
  readonly decision?: string;
};

/** The days of one year that differ from the plain week. A proposal counts as unconfirmed. */
export type CalendarYear = {
  readonly year: number;
  readonly days: readonly CalendarDay[];
  readonly confirmed: boolean;
};

export type RestReason =
  { readonly kind: "weekend" } | { readonly kind: "holiday" | "compensation"; readonly name: string };

export type WorkCalendar = {
  readonly markedDay: (date: IsoDate) => CalendarDay | undefined;
  readonly isConfirmed: (year: number) => boolean;
};

/**
 * A calendar over the years given. A year that is missing is taken from `propose`, once, and is unconfirmed:
 * a date in it can be computed, and every explanation says that its calendar is not yet confirmed.
 */
export function workCalendar(
  years: readonly CalendarYear[],
  propose: (year: number) => CalendarYear = weekendsOnly,
): WorkCalendar {
  const known = new Map(years.map((year) => [year.year, indexed(year)]));
  const yearOf = (year: number): IndexedYear => {
    const found = known.get(year) ?? indexed({ ...propose(year), confirmed: false });
    known.set(year, found);
    return found;
  };
  return {
    markedDay: (date) => yearOf(yearOfDate(date)).days.get(date),
    isConfirmed: (year) => yearOf(year).confirmed,
  };
}

/** Whether offices are open: a plain weekday, or a weekly rest day that a decision makes a working day. */
export function isWorkingDay(calendar: WorkCalendar, date: IsoDate): boolean {
  return reasonOfRest(calendar, date) === null;
}

/** Why a day is a day of rest; `null` for a working day. */
export function reasonOfRest(calendar: WorkCalendar, date: IsoDate): RestReason | null {
  const marked = calendar.markedDay(date);
  if (marked?.kind === "worked_rest_day") return null;
  if (marked) return { kind: marked.kind, name: marked.name };
  return isWeeklyRest(date) ? { kind: "weekend" } : null;
}

/** Saturday or Sunday, the weekly rest of state offices. */
export function isWeeklyRest(date: IsoDate): boolean {
  return Temporal.PlainDate.from(date).dayOfWeek >= 6;
}

export function yearOfDate(date: IsoDate): number {
  return Temporal.PlainDate.from(date).year;
}

type IndexedYear = { readonly days: ReadonlyMap<IsoDate, CalendarDay>; readonly confirmed: boolean };

function indexed(year: CalendarYear): IndexedYear {
  return { days: new Map(year.days.map((day) => [day.date, day])), confirmed: year.confirmed };
}

function weekendsOnly(year: number): CalendarYear {
  return { year, days: [], confirmed: false };
}
