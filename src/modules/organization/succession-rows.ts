import { isRealDay } from "#kernel/input.ts";
import type { FieldFault } from "#kernel/problem.ts";
import { foldTone } from "#kernel/vietnamese-text.ts";
import { rowFaults } from "./row-faults.ts";
import { successionFaults as sentences } from "./succession-faults.ts";
import type { At, Known, SuccessionRow, SuccessionToMake } from "./succession-row.ts";
import { checkFrom, checkName, checkTo } from "./succession-sides.ts";
import { successionKinds, type SuccessionKind } from "./unit.ts";
import { successionWord } from "./words.ts";

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
