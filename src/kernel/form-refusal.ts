import type { FieldFault } from "./problem.ts";

/** What a form shows again after a refusal: why, where, and everything that was typed. */
export type FormRefusal = {
  readonly form: string;
  readonly problem: { readonly code: string; readonly vi: string; readonly en: string };
  readonly faults: readonly FieldFault[];
  readonly details: Readonly<Record<string, unknown>>;
  readonly values: Readonly<Record<string, string | string[]>>;
};
