import type { DB } from "#db";
import { personById } from "#modules/organization/server/index.ts";
import type { Kysely, Transaction } from "kysely";

export type PersonRow = Awaited<ReturnType<typeof personById>>;

/** The person, locked. @throws Problem `person_not_found` */
export async function personForChange(trx: Transaction<DB>, id: string): Promise<PersonRow> {
  await trx.selectFrom("person").select("id").where("id", "=", id).forUpdate().execute();
  return personById(trx, id);
}

type Corrected = Pick<PersonRow, "full_name" | "email" | "phone">;
type By = {
  readonly now: Temporal.Instant;
  readonly personId: string | null;
  readonly postId: string | null;
};

/** What stands now is kept as an earlier version, then the new one stands. Answers its version. */
export async function replacePerson(
  trx: Transaction<DB>,
  person: PersonRow,
  corrected: Corrected,
  by: By,
): Promise<number> {
  const { id, version, full_name, email, phone } = person;
  const superseded = {
    superseded_at: by.now.toString(),
    superseded_by: by.personId,
    superseded_in: by.postId,
  };
  const before = { person_id: id, version, full_name, email, phone, ...superseded };
  await trx.insertInto("person_version").values(before).execute();
  await trx
    .updateTable("person")
    .set({ ...corrected, version: version + 1 })
    .where("id", "=", id)
    .execute();
  // What the sign-in library shows of the account; whom a session stands for is read from the person.
  await trx
    .updateTable("account_user")
    .set({ name: corrected.full_name })
    .where("person_id", "=", id)
    .execute();
  return version + 1;
}

/** What stood there before a correction, the latest first. */
export type EarlierPerson = {
  readonly fullName: string;
  readonly email: string | null;
  readonly phone: string | null;
  /** Instant, ISO 8601, at which it was replaced, and by whom. */
  readonly at: string;
  readonly by: string | null;
};

export async function earlierPersons(db: Kysely<DB>, personId: string): Promise<EarlierPerson[]> {
  const rows = await db
    .selectFrom("person_version as v")
    .leftJoin("person as p", "p.id", "v.superseded_by")
    .select(["v.full_name as fullName", "v.email", "v.phone", "v.superseded_at", "p.full_name as by"])
    .where("v.person_id", "=", personId)
    .orderBy("v.version", "desc")
    .execute();
  return rows.map(({ superseded_at, ...row }) => ({ ...row, at: superseded_at.toISOString() }));
}

/** One's own telephone and e-mail address, as its form holds them. */
export async function ownContact(db: Kysely<DB>, personId: string) {
  const { id, email, phone, version } = await personById(db, personId);
  return { id, email, phone, version };
}
