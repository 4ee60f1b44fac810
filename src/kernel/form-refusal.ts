import type { FieldFault } from "./problem.ts";

/** What a form shows again after a refusal: why, where, and everything that was typed. */
export type FormRefusal = {
  readonly form: string;
  readonly problem: { readonly code: string; readonly vi: string; readonly en: string };
  readonly faults: readonly FieldFault[];
  readonly details: Readonly<Record<string, unknown>>;
  readonly values: Readonly<Record<string, string | string[]>>;
};

/**
 * The values of a form each of whose fields is there once: what was sent twice under one name, which no page of ours does, is
 * given as the first.
 */
export function oneEach(values: FormRefusal["values"]): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value].flat()[0] ?? ""]));
}
