import type { Cell, Paper, Table } from "./document-model.ts";
import { withoutGrouped } from "./grouped-rows.ts";

// A row about a matter is known by the address that it opens. What is frozen in a paper is still out of sight where
// the matter is: its row then says no more than a list would.

const address = "/recommendations/";

/** Where the matter of a row is found in the product; also how a row is known again. */
export const matterLink = (matter: string): string => `${address}${matter}`;

/** The codes of the matters that a paper has rows about. */
export function mattersIn(paper: Paper): string[] {
  const rows = paper.body.flatMap((block) => (block.kind === "table" ? block.rows : []));
  return [...new Set(rows.flatMap((row) => codeOf(row) ?? []))];
}

/**
 * The paper with stubs in the place of rows about some matters: their number in the table and nothing else. In a
 * synthesis, whose rows stand under their field, they are gone and counted by themselves.
 */
export function withoutMatters(paper: Paper, matters: readonly string[]): Paper {
  if (matters.length === 0) return paper;
  const hidden = new Set(matters);
  const isHidden = (row: readonly Cell[]) => hidden.has(codeOf(row) ?? "");
  if (paper.kind === "synthesis") return { ...paper, body: withoutGrouped(paper.body, isHidden) };
  const shown = (row: readonly Cell[]) => (isHidden(row) ? stub(row) : row);
  const shownTable = (table: Table): Table => ({ ...table, rows: table.rows.map(shown) });
  return { ...paper, body: paper.body.map((block) => (block.kind === "table" ? shownTable(block) : block)) };
}

function codeOf(row: readonly Cell[]): string | null {
  return (
    row
      .map(linkOf)
      .find((link) => link?.startsWith(address))
      ?.slice(address.length) ?? null
  );
}

function linkOf(cell: Cell): string | null {
  return typeof cell === "object" && "link" in cell ? (cell.link ?? null) : null;
}

function stub(row: readonly Cell[]): Cell[] {
  return row.map((cell, index) => {
    if (linkOf(cell)?.startsWith(address)) return "Đã chuyển theo quy định";
    return index === 0 ? cell : "";
  });
}
