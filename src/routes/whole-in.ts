/** A whole number in an address, or null where it means nothing. */
export function wholeIn(text: string | null, minimum: number, maximum: number): number | null {
  const value = /^\d{1,6}$/.test(text ?? "") ? Number(text) : NaN;
  return value >= minimum && value <= maximum ? value : null;
}
