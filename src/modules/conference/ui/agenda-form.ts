import { isListMark, withoutListMark } from "#kernel/list-mark.ts";
import { pastedCells } from "#kernel/pasted-cells.ts";
import type { AgendaItem } from "../server/index.ts";

type Fields = Readonly<Record<string, unknown>>;
export type AgendaValues = Readonly<Record<string, string>>;

export const agendaParts = ["title", "speaker", "minutes"] as const;
export type AgendaPart = (typeof agendaParts)[number];
const MOST_ITEMS = 50;

/** The agenda as the form shows it: `item-0-title` … for what comes after the first item. */
export function valuesOfAgenda(items: readonly AgendaItem[]): AgendaValues {
  return Object.fromEntries(
    items.flatMap(({ title, speaker, minutes }, row) => [
      [`item-${row}-title`, title],
      [`item-${row}-speaker`, speaker ?? ""],
      [`item-${row}-minutes`, minutes?.toString() ?? ""],
    ]),
  );
}

/** Rows to show: all that are filled, and three to go on. */
export function agendaRows(values: Fields): number {
  return Math.min(MOST_ITEMS, Math.max(0, ...filledRows(values).map((row) => row + 1)) + 3);
}

/** Posted fields → the items in the order of their rows, or of the numbers typed to reorder them; empty rows fall away. */
export function agendaIn(fields: Fields): Record<string, unknown>[] {
  const typed = rowsInOrder(fields).map((row) =>
    Object.fromEntries(agendaParts.map((part) => [part, fields[`item-${row}-${part}`]])),
  );
  return [...typed.map(withoutMark), ...pastedItems(fields.pasted)];
}

/** A list pasted from Word or a spreadsheet: an item by line; what stands behind a tab is who speaks, then for how long. */
function pastedItems(pasted: unknown): Record<string, unknown>[] {
  if (typeof pasted !== "string") return [];
  return pastedCells(pasted).flatMap((cells) => {
    const [first, ...rest] = cells;
    const [title, speaker, minutes] = first && isListMark(first) ? rest : cells;
    return title ? [withoutMark({ title, speaker: speaker ?? "", minutes: minutesIn(minutes) })] : [];
  });
}

function withoutMark({ title, ...item }: Record<string, unknown>): Record<string, unknown> {
  return { title: typeof title === "string" ? withoutListMark(title) : title, ...item };
}

/** "15 phút" → "15"; what is no number of minutes stays for the act to refuse. */
function minutesIn(written: string | null | undefined): string {
  return /^(\d+)\s*(?:phút|ph|p|')?$/u.exec(written?.trim() ?? "")?.[1] ?? written ?? "";
}

/** The row and the part that a fault of the act is about: `items.0.minutes` is of the first item in the new order. */
export function cellOfFault(field: string, fields: Fields): { row: number; part: AgendaPart } | null {
  const [, index, part] = /^items\.(\d+)\.(\w+)$/.exec(field) ?? [];
  const row = rowsInOrder(fields)[Number(index)];
  const known = agendaParts.find((each) => each === part);
  return row === undefined || !known ? null : { row, part: known };
}

function rowsInOrder(fields: Fields): number[] {
  const place = (row: number) => Number(fields[`item-${row}-order`]) || row + 2;
  return filledRows(fields).toSorted((one, other) => place(one) - place(other) || one - other);
}

function filledRows(fields: Fields): number[] {
  return Array.from({ length: MOST_ITEMS }, (_, row) => row).filter((row) =>
    agendaParts.some((part) => String(fields[`item-${row}-${part}`] ?? "").trim() !== ""),
  );
}
