import type { DB } from "#db";
import type { Kysely } from "kysely";
import { STATUTORY_RULES } from "../statutory-rules.ts";
import { insertRules } from "./rule.store.ts";

/** Gives a register the published rules it does not hold yet. Done at every start; a second time it does nothing. */
export async function fillStatutoryRules(db: Kysely<DB>, now: Temporal.Instant): Promise<void> {
  await insertRules(db, STATUTORY_RULES, { now, personId: null });
}
