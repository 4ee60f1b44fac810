import type { HeldPost } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import { heirsOfEach } from "#modules/organization/server/index.ts";
import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import { recommendationProblems as problems } from "../../problems.ts";
import type { Confirmer } from "../../status-transitions.ts";
import { mergedInto, type Matter } from "../matter/recommendation.store.ts";

/** A matter of those that go on in one, as somebody raised it. */
type Raised = { readonly id: string; readonly code: string; readonly villageId: string | null };

type Word = {
  readonly by: Confirmer;
  /** Codes of the matters whose people spoke; nothing where it goes without saying. */
  readonly raised_in?: readonly string[] | undefined;
};

/**
 * The ids of the matters whose people, or whose village, a word on an answer is of: a village head speaks for every matter
 * of the village, an office says for whom it writes where several raised the same. Null for the Front.
 * @throws Problem `front_for_all` where the Front names some, `whose_word` where it has to be said, `not_raised_here`, `not_their_village`
 */
export async function whoseWord(
  db: Kysely<DB>,
  matter: Matter,
  post: HeldPost | null,
  { by, raised_in: named }: Word,
): Promise<readonly string[] | null> {
  if (by === "front") {
    if (named) throw new Problem(problems.front_for_all, { field: "raised_in" });
    return null;
  }
  const all = await raisedIn(db, matter.id);
  const known = post?.capacity === "village_head" ? await ofVillage(db, all, post.unitId) : all;
  const chosen = named ? namedAmong(named, all, known) : known;
  if (by === "requester") return one(chosen, named).map(({ id }) => id);
  const villages = new Set(chosen.map(({ villageId }) => villageId));
  if (!named && post?.capacity !== "village_head") oneVillage(known);
  return known.filter(({ villageId }) => villages.has(villageId)).map(({ id }) => id);
}

/** The matter and what was merged into it, as far as these are in sight. */
async function raisedIn(db: Kysely<DB>, id: string): Promise<Raised[]> {
  const ids = [id, ...(await mergedInto(db, id))];
  const { rows } = await sql<Raised>`
    select r.id, r.code, r.village_id as "villageId" from recommendation r
    join present_matter p on p.recommendation_id = r.id
    where r.id = any(${ids}::uuid[]) and (r.id = ${id} or p.hidden is null) order by r.received_on, r.id`.execute(
    db,
  );
  return rows;
}

async function ofVillage(db: Kysely<DB>, all: readonly Raised[], villageId: string): Promise<Raised[]> {
  const heirsOf = await heirsOfEach(
    db,
    all.flatMap((each) => each.villageId ?? []),
  );
  return all.filter((each) => each.villageId !== null && heirsOf(each.villageId).includes(villageId));
}

function namedAmong(named: readonly string[], all: readonly Raised[], known: readonly Raised[]): Raised[] {
  const at = { field: "raised_in", values: { codes: codesOf(all) } };
  if (named.some((code) => all.every((each) => each.code !== code)))
    throw new Problem(problems.not_raised_here, at);
  const chosen = known.filter(({ code }) => named.includes(code));
  if (chosen.length < new Set(named).size)
    throw new Problem(problems.not_their_village, { field: "raised_in" });
  return chosen;
}

/** Whoever speaks for several says so; nobody's word is taken for another's. */
function one(chosen: readonly Raised[], named: Word["raised_in"]): readonly Raised[] {
  if (named || chosen.length === 1) return chosen;
  throw new Problem(problems.whose_word, { field: "raised_in", values: { codes: codesOf(chosen) } });
}

function oneVillage(known: readonly Raised[]): void {
  const villages = new Set(known.flatMap(({ villageId }) => villageId ?? []));
  if (villages.size > 1)
    throw new Problem(problems.whose_word, { field: "raised_in", values: { codes: codesOf(known) } });
}

const codesOf = (matters: readonly Raised[]) => matters.map(({ code }) => code).join(", ");
