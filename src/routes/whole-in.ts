/** A whole number in an address, or null where it means nothing. */
export function wholeIn(text: string | null, minimum: number, maximum: number): number | null {
  const value = /^\d{1,6}$/.test(text ?? "") ? Number(text) : NaN;
  return value >= minimum && value <= maximum ? value : null;
}

/** The page of a list that an address asks for, from 1; what is none asks for the first. */
export function pageIn({ searchParams }: URL): number {
  return wholeIn(searchParams.get("page"), 1, 100_000) ?? 1;
}
