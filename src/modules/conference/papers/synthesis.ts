import { dayAsRead } from "#kernel/day-as-read.ts";
import { matterLink } from "#modules/document/matter-rows.ts";
import { heading, paragraph, type Block, type Cell, type Side } from "#modules/document/document-model.ts";
import type { PaperContent } from "#modules/document/office.ts";
import { conferenceOnDay, type PaperOccasion } from "./occasion.ts";
import { leftOutNote, type Outgoing } from "./outgoing-text.ts";

export type SynthesisField = {
  readonly name: string;
  /** From so many villages. */
  readonly villages: number;
  readonly matters: readonly {
    readonly code: string;
    readonly text: string;
    readonly villageName: string | null;
    /** It came in after the last day of collecting. */
    readonly late: boolean;
    /** Like ones raised in the unit before. */
    readonly earlier: readonly { readonly receivedOn: string }[];
  }[];
};

export type SynthesisFacts = {
  readonly occasion: PaperOccasion;
  readonly fields: readonly SynthesisField[];
  readonly asOf: string;
  readonly outgoing: Outgoing;
};

/** What was collected beforehand: how much in each field and from how many villages, then each in its words. */
export function synthesisPaper(
  { occasion, fields, asOf, outgoing }: SynthesisFacts,
  side: Side,
): PaperContent {
  const matters = fields.flatMap((field) => field.matters);
  const said = fields.flatMap((field) => fieldBlocks(field, outgoing));
  const villages = new Set(matters.flatMap(({ villageName }) => villageName ?? []));
  return {
    side,
    kind: "synthesis",
    alsoTo: ["Người chủ trì hội nghị"],
    abstract: `Tổng hợp ý kiến, kiến nghị của Nhân dân trước ${conferenceOnDay(occasion)}`,
    body: [
      paragraph(
        `Tính đến ngày ${dayAsRead(asOf)}, Văn phòng nhận được ${matters.length} ý kiến, kiến nghị ` +
          `thuộc ${fields.length} lĩnh vực, từ ${villages.size} thôn, tổ dân phố.`,
      ),
      heading(1, "Số lượng theo lĩnh vực"),
      countsTable(fields, villages.size),
      heading(1, "Nội dung"),
      ...said,
      ...leftOutNote(said),
      paragraph(`Trên đây là tổng hợp ý kiến, kiến nghị của Nhân dân trước ${conferenceOnDay(occasion)}.`),
    ],
  };
}

function countsTable(fields: readonly SynthesisField[], villages: number): Block {
  const all = fields.reduce((sum, { matters }) => sum + matters.length, 0);
  return {
    kind: "table",
    columns: [
      { title: "TT", width: 1, align: "center" },
      { title: "Lĩnh vực", width: 6 },
      { title: "Số ý kiến, kiến nghị", width: 3, align: "center" },
      { title: "Số thôn, tổ dân phố", width: 3, align: "center" },
    ],
    rows: fields.map(({ name, matters, villages: from }, index) => [
      String(index + 1),
      name,
      String(matters.length),
      String(from),
    ]),
    total: ["", "Cộng", String(all), String(villages)],
  };
}

function fieldBlocks({ name, matters, villages }: SynthesisField, outgoing: Outgoing): Block[] {
  const from = villages > 0 ? `, ${villages} thôn, tổ dân phố` : "";
  return [
    heading(2, `${name} (${matters.length} ý kiến, kiến nghị${from})`),
    {
      kind: "table",
      columns: [
        { title: "TT", width: 1, align: "center" },
        { title: "Nội dung", width: 8 },
        { title: "Nơi kiến nghị", width: 3 },
        { title: "Đã nêu trước đây", width: 2.6, align: "center" },
      ],
      rows: matters.map(({ code, text, villageName, late, earlier }, index): Cell[] => [
        String(index + 1),
        { text: late ? `${outgoing(text)} (đến muộn)` : outgoing(text), link: matterLink(code) },
        villageName ?? "",
        earlier.map(({ receivedOn }) => dayAsRead(receivedOn)).join("\n"),
      ]),
    },
  ];
}
