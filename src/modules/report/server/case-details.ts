import { sql } from "kysely";
import { beginningOf, namesOutOfConference, outOfSight } from "#modules/recommendation/server/index.ts";
import type { CaseKind } from "../case.ts";
import { asKnown } from "./known-facts.ts";
import type { Scope, Sql } from "./scope.ts";

export const EXCERPT = 160;

/** What the list says of each row of `page`: `code`, `text`, `unit_id`, `field`, `received_on`; `named_on` for the unit's name. */
export function detailsOf(kind: CaseKind, scope: Scope): Sql {
  return kind === "recommendation" ? matterDetails(scope) : details[kind];
}

/** Its day and its field are those that were known then, as in the figure; its words are the present ones. */
function matterDetails(scope: Scope): Sql {
  return sql`
    select page.row_id, page.record_id, page.on_day, page.amount, r.code, r.unit_id,
      ${asKnown(scope, "r", "received_on")} as received_on, ${asKnown(scope, "r", "received_on")} as named_on,
      case when not hidden then page.class end as class, case when not hidden then page.due_on end as due_on,
      case when not hidden then page.lead_id end as lead_id,
      case when not hidden then ${asKnown(scope, "r", "field_code")} end as field,
      case when not hidden then ${beginningOf(sql`r.text`, EXCERPT)} end as text, r.withheld_names as "namesWithheld"
    from page join recommendation r on r.id = page.record_id
    cross join lateral (select ${outOfSight} as hidden) as sight`;
}

const dated = sql`null as field, null::date as received_on, page.on_day as named_on`;
const plain = sql`${dated}, '{}'::text[] as "namesWithheld"`;

/** What a file calls a record, where a person named it: of one that was made here a file says the id, which nobody says. */
const saidRef = (ref: string): Sql =>
  sql`case when ${sql.ref(ref)} !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then ${sql.ref(ref)} end`;

const details: Record<Exclude<CaseKind, "recommendation">, Sql> = {
  conference: sql`
    select page.*, ${saidRef("c.ref")} as code, c.unit_id, c.topic as text, ${dated}, ${namesOutOfConference} as "namesWithheld"
    from page join conference c on c.id = page.record_id`,
  turn: sql`
    select page.*, coalesce(${saidRef("t.ref")}, t.position::text) as code, c.unit_id, null as text, ${plain}
    from page join turn t on t.id = page.record_id join conference c on c.id = t.conference_id`,
  plan: sql`
    select page.*, null as code, page.record_id as unit_id, null as text, ${plain} from page`,
  return: sql`
    select page.*, r.period as code, r.unit_id, null as text, ${plain}
    from page join period_return r on r.id = page.record_id`,
};
