import { isPaperNumber, paperNumberFault } from "#kernel/paper-number.ts";
import { isRealDay } from "#kernel/input.ts";
import type { FieldFault } from "#kernel/problem.ts";
import { searchKey } from "#kernel/vietnamese-text.ts";
import { rowFaults } from "./row-faults.ts";
import { successionFaults as sentences } from "./succession-faults.ts";
import type { At, Known, MadeUnit, SuccessionRow, SuccessionToMake } from "./succession-row.ts";
import { checkFrom, checkName, checkTo } from "./succession-sides.ts";
import { checkUses } from "./succession-uses.ts";
import { successionKinds, type SuccessionKind } from "./unit.ts";
import { successionWord } from "./words.ts";

const leavesRest: ReadonlySet<SuccessionKind> = new Set(["split", "abolish"]);

/**
 * Judges every cell of every row by itself, then what the rows do with the same units; all faults are told at once, each
 * at `rows.N.column`. Only rows without a fault are given back.
 */
export function checkSuccessionRows(
  rows: readonly SuccessionRow[],
  known: Known,
): { successions: SuccessionToMake[]; faults: FieldFault[] } {
  const faults: FieldFault[] = [];
  const atOf =
    (index: number): At =>
    (column, sentence) =>
      void faults.push({ field: `rows.${index}.${column}`, ...sentence });
  const made = new Map<string, MadeUnit>();
  const sound = inOrderOfDays(rows).flatMap(({ row, index }) => {
    const before = faults.length;
    const checked = checkRow(row, known, made, atOf(index));
    return checked && faults.length === before ? [{ index, ...checked }] : [];
  });
  checkUses(sound, atOf);
  const atFault = new Set(faults.map(({ field }) => Number(field.split(".")[1])));
  return {
    successions: sound.filter(({ index }) => !atFault.has(index)).toSorted((a, b) => a.index - b.index),
    faults: faults.toSorted((a, b) => rowOf(a) - rowOf(b)),
  };
}

const rowOf = ({ field }: FieldFault) => Number(field.split(".")[1]);

/** A unit is made by the first row of its days that names it, wherever that stands. */
function inOrderOfDays(rows: readonly SuccessionRow[]) {
  const numbered = rows.map((row, index) => ({ row, index }));
  return numbered.toSorted((a, b) =>
    (a.row.on ?? "") < (b.row.on ?? "") ? -1 : Number(a.row.on !== b.row.on),
  );
}

function checkRow(row: SuccessionRow, known: Known, made: Map<string, MadeUnit>, at: At) {
  const kind = kindOf(row.kind);
  if (!kind) at("kind", sentences.kind(row.kind!));
  const on = dayIn(row.on, at);
  if ((row.symbol?.length ?? 0) > 60) at("symbol", sentences.symbolLong);
  else if (row.symbol && !isPaperNumber(row.symbol)) at("symbol", paperNumberFault);
  const from = checkFrom(row, kind ?? "merge", on, known, at);
  if (!kind) return null;
  const to = checkTo(row, kind, from, on, known, made, at);
  const name = checkName(row, kind, at);
  if (row.rest && !leavesRest.has(kind)) at("rest", sentences.none);
  return { kind, from, to, name, rest: row.rest, on: on ?? "", symbol: row.symbol ?? null };
}

function kindOf(written: string | undefined): SuccessionKind | null {
  if (!written) return "merge";
  const plain = searchKey(written);
  const named = (kind: SuccessionKind) => [kind, searchKey(successionWord(kind, "vi"))].includes(plain);
  return successionKinds.find(named) ?? null;
}

function dayIn(written: string | undefined, at: At): string | null {
  if (!written) at("on", rowFaults.required);
  else if (!isRealDay(written)) at("on", rowFaults.notADay(written));
  else if (written < "1945-01-01" || written > "2200-12-31") at("on", rowFaults.year);
  else return written;
  return null;
}
