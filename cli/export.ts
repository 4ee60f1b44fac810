import { parseArgs } from "node:util";
import { askOn } from "#acts/ask.ts";
import { systemClock } from "#kernel/clock.ts";
import { registerReadings } from "#modules/register/server/index.ts";
import { Problem } from "#kernel/problem.ts";
import { startProblem } from "#platform/server/start-problem.ts";
import { UsageError, withDatabase } from "./command.ts";
import { writeWhole } from "./write-whole.ts";

export const summary = "Xuất sổ của một đơn vị. / Takes a unit's register out.";
export const usage = `--unit CODE --out FILE

Ghi mọi việc của đơn vị và các đơn vị cấp dưới vào FILE (doi-thoai/register@1); nhập lại cho cùng số liệu.
Writes everything of the unit and of those below it to FILE; brought in again it gives the same figures.`;

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { unit: { type: "string" }, out: { type: "string" } } });
  const { unit, out } = values;
  if (!unit || !out) throw new UsageError("Cần --unit và --out.\n--unit and --out are needed.");
  const request = {
    actor: { kind: "system", name: "bin/doi-thoai export" },
    now: systemClock(),
    by: "command",
  } as const;
  const file = await withDatabase((database) =>
    askOn(database)(registerReadings.taken, { unit }, request),
  ).catch((error: unknown) => {
    throw error instanceof Problem ? startProblem(error.vi, error.en) : error;
  });
  await writeWhole(out, `${JSON.stringify(file, null, 1)}\n`);
  const { conferences, recommendations } = file;
  console.log(
    `${out}: ${conferences?.length} hội nghị / conferences, ${recommendations?.length} kiến nghị / recommendations`,
  );
}
