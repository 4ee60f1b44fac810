/** Whether the last day on which the Front and the villages bring what they collected has passed. */
export function isCollectingOver(collectUntil: string | null, today: string): boolean {
  return collectUntil !== null && today > collectUntil;
}
