import { rowFaults } from "./row-faults.ts";
import { successionFaults as sentences } from "./succession-faults.ts";
import {
  codesInCell,
  namesInCell,
  type At,
  type Known,
  type KnownUnit,
  type MadeUnit,
  type SuccessionRow,
  type UnitAfter,
} from "./succession-row.ts";
import { dayBefore, existsOn, type SuccessionKind } from "./unit.ts";

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

/** What becomes something else: each there on the eve and on the day. */
export function checkFrom(
  row: SuccessionRow,
  kind: SuccessionKind,
  on: string | null,
  known: Known,
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
    else units.push(unit!);
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
  units: readonly UnitAfter[],
  kind: string | undefined,
  column: "from" | "to",
  at: At,
): void {
  const other = units.find((unit) => unit.kind !== kind);
  if (kind && other) at(column, sentences.otherKind(other.code));
}

/** Units that are there, which take something in, or new ones. */
export function checkTo(
  row: SuccessionRow,
  kind: SuccessionKind,
  from: readonly KnownUnit[],
  on: string | null,
  known: Known,
  made: Map<string, MadeUnit>,
  at: At,
): UnitAfter[] {
  const codes = codesInCell(row.to);
  const wanted = sides[kind].to;
  if (wanted === "none") {
    if (codes.length > 0) at("to", sentences.none);
    if (kind !== "rename" && row.name) at("name", sentences.nameLeft);
    return [];
  }
  if (codes.length === 0) at("to", rowFaults.required);
  else if (wanted === "one" && codes.length > 1) at("to", sentences.one);
  else if (wanted === "several" && codes.length < 2) at("to", sentences.several);
  const names = namesInCell(row.name);
  const units = codes.map((code): UnitAfter => {
    const unit = known.get(code);
    if (unit) return unit;
    const before = made.get(code);
    // Whoever writes the same name again says nothing new.
    if (before && names[0] === before.name) names.shift();
    const making = before ?? { id: null, code, name: names.shift() ?? "", kind: from[0]?.kind };
    made.set(code, making);
    return making;
  });
  if (names.length > 0 && kind !== "rename") at("name", sentences.nameLeft);
  for (const unit of units) {
    if (unit.id === null) newUnitFault(unit, kind, at);
    else {
      const fault = kind === "reparent" ? placeFault(unit, on) : faultOf(unit, on);
      if (fault) at("to", fault);
    }
  }
  if (sameKind.has(kind)) refuseOthers(units, from[0]?.kind ?? units[0]?.kind, "to", at);
  return units;
}

/** What lies elsewhere can take nothing of ours in, but the unit whose sheet this is can. */
function placeFault(unit: KnownUnit, on: string | null) {
  return faultOf(unit.own ? { ...unit, within: true } : unit, on);
}

function newUnitFault({ code, name }: { code: string; name: string }, kind: SuccessionKind, at: At): void {
  if (kind === "reparent") return at("to", sentences.there(code));
  if (!codeForm.test(code)) at("to", rowFaults.codeForm);
  if (!name) at("name", sentences.nameMissing);
  else if (name.length > 200) at("name", rowFaults.nameLong);
}

/** The name of a renaming. */
export function checkName(row: SuccessionRow, kind: SuccessionKind, at: At): string {
  if (kind !== "rename") return "";
  const name = (row.name ?? "").trim();
  if (!name) at("name", rowFaults.required);
  else if (name.length > 200) at("name", rowFaults.nameLong);
  return name;
}
