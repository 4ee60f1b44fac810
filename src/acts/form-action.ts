import { fieldsOf, textsOf } from "#kernel/form-fields.ts";
import type { FormRefusal } from "#kernel/form-refusal.ts";
import { LEGACY_CHOICE, legacySentence } from "#kernel/legacy-choice.ts";
import { inUnicode, legacyFaults } from "#kernel/legacy-fields.ts";
import { defineProblems, Problem } from "#kernel/problem.ts";
import { dayInVietnam, systemClock } from "#kernel/clock.ts";
import type { Act, Place } from "#platform/server/act/act.ts";
import { fail, redirect, type RequestEvent } from "@sveltejs/kit";
import type { z } from "zod";
import { saidByAddress, type AddressParts } from "./address-parts.ts";
import { withOfferedDays } from "./offered-days.ts";
import { perform } from "./perform.ts";
import { postedField } from "./posted-field.ts";
import { carrySaid } from "./said/carry.ts";
import { saidOf } from "./said/said-of.ts";

type Options<Output> = {
  /** Names the form on a page with several; defaults to the act's name. */
  form?: string;
  /** What the address says of the input, and no field. */
  about?: AddressParts;
  /** From the posted fields to the act's input; the fields themselves unless said otherwise. */
  input?: (fields: Record<string, unknown>, event: RequestEvent) => unknown;
  /** Where to go afterwards; stays on the page unless said otherwise. */
  then?: (output: Output, event: RequestEvent) => string;
  /** Where on the page that it stays on one goes on, by its id. */
  place?: string;
};

/** The field that carries the idempotency key of a form, filled in when the page is made. */
const KEY_FIELD = "idempotency_key";

/**
 * A form action that is one act: post, perform, say what was done, go on; or the form again with the problem and what was
 * typed.
 */
export function formAction<Schema extends z.ZodType, Output, P extends Place>(
  act: Act<Schema, Output, P>,
  options: Options<Output> = {},
) {
  return async (event: RequestEvent) => {
    const data = await event.request.formData();
    const { [KEY_FIELD]: key, ...posted } = fieldsOf(data);
    const { actor, requestId } = event.locals;
    if (!actor) return redirect(303, `/sign-in?next=${encodeURIComponent(event.url.pathname)}`);
    const idempotencyKey = typeof key === "string" && key !== "" ? key : undefined;
    const request = { actor, requestId, idempotencyKey, now: systemClock() };
    const form = options.form ?? act.name;
    const toInput = (fields: Record<string, unknown>) => inputOf(options, fields, event);
    let input: unknown;
    let output: Output;
    try {
      input = toInput(fieldsAsChosen(posted));
      output = await perform(act, input, request);
      if (actor.kind === "person") event.locals.actor = { ...actor, edition: undefined };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return fail(error.definition.status, {
        refusal: refusal(form, error, data, {
          today: dayInVietnam(request.now),
          postedAs: (path) => postedField(path, posted, toInput),
        }),
      });
    }
    const next = options.then?.(output, event);
    const here = `${event.url.pathname}#${options.place ?? ""}`;
    carrySaid(event, await saidOf(act, input, output, request.now), next ?? here);
    if (next !== undefined) redirect(303, next);
    return { done: form, output };
  };
}

/** The actions of a page whose only form is one act, as `pageOf` is the load of a page that shows one reading. */
export function actionOf<Schema extends z.ZodType, Output, P extends Place>(
  act: Act<Schema, Output, P>,
  options: Options<Output> = {},
) {
  return { default: formAction(act, options) };
}

/** What was posted with what the address says, which goes before any field. */
function inputOf<Output>(
  { input, about }: Options<Output>,
  fields: Record<string, unknown>,
  event: RequestEvent,
): unknown {
  const typed = input?.(fields, event) ?? fields;
  return about ? { ...typed, ...saidByAddress(about, event.params) } : typed;
}

const problems = defineProblems("form", { legacy_encoding: { status: 422, ...legacySentence } });

/**
 * Texts typed in an encoding of before Unicode are converted or kept as their writer chose.
 * @throws Problem `legacy_encoding` where nothing was chosen yet
 */
function fieldsAsChosen(posted: Record<string, unknown>): Record<string, unknown> {
  const { [LEGACY_CHOICE]: choice, ...fields } = posted;
  if (choice === "convert") return inUnicode(fields);
  const faults = choice === "keep" ? [] : legacyFaults(fields);
  if (faults.length > 0) throw new Problem(problems.legacy_encoding, { faults });
  return fields;
}

/** A choice that is refused because nothing asks for it cannot be taken back in a group of radios: it comes back unchosen. */
function unchosen(fields: unknown): Record<string, string> {
  return Object.fromEntries(Array.isArray(fields) ? fields.map((name) => [String(name), ""]) : []);
}

type Typing = { readonly today: string; readonly postedAs: (path: string) => string | null };

function refusal(form: string, problem: Problem, data: FormData, { today, postedAs }: Typing): FormRefusal {
  const { vi, en, faults, details } = problem;
  const typed = textsOf(data);
  const read = typed[LEGACY_CHOICE] === "convert" ? inUnicode(typed) : typed;
  const values = { ...read, ...unchosen(details.not_asked) };
  const told = withOfferedDays({ faults, values }, today, postedAs);
  return { form, problem: { code: problem.definition.code, vi, en }, details, ...told };
}
