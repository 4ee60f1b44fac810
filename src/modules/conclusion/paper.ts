import { dayAsRead } from "#kernel/day-as-read.ts";
import { bodyInText } from "#modules/document/body-in-text.ts";
import { paragraph, type Block, type Cell, type Side } from "#modules/document/document-model.ts";
import { matterLink } from "#modules/document/matter-rows.ts";
import type { PaperContent } from "#modules/document/office.ts";
import { departedFrom, type NoticeLine } from "./conclusion.ts";
import type { LineChange } from "./line-changes.ts";
import { conferenceInWords, type Occasion } from "./opening.ts";

/** What the paper of a notice says. */
export type NoticeFacts = {
  readonly occasion: Occasion;
  readonly opening: string | null;
  readonly closing: string | null;
  readonly lines: readonly NoticeLine[];
  /** What it changes in the edition before; null for the first. */
  readonly amends: {
    readonly symbol: string | null;
    readonly issuedOn: string;
    readonly changes: readonly LineChange[];
  } | null;
};

/** The notice as a paper of one side: the opening words, a table of who does what until when, the closing words. */
export function noticePaper(facts: NoticeFacts, side: Side): PaperContent {
  return {
    side,
    kind: "notice_of_conclusion",
    abstract: abstractOf(facts),
    alsoTo: ["Các cơ quan, đơn vị được giao nhiệm vụ"],
    body: [...prose(facts.opening), ...amendments(facts), linesTable(facts.lines), ...prose(facts.closing)],
  };
}

function abstractOf({ occasion, amends }: NoticeFacts): string {
  const about = `Kết luận tại ${conferenceInWords(occasion.form)} ngày ${dayAsRead(occasion.heldOn)}`;
  if (!amends) return about;
  const number = amends.symbol ? ` số ${amends.symbol}` : "";
  const subject = about.charAt(0).toLocaleLowerCase("vi") + about.slice(1);
  return `Sửa đổi, bổ sung Thông báo${number} ngày ${dayAsRead(amends.issuedOn)} về ${subject}`;
}

function prose(text: string | null): Block[] {
  const lines = (text ?? "").split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "").map((line) => paragraph(line));
}

function linesTable(lines: readonly NoticeLine[]): Block {
  return {
    kind: "table",
    columns: [
      { title: "TT", width: 1, align: "center" },
      { title: "Nội dung công việc", width: 6 },
      { title: "Cơ quan chủ trì", width: 3.6 },
      { title: "Cơ quan phối hợp", width: 3.6 },
      { title: "Thời hạn", width: 2.4, align: "center" },
    ],
    rows: lines.map((line, index) => [
      String(index + 1),
      { text: line.task, link: matterLink(line.matter) },
      bodyInText(line.leadName ?? ""),
      helpersOf(line),
      dueOf(line),
    ]),
  };
}

/** The date, and the one promised in the room where this is another: those who were there look for it. */
function dueOf(line: NoticeLine): string {
  if (!line.dueOn) return "";
  const promised = departedFrom(line);
  const due = dayAsRead(line.dueOn);
  return promised ? `${due} (tại hội nghị hẹn ${dayAsRead(promised)})` : due;
}

function helpersOf({ coordinators, dueOn }: NoticeLine): string {
  return coordinators
    .map(({ name, duty, dueOn: own }) => {
      const date = own && own !== dueOn ? ` (hạn ${dayAsRead(own)})` : "";
      return duty ? `${bodyInText(name)}: ${duty}${date}` : `${bodyInText(name)}${date}`;
    })
    .join("\n");
}

function amendments({ amends }: NoticeFacts): Block[] {
  const changed = amends?.changes.filter(({ kind }) => kind !== "same") ?? [];
  if (changed.length === 0) return [];
  const rows = changed.map((change, index): Cell[] => {
    const line = (change.after ?? change.before)!;
    return [
      String(index + 1),
      { text: line.task, link: matterLink(change.matter) },
      change.before ? assignedWords(change.before) : "Chưa giao",
      change.after ? assignedWords(change.after) : "Đưa ra khỏi thông báo",
    ];
  });
  return [
    paragraph("1. Những nội dung sửa đổi, bổ sung:", { indent: true }),
    {
      kind: "table",
      columns: [
        { title: "TT", width: 1, align: "center" },
        { title: "Nội dung công việc", width: 6 },
        { title: "Đã giao", width: 4 },
        { title: "Nay giao", width: 4 },
      ],
      rows,
    },
    paragraph("2. Toàn bộ nhiệm vụ sau khi sửa đổi, bổ sung:", { indent: true }),
  ];
}

function assignedWords(line: NoticeLine): string {
  const helpers = line.coordinators.map(({ name }) => bodyInText(name)).join(", ");
  const parts = [
    line.leadName && bodyInText(line.leadName),
    helpers && `phối hợp: ${helpers}`,
    line.dueOn && `hạn ${dayAsRead(line.dueOn)}`,
  ];
  return parts.filter(Boolean).join("; ");
}
