import { Problem } from "#kernel/problem.ts";
import { searchKey } from "#kernel/vietnamese-text.ts";
import { organizationProblems as problems } from "./problems.ts";

const TOLD_AT_MOST = 5;

/** A unit that was found, with what it lies in and whether it is there today. */
type Found = {
  readonly code: string;
  readonly name: string;
  readonly places: string | null;
  readonly there: boolean;
};

/**
 * The code of the one unit that is there by a name, among those that were found by it ("Xã An, Tỉnh Thử").
 * @throws Problem `unit_name_unknown`, `unit_name_unclear`, at the field
 */
export function unitNamed(name: string, found: readonly Found[], field: string): string {
  const key = searchKey(name.split(",")[0]!);
  const named = found.filter((unit) => unit.there && searchKey(unit.name) === key);
  if (named.length === 0) throw new Problem(problems.unit_name_unknown, { field, values: { name } });
  if (named.length === 1) return named[0]!.code;
  const each = named.slice(0, TOLD_AT_MOST).map((unit) => `${unit.name}, ${unit.places} (${unit.code})`);
  const units = [...each, ...(named.length > TOLD_AT_MOST ? ["…"] : [])].join("; ");
  throw new Problem(problems.unit_name_unclear, { field, values: { name, units } });
}
