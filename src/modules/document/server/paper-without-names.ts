import type { DB } from "#db";
import { textsIn, withoutNamesIn } from "#kernel/masking/names-in-record.ts";
import { anyUnit, type ReadScope } from "#modules/organization/server/index.ts";
import { namesQuotedIn, namesWithheldIn } from "#modules/recommendation/server/sight/index.ts";
import { sql, type Kysely, type RawBuilder } from "kysely";
import type { Paper } from "../document-model.ts";

type Subject = { readonly kind: string; readonly id: string };

/**
 * A frozen paper without the names of those who asked since it was issued not to be named, for readers who are not to know
 * them. The sheet that went out bears them; what is shown, downloaded and read over the interface does not.
 */
export async function paperWithoutNames(
  db: Kysely<DB>,
  scope: ReadScope,
  { kind, id }: Subject,
  paper: Paper,
  today: string,
): Promise<Paper> {
  if (scope.everything) return paper;
  const known = anyUnit(scope.secretariatOf);
  const withheld = namesWithheldIn(scope, today);
  if (kind === "plan") return withoutNamesIn(paper, await namesInPlan(db, id, paper, withheld));
  const { rows } = await sql<{ name: string }>`
    select distinct unnest(${withheld}) as name
    from recommendation r join unit u on u.id = r.unit_id
    where r.withheld_names <> '{}' and ((${kind} = 'recommendation' and r.id = ${id})
      or (${kind} = 'conference' and r.conference_id = ${id})
      or (${kind} = 'notice_of_conclusion'
        and r.id in (select recommendation_id from notice_line where notice_id = ${id})))
    union select v.speaker from turn t join conference c on c.id = t.conference_id
      join lateral (select t.speaker union select o.speaker from turn_version o where o.turn_id = t.id) v on true
    where ${kind} = 'conference' and c.id = ${id} and t.naming <> 'named' and v.speaker is not null
      and not (c.unit_id = ${known})`.execute(db);
  return withoutNamesIn(
    paper,
    rows.map(({ name }) => name),
  );
}

/** A plan is about no matter: it may quote those who raised one in its unit or where it foresees a conference. */
async function namesInPlan(
  db: Kysely<DB>,
  id: string,
  paper: Paper,
  withheld: RawBuilder<string[]>,
): Promise<string[]> {
  const { rows } = await sql<{ unit: string }>`
    select unit_id as unit from plan where id = ${id}
    union select unit_id from planned_conference where plan_id = ${id}`.execute(db);
  return namesQuotedIn(db, { units: rows.map(({ unit }) => unit), texts: textsIn(paper) }, withheld);
}
