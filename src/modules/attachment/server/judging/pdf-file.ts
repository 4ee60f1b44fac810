import { inflateSync } from "node:zlib";
import { Problem } from "#kernel/problem.ts";
import { findingNames, type Finding } from "../../findings.ts";
import { attachmentProblems as problems } from "../../problems.ts";

/** Bytes of packed objects that are looked through: what describes a file, not its pictures. */
const mostLookedThrough = 50 * 1024 ** 2;

/**
 * What a PDF holds besides its pages. Names are looked for in its open objects and in the packed ones; what stands behind a
 * password nobody sees, and that is told.
 * @throws Problem `two_things`, `damaged`
 */
export function findingsInPdf(name: string, file: Buffer): Finding[] {
  const end = file.lastIndexOf("%%EOF");
  if (!file.subarray(0, 5).equals(Buffer.from("%PDF-")))
    throw new Problem(problems.two_things, { values: { name } });
  if (end < 0) throw new Problem(problems.damaged, { values: { name } });
  if (file.length - end > 2048 || file.subarray(end).includes("PK\x05\x06"))
    throw new Problem(problems.two_things, { values: { name } });
  const texts = [file.toString("latin1"), ...packedObjects(file)];
  return findingNames.filter((finding) => {
    const sign = signs[finding];
    return sign !== undefined && texts.some((text) => sign.test(text));
  });
}

const signs: Partial<Record<Finding, RegExp>> = {
  script: /\/(?:JavaScript|JS|Launch)\b/,
  files_inside: /\/(?:EmbeddedFiles?|Filespec)\b/,
  comments: /\/Subtype\s*\/(?:Text|FreeText|Highlight|Underline|StrikeOut|Squiggly|Caret|Ink|Popup)\b/,
  photo_data: /Exif\0\0/,
  encrypted: /\/Encrypt\s+\d+\s+\d+\s+R\b/,
  author: /\/Author\s*(?:\((?!\s*\))|<(?!\s*>|<))/,
};

/** Objects that describe the file are mostly packed together into streams of their own. */
function packedObjects(file: Buffer): string[] {
  const found: string[] = [];
  let left = mostLookedThrough;
  for (let at = file.indexOf("/ObjStm"), end; at >= 0 && left > 0; at = file.indexOf("/ObjStm", end)) {
    const stream = file.indexOf("stream", at);
    end = file.indexOf("endstream", stream);
    if (stream < 0 || end < 0) break;
    const from = stream + (file[stream + 6] === 0x0d ? 8 : 7);
    const text = inflated(file.subarray(from, end), left);
    left -= text.length;
    found.push(text);
  }
  return found;
}

function inflated(packed: Buffer, most: number): string {
  try {
    return inflateSync(packed, { maxOutputLength: most, finishFlush: 2 }).toString("latin1");
  } catch {
    return ""; // packed in another way, or longer than what describes a file
  }
}
