import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { mayReadUnit } from "#modules/organization/server/index.ts";
import { log } from "#platform/server/log.ts";
import type { Kysely } from "kysely";
import { asOffice } from "../exporting.ts";
import type { RegisterFileInput } from "../register-file.ts";
import { exportRegister } from "./export-register.ts";

/**
 * The register file of a unit for somebody of its office, of an office above, or the product itself: whoever takes it out,
 * by whatever way, it is written to the log that they did.
 * @throws Problem `organization.unit_not_found`, also for what the actor may not take out
 */
export async function takeOutRegister(
  db: Kysely<DB>,
  actor: Actor,
  unit: string,
  today: string,
): Promise<RegisterFileInput> {
  const office = asOffice(actor);
  await mayReadUnit(db, office, unit, { on: today, today });
  const file = await db
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute((trx) => exportRegister(trx, unit, office, today));
  log.info({ unit, actor: actor.kind === "person" ? actor.personId : actor.name }, "register exported");
  return file;
}
