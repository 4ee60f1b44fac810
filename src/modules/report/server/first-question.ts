import type { Actor } from "#kernel/actor.ts";
import { optionalUnitCode } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { mayReadUnit, readScope, withPredecessors } from "#modules/organization/server/index.ts";
import type { DB } from "#db";
import { actProblems } from "#platform/server/act/problems.ts";
import { reading } from "#platform/server/reading/reading.ts";
import { sql, type Kysely } from "kysely";
import { z } from "zod";

/** What a report is best asked about first. */
export type FirstQuestion = {
  /** Code of the unit. */
  readonly unit: string;
  /** The latest year in which something happened there; null where nothing has, or it may not be told. */
  readonly year: number | null;
};

/** What a report is best asked about first, where its reader does not say it all. */
export const firstQuestion = reading({
  name: "reports.first_question",
  title: { vi: "Câu hỏi đầu tiên cho báo cáo", en: "What a report is asked about first" },
  query: z.strictObject({ unit: optionalUnitCode }),
  may: "each",
  async read({ db, actor, query, today }): Promise<FirstQuestion> {
    const unit = query.unit ?? (await ownUnit(db, actor));
    const readable = await mayReadUnit(db, actor, unit, { on: today, today }).then(() => true, unlessProblem);
    return { unit, year: readable ? await latestYear(db, unit) : null };
  },
});

function unlessProblem(error: unknown): false {
  if (error instanceof Problem) return false;
  throw error;
}

/** The unit of the first post through which one reads a whole unit. @throws Problem `act.not_permitted` for whoever has none */
async function ownUnit(db: Kysely<DB>, actor: Actor): Promise<string> {
  const { subtreeOf } = await readScope(db, actor);
  const post = actor.kind === "person" && actor.posts.find(({ unitId }) => subtreeOf.includes(unitId));
  if (!post) throw new Problem(actProblems.not_permitted);
  const unit = db.selectFrom("unit").select("code").where("id", "=", post.unitId);
  return (await unit.executeTakeFirstOrThrow()).code;
}

/** One look into an index for each unit of the subtree, whatever the number of records. */
async function latestYear(db: Kysely<DB>, unitCode: string): Promise<number | null> {
  const { rows } = await sql<{ year: number | null }>`
    with below as (select distinct descendant_id as id from unit_ancestry
      where ancestor_id = (select id from unit where code = ${unitCode}))
    select extract(year from greatest(
      (select max(last) from below, lateral (
        select max(received_on) as last from recommendation where unit_id = below.id) as matters),
      (select max(last) from below, lateral (
        select max(held_on) as last from conference where unit_id = below.id and held_recorded_at is not null) as conferences)))::int as year`.execute(
    db,
  );
  return rows[0]?.year ?? null;
}

/** Whether the unit carries on the work of others, which its figures as was do not count. */
export async function carriesOn(db: Kysely<DB>, unitId: string): Promise<boolean> {
  return (await withPredecessors(db, [unitId])).length > 1;
}
