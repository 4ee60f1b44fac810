import type { Actor } from "#kernel/actor.ts";
import { inOrder } from "#kernel/input.ts";
import { sides, type Paper } from "#modules/document/document-model.ts";
import { getLocale } from "#paraglide/runtime.js";
import { reading, type Asker } from "#platform/server/reading/reading.ts";
import { z } from "zod";
import { bookCells, bookSheet, type BookLine } from "../../register-book.ts";
import { matterSheet } from "../../ui/list/matter-sheet.ts";
import { askedList, filterAndSort, listKey } from "./asked-list.ts";
import { bookLines } from "./book-lines.ts";
import { bookOf } from "./book-of.ts";
import { listMatters } from "./list-matters.ts";
import { narrowingUnits, suggestedUnits } from "./list-narrowing.ts";

// The list as it is taken out: as a sheet, as the register book, and what helps to narrow it.

/** As many as are read at once, so that the length of a list costs no memory. */
const PART = 500;
const wholeText = 50_000;

const partAsked = askedList
  .extend({
    /** Where the part begins, and as which line of the whole. */
    after: listKey,
    first: z.number().default(0),
  })
  .superRefine(inOrder);

/** A part of the list that an address asks for, with the whole words of each matter. */
async function partOfWhole({ db, actor, query, today }: Asker<z.output<typeof partAsked>>) {
  const { after, first, ...asked } = query;
  const { filter, sort } = filterAndSort(asked);
  const page = { sort, size: PART, after, excerpt: wholeText };
  const { matters, next } = await listMatters(db, actor, filter, page, today);
  return { matters, next, first };
}

type Part<Line> = {
  readonly matters: readonly Line[];
  readonly next: string | null;
  readonly first: number;
};

const following = <Line>({ next, matters, first }: Part<Line>, query: object) =>
  next === null ? null : { ...query, after: next, first: first + matters.length };

const whole = reading({
  name: "recommendations.whole_list",
  title: { vi: "Danh sách kiến nghị để tải về", en: "The list of matters as a file" },
  query: partAsked,
  may: "each",
  read: partOfWhole,
  file: {
    called: () => ["Kiến nghị"],
    sheet: () => matterSheet(getLocale()),
    lines: ({ matters }) => matters,
    following,
  },
});

/** The same part as the book has it. */
async function partOfBook(asker: Asker<z.output<typeof partAsked>>) {
  const { matters, ...part } = await partOfWhole(asker);
  return { ...part, matters: await bookLines(asker.db, asker.actor, matters, asker.today) };
}

const bookSheetLines = reading({
  name: "recommendations.book_sheet",
  title: { vi: "Sổ theo dõi kiến nghị dạng bảng", en: "The register book as a sheet" },
  query: partAsked,
  may: "each",
  read: partOfBook,
  file: {
    called: () => ["Sổ theo dõi kiến nghị"],
    sheet: () => ({
      ...bookSheet,
      cells: ({ line, at }: { readonly line: BookLine; readonly at: number }) => bookCells(line, at),
    }),
    lines: ({ matters, first }) => matters.map((line, at) => ({ line, at: first + at })),
    following,
  },
});

const book = reading({
  name: "recommendations.book",
  title: { vi: "Sổ theo dõi kiến nghị để in", en: "The register book as a paper" },
  query: askedList.extend({ side: z.enum(sides) }).superRefine(inOrder),
  may: "each",
  read: ({ db, actor, query: { side, ...asked }, today }) =>
    bookOf(db, actor, { ...filterAndSort(asked), side }, today),
  paper: {
    papers: (paper): readonly [Paper] => [paper],
    called: ({ header }) => [header.date],
  },
});

/** The units that may be meant by what is being typed into a filter of the list. */
const suggested = reading({
  name: "recommendations.suggested_units",
  title: { vi: "Đơn vị gợi ý khi lọc danh sách", en: "Units that may be meant in a filter of the list" },
  query: z.object({
    of: z.enum(narrowingUnits).optional().catch(undefined),
    typed: z.string().default(""),
    unit: z.string().optional(),
  }),
  may: "each",
  read: async ({ db, actor, query: { of, typed, unit }, today }) =>
    of
      ? suggestedUnits(db, actor as Actor, { of, typed, unit: of === "unit" ? undefined : unit }, today)
      : [],
});

export const listFileReadings = { whole, bookLines: bookSheetLines, book, suggested };
