import type { Actor } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import { readsWholeUnits } from "#modules/desk/desk.ts";
import { readPost } from "#modules/organization/server/index.ts";
import type { AgainstQuestion } from "#modules/planning/server/index.ts";
import { shownKinds, type AgainstAsked } from "#modules/planning/ui/against-address.ts";
import { quarters } from "#modules/planning/quarter.ts";
import { actProblems } from "#platform/server/act/problems.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { readTypedDate } from "#kernel/typed-date.ts";
import { wholeIn } from "../planning-units.ts";

/**
 * What the address asks. What it leaves out: the unit of the reader's first post, and this year.
 * @throws Problem `act.not_permitted` for one who reads no whole unit
 */
export async function askedIn({ searchParams }: URL, actor: Actor, today: string): Promise<AgainstAsked> {
  const text = (name: string) => (searchParams.get(name) ?? "").trim().slice(0, 100);
  const unit = text("unit") || (await ownUnit(actor, today));
  const asOf = text("as_of");
  return {
    unit,
    year: wholeIn(text("year"), 1945, 2200) ?? Number(today.slice(0, 4)),
    as_of: readTypedDate(asOf)?.toString() ?? asOf,
    basis: text("basis") === "as-is" ? "as-is" : "as-was",
    host: text("host"),
    quarter: quarters.find((quarter) => String(quarter) === text("quarter")) ?? null,
    show: shownKinds.find((show) => show === text("show")) ?? null,
  };
}

async function ownUnit(actor: Actor, today: string): Promise<string> {
  const post = actor.kind === "person" && actor.posts.find(({ capacity }) => readsWholeUnits(capacity));
  if (!post) throw new Problem(actProblems.not_permitted);
  return (await readPost(currentDatabase().db, post.id, today)).unitCode;
}

/** The same for the reading: the state of today, or that of the year's end once it is over. */
export function questionOf({ unit, year, as_of, basis }: AgainstAsked, today: string): AgainstQuestion {
  const end = `${year}-12-31`;
  return { unit, year, asOf: as_of || (today < end ? today : end), basis, today };
}
