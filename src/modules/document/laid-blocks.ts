import { cleanText } from "#kernel/vietnamese-text.ts";
import type { Block, Heading, Inline, List, Paper, Signature } from "./document-model.ts";
import { runs } from "./laid-runs.ts";
import { laidTable } from "./laid-table.ts";
import { headingLabels, itemMarks } from "./marks.ts";
import type { LaidBlock, LaidSignature, LaidText } from "./laid-paper.ts";

/** What stands before the body: to whom, and on which grounds. */
export function openingBlocks({ addressees = [], bases = [], side }: Paper): LaidBlock[] {
  return [...addressed(addressees), ...grounds(bases, side === "party")];
}

/** The body with its headings counted and its lists marked, in a width in points. */
export function laidBlocks(
  blocks: readonly Block[],
  width: number,
  signature: (person: Signature, among: number) => LaidSignature,
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
        return [laidTable(block, width)];
      case "signatures":
        return [
          { kind: "signatures", people: block.people.map((each) => signature(each, block.people.length)) },
        ];
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
