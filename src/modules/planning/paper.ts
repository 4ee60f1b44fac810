import { chairTitle } from "#modules/conference/chair-title.ts";
import { formWords } from "#modules/conference/words.ts";
import {
  heading,
  paragraph,
  type Block,
  type Cell,
  type Column,
  type Side,
} from "#modules/document/document-model.ts";
import type { PaperContent } from "#modules/document/office.ts";
import type { Planned, Requirement } from "./plan.ts";

/** What the paper of a plan says. */
export type PlanFacts = {
  readonly unitName: string;
  readonly year: number;
  readonly note: string | null;
  /** The number of the plan whose place it takes; null where it takes none's. */
  readonly replacedSymbol: string | null;
  readonly requirements: readonly Requirement[];
  readonly planned: readonly Planned[];
};

/** The plan as a paper of one side: what each unit must hold, then the conferences by quarter. */
export function planPaper(facts: PlanFacts, side: Side): PaperContent {
  const { year, replacedSymbol } = facts;
  const about = `Tổ chức hội nghị đối thoại giữa người đứng đầu cấp ủy, chính quyền với Nhân dân năm ${year}`;
  const abstract = replacedSymbol ? `${about} (thay thế Kế hoạch số ${replacedSymbol})` : about;
  const parts = [...notePart(facts.note), ...askedPart(facts), ...plannedPart(facts)];
  const alsoTo = ["Các cơ quan, đơn vị có tên trong Kế hoạch"];
  return { side, kind: "plan", abstract, alsoTo, body: parts.length > 0 ? [...parts, lastWords(year)] : [] };
}

function lastWords(year: number): Block {
  return paragraph(
    `Trên đây là Kế hoạch tổ chức hội nghị đối thoại năm ${year}; các cơ quan, đơn vị căn cứ tổ chức thực hiện.`,
  );
}

function notePart(note: string | null): Block[] {
  const lines = (note ?? "").split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "").map((line) => paragraph(line));
}

const column = (title: string, width: number, align?: Column["align"]): Column => ({ title, width, align });
const asCell = (value: number | string | null): Cell => (value === null ? "" : String(value));

function askedPart({ requirements, year }: PlanFacts): Block[] {
  const asked = requirements.filter(({ required }) => required > 0);
  if (asked.length === 0) return [];
  const total = asked.reduce((sum, { required }) => sum + required, 0);
  return [
    heading(1, `Chỉ tiêu năm ${year}`),
    {
      kind: "table",
      columns: [
        column("TT", 1, "center"),
        column("Đơn vị", 5),
        column("Số hội nghị", 2, "center"),
        column("Hình thức", 3),
        column("Người chủ trì", 3),
      ],
      rows: asked.map(({ unitName, required, form, chairCapacity }, index) => [
        asCell(index + 1),
        unitName,
        asCell(required),
        form ? formWords[form].vi : "",
        chairCapacity ? chairTitle(chairCapacity, unitName) : "",
      ]),
      total: ["", "Cộng", asCell(total), "", ""],
    },
  ];
}

const roman = ["", "I", "II", "III", "IV"];

function plannedPart({ planned }: PlanFacts): Block[] {
  if (planned.length === 0) return [];
  const inOrder = planned.toSorted(
    (one, other) =>
      one.quarter - other.quarter || ((one.plannedOn ?? "~") < (other.plannedOn ?? "~") ? -1 : 1),
  );
  return [
    heading(1, "Các hội nghị dự kiến"),
    {
      kind: "table",
      columns: [
        column("Thời gian", 2),
        column("Đơn vị tổ chức", 3),
        column("Nội dung, hình thức", 4),
        column("Thành phần, địa điểm", 3),
        column("Chủ trì", 2),
      ],
      rows: inOrder.map((line) => [
        line.plannedOn === null ? `Quý ${roman[line.quarter]}` : numeric(line.plannedOn),
        line.unitName,
        [line.topic, formWords[line.form].vi].filter(Boolean).join("; "),
        [line.audience, line.place].filter(Boolean).join("; "),
        line.chairCapacity ? chairTitle(line.chairCapacity, line.unitName) : "",
      ]),
    },
  ];
}

const numeric = (day: string): string => day.split("-").reverse().join("/");
