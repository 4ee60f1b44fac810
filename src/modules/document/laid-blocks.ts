import { cleanPart, cleanText } from "#kernel/vietnamese-text.ts";
import type { Block, Cell, Heading, Inline, List, Paper, Run, Signature, Table } from "./document-model.ts";
import { runsOf } from "./document-model.ts";
import { headingLabels, itemMarks } from "./marks.ts";
import type { LaidBlock, LaidCell, LaidSignature, LaidTable, LaidText } from "./laid-paper.ts";

/** What stands before the body: to whom, and on which grounds. */
export function openingBlocks({ addressees = [], bases = [], side }: Paper): LaidBlock[] {
  return [...addressed(addressees), ...grounds(bases, side === "party")];
}

/** The body with its headings counted and its lists marked. */
export function laidBlocks(
  blocks: readonly Block[],
  signature: (person: Signature) => LaidSignature,
): LaidBlock[] {
  const labelOf = headingLabels();
  return blocks.flatMap((block): LaidBlock[] => {
    switch (block.kind) {
      case "paragraph": {
        const { align = "justify" } = block;
        const indent = block.indent ?? align === "justify";
        return [text(block.text, { align, indent })];
      }
      case "heading":
        return [laidHeading(block, labelOf(block.level))];
      case "list":
        return laidItems(block);
      case "table":
        return [laidTable(block)];
      case "signatures":
        return [{ kind: "signatures", people: block.people.map(signature) }];
      case "formLines":
        return [{ kind: "dots", label: cleanText(block.label), lines: block.lines ?? 1 }];
      case "choices":
        return [{ kind: "choices", items: block.items.map(cleanText), inline: block.inline ?? false }];
      default:
        return [block];
    }
  });
}

function text(inline: Inline, options: Partial<LaidText> = {}): LaidText {
  return { kind: "text", level: 0, runs: runs(inline), align: "justify", indent: true, ...options };
}

function runs(inline: Inline): Run[] {
  return runsOf(inline).map((run) => ({ ...run, text: cleanPart(run.text) }));
}

/** A heading is bold; "a)" begins running text and is not. */
function laidHeading({ level, text: inline }: Heading, label: string): LaidText {
  const plain = [{ text: `${label} ` }, ...runs(inline)];
  const bold = plain.map((run) => ({ ...run, bold: true }));
  return text("", { level, runs: level === 3 ? plain : bold });
}

function laidItems({ marks, items }: List): LaidText[] {
  const markOf = itemMarks(marks);
  return items.map((item, index) => text("", { runs: [{ text: `${markOf(index)} ` }, ...runs(item)] }));
}

function addressed(addressees: readonly string[]): LaidText[] {
  const named = addressees.map(cleanText);
  if (named.length === 0) return [];
  const centred = { align: "center", indent: false } as const;
  if (named.length === 1) return [text(`Kính gửi: ${named[0]}`, centred)];
  const last = named.length - 1;
  const lines = named.map((name, index) => text(`- ${name}${index === last ? "." : ";"}`));
  return [text("Kính gửi:", centred), ...lines];
}

/** Grounds are in italics in an administrative paper and marked by a dash in one of the Party. */
function grounds(bases: readonly string[], ofParty: boolean): LaidText[] {
  const last = bases.length - 1;
  return bases.map((base, index) => {
    const sentence = `${cleanText(base).replace(/[;.,]$/, "")}${index === last ? "." : ";"}`;
    return text(ofParty ? `- ${sentence}` : [{ text: sentence, italic: true }]);
  });
}

function laidTable({ columns, rows, total }: Table): LaidTable {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const laidRow = (cells: readonly Cell[]) => {
    let column = 0;
    return cells.map((cell) => {
      const laid = laidCell(cell, columns[column]?.align ?? "left");
      column += laid.span;
      return laid;
    });
  };
  return {
    kind: "table",
    widths: columns.map(({ width }) => width / whole),
    titles: columns.map(({ title }) => cleanText(title)),
    rows: rows.map(laidRow),
    total: total ? laidRow(total).map(inBold) : null,
  };
}

function laidCell(cell: Cell, align: LaidCell["align"]): LaidCell {
  if (typeof cell === "string" || Array.isArray(cell)) return { runs: runs(cell as Inline), span: 1, align };
  const own = cell as Exclude<Cell, Inline>;
  const laid = { runs: runs(own.text), span: own.span ?? 1, align: own.align ?? align };
  return own.link ? { ...laid, link: own.link } : laid;
}

function inBold(cell: LaidCell): LaidCell {
  return { ...cell, runs: cell.runs.map((run) => ({ ...run, bold: true })) };
}
