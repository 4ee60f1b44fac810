import { sides } from "#modules/document/document-model.ts";
import { reportClasses } from "#modules/recommendation/matter.ts";
import { statuses } from "#modules/recommendation/statuses.ts";
import { count, day, text } from "#platform/server/reading/answer-values.ts";
import { z } from "zod";

// What the API promises of notices of conclusion.

const coordinator = z.strictObject({ unit: z.string(), name: z.string(), duty: text, due: day.nullable() });
const line = z.strictObject({
  position: z.int(),
  matter: z.string(),
  task: z.string(),
  lead: text,
  lead_name: text,
  due: day.nullable(),
  promised: day
    .nullable()
    .meta({ description: "The day promised in the room, from which the line may depart." }),
  coordinators: z.array(coordinator),
  own: z.boolean().meta({ description: "It gives work to one of the reader's units." }),
});
const change = z.strictObject({
  matter: z.string(),
  kind: z.enum(["same", "added", "removed", "changed"]),
  parts: z.array(z.enum(["task", "lead", "due", "coordinators"])),
});

export const noticesAnswer = z.strictObject({
  editions: z.array(
    z.strictObject({
      id: z.uuid(),
      edition: z.int(),
      issued_on: day,
      lines: count,
      symbols: z.array(z.string()),
    }),
  ),
  draft: z
    .strictObject({ id: z.uuid(), edition: z.int(), lines: count })
    .nullable()
    .meta({ description: "Told to those who write and sign it." }),
});

export const noticeAnswer = z.strictObject({
  id: z.uuid(),
  conference: z.uuid(),
  unit: z.string(),
  edition: z.int(),
  version: z.int(),
  state: z.enum(["draft", "issued"]),
  issued_on: day.nullable(),
  opening: text,
  closing: text,
  lines: z.array(line),
  hidden: z.array(z.int()).meta({ description: "Positions of lines that are out of sight." }),
  documents: z.array(z.strictObject({ id: z.uuid(), side: z.enum(sides), symbol: z.string() })),
  changes: z
    .array(change)
    .nullable()
    .meta({ description: "Against the edition before; null for the first." }),
});

export const publicationAnswer = z.strictObject({
  conference: z.uuid(),
  edition: z.int(),
  issued_on: day,
  published_on: day.nullable(),
  matters: z.array(
    z.strictObject({
      code: z.string(),
      goes_on_in: text.meta({
        description: "Merged into one of another conference, whose state it has.",
      }),
      text: text.meta({ description: "In words that a person approved; null until one has." }),
      awaits: z.boolean().meta({ description: "Words of it wait for approval." }),
      wordless: z.boolean().meta({ description: "Answered in the room, and nobody has written down how." }),
      status: z.enum(statuses),
      class: z.enum(reportClasses),
      open: z.boolean(),
      lead_name: text,
      due: day.nullable(),
      answered_on: day.nullable(),
      answer: text,
    }),
  ),
  hidden: count.meta({
    description:
      "Of those that the reader may read, how many went where the law wants them; their words are not told.",
  }),
});

export const versionsAnswer = z.strictObject({
  versions: z.array(
    z.strictObject({
      matter: z.string(),
      part: z.enum(["text", "answer"]),
      original: z.string(),
      digest: z.string().meta({ description: "SHA-256 of the original; the approval names it." }),
      proposed: z.string().meta({ description: "Without what looks like a name, a number, an address." }),
      approved: text,
      approved_at: text,
      approved_by: text,
    }),
  ),
});
