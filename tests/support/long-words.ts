import type { DB } from "#db";
import { sql, type Kysely } from "kysely";

/** As long as a text takes: a word that no line breaks of itself, of one who has leant on a key. */
const lengths = [300, 150, 60];
/** What a name has at most. */
const lineOf = 200;
const wordOf = (length: number) => "dàihơnmộtdòng".repeat(24).slice(0, length);

/**
 * Adds a word without an end to every text that people wrote: names, topics, places, notes. What people write has a blank in
 * it, what programs write has none. The words of facts are final for everybody else, so the database is told not to ask.
 * @returns the columns that took it
 */
export async function plantLongWords(db: Kysely<DB>): Promise<string[]> {
  const { rows: columns } = await sql<{ table: string; column: string }>`
    select c.table_name as table, c.column_name as column
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type = 'text'
      and c.is_generated = 'NEVER' and c.column_name not in ('search', 'source')
      and c.table_name not like 'account_%' order by 1, 2`.execute(db);
  return db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    const taken: string[] = [];
    for (const { table, column } of columns) {
      const name = `${table}.${column}`;
      const [at, of] = [sql.ref(column), sql.table(table)];
      // Where a column takes no more than a line, the few that are long already stay as they are.
      const short = (length: number) =>
        length === lengths[0] ? sql`` : sql`and length(${at}) < ${sql.lit(lineOf - length)}`;
      const plant = (length: number) => sql`
        do $plant$ begin
          update ${of} set ${at} = ${at} || ${sql.lit(` ${wordOf(length)}`)} where ${at} like '% %' ${short(length)};
          if not found then raise no_data_found; end if;
        exception when check_violation or unique_violation then raise no_data_found;
        end $plant$`;
      for (const length of lengths) {
        await sql`savepoint one`.execute(trx);
        const sound = await plant(length)
          .execute(trx)
          .then(() => true)
          .catch(() => false);
        await sql.raw(sound ? "release savepoint one" : "rollback to savepoint one").execute(trx);
        if (!sound) continue;
        taken.push(name);
        break;
      }
    }
    // What is remembered of the structure is read anew.
    await sql`update structure_edition set edition = gen_random_uuid()`.execute(trx);
    return taken;
  });
}
