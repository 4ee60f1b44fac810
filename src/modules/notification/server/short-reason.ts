const longest = 300;

/** A reason as it is told: who wants the rest of a long one opens the page. */
export function shortReason(reason: string | null): string | undefined {
  if (!reason) return undefined;
  return reason.length > longest ? `${reason.slice(0, longest)}…` : reason;
}
