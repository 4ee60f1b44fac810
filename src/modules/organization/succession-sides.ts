import { rowFaults } from "./row-faults.ts";
import { successionFaults as sentences } from "./succession-faults.ts";
import {
  codesInCell,
  namesInCell,
  type At,
  type Known,
  type KnownUnit,
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
/** Units that take something in may stand in several rows; those that are made, or become something else, in one. */
const sharedTo: ReadonlySet<SuccessionKind> = new Set(["partial", "reparent"]);

/** What becomes something else: each there on the eve and on the day, in one row only. */
export function checkFrom(
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
export function checkTo(
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
  return faultOf(unit.own ? { ...unit, within: true } : unit, on);
}

function newUnitFault({ code, name }: { code: string; name: string }, kind: SuccessionKind, at: At): void {
  if (kind === "reparent") return at("to", sentences.there(code));
  if (!codeForm.test(code)) at("to", rowFaults.codeForm);
  if (!name) at("name", sentences.nameMissing);
  else if (name.length > 200) at("name", rowFaults.nameLong);
}

/** The name of a renaming; for what is made, no name is left over. */
export function checkName(
  row: SuccessionRow,
  kind: SuccessionKind,
  to: readonly UnitAfter[],
  at: At,
): string {
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
