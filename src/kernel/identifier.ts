import { randomBytes } from "node:crypto";

/** UUID version 7 (RFC 9562): 48 bits of milliseconds, then 74 random bits; sorts by time of making. */
export function uuidv7(at: Temporal.Instant): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at.epochMilliseconds, 0, 6);
  bytes[6] = 0x70 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** The code of a matter as people say it: unit, year, number in that year (`MC-2020-0042`). */
export function matterCode(unitCode: string, year: number, number: number): string {
  return `${unitCode}-${year}-${String(number).padStart(4, "0")}`;
}
