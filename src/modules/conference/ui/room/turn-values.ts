import type { TurnWords } from "../../server/index.ts";

/** What stands in the fields of the form of a turn. */
export type TurnValues = Readonly<Record<string, string>>;

/** A recorded turn as its form holds it. */
export function turnValues({
  position,
  speaker,
  village,
  naming,
  praiseOnly,
  summary,
}: TurnWords): TurnValues {
  const said = { speaker: speaker ?? "", village: village ?? "", summary: summary ?? "" };
  return { position: String(position), ...said, naming, praise_only: praiseOnly ? "true" : "" };
}

/** The fields in which what is recorded differs from what was typed; a box left empty is not sent at all. */
export function differingFields(recorded: TurnValues, typed: TurnValues): string[] {
  const plain = (text: string | undefined) => (text ?? "").replaceAll("\r\n", "\n").trim();
  return Object.keys(recorded).filter((name) => plain(recorded[name]) !== plain(typed[name]));
}
