import { Problem } from "#kernel/problem.ts";
import type { Actor } from "#kernel/actor.ts";
import { readsWholeUnits } from "#modules/desk/desk.ts";
import { mayReadUnit, readPost } from "#modules/organization/server/index.ts";
import { firstQuestion } from "#modules/report/server/index.ts";
import type { ReportQuestion } from "#modules/report/report.ts";
import type { Asked } from "#modules/report/ui/report-address.ts";
import { actProblems } from "#platform/server/act/problems.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { readTypedDate } from "#kernel/typed-date.ts";

/**
 * What the address asks. What it leaves out: the unit of the reader's first post, and the latest year in which
 * something happened there; the rest is what the reading itself takes where nothing is said.
 * @throws Problem `act.not_permitted` for one who reads no whole unit
 */
export async function askedIn(url: URL, actor: Actor, today: string): Promise<Asked> {
  const text = (name: string) => (url.searchParams.get(name) ?? "").trim().slice(0, 100);
  const day = (name: string, otherwise: string) =>
    text(name) === "" ? otherwise : (readTypedDate(text(name))?.toString() ?? text(name));
  const unit = text("unit") || (await ownUnit(actor, today));
  const year = (await latestYear(unit, actor, today)) ?? Number(today.slice(0, 4));
  return {
    unit,
    from: day("from", `${year}-01-01`),
    to: day("to", `${year}-12-31`),
    as_of: day("as_of", ""),
    known_on: day("known_on", ""),
    basis: text("basis") === "as-is" ? "as-is" : "as-was",
  };
}

/** In which year something happened is for those who may read the unit. */
async function latestYear(unit: string, actor: Actor, today: string): Promise<number | null> {
  const { db } = currentDatabase();
  const readable = await mayReadUnit(db, actor, unit, { on: today, today }).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Problem) return false;
      throw error;
    },
  );
  return readable ? (await firstQuestion(db, unit)).year : null;
}

async function ownUnit(actor: Actor, today: string): Promise<string> {
  const post = actor.kind === "person" && actor.posts.find(({ capacity }) => readsWholeUnits(capacity));
  if (!post) throw new Problem(actProblems.not_permitted);
  return (await readPost(currentDatabase().db, post.id, today)).unitCode;
}

/** The same for the reading. */
export function questionOf({ unit, from, to, as_of, known_on, basis }: Asked, today: string): ReportQuestion {
  return { unit, from, to, asOf: as_of || null, knownOn: known_on || null, basis, today };
}
