import { constants, crc32, deflateRawSync } from "node:zlib";

/** A part of a file of an archive, packed. The checksum is that of the file up to the end of this part. */
export type Packed = { readonly bytes: Uint8Array<ArrayBuffer>; readonly size: number; readonly crc: number };

/** Packs a part so that the next can follow it; `crc` is the checksum of what came before. */
export function packed(text: string, crc = 0): Packed {
  const bytes = Buffer.from(text);
  return {
    bytes: deflateRawSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }),
    size: bytes.length,
    crc: crc32(bytes, crc),
  };
}

/** What ends a file packed in parts: a last block with nothing in it. */
export const endOfPacked: Uint8Array<ArrayBuffer> = deflateRawSync("");
