import { yesNo } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { act, type Place } from "#platform/server/act/act.ts";
import type { DB } from "#db";
import { sql, type Transaction } from "kysely";
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
import { knownRegister } from "./known-register.ts";
import type { ImportWork, Progress, Tally } from "./import-work.ts";

/** What an import did, or would do: records new, already there, and matters to which new events came. */
export type ImportSummary = {
  readonly dry_run: boolean;
  readonly changed: boolean;
  readonly counts: Readonly<Record<string, { created: number; unchanged: number; extended: number }>>;
};

/** Thrown at the end of a dry run, so that the transaction takes everything back. */
export class DryRun extends Error {
  readonly summary: ImportSummary;
  constructor(summary: ImportSummary) {
    super("dry run");
    this.summary = summary;
  }
}

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
    async place({ trx, input: { file: value } }) {
      const file = readOrRefuse(value);
      return { unitId: await nearestAbove(trx, file), file } satisfies Place & { file: RegisterFile };
    },
    async run({ trx, input: { dry_run }, place: { file }, actor, now, today, post }) {
      await sql`select pg_advisory_xact_lock(hashtext('register.import'))`.execute(trx);
      refuseIfAny(checkRegister(file, await knownRegister(trx, file)));
      const by = { now, personId: actor.kind === "person" ? actor.personId : null, postId: post?.id ?? null };
      const work: ImportWork = { trx, file, by, today, progress, tallies: new Map(), problems: [] };
      await importUnits(work);
      await importDialogue(work);
      await importMatters(work);
      refuseIfAny(work.problems);
      const summary = summaryOf(work.tallies, dry_run);
      if (dry_run) throw new DryRun(summary);
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

function summaryOf(tallies: ReadonlyMap<string, Tally>, dry_run: boolean): ImportSummary {
  const changed = [...tallies.values()].some(({ created, extended }) => created + extended > 0);
  return { dry_run, changed, counts: Object.fromEntries(tallies) };
}

function sizesOf(file: unknown): Record<string, number> {
  if (typeof file !== "object" || file === null) return {};
  const lists = Object.entries(file).filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]));
  return Object.fromEntries(lists.map(([name, list]) => [name, list.length]));
}

/** The lowest unit already there under which everything in the file falls; null for the whole product. */
async function nearestAbove(trx: Transaction<DB>, file: RegisterFile): Promise<string | null> {
  const inFile = new Map(file.units.map((unit) => [unit.code, unit]));
  const written = [...file.units.map(({ code }) => code), ...recordUnits(file)];
  const tops = new Set(written.flatMap((code) => lineUp(code, inFile)));
  const { rows } = await sql<{ id: string; n: number }>`
    with top as (select id from unit where code = any(${[...tops]}::text[]))
    select a.ancestor_id as id, count(distinct a.descendant_id)::int as n from unit_ancestry a
    join top on top.id = a.descendant_id group by 1
    having count(distinct a.descendant_id) = (select count(*) from top)
    order by max(a.depth) limit 1`.execute(trx);
  return rows[0]?.id ?? null;
}

function recordUnits(file: RegisterFile): string[] {
  return [...file.plans, ...file.conferences, ...file.recommendations, ...file.returns].map(
    ({ unit }) => unit,
  );
}

/** A unit and those above it in the file: whichever of them is there already judges. */
function lineUp(code: string, inFile: ReadonlyMap<string, RegisterFile["units"][number]>): string[] {
  const line = [code];
  for (
    let parent = inFile.get(code)?.parent;
    parent && !line.includes(parent);
    parent = inFile.get(parent)?.parent
  ) {
    line.push(parent);
  }
  return line;
}
