import { dayInput } from "#kernel/input.ts";
import { dayMeant } from "#kernel/day-meant.ts";

type DayAsked = {
  /** The day named in the address, or today. */
  readonly day: string;
  /** It alone. */
  readonly on: string | null;
  /** What was no day at all. */
  readonly wrong: string | null;
  /** The day that was probably meant by that, `YYYY-MM-DD`: offered, and not taken. */
  readonly meant: string | null;
};

/** What the address says of the day. */
export function dayAsked(url: URL, today: string): DayAsked {
  const typed = url.searchParams.get("on")?.trim().slice(0, 100) ?? "";
  const on = dayInput.safeParse(typed).data ?? null;
  const wrong = typed !== "" && on === null ? typed : null;
  return { day: on ?? today, on, wrong, meant: wrong === null ? null : dayMeant(wrong, today, "near") };
}
