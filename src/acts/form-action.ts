import { fieldsOf, textsOf } from "#kernel/form-fields.ts";
import type { FormRefusal } from "#kernel/form-refusal.ts";
import { Problem } from "#kernel/problem.ts";
import { systemClock } from "#kernel/clock.ts";
import type { Act, Place } from "#platform/server/act/act.ts";
import { fail, redirect, type RequestEvent } from "@sveltejs/kit";
import type { z } from "zod";
import { perform } from "./perform.ts";

type Options<Output> = {
  /** Names the form on a page with several; defaults to the act's name. */
  form?: string;
  /** From the posted fields to the act's input; the fields themselves unless said otherwise. */
  input?: (fields: Record<string, unknown>, event: RequestEvent) => unknown;
  /** Where to go afterwards; stays on the page unless said otherwise. */
  then?: (output: Output, event: RequestEvent) => string;
};

/** The field that carries the idempotency key of a form, filled in when the page is made. */
const KEY_FIELD = "idempotency_key";

/** A form action that is one act: post, perform, go on; or the form again with the problem and what was typed. */
export function formAction<Schema extends z.ZodType, Output, P extends Place>(
  act: Act<Schema, Output, P>,
  options: Options<Output> = {},
) {
  return async (event: RequestEvent) => {
    const data = await event.request.formData();
    const { [KEY_FIELD]: key, ...fields } = fieldsOf(data);
    const { actor, requestId } = event.locals;
    if (!actor) return redirect(303, `/sign-in?next=${encodeURIComponent(event.url.pathname)}`);
    const idempotencyKey = typeof key === "string" && key !== "" ? key : undefined;
    const request = { actor, requestId, idempotencyKey, now: systemClock() };
    const form = options.form ?? act.name;
    let output: Output;
    try {
      output = await perform(act, options.input ? options.input(fields, event) : fields, request);
      if (actor.kind === "person") event.locals.actor = { ...actor, edition: undefined };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return fail(error.definition.status, { refusal: refusal(form, error, data) });
    }
    if (options.then) redirect(303, options.then(output, event));
    return { done: form, output };
  };
}

function refusal(form: string, problem: Problem, data: FormData): FormRefusal {
  const { vi, en, faults, details } = problem;
  return { form, problem: { code: problem.definition.code, vi, en }, faults, details, values: textsOf(data) };
}
