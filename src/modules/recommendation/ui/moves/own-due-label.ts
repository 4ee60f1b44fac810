import { m } from "#paraglide/messages.js";
import { ownDueField } from "./posted-move.ts";

/** What the summary of errors calls the date that a coordinating agency has to itself. */
export function ownDueLabel(
  field: string,
  agencies: readonly { readonly code: string; readonly name: string }[],
): string | undefined {
  const agency = agencies.find(({ code }) => ownDueField(code) === field);
  return agency && `${m.recommendation_field_own_due()}, ${agency.name}`;
}
