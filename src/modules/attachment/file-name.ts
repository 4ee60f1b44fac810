import { fileKinds, kindOfEnding, type FileKind } from "./file-kinds.ts";
import { fileLimits } from "./file-limits.ts";

/** Signs that steer a screen or turn a line around, and those that no system allows in a name. */
const unwritable = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff<>:"|?*]/g;

/** The ending of a name in small letters, without its dot; empty where it has none. */
function endingOf(name: string): string {
  return /\.([^.\s]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? "";
}

/**
 * A name as it is kept, of a file of a kind: composed letters, no path, nothing that steers a screen, the ending of what it is,
 * so many characters at most.
 */
export function fileNameKept(sent: string, kind: FileKind): string {
  const last = sent.normalize("NFC").split(/[/\\]/).at(-1)!;
  const clean = last.replace(unwritable, " ").replace(/\s+/g, " ").trim();
  const ending = endingOf(clean);
  const known = kindOfEnding(ending) !== null;
  const base = withoutEdges(known ? clean.slice(0, -ending.length - 1) : clean) || "tệp";
  const kept = known && kindOfEnding(ending) === kind ? ending : fileKinds[kind].endings[0];
  return `${cutTo(base, fileLimits.name - kept.length - 1)}.${kept}`;
}

/** Without points and blanks at its ends: they hide a file, or fall off it. */
function withoutEdges(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && /[.\s]/.test(text[from]!)) from++;
  while (to > from && /[.\s]/.test(text[to - 1]!)) to--;
  return text.slice(from, to);
}

/** Whole letters only: a letter of two halves is not cut in the middle. */
function cutTo(text: string, length: number): string {
  const cut = text.slice(0, length);
  return (/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut).trimEnd();
}

/** Whether a name says another kind of thing than what it is: an image called by another kind of image is the same thing. */
export function isCalledOtherwise(sent: string, kind: FileKind): boolean {
  const called = kindOfEnding(endingOf(sent));
  return called !== null && fileKinds[called].family !== fileKinds[kind].family;
}
