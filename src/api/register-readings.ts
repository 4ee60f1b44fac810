import { optionalDay, optionalOf, optionalText, textInput, unitCodeInput } from "#kernel/input.ts";
import { listFields } from "#modules/recommendation/server/index.ts";
import { registerFile } from "#modules/register/register-file.ts";
import { takeOutRegister } from "#modules/register/server/index.ts";
import { z } from "zod";
import { text } from "#platform/server/reading/answer-values.ts";
import { reading } from "#platform/server/reading/reading.ts";

/** The register as a file, and the taxonomy by which it is ordered. */
export const registerReadings = [
  reading({
    name: "registers.export",
    heavy: true,
    title: { vi: "Tệp sổ của đơn vị", en: "The register file of a unit" },
    query: z.strictObject({ unit: unitCodeInput }),
    may: "each",
    api: { path: "/registers/:unit", answer: registerFile },
    async read({ db, actor, query, today }) {
      return takeOutRegister(db, actor, query.unit, today);
    },
  }),
  reading({
    name: "fields.list",
    title: { vi: "Danh mục lĩnh vực", en: "The fields of the work" },
    query: z.strictObject({ on: optionalDay, q: optionalText(100), parent: optionalOf(textInput(80)) }),
    may: "each",
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
