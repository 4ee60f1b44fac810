import type { DB } from "#db";
import { sql, type Kysely } from "kysely";

/** A field as the taxonomy tells it; `from` and `until` are null where there is no such day. */
export type FieldLine = {
  readonly code: string;
  readonly parent: string | null;
  readonly name: string;
  readonly from: string | null;
  readonly until: string | null;
  readonly ended: boolean;
  /** How many matters are in it, not counting those of its parts. */
  readonly matters: number;
  /** What it was called before, the latest first, each through its last day. */
  readonly earlier: readonly { readonly name: string; readonly until: string }[];
};

/** All fields there ever were, each followed by its parts. */
export async function readFields(db: Kysely<DB>, today: string): Promise<FieldLine[]> {
  const { rows } = await sql<FieldLine>`
    select f.code, f.parent_code as parent, f.name, nullif(f.from_on, '-infinity')::text as from,
      nullif(f.until_on, 'infinity')::text as until, f.until_on < ${today}::date as ended,
      (select count(*)::int from recommendation r where r.field_code = f.code) as matters,
      coalesce((select jsonb_agg(jsonb_build_object('name', e.name, 'until', e.until_on) order by e.until_on desc)
        from field_earlier_name e where e.field_code = f.code), '[]') as earlier
    from field f left join field above on above.code = f.parent_code
    order by coalesce(above.position, f.position), coalesce(above.code, f.code),
      f.parent_code is not null, f.position, f.code`.execute(db);
  return rows;
}

export type FieldQuestion = {
  /** Those in use on that day. */
  readonly on?: string;
  /** A part of the name, with its tone marks. */
  readonly words?: string;
  /** Those below this one. */
  readonly parent?: string;
};

/** Fields by their place in the taxonomy, as programs look for them. */
export async function listFields(db: Kysely<DB>, { on, words, parent }: FieldQuestion) {
  let fields = db.selectFrom("field").select(["code", "parent_code", "name"]).orderBy("position");
  if (parent) fields = fields.where("parent_code", "=", parent);
  if (on) fields = fields.where("from_on", "<=", on).where("until_on", ">=", on);
  if (words) fields = fields.where("name", "ilike", `%${words.replace(/[%_\\]/g, "\\$&")}%`);
  return fields.execute();
}
