import { z } from "zod";
import type { Subject } from "./subjects.ts";

/** What an act takes of its subject, by the field that names it, with more. */
export function subjectInput<More extends z.ZodRawShape>(
  { field, input }: Pick<Subject, "field" | "input">,
  more: More,
): z.ZodType<z.output<z.ZodObject<More>>> {
  return z.strictObject({ [field]: input, ...more }) as unknown as z.ZodType<z.output<z.ZodObject<More>>>;
}

/** What an input calls its subject. */
export const namedIn = ({ field }: Pick<Subject, "field">, input: unknown): string =>
  (input as Readonly<Record<string, string>>)[field]!;
