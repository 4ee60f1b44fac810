import { isListMark, withoutListMark } from "#kernel/list-mark.ts";
import { pastedCells } from "#kernel/pasted-cells.ts";
import type { AgendaItem } from "../../server/index.ts";

type Fields = Readonly<Record<string, unknown>>;
export type AgendaValues = Readonly<Record<string, string>>;

export const agendaParts = ["order", "title", "speaker", "minutes"] as const;
/** By these a row says that there is an item; its number stands there from the beginning. */
const tellingParts = ["title", "speaker", "minutes"] as const;
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

/**
 * Posted fields → the items of the act: those of the rows with the number typed to reorder them, whatever it is, then what
 * was pasted; empty rows fall away.
 */
export function agendaIn(fields: Fields): Record<string, unknown>[] {
  const typed = filledRows(fields).map((row) => ({
    ...Object.fromEntries(tellingParts.map((part) => [part, fields[`item-${row}-${part}`]])),
    order: String(fields[`item-${row}-order`] ?? "").trim() || String(row + 2),
  }));
  return [...typed.map(withoutMark), ...pastedItems(fields.pasted)];
}

/** The items in their order as a text, one by line. */
export function agendaText(fields: Fields): string {
  return agendaIn(fields)
    .toSorted((one, other) => (Number(one.order) || 1001) - (Number(other.order) || 1001))
    .map(({ title, speaker, minutes }) => [title, speaker, minutes].filter(Boolean).join(" · "))
    .join("\n");
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

/** What a fault of the act is about: `items.0.minutes` is of the first row with something in it, or of a pasted line. */
export function cellOfFault(
  field: string,
  fields: Fields,
): { row: number; part: AgendaPart } | { line: number; part: AgendaPart } | null {
  const [, index, name] = /^items\.(\d+)\.(\w+)$/.exec(field) ?? [];
  const part = agendaParts.find((each) => each === name);
  if (!part) return null;
  const rows = filledRows(fields);
  const row = rows[Number(index)];
  return row === undefined ? { line: Number(index) - rows.length + 1, part } : { row, part };
}

function filledRows(fields: Fields): number[] {
  return Array.from({ length: MOST_ITEMS }, (_, row) => row).filter((row) =>
    tellingParts.some((part) => String(fields[`item-${row}-${part}`] ?? "").trim() !== ""),
  );
}
