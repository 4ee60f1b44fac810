import { composed } from "#kernel/vietnamese-text.ts";
import { withoutNames } from "./name-in-text.ts";
import { withoutNumbers } from "./numbers-in-text.ts";
import { withoutPlaces } from "./places-in-text.ts";
import { withoutUnknownNames } from "./unknown-names.ts";

/**
 * What people said, without the numbers, addresses and health by which they or others can be found: as everything tells it that
 * is read out to others or leaves the office, be they named in it or not.
 */
export const toldToOthers = (text: string): string => withoutNumbers(withoutPlaces(composed(text)));

/**
 * A text as it may be posted: without the given names, and without what looks like a name, a number, an address or
 * somebody's health. It is proposed: a person reads it before it is posted.
 */
export function masked(text: string, names: readonly string[]): string {
  return withoutUnknownNames(withoutNames(toldToOthers(text), names));
}

const marks = /\[(?:số điện thoại|số định danh|số giấy tờ|biển số|địa chỉ|thửa đất|thư điện tử|sức khỏe)\]/u;

/** Whether something by which people can be found was left out of a text; the mark in its place tells. */
export const isLeftOut = (text: string): boolean => marks.test(text);
