import { Problem } from "#kernel/problem.ts";
import { unzip } from "#platform/server/sheet/unzip.ts";
import { fileLimits } from "../../file-limits.ts";
import { findingNames, type Finding } from "../../findings.ts";
import { attachmentProblems as problems } from "../../problems.ts";

type Parts = ReadonlyMap<string, Buffer>;

/**
 * What an Office file holds that one does not see on its pages.
 * @throws Problem `two_things`, `unpacks_too_large`, `damaged`, `with_macros`
 */
export function findingsInOffice(name: string, file: Buffer): Finding[] {
  if (!isOneArchive(file)) throw new Problem(problems.two_things, { values: { name } });
  const parts = unpacked(name, file);
  if (hasMacros(parts)) throw new Problem(problems.with_macros, { values: { name } });
  const texts = [...parts].flatMap(([part, bytes]) =>
    /\.(xml|rels)$/i.test(part) ? [{ part, text: textOf(bytes) }] : [],
  );
  const found = new Set<Finding>();
  for (const { part, text } of texts)
    for (const [finding, where, what] of signs) if (where.test(part) && what.test(text)) found.add(finding);
  for (const [part, bytes] of parts) {
    if (/(^|\/)(embeddings|ObjectReplacements|Object \d+)\//.test(part)) found.add("files_inside");
    if (/\.(jpe?g|tiff?|heic)$/i.test(part) && bytes.subarray(0, 65_536).includes("Exif\0"))
      found.add("photo_data");
  }
  return findingNames.filter((finding) => found.has(finding));
}

/**
 * By the part of the file, what a text in it says. The names of elements may come with any prefix; none is looked for beyond the
 * next that begins, so that a text of nothing but beginnings takes no longer than any other.
 */
const signs: readonly (readonly [Finding, RegExp, RegExp])[] = [
  [
    "hidden_sheets",
    /xl\/workbook\.xml$/,
    /<(?:\w+:)?sheet\b[^<>]*\bstate\s*=\s*["'](?:hidden|veryHidden)["']/,
  ],
  [
    "hidden_sheets",
    /^(content|styles)\.xml$/,
    /<style:table-properties\b[^<>]*\btable:display\s*=\s*["']false["']/,
  ],
  ["hidden_cells", /xl\/worksheets\//, /<(?:\w+:)?(?:row|col)\b[^<>]*\bhidden\s*=\s*["'](?:1|true)["']/],
  ["hidden_cells", /^content\.xml$/, /\btable:visibility\s*=\s*["'](?:collapse|filter)["']/],
  ["hidden_text", /^word\//, /<(?:\w+:)?(?:vanish|webHidden)\b(?![^<>]*val\s*=\s*["'](?:0|false|off)["'])/],
  ["hidden_text", /^(content|styles)\.xml$/, /\btext:display\s*=\s*["'](?:none|condition)["']|<text:hidden-/],
  ["comments", /^word\/comments/, /<(?:\w+:)?comment\b/],
  ["comments", /^xl\/(comments|threadedComments)/, /<(?:\w+:)?(?:comment|threadedComment)\b/],
  ["comments", /^content\.xml$/, /<office:annotation\b/],
  ["tracked_changes", /^word\//, /<(?:\w+:)?(?:ins|del|moveFrom|moveTo|rPrChange|pPrChange)\b[^<>]*\bid\s*=/],
  ["tracked_changes", /^xl\/revisions\//, /./],
  ["tracked_changes", /^content\.xml$/, /<(?:text|table):(?:tracked-changes|changed-region)\b/],
  ["links_to_files", /^xl\/externalLinks\//, /./],
  [
    "links_to_files",
    /\.rels$/,
    /<Relationship\b(?=[^<>]*TargetMode\s*=\s*["']External["'])(?![^<>]*\/hyperlink["'])/,
  ],
  ["author", /^docProps\/core\.xml$/, /<(?:dc:creator|cp:lastModifiedBy)>[^<\s]/],
  ["author", /^meta\.xml$/, /<(?:dc:creator|meta:initial-creator)>[^<\s]/],
];

const hasMacros = (parts: Parts) =>
  [...parts.keys()].some((part) => /vbaProject|activeX\/|^Basic\/.*\.xml$|^Scripts\//i.test(part));

/** It begins where the file begins and ends where the file ends. */
function isOneArchive(file: Buffer): boolean {
  const end = file.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  if (file.readUInt32LE(0) !== 0x04034b50 || end < 0 || end + 22 > file.length) return false;
  const [directory, size] = [file.readUInt32LE(end + 16), file.readUInt32LE(end + 12)];
  return end + 22 + file.readUInt16LE(end + 20) === file.length && directory + size === end;
}

function unpacked(name: string, file: Buffer): Parts {
  try {
    return unzip(file, fileLimits.unpacked);
  } catch (error) {
    // zlib says ERR_BUFFER_TOO_LARGE, which is a RangeError; so is reading past the end of a cut-off file.
    const { code } = error as { code?: string };
    const large = error instanceof RangeError && code !== "ERR_OUT_OF_RANGE";
    throw new Problem(large ? problems.unpacks_too_large : problems.damaged, { values: { name } });
  }
}

/** XML may be written in UTF-16, and would then hide everything from whoever looks for letters. */
function textOf(bytes: Buffer): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return bytes.toString("utf16le");
  if (first === 0xfe && second === 0xff)
    return Buffer.from(bytes.subarray(0, bytes.length & ~1))
      .swap16()
      .toString("utf16le");
  return bytes.toString("utf8");
}
