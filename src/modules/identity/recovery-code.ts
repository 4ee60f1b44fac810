import { plainSigns } from "#kernel/plain-signs.ts";

/** 31 signs in twelve places: as hard to guess as the ten of 62 signs of before. */
const length = 12;
const inFours = /.{4}(?=.)/g;
const ofOurs = new RegExp(`^[${plainSigns}]{${length}}$`);

/** A recovery code, made of the signs that a source of numbers below a bound chooses: `7K3M-PQ2X-9RTB`. */
export function recoveryCodeFrom(below: (bound: number) => number): string {
  const signs = Array.from({ length }, () => plainSigns[below(plainSigns.length)]);
  return signs.join("").replace(inFours, "$&-");
}

/**
 * A code as it was typed, in small letters and without its dashes perhaps. One that was given before our codes had their
 * signs, where small and capital letters differ, stays as it is.
 */
export function readRecoveryCode(typed: string): string {
  const signs = typed.toUpperCase().replace(/[-–—\s]/g, "");
  return ofOurs.test(signs) ? signs.replace(inFours, "$&-") : typed.replace(/\s/g, "");
}
