import { dayAsRead } from "#kernel/day-as-read.ts";
import type { SheetCell } from "#kernel/sheet-cell.ts";
import type { Column, Side } from "#modules/document/document-model.ts";
import type { PaperContent } from "#modules/document/office.ts";
import { lateAsRead } from "./standing.ts";
import type { Status } from "./status-transitions.ts";
import { statusWords } from "./words.ts";

/** A line of the book; of what is out of sight it has code and day alone. */
export type BookLine = {
  readonly code: string;
  readonly hidden: "held" | "routed_out" | null;
  readonly excerpt: string | null;
  readonly villageName: string | null;
  readonly receivedOn: string;
  readonly status: Status | null;
  readonly leadName: string | null;
  /** The day that was first promised in the room or, where none was, first given with the work. */
  readonly promisedOn: string | null;
  readonly dueOn: string | null;
  /** Days until then, negative once it has passed; null while no answer is owed. */
  readonly daysLeft: number | null;
  /** Why it stands as it does: what is in the way, why more time was given, why it ended; null where nobody said. */
  readonly why: string | null;
  /** To whom it was passed upward. */
  readonly passedTo: string | null;
};

/** What the book is asked for: days may be left open on either side. */
export type BookPeriod = { readonly from?: string | undefined; readonly to?: string | undefined };

const hiddenWords = { held: "Nội dung đang được xem xét.", routed_out: "Đã chuyển theo quy định." };

const columns: readonly (Column & { readonly chars: number })[] = [
  { title: "TT", width: 1, align: "center", chars: 6 },
  { title: "Mã", width: 3, chars: 16 },
  { title: "Ngày tiếp nhận", width: 2.4, align: "center", chars: 12 },
  { title: "Nội dung kiến nghị", width: 7, chars: 70 },
  { title: "Thôn, tổ dân phố", width: 2.6, chars: 24 },
  { title: "Cơ quan chủ trì", width: 3, chars: 28 },
  { title: "Hẹn lần đầu", width: 2.4, align: "center", chars: 12 },
  { title: "Thời hạn", width: 2.4, align: "center", chars: 12 },
  { title: "Tình trạng", width: 2.8, chars: 24 },
  { title: "Chuyển lên", width: 2.6, chars: 24 },
  { title: "Lý do", width: 3.4, chars: 40 },
];

/** The register book of a unit as a landscape paper; nobody signs it and it has no number. */
export function registerBook(lines: readonly BookLine[], period: BookPeriod, side: Side): PaperContent {
  const rows = lines.map((line, index) => cellsOf(line, index).map(asRead));
  const table = { kind: "table" as const, columns: columns.map(({ chars: _, ...column }) => column), rows };
  return {
    side,
    kind: "register_book",
    abstract: periodInWords(period),
    body: [table],
    signature: null,
    recipients: [],
  };
}

/** The same as a sheet. */
export const bookSheet = {
  name: "Sổ theo dõi",
  widths: columns.map(({ chars }) => chars),
  heads: columns.map(({ title }) => title),
};

/** A line of the sheet, with days as days. */
export function bookCells(line: BookLine, index: number): SheetCell[] {
  return cellsOf(line, index);
}

type Value = string | number | null | { readonly day: string };

function cellsOf(line: BookLine, index: number): Value[] {
  const { code, hidden, receivedOn, status, dueOn } = line;
  const known = [index + 1, code, { day: receivedOn }];
  if (hidden) return [...known, hiddenWords[hidden], ...columns.slice(known.length + 1).map(() => null)];
  const late = lateAsRead(line).map((words) => `; ${words}`);
  const state = status && `${statusWords[status].vi}${late.join("")}`;
  const day = (on: string | null) => (on ? { day: on } : null);
  const dates = [day(line.promisedOn), day(dueOn)];
  return [...known, line.excerpt, line.villageName, line.leadName, ...dates, state, line.passedTo, line.why];
}

function asRead(value: Value): string {
  if (value === null) return "";
  return typeof value === "object" ? dayAsRead(value.day) : String(value);
}

function periodInWords({ from, to }: BookPeriod): string | null {
  if (from && to) return `Từ ngày ${dayAsRead(from)} đến ngày ${dayAsRead(to)}`;
  if (from) return `Từ ngày ${dayAsRead(from)}`;
  return to ? `Đến ngày ${dayAsRead(to)}` : null;
}
