import { heading, paragraph, runsOf, type Block, type Cell, type Table } from "./document-model.ts";

// A synthesis has its rows under the name of their field, and counts them in the heading and in a table before. Were a
// row that went out of sight blanked where it stood, the paper would go on telling what it was about.

/** Whether a row is about a matter that is out of sight. */
export type IsHidden = (row: readonly Cell[]) => boolean;

type Group = { readonly name: string; readonly table: Table; readonly removed: number };

/** The body with its groups as though the hidden rows had never been there; how many there were stands by itself. */
export function withoutGrouped(body: readonly Block[], isHidden: IsHidden): readonly Block[] {
  const groups = body.map((block, index) => groupAt(body, index, isHidden));
  const touched = groups.filter((group) => group !== null);
  if (touched.length === 0) return body;
  const removed = touched.reduce((sum, group) => sum + group.removed, 0);
  const shown = body.flatMap((block, index): Block[] => {
    const [here, before] = [groups[index], groups[index - 1]];
    if (here) return here.table.rows.length > 0 ? [heading(2, titleOf(here))] : [];
    if (before) return before.table.rows.length > 0 ? [before.table] : [];
    return [block.kind === "table" && block.total ? counted(block, touched, removed) : block];
  });
  // Behind all groups: next to where it stood it would tell again.
  const end = shown.findLastIndex(({ kind }) => kind === "table" || kind === "heading") + 1;
  return [...shown.slice(0, end), paragraph(`Ngoài ra có ${removed} ${ROUTED}.`), ...shown.slice(end)];
}

const ROUTED = "nội dung đã chuyển theo quy định";

/** The group that begins with the heading at a position, without its hidden rows; null where it has none. */
function groupAt(body: readonly Block[], index: number, isHidden: IsHidden): Group | null {
  const [title, table] = [body[index], body[index + 1]];
  if (title?.kind !== "heading" || table?.kind !== "table") return null;
  const kept = table.rows.filter((row) => !isHidden(row));
  const removed = table.rows.length - kept.length;
  if (removed === 0) return null;
  return { name: nameIn(textOf(title.text)), removed, table: { ...table, rows: numbered(kept) } };
}

/** "Giao thông (3 ý kiến, kiến nghị, 2 thôn, tổ dân phố)" → "Giao thông" */
function nameIn(title: string): string {
  return title.replace(/ \(\d+ ý kiến.*$/u, "");
}

function titleOf({ name, table }: Group): string {
  const from = villagesOf(table) > 0 ? `, ${villagesOf(table)} thôn, tổ dân phố` : "";
  return `${name} (${table.rows.length} ý kiến, kiến nghị${from})`;
}

function villagesOf({ rows }: Table): number {
  return new Set(rows.map((row) => textOf(row[2] ?? "")).filter((name) => name !== "")).size;
}

function counted(table: Table, groups: readonly Group[], removed: number): Table {
  const rows = table.rows.flatMap((row): (readonly Cell[])[] => {
    const group = groups.find(({ name }) => name === textOf(row[1] ?? ""));
    if (!group) return [row];
    const { rows: left } = group.table;
    return left.length > 0 ? [["", row[1]!, String(left.length), String(villagesOf(group.table))]] : [];
  });
  const routed = ["", "Đã chuyển theo quy định", String(removed), ""];
  return { ...table, rows: [...numbered(rows), routed] };
}

const numbered = (rows: readonly (readonly Cell[])[]): (readonly Cell[])[] =>
  rows.map(([, ...cells], index) => [String(index + 1), ...cells]);

function textOf(cell: Cell): string {
  const inline = typeof cell === "object" && "text" in cell ? cell.text : cell;
  return runsOf(inline)
    .map(({ text }) => text)
    .join("");
}
