import { inflateRawSync } from "node:zlib";

/** The parts of a Word file, by name. Reads the list at the end of the archive, as any opener does. */
export function partsOf(file: Uint8Array): Map<string, string> {
  const bytes = Buffer.from(file);
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  const parts = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength!);
    parts.set(name, contentAt(bytes, bytes.readUInt32LE(at + 42), bytes.readUInt32LE(at + 20)));
    at += 46 + nameLength! + extra! + comment!;
  }
  return parts;
}

function contentAt(bytes: Buffer, at: number, length: number): string {
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const content = bytes.subarray(start, start + length);
  return (bytes.readUInt16LE(at + 8) === 0 ? content : inflateRawSync(content)).toString("utf8");
}

const marks: Readonly<Record<string, string>> = {
  "<w:br/>": "\n",
  "<w:tab/>": "\t",
  "<w:noBreakHyphen/>": "-",
};

/** The texts of a part as a reader sees them: one string a paragraph, line breaks as "\n". */
export function paragraphsOf(xml: string): string[] {
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(?:br|tab|noBreakHyphen)\/>/g)]
      .map(([tag, text]) => marks[tag] ?? unescaped(text!))
      .join(""),
  );
}

function unescaped(text: string): string {
  const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => named[name]!);
}
