import { Problem } from "#kernel/problem.ts";
import { organizationProblems } from "#modules/organization/problems.ts";
import { readTypedDate } from "#kernel/typed-date.ts";

/** The day named in the address: `day` is it or today, `on` it alone, `wrong` what was no day at all. */
/**
 * The same where nothing says that a day was not understood, as in a file: there another day is not put in its place.
 * @throws Problem `organization.not_a_day`
 */
export function dayAskedOrRefused(url: URL, today: string): { day: string; on: string | null } {
  const { wrong, ...asked } = dayAsked(url, today);
  if (wrong !== null)
    throw new Problem(organizationProblems.not_a_day, { field: "on", values: { day: wrong.slice(0, 60) } });
  return asked;
}

export function dayAsked(url: URL, today: string): { day: string; on: string | null; wrong: string | null } {
  const typed = url.searchParams.get("on")?.trim() ?? "";
  const on = readTypedDate(typed)?.toString() ?? null;
  return { day: on ?? today, on, wrong: typed !== "" && on === null ? typed : null };
}
