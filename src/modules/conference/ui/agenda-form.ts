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
  return rowsInOrder(fields).map((row) =>
    Object.fromEntries(agendaParts.map((part) => [part, fields[`item-${row}-${part}`]])),
  );
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
