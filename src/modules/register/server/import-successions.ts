import {
  applySuccession,
  endingUnits,
  recordsAfter,
  recordsInWords,
  unitsByCode,
} from "#modules/organization/server/index.ts";
import { dayBefore } from "#modules/organization/unit.ts";
import type { DB } from "#db";
import type { Transaction } from "kysely";
import type { RegisterFile, RegisterSuccession } from "../register-file.ts";
import { problemAt } from "../register-problem.ts";
import { exportSuccessions } from "./export-units.ts";
import { tallyOf, type ImportWork } from "./import-work.ts";

/** The arrangements of a file that are not written down yet. */
export async function newSuccessions(
  trx: Transaction<DB>,
  file: RegisterFile,
): Promise<RegisterSuccession[]> {
  if (file.successions.length === 0) return [];
  const units = await unitsByCode(trx, codesIn(file));
  const there = (
    await exportSuccessions(
      trx,
      [...units.values()].map(({ id }) => id),
    )
  ).map(written);
  const known = new Set(there);
  return file.successions.filter((one) => !known.has(written(one)));
}

/** Writes them down and lets them take effect, in the order of the file. */
export async function importSuccessions(work: ImportWork): Promise<void> {
  const { trx, file, by } = work;
  const fresh = await newSuccessions(trx, file);
  const tally = tallyOf(work, "successions");
  tally.unchanged += file.successions.length - fresh.length;
  tally.created += fresh.length;
  const units = await unitsByCode(trx, codesIn(file));
  const ids = (codes: readonly string[]) => codes.map((code) => units.get(code)!.id);
  for (const one of fresh) {
    const { kind, on } = one;
    const succession = { kind, on, from: ids(one.from), to: ids(one.to) };
    const found = await recordsAfter(trx, endingUnits(succession), dayBefore(on));
    const path = `successions[${file.successions.indexOf(one)}].on`;
    if (found.length > 0)
      work.problems.push(problemAt(path, "records_after_end", { day: on, ...recordsInWords(found) }));
    await applySuccession(trx, succession, by.now);
  }
}

function codesIn({ successions }: RegisterFile): string[] {
  return successions.flatMap(({ from, to }) => [...from, ...to]);
}

/** The same text for the same arrangement, in whatever order its sides are written. */
function written({
  kind,
  on,
  from,
  to,
}: {
  kind: string;
  on: string;
  from: string[];
  to?: string[];
}): string {
  return JSON.stringify([kind, on, from.toSorted(), (to ?? []).toSorted()]);
}
