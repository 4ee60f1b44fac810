import { optionalOf, optionalText, optionalWholeNumber } from "#kernel/input.ts";
import { sides } from "#modules/document/document-model.ts";
import { paperKinds } from "#modules/document/paper-kinds.ts";
import { findDocument, listDocuments } from "#modules/document/server/index.ts";
import { z } from "zod";
import { reading } from "#platform/server/reading/reading.ts";
import { inSnakeCase } from "#platform/server/reading/snake-case.ts";

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

/** Issued documents, to those who read the whole register of their unit. */
export const documentReadings = [
  reading({
    name: "documents.list",
    title: { vi: "Sổ văn bản được xem", en: "The issued documents that one may read, the latest first" },
    query: z.strictObject({
      unit: optionalText(100),
      side: optionalOf(z.enum(sides)),
      kind: optionalOf(z.enum(paperKinds)),
      year: optionalWholeNumber(1945, 2200),
      words: optionalText(200),
      page: optionalWholeNumber(1, 100_000),
      size: optionalWholeNumber(1, 200),
    }),
    may: "each",
    api: { path: "/documents", answer: z.strictObject({ documents: z.array(line), total: z.int() }) },
    async read({ db, actor, query: { page, size, ...filter }, today }) {
      const { lines, total } = await listDocuments(db, actor, filter, today, page, size);
      return { documents: lines.map((one) => inSnakeCase(one)), total };
    },
  }),
  reading({
    name: "documents.find",
    title: { vi: "Một văn bản đã ban hành", en: "One issued document with its paper" },
    query: z.strictObject({ document: z.string().max(100) }),
    may: "each",
    api: { path: "/documents/:document", answer: document },
    async read({ db, actor, query, today }) {
      const { paper, ...found } = await findDocument(db, actor, query.document, today);
      return { ...inSnakeCase(found), paper };
    },
  }),
];
