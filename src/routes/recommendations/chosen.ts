import { Problem } from "#kernel/problem.ts";
import { MOST_AT_ONCE } from "#modules/recommendation/many.ts";
import {
  countMatters,
  findMatter,
  listMatters,
  type MatterLine,
} from "#modules/recommendation/server/index.ts";
import type { Status } from "#modules/recommendation/status-transitions.ts";
import type { ChosenLine } from "#modules/recommendation/ui/many-chosen.ts";
import { askedIn } from "./asked.ts";
import type { readerOf } from "./reader.ts";

type Reader = ReturnType<typeof readerOf>;

export type Chosen = {
  readonly matters: readonly ChosenLine[];
  /** The unit that holds the first of them, whose agencies are offered. */
  readonly keeper: string | null;
  /** Of a whole list: how many stand in it, and whether there are more of them that fit than one act takes. */
  readonly whole: { readonly listed: number; readonly more: boolean } | null;
};

const countedAtMost = 10_000;

/**
 * What the address chooses: the codes it names, or with `all` everything in the list it asks for that is in one of the
 * given states and lies with the reader's own unit. Of what is hidden or not there nothing is told.
 */
export async function chosenIn(reader: Reader, url: URL, fitting: ReadonlySet<Status>): Promise<Chosen> {
  if (url.searchParams.get("all") !== "yes") {
    return { ...(await named(reader, codesIn(url))), whole: null };
  }
  const { db, actor, today } = reader;
  const { filter } = askedIn(url);
  const fits = await fittingOf(reader, url, fitting);
  const matters = fits.slice(0, MOST_AT_ONCE);
  const first = await named(
    reader,
    matters.slice(0, 1).map(({ code }) => code),
  );
  const listed = await countMatters(db, actor, filter, today, countedAtMost);
  return { matters, keeper: first.keeper, whole: { listed, more: fits.length > matters.length } };
}

function codesIn(url: URL): string[] {
  const codes = url.searchParams.getAll("recommendations").filter((code) => code !== "" && code.length <= 80);
  return [...new Set(codes)].slice(0, MOST_AT_ONCE);
}

async function named({ db, actor, today }: Reader, codes: readonly string[]) {
  const matters: ChosenLine[] = [];
  let keeper: string | null = null;
  for (const asked of codes) {
    const matter = await findMatter(db, actor, asked, today).catch((error: unknown) => {
      if (error instanceof Problem) return null;
      throw error;
    });
    if (!matter || matter.hidden !== null) continue;
    keeper ??= matter.keeperCode;
    const { code, text, state, lead } = matter;
    matters.push({ code, text, status: state.status, leadName: lead?.name ?? null, dueOn: state.dueOn });
  }
  return { matters, keeper };
}

/** In the order of the list, one more than an act takes at most. */
async function fittingOf(
  { db, actor, today }: Reader,
  url: URL,
  fitting: ReadonlySet<Status>,
): Promise<ChosenLine[]> {
  const { filter, sort } = askedIn(url);
  const found: ChosenLine[] = [];
  let after: string | null = null;
  do {
    const page = { sort, size: MOST_AT_ONCE, after };
    const list = await listMatters(db, actor, { ...filter, own: "yes" }, page, today);
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
