import { inOrder, optionalOf } from "#kernel/input.ts";
import type { Grant } from "#kernel/permission.ts";
import { Problem } from "#kernel/problem.ts";
import type { Asker } from "#platform/server/reading/reading.ts";
import { z } from "zod";
import { MOST_AT_ONCE, type ChosenLine } from "../../many.ts";
import type { Status } from "../../status-transitions.ts";
import { askedList, filterAndSort, type AskedList } from "../list/asked-list.ts";
import { countMatters, listMatters, type MatterLine } from "../list/list-matters.ts";
import { findMatter } from "../matter/find-matter.ts";
import { takenTogether, type NotTaken } from "./taken-together.ts";

type Reader = Pick<Asker<unknown>, "db" | "actor" | "today">;

/** Codes, or with `all` the whole list that the rest asks for. */
export const askedToChoose = askedList
  .extend({ all: optionalOf(z.literal("yes")), recommendations: z.array(z.string()).default([]) })
  .superRefine(inOrder);
type AskedToChoose = z.output<typeof askedToChoose>;

export type Chosen = {
  readonly matters: readonly ChosenLine[];
  /** Those of them that cannot be done with the others, and why. */
  readonly not: readonly (ChosenLine & NotTaken)[];
  /** The unit that holds the others, whose agencies are offered. */
  readonly keeper: string | null;
  /** Of a whole list: how many stand in it, and whether there are more of them that fit than one act takes. */
  readonly whole: { readonly listed: number; readonly more: boolean } | null;
};

const countedAtMost = 10_000;

type Wanted = { readonly may: Grant; readonly fitting: ReadonlySet<Status> };

/**
 * What is chosen: the codes it names, or with `all` everything in the list it asks for that is in one of the
 * fitting states and lies with the reader's own unit; apart from them those that one act cannot do together with the
 * others. Of what is hidden or not there nothing is told.
 */
export async function chosenIn(
  reader: Reader,
  { all, recommendations, ...asked }: AskedToChoose,
  wanted: Wanted,
): Promise<Chosen> {
  if (all !== "yes") {
    return { ...(await split(reader, await named(reader, codesIn(recommendations)), wanted)), whole: null };
  }
  const { db, actor, today } = reader;
  const { filter } = filterAndSort(asked);
  const fits = await fittingOf(reader, asked, wanted.fitting);
  const first = fits.slice(0, MOST_AT_ONCE);
  const listed = await countMatters(db, actor, filter, today, countedAtMost);
  const whole = { listed, more: fits.length > first.length };
  return { ...(await split(reader, first, wanted)), whole };
}

async function split({ db, actor, today }: Reader, lines: readonly ChosenLine[], wanted: Wanted) {
  const codes = lines.map(({ code }) => code);
  const { keeper, not } = await takenTogether(db, actor, codes, { ...wanted, today });
  return {
    matters: lines.filter(({ code }) => !not.has(code)),
    not: lines.flatMap((line) => (not.has(line.code) ? [{ ...line, ...not.get(line.code)! }] : [])),
    keeper,
  };
}

function codesIn(asked: readonly string[]): string[] {
  const codes = asked.filter((code) => code !== "" && code.length <= 80);
  return [...new Set(codes)].slice(0, MOST_AT_ONCE);
}

async function named({ db, actor, today }: Reader, codes: readonly string[]) {
  const matters: ChosenLine[] = [];
  for (const asked of codes) {
    const matter = await findMatter(db, actor, asked, today).catch((error: unknown) => {
      if (error instanceof Problem) return null;
      throw error;
    });
    if (!matter || matter.hidden !== null) continue;
    const { code, text, state, lead } = matter;
    matters.push({ code, text, status: state.status, leadName: lead?.name ?? null, dueOn: state.dueOn });
  }
  return matters;
}

/** In the order of the list, one more than an act takes at most. */
async function fittingOf(
  { db, actor, today }: Reader,
  asked: AskedList,
  fitting: ReadonlySet<Status>,
): Promise<ChosenLine[]> {
  const { filter, sort } = filterAndSort(asked);
  const found: ChosenLine[] = [];
  let after: string | null = null;
  do {
    const page = { sort, size: MOST_AT_ONCE, after };
    const list = await listMatters(
      db,
      actor,
      { ...filter, own: filter.own === "given" ? "given" : "yes" },
      page,
      today,
    );
    found.push(...list.matters.flatMap((line) => lineOf(line, fitting)));
    after = list.next;
  } while (after && found.length <= MOST_AT_ONCE);
  return found;
}

function lineOf(
  { code, excerpt, status, leadName, dueOn }: MatterLine,
  fitting: ReadonlySet<Status>,
): ChosenLine[] {
  if (excerpt === null || status === null || !fitting.has(status)) return [];
  return [{ code, text: excerpt, status, leadName, dueOn }];
}
