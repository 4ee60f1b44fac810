import { isRealDay } from "#kernel/input.ts";
import type { FieldFault } from "#kernel/problem.ts";
import { foldTone } from "#kernel/vietnamese-text.ts";
import { rowFaults } from "./row-faults.ts";
import { dayBefore, existsOn, successionKinds, type SuccessionKind, type Unit } from "./unit.ts";
import { successionWord } from "./words.ts";

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
  readonly parentId: string | null;
};

/** A unit that is there, or one to be made on the day. */
export type UnitAfter = KnownUnit | { readonly id: null; readonly code: string; readonly name: string };

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

type Known = ReadonlyMap<string, KnownUnit>;
type Column = Exclude<keyof SuccessionRow, "line">;
type At = (column: Column, sentence: { readonly vi: string; readonly en: string }) => void;

/** The codes in one cell. */
export const codesInCell = (cell: string | undefined): string[] => [
  ...new Set((cell ?? "").split(/[\s,;+]+/).filter((code) => code !== "")),
];

const namesInCell = (cell: string | undefined) =>
  (cell ?? "").split(/\s*[;\n]\s*/).filter((name) => name !== "");

const sentences = {
  unknown: (code: string) => ({ vi: `Không có đơn vị mã ${code}.`, en: `There is no unit ${code}.` }),
  outside: (code: string) => ({ vi: `${code} không thuộc đơn vị này.`, en: `${code} does not lie here.` }),
  otherKind: (code: string) => ({
    vi: `${code} không cùng loại đơn vị với các đơn vị khác trên dòng.`,
    en: `${code} is not of the same kind as the others in the row.`,
  }),
  gone: (code: string) => ({
    vi: `${code} không có vào ngày sắp xếp.`,
    en: `${code} is not there on that day.`,
  }),
  apart: { vi: "Các thôn phải cùng một xã, phường.", en: "They must lie in one commune." },
  twice: (code: string) => ({ vi: `${code} đã có ở dòng khác.`, en: `${code} stands in another row.` }),
  itself: { vi: "Chỉ có chính đơn vị này, không phải sáp nhập.", en: "Only the unit itself: no merger." },
  one: { vi: "Chỉ ghi một đơn vị.", en: "There can be only one." },
  several: { vi: "Chia tách thì phải có từ hai đơn vị.", en: "A split leaves two units or more." },
  none: { vi: "Hình thức này để trống ô này.", en: "With this kind of arrangement this stays empty." },
  kind: (word: string) => ({
    vi: `Không rõ “${word}” là hình thức gì; ghi ${successionKinds.map((kind) => successionWord(kind, "vi")).join(", ")}.`,
    en: `“${word}” is no kind of arrangement; write ${successionKinds.join(", ")}.`,
  }),
  nameMissing: { vi: "Đơn vị mới cần có tên.", en: "A new unit needs a name." },
  nameLeft: {
    vi: "Có tên thừa: không đơn vị mới nào mang tên này.",
    en: "A name too many: no new unit bears it.",
  },
  there: (code: string) => ({
    vi: `${code} phải là đơn vị đang có.`,
    en: `${code} must be a unit that is there.`,
  }),
  symbolLong: { vi: "Dài quá 60 ký tự.", en: "Longer than 60 characters." },
};

const codeForm = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;

/** How many units each kind takes and leaves; a `to` that is left out is the unit itself, or none. */
const sides: Readonly<
  Record<SuccessionKind, { from: "one" | "any"; to: "none" | "one" | "any" | "several" }>
> = {
  rename: { from: "one", to: "none" },
  merge: { from: "any", to: "one" },
  split: { from: "one", to: "several" },
  partial: { from: "one", to: "any" },
  reparent: { from: "any", to: "one" },
  abolish: { from: "any", to: "none" },
};
/** Units of one kind become units of that kind; another place in the tree, or an end, is for any of them. */
const sameKind: ReadonlySet<SuccessionKind> = new Set(["merge", "split", "partial"]);
/** Units that take something in may stand in several rows; those that are made, or become something else, in one. */
const sharedTo: ReadonlySet<SuccessionKind> = new Set(["partial", "reparent"]);
const leavesRest: ReadonlySet<SuccessionKind> = new Set(["split", "abolish"]);

/**
 * Judges every cell of every row by itself; all faults are told at once, each at `rows.N.column`. Only rows without a
 * fault are given back.
 */
export function checkSuccessionRows(
  rows: readonly SuccessionRow[],
  known: Known,
): { successions: SuccessionToMake[]; faults: FieldFault[] } {
  const faults: FieldFault[] = [];
  const seen = new Set<string>();
  const successions = rows.flatMap((row, index) => {
    const before = faults.length;
    const at: At = (column, sentence) => faults.push({ field: `rows.${index}.${column}`, ...sentence });
    const checked = checkRow(row, known, seen, at);
    return checked && faults.length === before ? [{ index, ...checked }] : [];
  });
  return { successions, faults };
}

function checkRow(row: SuccessionRow, known: Known, seen: Set<string>, at: At) {
  const kind = kindOf(row.kind);
  if (!kind) at("kind", sentences.kind(row.kind!));
  const on = dayIn(row.on, at);
  if ((row.symbol?.length ?? 0) > 60) at("symbol", sentences.symbolLong);
  const from = checkFrom(row, kind ?? "merge", on, known, seen, at);
  if (!kind) return null;
  const to = checkTo(row, kind, from, on, known, seen, at);
  const name = checkName(row, kind, to, at);
  if (row.rest && !leavesRest.has(kind)) at("rest", sentences.none);
  return { kind, from, to, name, rest: row.rest, on: on ?? "", symbol: row.symbol ?? null };
}

