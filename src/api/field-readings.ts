import { optionalDay, optionalOf, optionalText, textInput } from "#kernel/input.ts";
import { listFields } from "#modules/recommendation/server/index.ts";
import { z } from "zod";
import { text } from "#platform/server/reading/answer-values.ts";
import { reading } from "#platform/server/reading/reading.ts";

/** The taxonomy by which the register is ordered. */
export const fieldReadings = [
  reading({
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
  }),
];
