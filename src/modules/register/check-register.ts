import { checkConferences } from "./check-conferences.ts";
import { checkMatters } from "./check-matters.ts";
import { checkUnits } from "./check-units.ts";
import type { RegisterFile } from "./register-file.ts";
import { type KnownRegister, referencesOf } from "./register-references.ts";
import type { RegisterProblem } from "./register-problem.ts";

/**
 * All that does not hold together in a well-formed register file: names used twice, references to nothing,
 * days outside a unit's time or before receipt, ballots that do not add up, circles.
 * The order of a matter's events is judged by the recommendation's own table of status changes.
 */
export function checkRegister(file: RegisterFile, known: KnownRegister): RegisterProblem[] {
  const references = referencesOf(file, known);
  return [
    ...checkUnits(file, references),
    ...checkConferences(file, references),
    ...checkMatters(file, references),
  ];
}
