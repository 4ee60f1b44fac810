import { writeFileSync } from "node:fs";
import { checkRegister } from "#modules/register/check-register.ts";
import { readRegisterValue } from "#modules/register/read-register.ts";
import type { RegisterFileInput } from "#modules/register/register-file.ts";
import { NOTHING_KNOWN } from "#modules/register/register-references.ts";
import { mongCai } from "./source/mong-cai.ts";
import { registerText } from "./source/register-text.ts";
import { thoQuan } from "./source/tho-quan.ts";

/** Name of the file → the register of a real place: published figures, invented wording and people. */
export const REGISTERS: Record<string, () => RegisterFileInput> = {
  "mong-cai-2020.json": mongCai,
  "tho-quan-2019.json": thoQuan,
};

/** The text of a register file; a register that does not hold together is not written. */
export function generate(name: string): string {
  const file = REGISTERS[name]!();
  const reading = readRegisterValue(file);
  const problems = reading.ok ? checkRegister(reading.file, NOTHING_KNOWN) : reading.problems;
  if (problems.length > 0) throw new Error(`${name}: ${JSON.stringify(problems, null, 2)}`);
  return registerText(file);
}

if (import.meta.main) {
  for (const name of Object.keys(REGISTERS)) {
    writeFileSync(new URL(name, import.meta.url), generate(name));
    console.log(name);
  }
}
