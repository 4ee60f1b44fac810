import { foldTone } from "#kernel/vietnamese-text.ts";

// Widths of Times New Roman Bold in thousandths of its size, for rules that are as long as the words above them.
const capitals = [
  722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722,
  722, 1000, 722, 722, 667,
];
const smalls = [
  500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556,
  500, 722, 500, 500, 444,
];

const others: Readonly<Record<string, number>> = { " ": 250, "\u00a0": 250, "-": 333 };

/** The width of a line in bold, in points; a mark over or under a letter takes no room. */
export function boldWidth(text: string, size: number): number {
  let thousandths = 0;
  for (const character of text) thousandths += widthOf(character);
  return (thousandths * size) / 1000;
}

/** Each letter is looked at once: a table has thousands of them. */
const known = new Map<string, number>();

function widthOf(character: string): number {
  const before = known.get(character);
  if (before !== undefined) return before;
  const width = measured(character);
  known.set(character, width);
  return width;
}

function measured(character: string): number {
  const plain = foldTone(character);
  const index = plain.charCodeAt(0) - 97;
  if (index < 0 || index > 25) return others[character] ?? 500;
  const isCapital = character !== character.toLocaleLowerCase("vi");
  return (isCapital ? capitals : smalls)[index]!;
}
