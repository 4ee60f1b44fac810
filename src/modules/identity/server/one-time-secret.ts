import { hash, randomBytes } from "node:crypto";

/** A secret of 256 random bits that can stand in an address. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored of a secret; with so many random bits a plain hash cannot be turned back. */
export function hashOf(secret: string): string {
  return hash("sha256", secret);
}

/**
 * The answer of an act with something that may be seen once and kept nowhere. The secret is not enumerable, so
 * it does not end up in what an act's repetition remembers, nor in a log; ask for it by name.
 */
export function onceShown<Shown extends object>(
  shown: Shown,
  token: string,
): Shown & { readonly token: string } {
  return Object.defineProperty({ ...shown }, "token", { value: token, enumerable: false }) as Shown & {
    readonly token: string;
  };
}
