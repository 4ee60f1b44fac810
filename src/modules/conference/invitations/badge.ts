import { plainSigns } from "#kernel/plain-signs.ts";

const length = 6;

/** A badge code from random bytes, one for each sign; a scanner types it, and so can a person. */
export function badgeFrom(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, length), (byte) => plainSigns[byte % plainSigns.length]).join("");
}

/** A code as it was scanned or typed. */
export function readBadge(typed: string): string {
  return typed.toUpperCase().replace(/[^0-9A-Z]/g, "");
}
