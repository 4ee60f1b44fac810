import { nameInSentence } from "#modules/organization/name-in-sentence.ts";

/** "Phòng Kinh tế phường An Hải" → "Phòng Kinh tế" for whoever works in that ward: of one's own units the part is enough. */
export function withoutUnit(name: string, ownUnits: readonly string[]): string {
  const ends = ownUnits.flatMap((unit) => [`, ${unit}`, ` ${unit}`, ` ${nameInSentence(unit)}`]);
  const end = ends.find((each) => name.endsWith(each));
  return end ? name.slice(0, -end.length) : name;
}
