import { askedDay } from "#kernel/asked-day.ts";

/** The day named in the address: `day` is it or today, `on` it alone, `wrong` what was no day at all. */
export function dayAsked(url: URL, today: string): { day: string; on: string | null; wrong: string | null } {
  const typed = url.searchParams.get("on")?.trim().slice(0, 100) ?? "";
  const on = askedDay.safeParse(typed).data ?? null;
  return { day: on ?? today, on, wrong: typed !== "" && on === null ? typed : null };
}
