import { crc32 } from "node:zlib";

const [localMark, entryMark, endMark] = [0x04034b50, 0x02014b50, 0x06054b50];

/** A ZIP archive of these files and of nothing else, as they are: neither packed nor named twice. */
export function storedArchive(files: ReadonlyMap<string, Buffer>): Buffer {
  const contents: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [path, content] of files) {
    const name = Buffer.from(path);
    const header = headerOf(name, content);
    const own = Buffer.concat([number(4, localMark), header, name, content]);
    contents.push(own);
    const place = [number(4, entryMark), number(2, 20), header, Buffer.alloc(10), number(4, at), name];
    directory.push(...place);
    at += own.length;
  }
  const size = Buffer.concat(directory).length;
  const counts = [Buffer.alloc(4), number(2, files.size), number(2, files.size)];
  const end = [number(4, endMark), ...counts, number(4, size), number(4, at), Buffer.alloc(2)];
  return Buffer.concat([...contents, ...directory, ...end]);
}

/** What is said of a file both before it and in the directory: UTF-8 name, not packed, made on 1 January 1980. */
function headerOf(name: Buffer, content: Buffer): Buffer {
  const [version, flags, method, time, day] = [20, 0x0800, 0, 0, 0x21];
  return Buffer.concat([
    ...[version, flags, method, time, day].map((each) => number(2, each)),
    ...[crc32(content), content.length, content.length].map((each) => number(4, each)),
    ...[name.length, 0].map((each) => number(2, each)),
  ]);
}

function number(bytes: 2 | 4, value: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntLE(value, 0, bytes);
  return buffer;
}
