import type { List } from "./document-model.ts";

/** The letters that Vietnamese counts with; "đ" follows "d", "f", "j", "w" and "z" are not among them. */
const letters = "abcdđeghiklmnopqrstuvxy";
const romans = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
const tens = ["", "X", "XX", "XXX", "XL", "L"];

/** Counts the headings of one paper as they come: "I.", "1.", "a)"; a higher one begins the lower ones anew. */
export function headingLabels(): (level: 1 | 2 | 3) => string {
  const counts = [0, 0, 0];
  return (level) => {
    counts[level - 1]! += 1;
    counts.fill(0, level);
    const count = counts[level - 1]!;
    if (level === 1) return `${roman(count)}.`;
    return level === 2 ? `${count}.` : `${letterOf(count)})`;
  };
}

/** The mark of the item at a position from 0. */
export function itemMarks(marks: List["marks"]): (index: number) => string {
  if (marks === "number") return (index) => `${index + 1}.`;
  return () => (marks === "dash" ? "-" : "+");
}

/** 4 → "IV"; up to 59. */
function roman(value: number): string {
  return `${tens[Math.floor(value / 10)] ?? ""}${romans[value % 10]}`;
}

/** 5 → "đ"; after "y" it goes on with "aa". */
function letterOf(value: number): string {
  const index = value - 1;
  const first = letters[index % letters.length]!;
  return index < letters.length ? first : letters[Math.floor(index / letters.length) - 1]! + first;
}
