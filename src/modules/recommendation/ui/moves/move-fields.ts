import { m } from "#paraglide/messages.js";
import type { FormPart } from "../../moves/form-part.ts";
import { byMove } from "../../moves/move-rows.ts";
import type { Confirmer } from "../../status-transitions.ts";

/** How a field of a move is filled in. */
type FieldKind =
  | "text"
  | "line"
  | "day"
  | "ruling"
  | "outcome"
  | "confirmer"
  | "whose"
  | "satisfied"
  | "promise"
  | "agency"
  | "coordinators"
  | "above"
  | "duty"
  | "matter"
  | "ended"
  | "known";

export type MoveField = {
  readonly name: string;
  readonly kind: FieldKind;
  readonly label: () => string;
  readonly hint?: () => string;
  /** Never demanded. */
  readonly optional?: true;
  /** Demanded in some cases only: its hint or the form says in which. */
  readonly sometimes?: true;
  /** Shown once the act has asked for it. */
  readonly asked?: true;
};

/** An answer by its parts; the first alone will do. */
export const answerFields: readonly MoveField[] = [
  {
    name: "text",
    kind: "text",
    label: m.recommendation_field_answer,
    hint: m.recommendation_field_answer_hint,
  },
  {
    name: "action",
    kind: "text",
    label: m.recommendation_part_action,
    hint: m.recommendation_part_action_hint,
    optional: true,
  },
  { name: "done_on", kind: "day", label: m.recommendation_part_done_on, optional: true },
  {
    name: "basis",
    kind: "line",
    label: m.recommendation_part_basis,
    hint: m.recommendation_part_basis_hint,
    sometimes: true,
  },
  {
    name: "evidence",
    kind: "text",
    label: m.recommendation_part_evidence,
    hint: m.recommendation_part_evidence_hint,
    optional: true,
  },
];
const reason: MoveField = { name: "reason", kind: "text", label: m.recommendation_field_reason };
const due: MoveField = { name: "due", kind: "day", label: m.recommendation_field_due };

const optionally = (field: MoveField): MoveField => ({ ...field, optional: true });

/** How each part of a form is asked for; the names are those of the act's input. */
const parts: Record<FormPart, MoveField | readonly MoveField[]> = {
  ruling: { name: "ruling", kind: "ruling", label: m.recommendation_field_ruling },
  promised_day: { name: "due", kind: "day", label: m.recommendation_field_promised, optional: true },
  ruling_text: {
    name: "text",
    kind: "text",
    label: m.recommendation_field_ruling_text,
    hint: m.recommendation_field_ruling_text_hint,
    optional: true,
  },
  // Asked only once an answer was found to promise something for a day.
  promise: { name: "promise", kind: "promise", label: m.recommendation_promise, optional: true },
  lead: { name: "lead", kind: "agency", label: m.recommendation_field_lead },
  due,
  // Left out, it is as long as was given the first time; what never had a date is not reopened without.
  due_anew: { ...due, sometimes: true },
  coordinators: {
    name: "coordinators",
    kind: "coordinators",
    label: m.recommendation_coordinators,
    hint: m.recommendation_field_coordinators_hint,
    optional: true,
  },
  symbol: { name: "symbol", kind: "line", label: m.recommendation_field_symbol, optional: true },
  note: { name: "text", kind: "text", label: m.recommendation_field_note, optional: true },
  reason,
  reason_if_any: optionally(reason),
  new_due: { name: "due", kind: "day", label: m.recommendation_field_new_due },
  duty_of: { name: "unit", kind: "duty", label: m.recommendation_field_duty_of, optional: true },
  duty_done: { name: "text", kind: "text", label: m.recommendation_field_duty_done },
  outcome: { name: "outcome", kind: "outcome", label: m.recommendation_field_outcome },
  answer: answerFields,
  what_to_change: { ...reason, label: m.recommendation_field_send_back },
  opinion: { ...optionally(reason), label: m.recommendation_field_opinion },
  reason_over_duties: { ...reason, label: m.recommendation_field_over_duties, sometimes: true },
  until: { name: "until", kind: "day", label: m.recommendation_field_until },
  roadmap: {
    name: "text",
    kind: "text",
    label: m.recommendation_field_roadmap,
    hint: m.recommendation_field_roadmap_hint,
  },
  review_on: { name: "review_on", kind: "day", label: m.recommendation_field_review_on },
  unit_above: { name: "to", kind: "above", label: m.recommendation_field_above },
  into: { name: "into", kind: "matter", label: m.recommendation_field_into },
  ended_if_asked: {
    name: "ended",
    kind: "ended",
    label: m.recommendation_field_ended,
    hint: m.recommendation_field_ended_hint,
    asked: true,
  },
  published_if_asked: {
    name: "published_too",
    kind: "known",
    label: m.recommendation_field_published_too,
    asked: true,
  },
  where_routed: {
    name: "to",
    kind: "line",
    label: m.recommendation_field_route_to,
    hint: m.recommendation_field_route_to_hint,
  },
  confirmer: { name: "by", kind: "confirmer", label: m.recommendation_field_by },
  whose_word: {
    name: "raised_in",
    kind: "whose",
    label: m.recommendation_field_raised_in,
    hint: m.recommendation_field_raised_in_hint,
    optional: true,
  },
  satisfied: { name: "satisfied", kind: "satisfied", label: m.recommendation_field_satisfied },
  their_words: {
    name: "text",
    kind: "text",
    label: m.recommendation_field_words,
    hint: m.recommendation_field_words_hint,
    optional: true,
  },
};

/** What each move asks for, besides its matter and its day. */
export const moveFields = byMove(({ form }): readonly MoveField[] => form.flatMap((part) => parts[part]));

/** What the fields of a move are chosen from, as far as it has such fields. */
export type MoveChoices = {
  readonly agencies: readonly { code: string; name: string }[];
  /** Units above; in one that is not manned nobody works here. */
  readonly above: readonly { code: string; name: string; manned: boolean }[];
  /** Coordinating agencies whose part is still open, one's own alone where one of them is. */
  readonly duties: readonly { code: string; name: string }[];
  readonly matters: readonly { code: string; excerpt: string; villageName: string | null }[];
  readonly confirmers: readonly Confirmer[];
  /** Who raised it, where several did and it has to be said who spoke. */
  readonly voices: readonly { readonly code: string; readonly name: string }[];
  /** What whoever makes the move has to know before. */
  readonly warnings?: readonly { readonly code: string; readonly vi: string; readonly en: string }[];
  /** Where what an answer promises is made a task, if that is a move of its own. */
  readonly taskHref?: string | null;
};
