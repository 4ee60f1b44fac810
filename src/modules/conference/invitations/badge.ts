/** Without what is taken for something else when it is read out or typed: 0 and O, 1, I and L. */
const alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const length = 6;

/** A badge code from random bytes, one for each sign; a scanner types it, and so can a person. */
export function badgeFrom(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, length), (byte) => alphabet[byte % alphabet.length]).join("");
}

/** A code as it was scanned or typed. */
export function readBadge(typed: string): string {
  return typed.toUpperCase().replace(/[^0-9A-Z]/g, "");
}
