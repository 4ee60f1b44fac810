import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { performOn } from "#acts/perform.ts";
import { createAccount } from "#modules/identity/server/index.ts";
import { addPerson, appoint } from "#modules/organization/server/index.ts";
import { readRegister } from "#modules/register/read-register.ts";
import { importRegister, refused } from "#modules/register/server/index.ts";
import { projectRoot } from "#platform/server/project-root.ts";
import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import { bringDialogue } from "./dialogue.ts";
import { bringPlan } from "./plan.ts";
import { DEMO_PASSWORD, demoCast, type DemoPerson } from "./cast.ts";

const registers = ["mong-cai-2020.json", "tho-quan-2019.json"];
const actor = { kind: "system", name: "demo" } as const;

/** Whether nobody has worked here yet: no account, and no matter but what the demo itself brought. */
export async function isUntouched(db: Kysely<DB>): Promise<boolean> {
  const account = await db.selectFrom("account_user").select("id").limit(1).executeTakeFirst();
  const other = await db
    .selectFrom("audit_entry")
    .select("id")
    .where("actor_label", "<>", actor.name)
    .limit(1)
    .executeTakeFirst();
  return !account && !other;
}

/** Whether the people of the demo can sign in here. */
export async function hasDemo(db: Kysely<DB>): Promise<boolean> {
  const first = await db
    .selectFrom("account_user")
    .select("id")
    .where("username", "=", demoCast[0]!.username)
    .executeTakeFirst();
  return first !== undefined;
}

/**
 * Brings the demo in through the product's own import and acts. Broken off in the middle, it goes on from there at
 * the next start: registers twice change nothing, and the accounts come last.
 */
export async function fillDemo(db: Kysely<DB>, now: Temporal.Instant): Promise<void> {
  const perform = performOn(db);
  for (const name of registers) {
    const bytes = await readFile(join(projectRoot, "registers", name));
    const reading = readRegister(bytes, { maxBytes: bytes.length });
    if (!reading.ok) throw refused(reading.problems, reading.total);
    await perform(importRegister, { file: reading.file }, { actor, now });
  }
  // Papers bear the names of those who head the unit on their day: the heads come before the story.
  const [heads, others] = [demoCast.filter(isHead), demoCast.filter((person) => !isHead(person))];
  const first = await bringPeople(db, heads, now);
  await bringDialogue(db, await bringPlan(db, now), now);
  const people = [...first, ...(await bringPeople(db, others, now))];
  await db.transaction().execute(async (trx) => {
    for (const { person, id } of people) {
      await createAccount(trx, { personId: id, username: person.username, password: DEMO_PASSWORD }, now);
    }
  });
  // A connection decides by its first questions whether a plan is worth keeping; of tables that it takes for empty it
  // keeps none, and plans each list anew for as long as it lives.
  await sql`analyze`.execute(db);
}

const isHead = ({ posts }: DemoPerson): boolean =>
  posts.some(({ capacity }) => capacity === "party_secretary" || capacity === "chairperson");

async function bringPeople(db: Kysely<DB>, some: readonly DemoPerson[], now: Temporal.Instant) {
  const people: { person: DemoPerson; id: string }[] = [];
  for (const person of some) people.push({ person, id: await bringPerson(db, person, now) });
  return people;
}

async function bringPerson(db: Kysely<DB>, person: DemoPerson, now: Temporal.Instant): Promise<string> {
  const perform = performOn(db);
  const unit = person.posts[0]!.unit;
  const request = (step: string) => ({ actor, now, idempotencyKey: `demo-${person.username}-${step}` });
  const { id } = await perform(addPerson, { unit, full_name: person.name }, request("person"));
  for (const { capacity, unit, title } of person.posts) {
    await perform(appoint, { person: id, unit, capacity, title, from: person.from }, request(capacity));
  }
  return id;
}
