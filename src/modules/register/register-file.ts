import { z } from "zod";
import { chairCapacities, forms } from "#modules/conference/conference.ts";
import { successionKinds, unitKinds } from "#modules/organization/unit.ts";
import { channels, kinds, namings } from "#modules/recommendation/matter.ts";
import { code, count, day, fieldCode, nameIfAny, ref, returnPeriod, text, unitName } from "./file-values.ts";
import { matterEvent } from "./matter-event.ts";

export const REGISTER_FORMAT = "doi-thoai/register@1";

const naming = z.enum(namings).nullish().meta({
  description: "Extension: how the person may be named; left out, nothing of the name is made public.",
});

/** More than a unit is ever renamed. */
const MOST_NAMES = 50;

const unit = z.strictObject({
  code,
  name: unitName.meta({ description: "The name that it bears, or bore last." }),
  former_names: z
    .array(z.strictObject({ name: unitName, until: day }))
    .max(MOST_NAMES)
    .nullish()
    .meta({
      description:
        "Extension: the names that it bore before this one, each with its last day, the earliest first. Without them the name holds for all days.",
    }),
  kind: z.enum(unitKinds),
  parent: code
    .nullish()
    .meta({ description: "The unit above at the beginning; a `reparent` changes it later." }),
  from: day.nullish(),
  until: day.nullish().meta({ description: "The day it ended: its last, or that of the succession." }),
});

/** Each unit of one side is looked for among those of the other. */
const MOST_SIDES = 1000;

const succession = z
  .strictObject({
    kind: z.enum(successionKinds),
    on: day,
    from: z.array(code).min(1).max(MOST_SIDES),
    to: z.array(code).max(MOST_SIDES).default([]),
  })
  .meta({
    description: "From these units to those. A `reparent` puts the units in `from` under the one in `to`.",
  });

const plan = z.strictObject({
  ref,
  unit: code,
  year: z.int().min(1945).max(2199),
  symbol: nameIfAny,
  issued_on: day.nullish(),
  requirements: z.array(z.strictObject({ unit: code, required: count })).default([]),
});

const chair = z.strictObject({
  name: nameIfAny,
  capacity: z.enum(chairCapacities),
  is_head: z
    .boolean()
    .nullish()
    .meta({ description: "Whether the head chaired, and not a deputy in the place." }),
  substitution_reason: text
    .nullish()
    .meta({ description: "Extension: why a deputy chaired in the head's place." }),
});

const conference = z.strictObject({
  ref,
  unit: code,
  form: z.enum(forms),
  held_on: day,
  plan: ref.nullish(),
  chairs: z.array(chair).default([]),
  attendances: count.nullish(),
  villages_represented: count.nullish(),
  topic: text.nullish(),
});

const turn = z.strictObject({
  ref,
  conference: ref,
  order: z.int().min(1).max(1_000_000).nullish(),
  speaker: nameIfAny,
  village: code.nullish(),
  praise_only: z.boolean().nullish(),
  naming,
});

const requester = z.strictObject({ name: nameIfAny, village: code.nullish() });

/** More than ever happened to a matter; each is judged with those before it. */
const MOST_EVENTS = 2000;

const recommendation = z.strictObject({
  ref,
  unit: code,
  conference: ref.nullish(),
  turn: ref.nullish(),
  channel: z.enum(channels).default("conference"),
  received_on: day,
  kind: z.enum(kinds).default("recommendation"),
  field: fieldCode
    .nullish()
    .transform((given) => given ?? "khac")
    .meta({
      description:
        "The field (lĩnh vực). A code that is not in the taxonomy yet comes into it with the file.",
    }),
  text: text.nullish().transform((given) => given ?? ""),
  raised_by: nameIfAny,
  village: code.nullish(),
  naming,
  requesters: z.array(requester).nullish().meta({
    description: "Extension: further people who raised the same matter, with the village they spoke for.",
  }),
  forwarded_from: ref.nullish().meta({
    description: "Extension: the matter below that was passed upward and that this one carries on here.",
  }),
  events: z.array(matterEvent).max(MOST_EVENTS).default([]),
});

const ballot = z.strictObject({
  conference: ref,
  issued: count,
  returned: count,
  valid: count,
  counts: z.strictObject({
    very_satisfied: count.default(0),
    satisfied: count.default(0),
    neutral: count.default(0),
    dissatisfied: count.default(0),
    very_dissatisfied: count.default(0),
  }),
});

const unitReturn = z.strictObject({
  unit: code,
  period: returnPeriod,
  cutoff: day
    .nullish()
    .meta({ description: "The day the figures were taken, which may precede the period's end." }),
  values: z
    .record(z.string().regex(/^[a-z][a-z0-9_]{0,59}$/), z.number())
    .default({})
    .meta({ description: "Indicator → number. Zero is reported, not left out." }),
});

/** The register file, `doi-thoai/register@1`: everything but `format` may be left out. */
export const registerFile = z
  .strictObject({
    $schema: z.string().max(500).optional().meta({ description: "For editors that check while one types." }),
    format: z.literal(REGISTER_FORMAT),
    units: z.array(unit).default([]),
    successions: z.array(succession).default([]),
    plans: z.array(plan).default([]),
    conferences: z.array(conference).default([]),
    turns: z.array(turn).default([]),
    recommendations: z.array(recommendation).default([]),
    ballots: z.array(ballot).default([]),
    returns: z.array(unitReturn).default([]),
  })
  .meta({
    title: "Đối Thoại: register file",
    description: "Units, plans, conferences and every matter with its events.",
  });

/** A register file as read: lists are there, if empty. */
export type RegisterFile = z.output<typeof registerFile>;
/** A register file as it may be written. */
export type RegisterFileInput = z.input<typeof registerFile>;
export type RegisterUnit = RegisterFile["units"][number];
export type RegisterSuccession = RegisterFile["successions"][number];
export type RegisterPlan = RegisterFile["plans"][number];
export type RegisterConference = RegisterFile["conferences"][number];
export type RegisterTurn = RegisterFile["turns"][number];
export type RegisterRecommendation = RegisterFile["recommendations"][number];
export type RegisterBallot = RegisterFile["ballots"][number];
export type RegisterReturn = RegisterFile["returns"][number];

/** JSON Schema (draft 2020-12) of what may be written, served at `/api/schemas/register.json`. */
export function registerJsonSchema() {
  return z.toJSONSchema(registerFile, { io: "input", target: "draft-2020-12" });
}
