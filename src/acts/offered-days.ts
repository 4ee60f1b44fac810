import { dayAsRead } from "#kernel/day-as-read.ts";
import { dayMeant, type Towards } from "#kernel/day-meant.ts";
import { isNoDay } from "#kernel/input.ts";
import type { FieldFault } from "#kernel/problem.ts";

type Refused<Values> = { readonly faults: readonly FieldFault[]; readonly values: Values };

/** What is asked for by a day to come; a conference may have been or be to come; everything else has been. */
const future = /(?:^|[^a-z])(?:due|until|review|planned|collect)/;

/** A conference, and a day of the calendar. */
const either: ReadonlySet<string> = new Set(["held_on", "date"]);

function towardsOf(field: string): Towards {
  if (either.has(field)) return "near";
  return future.test(field) ? "future" : "past";
}

/**
 * Where a day was typed without its year, or told by another day ("17/2", "hôm qua"), the form comes back with the day that
 * was understood in its box and says so: sent again it counts, and until then nothing was guessed.
 * @param today `YYYY-MM-DD`
 * @param postedAs the field in which the place of the input at fault was typed, where that has another name
 */
export function withOfferedDays<Values extends object>(
  { faults, values }: Refused<Values>,
  today: string,
  postedAs: (path: string) => string | null = () => null,
): Refused<Values> {
  const told = faults.map((fault) => {
    if (!isNoDay(fault)) return { fault };
    const name = fault.field in values ? fault.field : (postedAs(fault.field) ?? fault.field);
    const typed = (values as Readonly<Record<string, unknown>>)[name];
    const day = typeof typed === "string" ? dayMeant(typed, today, towardsOf(name)) : null;
    // A field with a code in its name has its error to itself; where a row is counted, the form finds it by its path.
    const field = name.includes(":") ? name : fault.field;
    return { fault: offered({ ...fault, field }, day), box: day && ([name, dayAsRead(day)] as const) };
  });
  const boxes = told.flatMap(({ box }) => (box ? [box] : []));
  return {
    faults: told.map(({ fault }) => fault),
    values: { ...values, ...Object.fromEntries(boxes) },
  };
}

function offered(fault: FieldFault, meant: string | null): FieldFault {
  if (!meant) return fault;
  const day = dayAsRead(meant);
  return {
    field: fault.field,
    vi: `Chưa đủ ngày, tháng, năm. Đã hiểu là ${day} và điền sẵn: đúng thì gửi lại, chưa đúng thì sửa.`,
    en: `Day, month and year are needed. It was understood as ${day} and filled in: send it again if that is right, or put it right.`,
  };
}
