import { capacities } from "#kernel/actor.ts";
import { count, day, named, text } from "#platform/server/reading/answer-values.ts";
import { z } from "zod";
import { channels, kinds, namings, reportClasses } from "../matter.ts";
import { confirmers, moves, outcomes, rulings, statuses } from "../status-transitions.ts";

// What the API promises of matters.

const hidden = z.enum(["held", "routed_out"]);
const status = z.enum(statuses).nullable();
const days_left = z.int().nullable().meta({
  description: "Until the present date, negative once it has passed; null while no answer is owed.",
});

export const lineAnswer = z.strictObject({
  code: z.string(),
  hidden: hidden
    .nullable()
    .meta({ description: "Why it is out of sight; then nothing but its unit and day is told." }),
  excerpt: text,
  unit_name: z.string(),
  village_name: text,
  received_on: day,
  status,
  class: z.enum(reportClasses).nullable(),
  lead_name: text,
  due_on: day.nullable(),
  days_left,
});

const recorded = {
  person_name: text,
  post: z
    .strictObject({ capacity: z.enum(capacities), acting: z.boolean(), title: text, unit_name: z.string() })
    .nullable()
    .meta({ description: "Null where a register brought it." }),
};

const event = z.strictObject({
  ...recorded,
  act: z.enum(moves),
  on: day,
  sequence: z.int().meta({ description: "The order of entry; facts of one day stand in it." }),
  ruling: z.enum(rulings).nullable(),
  outcome: z.enum(outcomes).nullable(),
  lead_name: text,
  coordinator_names: z.array(z.string()),
  coordinator_name: text.meta({ description: "Whose part is done." }),
  due_on: day.nullable(),
  until_on: day.nullable(),
  review_on: day.nullable(),
  to: text,
  into_code: text,
  confirmed_by: z.enum(confirmers).nullable(),
  raised_in: z.array(z.string()).meta({
    description: "Whose word it is where several raised the same: codes of the matters whose people spoke.",
  }),
  village_names: z.array(z.string()).meta({ description: "From which villages." }),
  satisfied: z.boolean().nullable(),
  symbol: text,
  reason: text,
  text,
});
const annulled = event.extend({ annulment: z.strictObject({ ...recorded, on: day, reason: z.string() }) });

const correction = z.strictObject({
  ...recorded,
  on: day,
  reason: z.string(),
  changes: z.array(z.strictObject({ part: z.string(), before: text })),
});

const linked = z.strictObject({
  code: z.string(),
  unit_name: z.string(),
  received_on: day,
  status,
  readable: z.boolean(),
});

const coordinator = z.strictObject({
  code: z.string(),
  name: z.string(),
  duty_of: z
    .strictObject({ code: z.string(), name: z.string() })
    .nullable()
    .meta({ description: "Whose part it first was, where another carries it on." }),
  duty: text,
  due_on: day.nullable(),
  done_on: day.nullable().meta({ description: "The day on which it called its part done." }),
});

const state = z.strictObject({
  status: z.enum(statuses),
  class: z.enum(reportClasses),
  outcome: z.enum(outcomes).nullable(),
  assignment_active: z.boolean(),
  due_on: day.nullable(),
  original_due_on: day.nullable(),
  extensions: count,
  extension_asked: z.strictObject({ due_on: day, reason: text }).nullable(),
  draft: z.enum(["none", "drafted", "sent_back", "approved"]),
  answered_on: day.nullable(),
  held: z.boolean(),
  satisfied: z
    .boolean()
    .nullable()
    .meta({ description: "False while the last word of anybody is no: nobody takes back another's." }),
  unsettled: z.boolean().meta({ description: "Somebody said no, and nothing has happened since." }),
});

const head = { code: z.string(), unit: named, received_on: day };
const stub = z.strictObject({ ...head, hidden });
const matter = z.strictObject({
  ...head,
  hidden: z.null(),
  hidden_from_others: hidden.nullable(),
  id: z.uuid(),
  keeper_code: z.string().meta({ description: "The unit that works on it today." }),
  version: z.int(),
  text: z.string(),
  kind: z.enum(kinds),
  channel: z.enum(channels),
  naming: z.enum(namings),
  field: z.string().meta({ description: "What it is called, below the field that it is part of." }),
  field_code: z.string().meta({ description: "As acts want it." }),
  village: named.nullable(),
  conference: z
    .strictObject({
      id: z.uuid(),
      held_on: day,
      held: z.boolean(),
      topic: text,
      turn: z.int().nullable(),
      turn_id: z.uuid().nullable(),
    })
    .nullable(),
  state,
  promise: z.strictObject({ promised_on: day, given_on: day, kept: z.boolean().nullable() }).nullable().meta({
    description:
      "Promised in the room for another day than the work was given; whether it was answered by the promised one.",
  }),
  lead: named.nullable(),
  coordinators: z.array(coordinator),
  days_left,
  recorded: z.strictObject(recorded).nullable().meta({
    description: "Who wrote it down; null where a register brought it, or a unit below passed it up.",
  }),
  requesters: z.array(
    z.strictObject({
      name: text.meta({ description: "Null where nobody is named, or this reader is not to know." }),
      naming: z.enum(namings),
      village_name: text,
      code: z.string(),
      received_on: day,
    }),
  ),
  raised_times: count,
  events: z.array(event).meta({ description: "In the order of their days." }),
  annulled: z.array(annulled),
  corrections: z.array(correction),
  links: z.strictObject({
    parent: linked.nullable(),
    child: linked.nullable().meta({ description: "What it became above; of several the last." }),
    children: z.array(linked).meta({ description: "Also of what was merged into it." }),
    merged_into: linked.nullable().meta({ description: "In which it goes on, through however many merges." }),
    merged_from: z.array(linked).meta({ description: "Whatever goes on in it." }),
  }),
  moves: z.array(z.enum(moves)).meta({ description: "What this reader may do with it now." }),
  withheld_moves: z
    .array(z.object({ move: z.enum(moves), vi: z.string(), en: z.string() }))
    .meta({ description: "What this reader might do were it not refused whatever is filled in, and why." }),
  late_moves: z
    .strictObject({ moves: z.array(z.enum(moves)), until: day })
    .nullable()
    .meta({
      description:
        "What this reader may enter of the days until one, on which they led the work that another has since.",
    }),
  may_correct: z.boolean(),
  may_annul: z.boolean(),
  may_annul_before_hold: z.boolean().meta({
    description: "Whether this reader may take back the last step of the work, before a hold that has ended.",
  }),
  paper_reply: z
    .strictObject({ on: day, outcome: z.enum(outcomes), text, symbol: text })
    .nullable()
    .meta({ description: "A reply on paper that the unit below entered, to be taken over." }),
  may_write_answer: z.boolean().meta({ description: "An answer given in the room still has no words." }),
});

/** Of what is out of sight its unit and its day alone. */
export const matterAnswer = z.union([matter, stub]);
