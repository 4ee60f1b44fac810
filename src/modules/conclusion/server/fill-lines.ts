import type { DB } from "#db";
import { optionalDay, optionalUnitCode } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { unitsByCode } from "#modules/organization/server/index.ts";
import type { Kysely } from "kysely";
import { z } from "zod";
import { conclusionProblems as problems } from "../problems.ts";
import type { LineRow } from "./line.store.ts";

/** One date, one lead, for all lines that have none. */
export const fillInput = z.strictObject({ lead: optionalUnitCode, due: optionalDay });

/** How many lines got their date and their lead. */
export type Filled = { readonly dates: number; readonly leads: number };

/**
 * The lines with what was missing filled in; what a line says already stays. An agency that helps with a line does not
 * lead it as well: such a line keeps waiting for its lead.
 * @throws Problem `nothing_to_fill_with`, `unknown_unit`
 */
export async function fillLines(
  db: Kysely<DB>,
  lines: readonly LineRow[],
  { lead, due }: z.output<typeof fillInput>,
): Promise<{ lines: LineRow[]; filled: Filled }> {
  if (!lead && !due) throw new Problem(problems.nothing_to_fill_with, { field: "due" });
  const unit = lead ? (await unitsByCode(db, [lead])).get(lead) : undefined;
  if (lead && !unit) throw new Problem(problems.unknown_unit, { field: "lead", values: { code: lead } });
  const after = lines.map((line) => ({
    ...line,
    dueOn: line.dueOn ?? due ?? null,
    leadId: line.leadId ?? (unit && !helps(line, unit.id) ? unit.id : null),
  }));
  return {
    lines: after,
    filled: {
      dates: without(lines, "dueOn") - without(after, "dueOn"),
      leads: without(lines, "leadId") - without(after, "leadId"),
    },
  };
}

const helps = ({ coordinators }: LineRow, id: string) => coordinators.some(({ unitId }) => unitId === id);
const without = (lines: readonly LineRow[], part: "dueOn" | "leadId") =>
  lines.filter((line) => line[part] === null).length;
