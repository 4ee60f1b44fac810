import { sql, type RawBuilder } from "kysely";

/**
 * The name a unit bore on a day, or on the nearest day of its existence; its code where no name is known. The centre
 * is called as offices call it.
 */
export function unitName(unitId: RawBuilder<unknown>, day: RawBuilder<unknown>) {
  return sql<string | null>`(select coalesce(
      case when named.kind = 'centre' then 'Trung ương' end,
      (select n.name from unit_name n where n.unit_id = named.id
        and greatest(named.from_on, least(named.until_on, ${day})) between n.from_on and n.until_on), named.code)
    from unit named where named.id = ${unitId})`;
}
