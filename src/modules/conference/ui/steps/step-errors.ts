import type { FormRefusal } from "#kernel/form-refusal.ts";
import { m } from "#paraglide/messages.js";
import type { FormError } from "#ui/field.ts";
import { formErrors, inLanguage } from "#ui/form-errors.ts";
import type { ChecklistStep } from "../../server/index.ts";

/** The box for the day on which a step was done: every step has one. */
export const dayOfStep = (code: string): string => `on:${code}`;

/** What is wrong with the ticking of a step, at its own box and with its name. */
export function stepErrors(
  refusal: FormRefusal | undefined,
  steps: readonly Pick<ChecklistStep, "code" | "title">[],
): FormError[] {
  const step = steps.find(({ code }) => code === refusal?.values.step);
  return formErrors(refusal).map((error) =>
    step && error.field === "on"
      ? {
          ...error,
          field: dayOfStep(step.code),
          label: `${inLanguage(step.title)}, ${m.conference_step_on().toLocaleLowerCase()}`,
        }
      : error,
  );
}
