/** What becomes of a matter that is answered already when the same is merged into it. */
export const endedChoices = ["same_answer", "reopen"] as const;
export type EndedChoice = (typeof endedChoices)[number];

/** Nothing goes on in what was not there yet; days, `YYYY-MM-DD`. */
export function isBeforeReceipt(mergedOn: string, targetReceivedOn: string): boolean {
  return mergedOn < targetReceivedOn;
}
