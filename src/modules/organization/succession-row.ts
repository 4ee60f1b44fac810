import type { SuccessionKind, Unit, UnitKind } from "./unit.ts";

/** One line of a sheet of successions, as it was written. */
export type SuccessionRow = {
  /** Where it stands in the sheet. */
  readonly line?: number;
  /** In words, or as the API calls it; a merger where nothing is written. */
  readonly kind?: string;
  /** The codes of the units that something becomes of, by comma, space or line. */
  readonly from?: string;
  readonly to?: string;
  /** For units that the arrangement makes, in the order of their codes, by semicolon; for a renaming the new name. */
  readonly name?: string;
  /** Where everything goes that hangs on a unit which is split or abolished. */
  readonly rest?: string;
  readonly on?: string;
  readonly symbol?: string;
};

export type KnownUnit = Unit & {
  /** It lies under the unit whose sheet this is, and directly in `parentId`. */
  readonly within: boolean;
  /** It is that unit itself. */
  readonly own: boolean;
  readonly parentId: string | null;
};

/** A unit that a row of the list makes; later rows may bring more to it. */
export type MadeUnit = {
  readonly id: null;
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind | undefined;
};

/** A unit that is there, or one to be made on the day. */
export type UnitAfter = KnownUnit | MadeUnit;

export type SuccessionToMake = {
  readonly index: number;
  readonly kind: SuccessionKind;
  readonly from: readonly KnownUnit[];
  readonly to: readonly UnitAfter[];
  /** Of a renaming. */
  readonly name: string;
  readonly rest: string | undefined;
  readonly on: string;
  readonly symbol: string | null;
};

export type Known = ReadonlyMap<string, KnownUnit>;
export type Column = Exclude<keyof SuccessionRow, "line">;
/** Tells a fault of a cell. */
export type At = (column: Column, sentence: { readonly vi: string; readonly en: string }) => void;

/** The codes in one cell. */
export const codesInCell = (cell: string | undefined): string[] => [
  ...new Set((cell ?? "").split(/[\s,;+]+/).filter((code) => code !== "")),
];

/** The names in one cell. */
export const namesInCell = (cell: string | undefined) =>
  (cell ?? "")
    .split(/[;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== "");
