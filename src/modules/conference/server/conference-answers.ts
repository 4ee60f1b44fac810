import { kinds, namings, reportClasses } from "#modules/recommendation/matter.ts";
import { rulings, statuses } from "#modules/recommendation/statuses.ts";
import { count, day, text } from "#platform/server/reading/answer-values.ts";
import { z } from "zod";
import { chairCapacities, forms, lives } from "../conference.ts";

// What the API promises of conferences.

export const conferenceHead = z.strictObject({
  id: z.uuid(),
  unit: z.string(),
  unit_name: z.string(),
  form: z.enum(forms),
  held_on: day.meta({ description: "The day it was held, or is to be." }),
  starts_at: text.meta({ description: "When it begins, `HH:MM` by the clock of its place." }),
  life: z.enum(lives),
  topic: text,
  attendances: count.nullable(),
});

const matter = z.strictObject({
  code: z.string(),
  turn_id: z.uuid().nullable(),
  text: z.string(),
  kind: z.enum(kinds),
  field: z.string().meta({ description: "What it is called." }),
  field_code: z.string().meta({ description: "As acts want it." }),
  status: z.enum(statuses),
  held: z.boolean().meta({ description: "Held for review: nothing is ruled on it till then." }),
  ruling: z.enum(rulings).nullable(),
  ruling_text: text.meta({
    description: "What was said with the ruling; null where it is not written down.",
  }),
  ruled_on: day.nullable(),
  promised: day.nullable().meta({ description: "The day for which an answer was promised with the ruling." }),
  lead: text,
  due: day.nullable(),
  version: z.int(),
});

const turn = z.strictObject({
  id: z.uuid(),
  position: z.int(),
  naming: z.enum(namings),
  praise_only: z.boolean(),
  speaker: text.meta({ description: "Null where this reader is not to know who spoke." }),
  village: text,
  village_name: text,
  summary: text,
  matters: z.array(matter),
  hidden: count.meta({ description: "Matters of the turn that are not this reader's." }),
  untold: z.boolean().meta({
    description:
      "Something of the turn is out of sight: neither who spoke nor what was said as a whole is told.",
  }),
});

const chair = z.strictObject({
  name: text,
  capacity: z.enum(chairCapacities),
  is_head: z.boolean(),
  substitution_reason: text.optional(),
});

export const conferenceAnswer = conferenceHead.extend({
  place: text,
  ad_hoc_reason: text,
  called_off_reason: text,
  collect_until: day.nullable(),
  legal_bases: z.array(z.string()),
  villages_represented: count.nullable(),
  version: z.int(),
  chairs: z.array(chair).meta({ description: "In their order." }),
  turns: z.array(turn),
  loose: z.array(matter).meta({ description: "Matters that belong to no turn." }),
  counts: z
    .strictObject({
      turns: count,
      recommendations: count,
      open: count,
      by_class: z.partialRecord(z.enum(reportClasses), count),
      others: count.meta({ description: "Matters that are not this reader's: in no other number." }),
    })
    .meta({ description: "Of the matters that this reader may open." }),
});
