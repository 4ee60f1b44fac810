import type { FormRefusal } from "#kernel/form-refusal.ts";
import { moves, type Move } from "../status-transitions.ts";

type Change = { readonly act: Move | "annul" | "correct"; readonly on: string };

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

/**
 * The version that a form which came back was filled in against. Once the changes have been shown it is the
 * present one, so that sending again goes through; until then it stays what it was, so that they are shown.
 */
export function versionIn(refusal: FormRefusal | undefined): number | string | null {
  const present = refusal?.details.version;
  if (typeof present === "number") return present;
  const typed = refusal?.values.expected_version;
  return typeof typed === "string" ? typed : null;
}
