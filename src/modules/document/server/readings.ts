import { optionalOf, optionalText, optionalWholeNumber, unitCodeInput, yearInput } from "#kernel/input.ts";
import { keptBy, readUnit, unitLines } from "#modules/organization/server/index.ts";
import { nextPage, reading, toldAs } from "#platform/server/reading/reading.ts";
import { inSnakeCase } from "#platform/server/reading/snake-case.ts";
import { z } from "zod";
import { sides, type Paper } from "../document-model.ts";
import { examplePaper } from "../example-paper.ts";
import { paperKinds } from "../paper-kinds.ts";
import { mayKeepOffice } from "../permissions.ts";
import { documentSheet } from "../ui/document-sheet.ts";
import { findDocument } from "./find-document.ts";
import { DOCUMENTS_A_PAGE, documentYears, listDocuments } from "./list-documents.ts";
import { draftPaper, officeOf } from "./office-of.ts";

const line = z.strictObject({
  id: z.uuid(),
  unit: z.string(),
  unit_name: z.string(),
  side: z.enum(sides),
  kind: z.enum(paperKinds),
  symbol: z.string(),
  issued_on: z.string(),
  abstract: z.string().nullable(),
  back_entered: z.boolean().meta({ description: "The paper bore its number before it was entered." }),
  version: z.int(),
  replaced_by: z.uuid().nullable(),
});

const document = line.extend({
  replaces: z.uuid().nullable(),
  subject: z.strictObject({ kind: z.string(), id: z.uuid() }),
  paper: z.unknown().meta({ description: "The paper as it was issued." }),
});

/** As many as are read at once for a file. */
const PART = 500;

const list = reading({
  name: "documents.list",
  title: { vi: "Sổ văn bản được xem", en: "The issued documents that one may read, the latest first" },
  query: z.strictObject({
    unit: optionalText(100),
    side: optionalOf(z.enum(sides)),
    kind: optionalOf(z.enum(paperKinds)),
    year: optionalOf(yearInput()),
    words: optionalText(200),
    page: optionalWholeNumber(1, 999_999),
    size: optionalWholeNumber(1, PART),
  }),
  may: "each",
  async read({ db, actor, query: { page = 1, size = DOCUMENTS_A_PAGE, ...filter }, today }) {
    return { ...(await listDocuments(db, actor, filter, today, page, size)), page, size };
  },
  file: {
    called: () => ["Sổ văn bản"],
    sheet: documentSheet,
    lines: ({ lines }) => lines,
    part: { size: PART },
    following: (answer, query) => nextPage(answer, query),
  },
});

const years = reading({
  name: "documents.years",
  title: { vi: "Các năm có văn bản", en: "The years in which documents were issued" },
  query: z.strictObject({}),
  may: "each",
  read: ({ db, actor, today }) => documentYears(db, actor, today),
});

const find = reading({
  name: "documents.find",
  title: { vi: "Một văn bản đã ban hành", en: "One issued document with its paper" },
  query: z.strictObject({ document: z.string().max(100) }),
  may: "known",
  place: ({ db, actor, query, today }) => findDocument(db, actor, query.document, today),
  read: ({ place }) => Promise.resolve(place),
  paper: {
    papers: ({ paper }): readonly [Paper] => [paper],
    called: ({ symbol }) => [symbol],
    issued: ({ id }) => id,
  },
});

/** The units whose papers the asker sets. */
const offices = reading({
  name: "documents.offices",
  title: { vi: "Cơ quan mình được khai thể thức văn bản", en: "Offices of which one sets how papers look" },
  query: z.strictObject({}),
  may: { anywhere: mayKeepOffice },
  async read({ db, actor, today }) {
    const kept = await unitLines(db, await keptBy(db, actor), today);
    return [...kept.values()].map(({ code, name }) => ({ code, name }));
  },
});

/** How the papers of one side of a unit look, for whoever sets it, with a paper that shows nothing else. */
const office = reading({
  name: "documents.office",
  title: { vi: "Thể thức văn bản của một cơ quan", en: "How an office's papers look" },
  query: z.strictObject({ unit: unitCodeInput, side: z.enum(sides).default("government") }),
  may: mayKeepOffice,
  async place({ db, query, today }) {
    const unit = await readUnit(db, query.unit, today);
    return { unitId: unit.id, unit };
  },
  read: async ({ db, query: { side }, place: { unit }, today }) => ({
    unit: { code: unit.code, name: unit.name },
    side,
    office: await officeOf(db, unit.id, side, today),
    example: await draftPaper(db, unit.id, examplePaper(side), today),
  }),
});

/** Everything that can be asked of issued documents, and of how an office's papers look. */
export const documentReadings = {
  list: toldAs(list, {
    path: "/documents",
    answer: z.strictObject({ documents: z.array(line), total: z.int() }),
    told: ({ lines, total }) => ({ documents: lines.map((one) => inSnakeCase(one)), total }),
  }),
  years,
  find: toldAs(find, {
    path: "/documents/:document",
    answer: document,
    told: ({ paper, ...found }) => ({ ...inSnakeCase(found), paper }),
  }),
  offices,
  office,
};
