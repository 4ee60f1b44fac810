import type { FormRefusal } from "#kernel/form-refusal.ts";

/** Whether a form was refused because somebody else changed what it was filled in against. */
export const changedMeanwhile = (refusal: FormRefusal | undefined): boolean =>
  typeof refusal?.details.version === "number";

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
