import type { DB } from "#db";
import { Problem } from "#kernel/problem.ts";
import { rememberedWhereProven } from "#platform/server/database/remembered.ts";
import { sql, type Kysely, type RawBuilder, type Transaction } from "kysely";
import { recommendationProblems as problems } from "../../problems.ts";

/** A field of the work; days are `YYYY-MM-DD`, or -infinity and infinity. */
export type Field = {
  readonly code: string;
  readonly parentCode: string | null;
  readonly name: string;
  readonly fromOn: string;
  readonly untilOn: string;
  readonly position: number;
};

/** What a field, given by the SQL of its row, was called on a day. */
export function fieldNameOn(field: string, day: string): RawBuilder<string> {
  return sql<string>`coalesce((select e.name from field_earlier_name e
    where e.field_code = ${sql.ref(`${field}.code`)} and e.until_on >= ${day}::date
    order by e.until_on limit 1), ${sql.ref(`${field}.name`)})`;
}

/** The field with a code, locked until the transaction ends. @throws Problem `unknown_field` */
export async function fieldForChange(trx: Transaction<DB>, code: string, at: string): Promise<Field> {
  const field = await fieldRow(trx).where("code", "=", code).forUpdate().executeTakeFirst();
  if (!field) throw new Problem(problems.unknown_field, { field: at });
  return field;
}

const fieldRow = (db: Kysely<DB>) =>
  db
    .selectFrom("field")
    .select([
      "code",
      "parent_code as parentCode",
      "name",
      "from_on as fromOn",
      "until_on as untilOn",
      "position",
    ]);

/** What comes in on a day is put in a field that is there on that day. @throws Problem `unknown_field` */
export async function refuseFieldNotInUse(trx: Transaction<DB>, code: string, day: string): Promise<void> {
  const field = await fieldWithCode(trx, code);
  if (!field || day < field.fromOn || field.untilOn < day)
    throw new Problem(problems.unknown_field, { field: "field" });
}

const fieldWithCode = rememberedWhereProven((db: Kysely<DB>, code: string) =>
  fieldRow(db).where("code", "=", code).executeTakeFirst(),
);

/** Two fields beside each other are not called the same at one time. @throws Problem `field_name_taken` */
export async function refuseNameTaken(
  trx: Transaction<DB>,
  { name, parentCode, on, but }: { name: string; parentCode: string | null; on: string; but?: string },
): Promise<void> {
  const same = await fieldRow(trx)
    .where(sql<string>`lower(name)`, "=", name.toLowerCase())
    .where(sql<boolean>`parent_code is not distinct from ${parentCode}`)
    .where("until_on", ">=", on)
    .where("code", "!=", but ?? "")
    .executeTakeFirst();
  if (same) throw new Problem(problems.field_name_taken, { field: "name", values: { name: same.name } });
}

/** A code that is free, made from the name. */
export async function freeCode(trx: Transaction<DB>, stem: string): Promise<string> {
  const { rows } = await sql<{ code: string }>`
    select code from field where code = ${stem} or code like ${`${stem.replaceAll("_", "\\_")}\\_%`}`.execute(
    trx,
  );
  const taken = new Set(rows.map(({ code }) => code));
  for (let number = 1; ; number++) {
    const code = number === 1 ? stem : `${stem}_${number}`;
    if (!taken.has(code)) return code;
  }
}

/** Where a new field stands: after what is beside it, and before the one for whatever is left. */
export async function nextPosition(trx: Transaction<DB>, parent: Field | null): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`
    select max(position)::int as last from field
    where parent_code is not distinct from ${parent?.code ?? null} and code <> 'khac'`.execute(trx);
  const step = parent ? 1 : 100;
  return (rows[0]!.last ?? parent?.position ?? 0) + step;
}
