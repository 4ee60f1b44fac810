import { inflateRawSync } from "node:zlib";

const [endMark, entryMark, stored, deflated] = [0x06054b50, 0x02014b50, 0, 8];

/**
 * The files of a ZIP archive by name, unpacked to no more than `most` bytes in all, whatever the archive says of
 * itself. Throws a RangeError when it is larger than that, an Error when it is no sound archive.
 */
export function unzip(archive: Buffer, most: number): Map<string, Buffer> {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || archive.readUInt32LE(end) !== endMark) throw new Error("no directory");
  const count = archive.readUInt16LE(end + 10);
  const files = new Map<string, Buffer>();
  let [at, left] = [archive.readUInt32LE(end + 16), most];
  for (let n = 0; n < count; n++) {
    if (archive.readUInt32LE(at) !== entryMark) throw new Error("a broken directory");
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((offset) =>
      archive.readUInt16LE(at + offset),
    );
    const content = unpack(archive, at, left);
    left -= content.length;
    files.set(archive.toString("utf8", at + 46, at + 46 + nameLength!), content);
    at += 46 + nameLength! + extraLength! + noteLength!;
  }
  return files;
}

function unpack(archive: Buffer, entry: number, most: number): Buffer {
  const [method, packed] = [archive.readUInt16LE(entry + 10), archive.readUInt32LE(entry + 20)];
  const header = archive.readUInt32LE(entry + 42);
  const from = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
  const data = archive.subarray(from, from + packed);
  if (method === stored && data.length <= most) return data;
  if (method === deflated) return inflateRawSync(data, { maxOutputLength: Math.max(1, most) });
  throw method === stored ? new RangeError("too large") : new Error("an unknown way of packing");
}
