import { asShown } from "#kernel/masking/as-shown.ts";
import type { ActContext } from "#platform/server/act/act.ts";
import { toldOfConferences } from "#modules/recommendation/server/index.ts";

/** A text that was given, or the one among those that stand written as which it was shown to whoever gives it. */
export type AsWritten = (
  given: string | null | undefined,
  written: readonly (string | null | undefined)[],
) => string | null;

/** Words of a conference that come back as they were shown, without the names withheld from whoever writes, stay what they are. */
export async function asWritten(
  { trx, actor, today }: Pick<ActContext<unknown>, "trx" | "actor" | "today">,
  conference: string,
): Promise<AsWritten> {
  const told = await toldOfConferences(trx, actor, [conference], today);
  return (given, written) => asShown((text) => told(conference, text), written)(given);
}
