import type { FormError } from "#ui/field.ts";
import type { ChosenLine } from "../../many.ts";

/** The field of one matter in the form that does one thing with many. */
export const chosenField = (code: string): string => `recommendations.${code}`;

/** What is wrong with one matter is told at that matter; the act says whose it is by the code before the colon. */
export function errorsByMatter(
  errors: readonly FormError[],
  matters: readonly Pick<ChosenLine, "code">[],
): FormError[] {
  return errors.map((error) => {
    if (error.field !== "recommendations") return error;
    const matter = matters.find(({ code }) => error.message.startsWith(`${code}: `));
    return matter ? { field: chosenField(matter.code), message: error.message } : { message: error.message };
  });
}
