/** Thrown at the end of what was only tried, so that the transaction takes everything back; `summary` is what it would have done. */
export class DryRun<Summary = unknown> extends Error {
  readonly summary: Summary;
  constructor(summary: Summary) {
    super("dry run");
    this.summary = summary;
  }
}
