import type { RegisterConference, RegisterFile } from "../register-file.ts";
import { problemAt } from "../register-problem.ts";
import { withoutBlanks } from "./event-parts.ts";
import { sameRecord, tallyOf, type ImportWork } from "./import-work.ts";

type Part = "plans" | "conferences" | "turns" | "ballots" | "returns";
type Identified = { ref?: string; unit?: string; conference?: string };
export const identityOfRef = ({ ref, unit, conference }: Identified) =>
  JSON.stringify([ref, unit ?? conference]);

type Given<K extends Part> = {
  /** What the file has of the part, where it is not the whole of it. */
  readonly given?: RegisterFile[K];
  /** How two records are compared: as both are after this. */
  readonly alike?: (record: RegisterFile[K][number]) => object;
};

/** Those of the file that are not there yet. One that is there and says something else is a fault. */
export function freshOnly<K extends Part>(
  work: ImportWork,
  part: K,
  there: readonly object[],
  identity: (record: never) => string,
  { given = work.file[part], alike = (record) => record }: Given<K> = {},
): RegisterFile[K] {
  const known = new Map(there.map((record) => [identity(record as never), record]));
  const tally = tallyOf(work, part);
  const fresh = (given as readonly object[]).filter((record, at) => {
    const before = known.get(identity(record as never));
    if (!before) return true;
    tally.unchanged += 1;
    if (contradicts(plain(alike(record as never)), plain(alike(before as never))))
      work.problems.push(problemAt(`${part}[${at}]`, "record_differs"));
    return false;
  });
  tally.created += fresh.length;
  work.progress(part, given.length, given.length);
  return fresh as unknown as RegisterFile[K];
}

/** What a file leaves out contradicts nothing; a plan may ask of some units only. */
function contradicts(record: Record<string, unknown>, before: Record<string, unknown>): boolean {
  return Object.entries(record).some(([key, value]) => {
    if (key !== "requirements") return !sameRecord(value, before[key]);
    const there = (before.requirements ?? []) as readonly unknown[];
    return (value as readonly unknown[]).some((asked) => !there.some((one) => sameRecord(one, asked)));
  });
}

/** One way of writing a record down: what is left out is written as what it means. */
function plain(record: object): Record<string, unknown> {
  const { chairs, requirements, praise_only, naming, counts, ...rest } = record as Record<string, unknown>;
  const parts: Record<string, unknown> = { ...rest };
  if (Array.isArray(chairs))
    parts.chairs = chairs.map((chair: RegisterConference["chairs"][number]) => plainChair(chair));
  if (Array.isArray(requirements)) {
    parts.requirements = requirements.toSorted((a: { unit: string }, b: { unit: string }) =>
      a.unit < b.unit ? -1 : 1,
    );
  }
  if ("speaker" in record || praise_only !== undefined || naming !== undefined) {
    parts.praise_only = praise_only === true ? true : undefined;
    parts.naming = naming ?? "secretariat_only";
  }
  if (counts) parts.counts = Object.fromEntries(Object.entries(counts).filter(([, n]) => n !== 0));
  return withoutBlanks(parts);
}

function plainChair(chair: RegisterConference["chairs"][number]) {
  return withoutBlanks({ ...chair, is_head: chairedAsHead(chair) });
}

/** Where a register does not say, whoever is named with a head's capacity chaired as the head. */
export function chairedAsHead({ is_head, capacity }: RegisterConference["chairs"][number]): boolean {
  return is_head ?? capacity !== "deputy";
}
