import { withoutNamesIn } from "#kernel/masking/names-in-record.ts";

/** A matter of a file without who raised it; what a file leaves out contradicts nothing when it goes in again. */
export function withoutWho<Matter extends { raised_by?: unknown; requesters?: unknown }>(
  { raised_by: _name, requesters: _others, ...matter }: Matter,
  names: readonly string[],
): Omit<Matter, "raised_by" | "requesters"> {
  return withoutNamesIn(matter, names);
}
