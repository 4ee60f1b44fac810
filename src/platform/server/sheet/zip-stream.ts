import { Zip, type ZipInputFile } from "fflate";
import { endOfPacked, type Packed } from "./packed.ts";

/** A file of the archive, packed in parts. */
export type ZipEntry = { readonly name: string; readonly content: Iterable<Packed> | AsyncIterable<Packed> };

const deflated = 8;
/** The file says nothing of when it was made. */
const noDay = new Date(1980, 0, 1);

/** A ZIP archive (of less than 4 GB), given out while its contents are still being made. */
export async function* zipStream(entries: Iterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const made: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    made.push(chunk);
  });
  for (const { name, content } of entries) {
    const file: ZipInputFile = { filename: name, compression: deflated, mtime: noDay, crc: 0, size: 0 };
    zip.add(file);
    for await (const { bytes, size, crc } of content) {
      file.crc = crc;
      file.size += size;
      file.ondata!(null, bytes, false);
      yield* made.splice(0);
    }
    file.ondata!(null, endOfPacked, true);
  }
  zip.end();
  yield* made.splice(0);
}
