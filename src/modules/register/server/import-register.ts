import { personIdOf } from "#kernel/actor.ts";
import { yesNo } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { act, type Place } from "#platform/server/act/act.ts";
import { DryRun } from "#platform/server/act/dry-run.ts";
import { analyzeGrown } from "#platform/server/database/analyze-grown.ts";
import { sql } from "kysely";
import { z } from "zod";
import { checkRegister } from "../check-register.ts";
import { mayBringRegisters } from "../permissions.ts";
import { registerProblems } from "../problems.ts";
import { readRegisterValue } from "../read-register.ts";
import type { RegisterFile } from "../register-file.ts";
import type { RegisterProblem } from "../register-problem.ts";
import { importDialogue } from "./import-dialogue.ts";
import { importMatters } from "./import-matters.ts";
import { importUnits } from "./import-units.ts";
import { placeOfImport } from "./place-of-import.ts";
import { knownRegister } from "./known-register.ts";
import type { ImportWork, Progress } from "./import-work.ts";

/** What an import did, or would do: records new, already there, and matters to which new events came. */
export type ImportSummary = {
  readonly dry_run: boolean;
  readonly changed: boolean;
  readonly counts: Readonly<Record<string, { created: number; unchanged: number; extended: number }>>;
  /** What was taken though an act would not have: the first hundred, each with its path, and how many there are. */
  readonly warnings: { readonly total: number; readonly told: readonly RegisterProblem[] };
};

const input = z.strictObject({ file: z.unknown(), dry_run: yesNo.default(false) });

/**
 * Brings a register file in: all of it or nothing, each fault with its path, twice without change.
 * @throws Problem `register.refused` with one fault for each path; DryRun instead of an answer when asked to try only
 */
export function registerImport(progress: Progress = () => {}) {
  return act({
    name: "register.import",
    title: { vi: "Nhập sổ", en: "Import a register" },
    may: mayBringRegisters,
    input,
    problems: registerProblems,
    audit: ({ file, dry_run }) => ({ dry_run, sizes: sizesOf(file) }),
    async place({ trx, input: { file: value }, today }) {
      const file = readOrRefuse(value);
      return { unitId: await placeOfImport(trx, file, today), file } satisfies Place & { file: RegisterFile };
    },
    async run({ trx, input: { dry_run }, place: { file }, actor, now, today, post }) {
      await sql`select pg_advisory_xact_lock(hashtext('register.import'))`.execute(trx);
      refuseIfAny(checkRegister(file, await knownRegister(trx, file)));
      const by = { now, personId: personIdOf(actor), postId: post?.id ?? null };
      const found = { problems: [], warnings: { total: 0, told: [] } };
      const work: ImportWork = { trx, file, by, today, progress, tallies: new Map(), ...found };
      await importUnits(work);
      await importDialogue(work);
      await importMatters(work);
      refuseIfAny(work.problems);
      const summary = summaryOf(work, dry_run);
      if (dry_run) throw new DryRun(summary);
      await analyzeGrown(trx, {
        unit: created(summary, "units"),
        recommendation: created(summary, "recommendations"),
        recommendation_event: created(summary, "events"),
      });
      return summary;
    },
  });
}

function readOrRefuse(value: unknown): RegisterFile {
  const reading = readRegisterValue(value);
  if (!reading.ok) throw refused(reading.problems, reading.total);
  return reading.file;
}

function refuseIfAny(problems: readonly RegisterProblem[]): void {
  if (problems.length > 0) throw refused(problems, problems.length);
}

/** The refusal of a file: the first hundred faults, and how many there are. */
export function refused(problems: readonly RegisterProblem[], total: number): Problem {
  const told = problems.slice(0, 100);
  const faults = told.map(({ path, vi, en }) => ({ field: path, vi, en }));
  const details = { total, faults: told.map(({ path, code }) => ({ path, code })) };
  return new Problem(registerProblems.refused, { faults, details, values: { total } });
}

function summaryOf({ tallies, warnings }: ImportWork, dry_run: boolean): ImportSummary {
  const changed = [...tallies.values()].some(({ created, extended }) => created + extended > 0);
  return { dry_run, changed, counts: Object.fromEntries(tallies), warnings };
}

const created = ({ counts }: ImportSummary, part: string): number => counts[part]?.created ?? 0;

function sizesOf(file: unknown): Record<string, number> {
  if (typeof file !== "object" || file === null) return {};
  const lists = Object.entries(file).filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]));
  return Object.fromEntries(lists.map(([name, list]) => [name, list.length]));
}
