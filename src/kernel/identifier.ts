import { randomFillSync } from "node:crypto";

/** Random bytes are fetched for many identifiers at once; each is used once. */
const pool = Buffer.alloc(16 * 256);
let used = pool.length;

function random16(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  return Buffer.from(pool.subarray(used, (used += 16)));
}

const latest = { milliseconds: -1, count: 0 };

/**
 * UUID version 7 (RFC 9562, its method 2): 48 bits of milliseconds, a counter of 26 bits that begins anywhere in its lower
 * half, then 48 random bits. Those that one process makes for one millisecond sort in the order of their making.
 */
export function uuidv7(at: Temporal.Instant): string {
  const bytes = random16();
  const milliseconds = at.epochMilliseconds;
  latest.count = milliseconds === latest.milliseconds ? latest.count + 1 : bytes.readUInt32BE(6) >>> 7;
  latest.milliseconds = milliseconds;
  bytes.writeUIntBE(milliseconds, 0, 6);
  bytes.writeUInt16BE(0x7000 | ((latest.count >>> 14) & 0x0fff), 6);
  bytes.writeUInt16BE(0x8000 | (latest.count & 0x3fff), 8);
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** The code of a matter as people say it: unit, year, number in that year (`MC-2020-0042`). */
export function matterCode(unitCode: string, year: number, number: number): string {
  return `${unitCode}-${year}-${String(number).padStart(4, "0")}`;
}
