import { dayAsRead } from "#kernel/day-as-read.ts";
import { heading, paragraph, type Block, type Side } from "#modules/document/document-model.ts";
import type { PaperContent } from "#modules/document/office.ts";
import { nameInSentence } from "#modules/organization/name-in-sentence.ts";
import type { Status } from "#modules/recommendation/status-transitions.ts";
import { statusWords } from "#modules/recommendation/words.ts";
import type { Part } from "./line.ts";

/** What the record says; of a matter that is hidden its code and day alone. */
export type RecordFacts = {
  readonly on: string;
  readonly symbol: string | null;
  readonly from: { readonly name: string };
  readonly givenBy: string | null;
  readonly receivedBy: string | null;
  readonly note: string | null;
  readonly lines: readonly RecordLine[];
};

export type RecordLine = Part & {
  readonly code: string;
  readonly receivedOn: string;
  readonly hidden: boolean;
  readonly status: Status | null;
  readonly lead: string | null;
  readonly dueOn: string | null;
  readonly originalDueOn: string | null;
  readonly text: string | null;
  readonly to: string;
};

/** The record of a hand-over, for both sides to sign. */
export function recordPaper(facts: RecordFacts, side: Side): PaperContent {
  const { on, from, lines, givenBy, receivedBy } = facts;
  const takers = [...new Set(lines.map(({ to }) => to))].join(", ");
  return {
    side,
    kind: "handover_record",
    alsoTo: ["Bên giao, bên nhận"],
    date: on,
    abstract: `Bàn giao việc giải quyết kiến nghị của Nhân dân từ ${nameInSentence(from.name)}`,
    body: [
      paragraph(
        `Ngày ${dayAsRead(on)}, hai bên tiến hành bàn giao ${lines.length} kiến nghị đang giải quyết.`,
      ),
      heading(1, "Thành phần"),
      paragraph(`Bên giao: ${[from.name, givenBy].filter(Boolean).join(", ")}.`),
      paragraph(`Bên nhận: ${[takers, receivedBy].filter(Boolean).join(", ")}.`),
      heading(1, "Nội dung bàn giao"),
      linesTable(lines),
      ...noteOf(facts.note),
      paragraph("Thời hạn đã giao của từng kiến nghị không thay đổi do việc bàn giao."),
    ],
    signature: null,
    signatures: [
      { authority: null, title: "Đại diện bên giao", name: givenBy },
      { authority: null, title: "Đại diện bên nhận", name: receivedBy },
    ],
  };
}

function linesTable(lines: readonly RecordLine[]): Block {
  return {
    kind: "table",
    columns: [
      { title: "TT", width: 1, align: "center" },
      { title: "Mã, ngày tiếp nhận", width: 3 },
      { title: "Nội dung", width: 6 },
      { title: "Phần việc, tình trạng", width: 3.4 },
      { title: "Thời hạn", width: 2.6, align: "center" },
      { title: "Bên nhận", width: 3 },
    ],
    rows: lines.map((line, index) => [
      String(index + 1),
      `${line.code}\n${dayAsRead(line.receivedOn)}`,
      ...(line.hidden
        ? ["Nội dung không hiển thị theo quy định.", "", ""]
        : [line.text ?? "", standing(line), dueText(line)]),
      line.to,
    ]),
  };
}

function standing({ isOwner, isLead, isCoordinator, status, lead }: RecordLine): string {
  const parts = [isOwner && "theo dõi, giải quyết", isLead && "chủ trì", isCoordinator && "phối hợp"];
  const others = lead && !isLead ? `Chủ trì: ${lead}` : null;
  return [parts.filter(Boolean).join("; "), status && statusWords[status].vi, others]
    .filter(Boolean)
    .join("\n");
}

function dueText({ dueOn, originalDueOn }: RecordLine): string {
  if (!dueOn) return "";
  const first = originalDueOn && originalDueOn !== dueOn ? `\n(hạn đầu ${dayAsRead(originalDueOn)})` : "";
  return `${dayAsRead(dueOn)}${first}`;
}

function noteOf(note: string | null): Block[] {
  const lines = (note ?? "").split("\n").map((line) => line.trim());
  const said = lines.filter((line) => line !== "").map((line) => paragraph(line));
  return said.length > 0 ? [heading(1, "Ý kiến của các bên"), ...said] : [];
}
