import { unitName } from "#modules/organization/server/index.ts";
import { sql, type RawBuilder } from "kysely";

// Who wrote a row down, and in what post: `recorded_by` and `recorded_in` of the row with the alias.

export function recorderJoins(alias: string) {
  return sql`left join person on person.id = ${sql.ref(`${alias}.recorded_by`)}
    left join post on post.id = ${sql.ref(`${alias}.recorded_in`)}`;
}

/** `personName` and `post`; the unit bears its name of the day. */
export function recorderColumns(day: RawBuilder<unknown>) {
  return sql`person.full_name as "personName",
    case when post.id is not null then jsonb_build_object('capacity', post.capacity, 'acting', post.acting,
      'title', post.title, 'unitName', ${unitName(sql`post.unit_id`, day)}) end as post`;
}
