import { z } from "zod";
import { confirmers, outcomes, rulings } from "#modules/recommendation/statuses.ts";
import { code, day, nameIfAny, ref, text } from "./file-values.ts";

const symbol = nameIfAny.meta({ description: "Number and symbol of the document, 45/UBND-QLDT." });
const told = text.nullish();

function event<const A extends string, F extends z.ZodRawShape>(act: A, fields: F) {
  return z.strictObject({ on: day, act: z.literal(act), ...fields });
}

/** A coordinating agency: its code, or (extension) with its own duty and date. */
const coordinator = z.union([code, z.strictObject({ unit: code, duty: told, due: day.nullish() })]);

/** Extension: whose part it first was, where another unit carries it on. */
const dutyOf = code.nullish().meta({ description: "Extension: whose part it first was, if another's." });
const part = z.union([code, z.strictObject({ unit: code, duty_of: dutyOf, duty: told, due: day.nullish() })]);

/**
 * What happened to a matter, one event a line. Old paper registers have gaps, so a text may be missing;
 * what a figure is counted from may not.
 */
export const matterEvent = z.discriminatedUnion("act", [
  event("rule", {
    ruling: z.enum(rulings),
    due: day.nullish().meta({ description: "Extension: the day promised for a written answer." }),
    text: told,
  }),
  event("assign", {
    lead: code,
    coordinators: z.array(coordinator).max(200).nullish(),
    due: day.nullish(),
    symbol,
    text: told,
  }),
  event("return", { reason: told }),
  event("extend", { due: day, reason: told, symbol }),
  event("answer", {
    outcome: z.enum(outcomes),
    text: told,
    symbol,
    reason: told.meta({
      description: "Extension: why it was answered before a coordinating agency was done.",
    }),
  }),
  event("schedule", { until: day.nullish(), text: told }),
  event("block", { reason: told, review_on: day.nullish() }),
  event("forward_up", { to: code, symbol, text: told }),
  event("reply_from_above", { outcome: z.enum(outcomes), text: told, symbol }),
  event("merge", {
    into: ref.nullish(),
    into_elsewhere: nameIfAny.meta({
      description: "Extension: the matter that goes on is not in this file.",
    }),
  })
    .refine(({ into, into_elsewhere }) => Boolean(into) || Boolean(into_elsewhere), {
      path: ["into"],
      params: { fault: "missing" },
    })
    .refine(({ into, into_elsewhere }) => !into || !into_elsewhere, {
      path: ["into_elsewhere"],
      params: { fault: "merged_twice" },
    }),
  event("route_out", { to: nameIfAny, symbol }),
  event("reject", { reason: told }),
  event("confirm", {
    by: z.enum(confirmers),
    raised_in: z
      .array(ref)
      .max(200)
      .nullish()
      .meta({
        description:
          "Extension: whose word it is, where matters were merged: those of all that go on in this one whose people spoke. " +
          "Otherwise this one's.",
      }),
    satisfied: z.boolean(),
    text: told,
  }),
  event("close", { reason: told }),
  event("reopen", {
    due: day.nullish().meta({ description: "Extension: the day by which it is to be answered now." }),
    reason: told,
  }),
  event("hold", { reason: told }).meta({
    description:
      "Extension: a suspected complaint or denunciation is put out of sight until a reviewer decides.",
  }),
  event("release", { reason: told }).meta({
    description: "Extension: the reviewer found neither; it is shown again.",
  }),
  event("ask_extension", { due: day, reason: told }).meta({
    description: "Extension: asked, not yet decided.",
  }),
  event("refuse_extension", { reason: told }).meta({ description: "Extension: asked and not granted." }),
  event("draft_answer", { outcome: z.enum(outcomes), text: told }).meta({
    description: "Extension: an answer that has not been issued.",
  }),
  event("finish_duty", { coordinator: code, duty_of: dutyOf, text: told }).meta({
    description: "Extension: a coordinating agency has done its part.",
  }),
  event("send_back", { reason: told }).meta({ description: "Extension: the draft is to be written anew." }),
  event("hand_over", {
    lead: code.nullish(),
    coordinators: z.array(part).max(200).nullish(),
    due: day.nullish(),
    to: code.nullish(),
    symbol,
  }).meta({
    description:
      "Extension: the unit that ended handed it over. Lead and coordinators from then on; the date is kept. " +
      "`to` carries on the work of the matter's own unit.",
  }),
  event("approve_answer", { reason: told }).meta({ description: "Extension: the draft was approved." }),
]);

export type MatterEvent = z.output<typeof matterEvent>;
export type MatterAct = MatterEvent["act"];

/** The matters that an event names: the one it was merged into, those whose people spoke. */
export function mattersNamedBy(event: MatterEvent): string[] {
  if (event.act === "merge") return event.into ? [event.into] : [];
  return event.act === "confirm" ? (event.raised_in ?? []) : [];
}
