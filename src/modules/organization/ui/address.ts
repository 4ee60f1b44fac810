/** The page of a unit, on a day when that is not today. */
export function unitHref(code: string, on?: string | null): string {
  const path = `/units/${encodeURIComponent(code)}`;
  return on ? `${path}?on=${on}` : path;
}
