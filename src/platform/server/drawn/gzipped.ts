import { constants, crc32, deflateRawSync } from "node:zlib";
import type { DrawnPage, Fresh } from "./drawn-page.ts";

// A page as gzip (RFC 1952): what stays is compressed once, each part by itself; what changes with each sending stands as it is
// between them, in blocks that are not compressed. So the length of the whole tells nothing of nonce and key.

const heads = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
/** A last block with nothing in it. */
const ends = Buffer.from([3, 0]);

const parts = new WeakMap<Buffer, Buffer>();

/** To the end of a byte, nothing before it needed to read it, and more to follow. */
function deflated(part: Buffer): Buffer {
  const known = parts.get(part);
  if (known) return known;
  const made = deflateRawSync(part, { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  parts.set(part, made);
  return made;
}

/** RFC 1951, 3.2.4. */
function stored(text: string): Buffer {
  const block = Buffer.alloc(5 + Buffer.byteLength(text));
  block.writeUInt16LE(block.length - 5, 1);
  block.writeUInt16LE(0xffff - (block.length - 5), 3);
  block.write(text, 5);
  return block;
}

/** The chunks of the page as they are sent; what was compressed is kept with the page. */
export function gzippedWith(page: DrawnPage, fresh: Fresh): readonly Buffer[] {
  let [sum, length] = [0, 0];
  const blocks = page.parts.map((part) => {
    const plain = typeof part === "string" ? fresh[part] : part;
    sum = crc32(plain, sum);
    length += Buffer.byteLength(plain);
    return typeof part === "string" ? stored(fresh[part]) : deflated(part);
  });
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(sum, 0);
  trailer.writeUInt32LE(length, 4);
  return [heads, ...blocks, ends, trailer];
}
