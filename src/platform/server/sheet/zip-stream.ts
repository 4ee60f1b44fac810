import { Readable, pipeline } from "node:stream";
import { crc32, createDeflateRaw } from "node:zlib";

export type ZipEntry = { readonly name: string; readonly content: Iterable<string> | AsyncIterable<string> };

type Written = {
  readonly name: Buffer;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
};

const deflated = 8;
const version = 20;
/** Sizes follow the content, for they are not known before it; names are UTF-8. */
const flags = 0x0808;
/** 1 January 1980: the file says nothing of when it was made. */
const [noTime, noDay] = [0, 0x21];

/** A ZIP archive (of less than 4 GB), given out while its contents are still being made. */
export async function* zipStream(entries: Iterable<ZipEntry>): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let at = 0;
  for (const { name, content } of entries) {
    const start = at;
    const entry = { name: Buffer.from(name), crc: 0, packed: 0, size: 0, at: start };
    const header = headerOf(0x04034b50, [version], entry);
    yield header;
    const source = Readable.from(counted(content, entry), { objectMode: false });
    // A fault of the source comes out of the loop below, through the stream that it breaks.
    for await (const chunk of pipeline(source, createDeflateRaw(), () => {})) {
      entry.packed += (chunk as Buffer).length;
      yield chunk as Buffer;
    }
    const sums = numbers([4, 0x08074b50], [4, entry.crc], [4, entry.packed], [4, entry.size]);
    yield sums;
    written.push(entry);
    at += header.length + entry.packed + sums.length;
  }
  yield directoryOf(written, at);
}

async function* counted(content: ZipEntry["content"], entry: { crc: number; size: number }) {
  for await (const text of content) {
    const bytes = Buffer.from(text);
    entry.crc = crc32(bytes, entry.crc);
    entry.size += bytes.length;
    yield bytes;
  }
}

function headerOf(signature: number, versions: number[], { name, crc, packed, size }: Written): Buffer {
  const head = numbers(
    [4, signature],
    ...versions.map((each) => [2, each] as const),
    ...([flags, deflated, noTime, noDay].map((each) => [2, each]) as [2, number][]),
    ...([crc, packed, size].map((each) => [4, each]) as [4, number][]),
    ...([name.length, 0].map((each) => [2, each]) as [2, number][]),
  );
  return signature === 0x04034b50 ? Buffer.concat([head, name]) : head;
}

function directoryOf(written: readonly Written[], at: number): Buffer {
  const lines = written.map((entry) =>
    Buffer.concat([
      headerOf(0x02014b50, [version, version], entry),
      numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, entry.at]),
      entry.name,
    ]),
  );
  const directory = Buffer.concat(lines);
  const count = written.length;
  const end = numbers(
    ...([
      [4, 0x06054b50],
      [2, 0],
      [2, 0],
      [2, count],
      [2, count],
      [4, directory.length],
      [4, at],
      [2, 0],
    ] as const),
  );
  return Buffer.concat([directory, end]);
}

/** Whole numbers one after the other, each of so many bytes, the lowest first. */
function numbers(...values: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer {
  return Buffer.concat(
    values.map(([bytes, value]) => {
      const buffer = Buffer.alloc(bytes);
      buffer.writeUIntLE(value, 0, bytes);
      return buffer;
    }),
  );
}
