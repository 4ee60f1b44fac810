import type { Finding } from "#modules/organization/national/findings.ts";
import { buildNationalLoad } from "#modules/organization/national/national.ts";
import { summarizeNational } from "#modules/organization/national/summary.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";
import { compareNational } from "./compare-national.ts";
import { outcomeOf, refuseWhereBlocked, type NationalOutcome } from "./load-national.ts";
import { readNationalSource } from "./national-source.ts";

/** What a load would write and leave alone, without writing it. @throws Problem `code_of_another_kind` */
export async function previewNational(db: Kysely<DB>): Promise<NationalOutcome> {
  const load = buildNationalLoad(await readNationalSource());
  const comparison = await compareNational(db, load);
  refuseWhereBlocked(comparison);
  return outcomeOf(comparison, summarizeNational(load));
}

/** Every row of the source that could not be taken as it stood, with the reason in both languages. */
export async function nationalFindings(): Promise<readonly Finding[]> {
  return buildNationalLoad(await readNationalSource()).findings;
}
