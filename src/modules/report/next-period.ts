/** The days that a report speaks of, both included, as `YYYY-MM-DD`. */
export type Period = { readonly from: string; readonly to: string };

const said = /từ ngày (\d\d)\/(\d\d)\/(\d{4}) đến ngày (\d\d)\/(\d\d)\/(\d{4})/u;

/** The period that the abstract of an issued report names; null for any other text. */
export function periodIn(abstract: string | null): Period | null {
  const [, ...parts] = said.exec(abstract ?? "") ?? [];
  if (parts.length === 0) return null;
  const [fromDay, fromMonth, fromYear, toDay, toMonth, toYear] = parts;
  return { from: `${fromYear}-${fromMonth}-${fromDay}`, to: `${toYear}-${toMonth}-${toDay}` };
}

/** The period that comes after: as many whole months where it was of whole months, otherwise as many days. */
export function periodAfter({ from, to }: Period): Period {
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
  const next = last.add({ days: 1 });
  const whole = first.day === 1 && next.day === 1;
  const length = first.until(next, { largestUnit: whole ? "month" : "day" });
  return { from: next.toString(), to: next.add(length).subtract({ days: 1 }).toString() };
}
