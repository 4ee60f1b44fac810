import { boldWidth } from "./text-width.ts";

/**
 * A line that is too long for its place, broken into lines of about one length, as few as possible: a name ends
 * no line by a single word. A dash stays behind what it follows, and is where a name of two parts is broken first.
 */
export function fitted(text: string, size: number, width: number): string {
  return text
    .split("\n")
    .map((line) => (boldWidth(line, size) <= width ? line : balanced(line, size, width)))
    .join("\n");
}

/** The narrowest lines of which there are no more than in the given width. */
function balanced(line: string, size: number, width: number): string {
  const words = line.split(/ (?![-–—] )/);
  const fewest = filled(words, size, width);
  const parts = line.split(/(?<= [-–—]) /);
  if (parts.length === fewest.length && parts.every((part) => boldWidth(part, size) <= width))
    return parts.join("\n");
  for (let narrower = boldWidth(line, size) / fewest.length; narrower < width; narrower += size / 4) {
    const lines = filled(words, size, narrower);
    if (lines.length === fewest.length) return lines.join("\n");
  }
  return fewest.join("\n");
}

function filled(words: readonly string[], size: number, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of words) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && boldWidth(longer, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
