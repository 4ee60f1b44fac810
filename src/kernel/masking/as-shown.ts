type Told = <Words extends string | null>(text: Words) => Words;

/**
 * A text that was given; or the one among those that stand written which was shown to whoever gives it in these words,
 * without the names that they are not to read.
 */
export function asShown(told: Told, written: readonly (string | null | undefined)[]) {
  const shown = new Map(written.flatMap((text) => (text ? [[told(text), text] as const] : [])));
  return (given: string | null | undefined): string | null =>
    given === null || given === undefined ? null : (shown.get(given) ?? given);
}
