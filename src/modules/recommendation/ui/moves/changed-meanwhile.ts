import type { FormRefusal } from "#kernel/form-refusal.ts";
import { moves, type Move } from "../../status-transitions.ts";

type Change = { readonly act: Move | "annul" | "correct"; readonly on: string; readonly satisfied?: boolean };

const known: readonly string[] = [...moves, "annul", "correct"];

/** What others did while a form was being filled in, out of the refusal that says so. */
export function changesIn(refusal: FormRefusal | undefined): Change[] {
  const changes = refusal?.details.changes;
  return Array.isArray(changes) ? changes.filter(isChange) : [];
}

function isChange(value: unknown): value is Change {
  const { act, on } = value as Partial<Record<keyof Change, unknown>>;
  return typeof on === "string" && typeof act === "string" && known.includes(act);
}
