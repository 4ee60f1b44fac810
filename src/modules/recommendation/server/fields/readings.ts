import { optionalDay, optionalOf, optionalText, textInput } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { mayAdminister } from "#modules/organization/permissions.ts";
import { mayDo } from "#modules/organization/server/index.ts";
import { text } from "#platform/server/reading/answer-values.ts";
import { reading } from "#platform/server/reading/reading.ts";
import { z } from "zod";
import { mayKeepFields } from "../../permissions.ts";
import { recommendationProblems as problems } from "../../problems.ts";
import { fieldsSheet } from "../../ui/fields/fields-sheet.ts";
import { listFields, readFields } from "./read-fields.ts";

/** The taxonomy by which the register is ordered. */
const list = reading({
  name: "fields.list",
  title: { vi: "Danh mục lĩnh vực", en: "The fields of the work" },
  query: z.strictObject({ on: optionalDay, q: optionalText(100), parent: optionalOf(textInput(80)) }),
  may: "everyone",
  api: {
    path: "/fields",
    answer: z.strictObject({
      fields: z.array(z.strictObject({ code: z.string(), parent_code: text, name: z.string() })),
    }),
  },
  read: async ({ db, query: { on, q, parent } }) => ({
    fields: await listFields(db, { on, words: q, parent }),
  }),
});

/** With the fields that were, for every administrator to read; only the centre's keeps it. */
const kept = reading({
  name: "fields.kept",
  title: { vi: "Danh mục lĩnh vực để quản trị", en: "The fields as administrators read them" },
  query: z.strictObject({}),
  may: { anywhere: mayAdminister },
  read: async ({ db, actor, today }) => ({
    fields: await readFields(db, today),
    mayKeep: await mayDo(db, actor, mayKeepFields, null, today),
  }),
  file: {
    called: () => ["Lĩnh vực"],
    sheet: ({ fields }) => fieldsSheet(fields),
    lines: ({ fields }) => fields,
    following: () => null,
  },
});

const wholeCountry = () => Promise.resolve({ unitId: null });

/** The fields below which another can be added. */
const toAdd = reading({
  name: "fields.to_add",
  title: { vi: "Thêm lĩnh vực", en: "The fields below which one is added" },
  query: z.strictObject({}),
  may: mayKeepFields,
  place: wholeCountry,
  async read({ db, today }) {
    const parents = (await readFields(db, today)).filter(({ parent, ended }) => parent === null && !ended);
    return { parents: parents.map(({ code, name }) => ({ code, name })) };
  },
});

const toChange = reading({
  name: "fields.to_change",
  title: { vi: "Một lĩnh vực để thay đổi", en: "A field to be renamed or ended" },
  query: z.strictObject({ field: z.string() }),
  may: mayKeepFields,
  place: wholeCountry,
  async read({ db, query, today }) {
    const fields = await readFields(db, today);
    const field = fields.find(({ code }) => code === query.field);
    if (!field) throw new Problem(problems.field_not_found);
    const parts = fields.filter(({ parent, ended }) => parent === field.code && !ended).length;
    return { field, parts };
  },
});

/** Everything that can be asked of the fields of the work. */
export const fieldReadings = { list, kept, toAdd, toChange };
