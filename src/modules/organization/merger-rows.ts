import { isRealDay } from "#kernel/input.ts";
import type { FieldFault } from "#kernel/problem.ts";
import { dayBefore, existsOn, type Unit } from "./unit.ts";

/** One line of a sheet of mergers, as it was written. */
export type MergerRow = {
  /** Where it stands in the sheet. */
  readonly line?: number;
  /** The codes of the units that go over, by comma, space or line. */
  readonly from?: string;
  readonly to?: string;
  /** For a unit that the merger makes. */
  readonly name?: string;
  readonly on?: string;
  readonly symbol?: string;
};

export type KnownUnit = Unit & {
  /** It lies under the unit whose sheet this is, and directly in `parentId`. */
  readonly within: boolean;
  readonly parentId: string | null;
};

export type MergerToMake = {
  readonly from: readonly KnownUnit[];
  readonly to: KnownUnit | { readonly code: string; readonly name: string };
  readonly on: string;
  readonly symbol: string | null;
};

/** The codes in one cell. */
export const codesInCell = (cell: string | undefined): string[] =>
  (cell ?? "").split(/[\s,;+]+/).filter((code) => code !== "");

const sentences = {
  required: { vi: "Cần điền ô này.", en: "This is required." },
  unknown: (code: string) => ({ vi: `Không có đơn vị mã ${code}.`, en: `There is no unit ${code}.` }),
  outside: (code: string) => ({ vi: `${code} không thuộc đơn vị này.`, en: `${code} does not lie here.` }),
  notVillage: (code: string) => ({
    vi: `${code} không phải thôn, bản, khu, tổ dân phố.`,
    en: `${code} is not a village.`,
  }),
  gone: (code: string) => ({
    vi: `${code} không còn vào ngày sáp nhập.`,
    en: `${code} is gone by that day.`,
  }),
  apart: { vi: "Các thôn phải cùng một xã, phường.", en: "They must lie in one commune." },
  twice: (code: string) => ({ vi: `${code} đã có ở dòng khác.`, en: `${code} stands in another row.` }),
  itself: { vi: "Chỉ có chính thôn này, không phải sáp nhập.", en: "Only the unit itself: no merger." },
  codeForm: {
    vi: "Mã gồm chữ không dấu, số, dấu chấm, gạch; dài không quá 40.",
    en: "A code has letters without marks, digits, dots and dashes; at most 40.",
  },
  nameMissing: { vi: "Thôn mới cần có tên.", en: "A new village needs a name." },
  nameLong: { vi: "Tên dài quá 200 ký tự.", en: "Longer than 200 characters." },
  day: { vi: "Không phải một ngày có thật.", en: "Not a real day." },
  symbolLong: { vi: "Dài quá 60 ký tự.", en: "Longer than 60 characters." },
};

const codeForm = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;

/** Judges every cell of every row; all faults are told at once, each at `rows.N.column`. */
export function checkMergerRows(
  rows: readonly MergerRow[],
  known: ReadonlyMap<string, KnownUnit>,
): { mergers: MergerToMake[]; faults: FieldFault[] } {
  const faults: FieldFault[] = [];
  const seen = new Set<string>();
  const mergers = rows.map((row, index): MergerToMake => {
    const at: At = (column, sentence) => faults.push({ field: `rows.${index}.${column}`, ...sentence });
    const on =
      row.on && isRealDay(row.on) && row.on >= "1945-01-01" && row.on <= "2200-12-31" ? row.on : null;
    if (!on) at("on", row.on ? sentences.day : sentences.required);
    if ((row.symbol?.length ?? 0) > 60) at("symbol", sentences.symbolLong);
    const from = checkFrom(row, on, known, seen, at);
    return { from, to: checkTo(row, on, known, seen, at), on: on ?? "", symbol: row.symbol ?? null };
  });
  return { mergers, faults };
}

type At = (column: keyof MergerRow, sentence: { vi: string; en: string }) => void;
type Known = ReadonlyMap<string, KnownUnit>;

function checkFrom(row: MergerRow, on: string | null, known: Known, seen: Set<string>, at: At): KnownUnit[] {
  const codes = [...new Set(codesInCell(row.from))];
  if (codes.length === 0) at("from", sentences.required);
  if (codes.length === 1 && codes[0] === row.to) at("from", sentences.itself);
  const units: KnownUnit[] = [];
  for (const code of codes) {
    const unit = known.get(code);
    const fault = unit ? faultOf(unit, on) : sentences.unknown(code);
    if (fault) at("from", fault);
    else if (seen.has(code)) at("from", sentences.twice(code));
    else units.push(unit!);
    if (code !== row.to) seen.add(code);
  }
  if (new Set(units.map(({ parentId }) => parentId)).size > 1) at("from", sentences.apart);
  return units;
}

function faultOf(unit: KnownUnit, on: string | null) {
  if (!unit.within) return sentences.outside(unit.code);
  if (unit.kind !== "village") return sentences.notVillage(unit.code);
  const there = !on || (existsOn(unit, dayBefore(on)) && existsOn(unit, on));
  return there ? null : sentences.gone(unit.code);
}

/** Either one that is there, which takes the others in, or a new one with its name. */
function checkTo(row: MergerRow, on: string | null, known: Known, seen: Set<string>, at: At) {
  const { to = "", name = "" } = row;
  if (!to) at("to", sentences.required);
  else if (seen.has(to)) at("to", sentences.twice(to));
  if (to) seen.add(to);
  const unit = known.get(to);
  if (unit) {
    const fault = faultOf(unit, null) ?? (on && !existsOn(unit, on) ? sentences.gone(to) : null);
    if (fault) at("to", fault);
    return unit;
  }
  if (to && !codeForm.test(to)) at("to", sentences.codeForm);
  if (to && !name) at("name", sentences.nameMissing);
  if (name.length > 200) at("name", sentences.nameLong);
  return { code: to, name };
}
