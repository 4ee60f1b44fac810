import { dayAsRead } from "#kernel/day-as-read.ts";
import { dayMeant, type Towards } from "#kernel/day-meant.ts";
import { isNoDay } from "#kernel/input.ts";
import type { FieldFault } from "#kernel/problem.ts";

type Values = Readonly<Record<string, string | string[]>>;
type Refused = { readonly faults: readonly FieldFault[]; readonly values: Values };

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
 */
export function withOfferedDays({ faults, values }: Refused, today: string): Refused {
  const understood = new Map(
    faults.flatMap((fault) => {
      const typed = values[fault.field];
      const day =
        isNoDay(fault) && typeof typed === "string" ? dayMeant(typed, today, towardsOf(fault.field)) : null;
      return day ? [[fault.field, dayAsRead(day)] as const] : [];
    }),
  );
  return {
    faults: faults.map((fault) => offered(fault, understood.get(fault.field))),
    values: { ...values, ...Object.fromEntries(understood) },
  };
}

function offered(fault: FieldFault, day: string | undefined): FieldFault {
  if (!day) return fault;
  return {
    field: fault.field,
    vi: `Chưa đủ ngày, tháng, năm. Đã hiểu là ${day} và điền sẵn: đúng thì gửi lại, chưa đúng thì sửa.`,
    en: `Day, month and year are needed. It was understood as ${day} and filled in: send it again if that is right, or put it right.`,
  };
}