function kindOf(written: string | undefined): SuccessionKind | null {
  if (!written) return "merge";
  const plain = foldTone(written).trim();
  const named = (kind: SuccessionKind) => [kind, foldTone(successionWord(kind, "vi"))].includes(plain);
  return successionKinds.find(named) ?? null;
}

function dayIn(written: string | undefined, at: At): string | null {
  if (!written) at("on", rowFaults.required);
  else if (!isRealDay(written)) at("on", rowFaults.notADay(written));
  else if (written < "1945-01-01" || written > "2200-12-31") at("on", rowFaults.year);
  else return written;
  return null;
}

function checkFrom(
  row: SuccessionRow,
  kind: SuccessionKind,
  on: string | null,
  known: Known,
  seen: Set<string>,
  at: At,
): KnownUnit[] {
  const codes = codesInCell(row.from);
  const target = codesInCell(row.to);
  if (codes.length === 0) at("from", rowFaults.required);
  if (sides[kind].from === "one" && codes.length > 1) at("from", sentences.one);
  if (kind === "merge" && codes.length === 1 && codes[0] === target[0]) at("from", sentences.itself);
  const units: KnownUnit[] = [];
  for (const code of codes) {
    const unit = known.get(code);
    const fault = unit ? faultOf(unit, on && dayBefore(on), on) : sentences.unknown(code);
    if (fault) at("from", fault);
    else if (seen.has(code)) at("from", sentences.twice(code));
    else units.push(unit!);
    if (!target.includes(code)) seen.add(code);
  }
  const villages = units.filter((unit) => unit.kind === "village");
  if (kind === "merge" && new Set(villages.map(({ parentId }) => parentId)).size > 1)
    at("from", sentences.apart);
  if (sameKind.has(kind)) refuseOthers(units, units[0]?.kind, "from", at);
  return units;
}

function faultOf(unit: KnownUnit, ...days: (string | null)[]) {
  if (!unit.within) return sentences.outside(unit.code);
  return days.every((day) => day === null || existsOn(unit, day)) ? null : sentences.gone(unit.code);
}

function refuseOthers(
  units: readonly KnownUnit[],
  kind: string | undefined,
  column: "from" | "to",
  at: At,
): void {
  const other = units.find((unit) => unit.kind !== kind);
  if (kind && other) at(column, sentences.otherKind(other.code));
}

/** Units that are there, which take something in, or new ones. */
function checkTo(
  row: SuccessionRow,
  kind: SuccessionKind,
  from: readonly KnownUnit[],
  on: string | null,
  known: Known,
  seen: Set<string>,
  at: At,
): UnitAfter[] {
  const codes = codesInCell(row.to);
  const wanted = sides[kind].to;
  if (wanted === "none") {
    if (codes.length > 0) at("to", sentences.none);
    return [];
  }
  if (codes.length === 0) at("to", rowFaults.required);
  else if (wanted === "one" && codes.length > 1) at("to", sentences.one);
  else if (wanted === "several" && codes.length < 2) at("to", sentences.several);
  const names = namesInCell(row.name);
  const units = codes.map((code): UnitAfter => {
    const unit = known.get(code);
    const repeated = seen.has(code) && !(unit && sharedTo.has(kind));
    if (repeated) at("to", sentences.twice(code));
    else if (!unit || !sharedTo.has(kind)) seen.add(code);
    return unit ?? { id: null, code, name: names.shift() ?? "" };
  });
  for (const unit of units) {
    if (unit.id === null) newUnitFault(unit, kind, at);
    else {
      const fault = kind === "reparent" ? placeFault(unit, on) : faultOf(unit, on);
      if (fault) at("to", fault);
    }
  }
  const there = units.filter((unit) => unit.id !== null);
  if (sameKind.has(kind)) refuseOthers(there, from[0]?.kind ?? there[0]?.kind, "to", at);
  return units;
}

/** What lies elsewhere can take nothing of ours in, but the unit whose sheet this is can. */
function placeFault(unit: KnownUnit, on: string | null) {
  return on === null || existsOn(unit, on) ? null : sentences.gone(unit.code);
}

function newUnitFault({ code, name }: { code: string; name: string }, kind: SuccessionKind, at: At): void {
  if (kind === "reparent") return at("to", sentences.there(code));
  if (!codeForm.test(code)) at("to", rowFaults.codeForm);
  if (!name) at("name", sentences.nameMissing);
  else if (name.length > 200) at("name", rowFaults.nameLong);
}

/** The name of a renaming; for what is made, no name is left over. */
function checkName(row: SuccessionRow, kind: SuccessionKind, to: readonly UnitAfter[], at: At): string {
  const name = (row.name ?? "").trim();
  if (kind === "rename") {
    if (!name) at("name", rowFaults.required);
    else if (name.length > 200) at("name", rowFaults.nameLong);
    return name;
  }
  if (namesInCell(row.name).length > to.filter(({ id }) => id === null).length)
    at("name", sentences.nameLeft);
  return "";
}
