import { performOn } from "#acts/perform.ts";
import { addPerson, appoint } from "#modules/organization/server/index.ts";
import { issueToken } from "#modules/identity/server/index.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";

const actor = { kind: "system", name: "bench" } as const;

export type Office = { unit: string; token: string };

/** Offices of several communes with a token each, so that they do not queue for one commune's next number. */
export async function offices(
  db: Kysely<DB>,
  units: readonly string[],
  now: Temporal.Instant,
): Promise<Office[]> {
  const made: Office[] = [];
  for (const unit of units) made.push({ unit, token: await tokenIn(db, unit, now) });
  return made;
}

async function tokenIn(db: Kysely<DB>, unit: string, now: Temporal.Instant): Promise<string> {
  const perform = performOn(db);
  const name = `Văn phòng ${unit}`;
  const { id: personId } = await perform(addPerson, { unit, full_name: name }, { actor, now });
  const capacity = "office_secretary";
  await perform(
    appoint,
    { person: personId, unit, capacity, title: name, from: "2020-01-01" },
    { actor, now },
  );
  const post = await db
    .selectFrom("post")
    .select(["id", "unit_id as unitId"])
    .where("person_id", "=", personId)
    .executeTakeFirstOrThrow();
  const person = { kind: "person", personId, name, posts: [{ ...post, capacity, acting: false }] } as const;
  const until = now.toZonedDateTimeISO("Asia/Ho_Chi_Minh").toPlainDate().add({ days: 30 }).toString();
  const made = await perform(issueToken, { post: post.id, label: "bench", until }, { actor: person, now });
  return made.token;
}
