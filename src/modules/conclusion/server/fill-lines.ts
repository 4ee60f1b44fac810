import { optionalDay, optionalUnitCode } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { z } from "zod";
import { conclusionProblems as problems } from "../problems.ts";
import type { LineRow } from "./line.store.ts";
import { unitToName, type UnitsToName } from "./units-to-name.ts";

/** One date, one lead, for all lines that have none. */
export const fillInput = z.strictObject({ lead: optionalUnitCode, due: optionalDay });

/** How many lines in sight got their date and their lead. */
export type Filled = { readonly dates: number; readonly leads: number };

/**
 * The lines with what was missing filled in; what a line says already stays. An agency that helps with a line does not
 * lead it as well: such a line keeps waiting for its lead. What is out of sight is filled in too and not counted.
 * @throws Problem `nothing_to_fill_with`, `unknown_unit`, `recommendation.lead_elsewhere`
 */
export function fillLines(
  lines: readonly LineRow[],
  { lead, due }: z.output<typeof fillInput>,
  units: UnitsToName,
  outOfSight: ReadonlySet<string>,
): { lines: LineRow[]; filled: Filled } {
  if (!lead && !due) throw new Problem(problems.nothing_to_fill_with, { field: "due" });
  const leadId = lead ? unitToName(units, lead, "lead") : null;
  const after = lines.map((line) => ({
    ...line,
    dueOn: line.dueOn ?? due ?? null,
    leadId: line.leadId ?? (leadId && !helps(line, leadId) ? leadId : null),
  }));
  const counted = (some: readonly LineRow[]) => some.filter(({ matterId }) => !outOfSight.has(matterId));
  const filled = (part: "dueOn" | "leadId") => without(counted(lines), part) - without(counted(after), part);
  return {
    lines: after,
    filled: {
      dates: filled("dueOn"),
      leads: filled("leadId"),
    },
  };
}

const helps = ({ coordinators }: LineRow, id: string) => coordinators.some(({ unitId }) => unitId === id);
const without = (lines: readonly LineRow[], part: "dueOn" | "leadId") =>
  lines.filter((line) => line[part] === null).length;
