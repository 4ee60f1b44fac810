import type { DB } from "#db";
import type { Kysely } from "kysely";
import { saidOf } from "./correction.store.ts";
import type { MatterReading } from "../matter/find-matter.ts";

/** What a form of correction is filled in with; villages and fields by code. */
export type WordsToCorrect = {
  readonly text: string;
  readonly field: string;
  readonly kind: string;
  readonly received_on: string;
  readonly village: string | null;
  readonly naming: string;
  readonly raised_by: string | null;
  readonly contact: string | null;
};

/** The present words of a matter whose reader may put it right; null where they may not. */
export async function wordsToCorrect(db: Kysely<DB>, matter: MatterReading): Promise<WordsToCorrect | null> {
  if (!matter.mayCorrect) return null;
  const { text, field_code, kind, received_on, naming, requesters } = await saidOf(db, matter.id);
  const { name = null, contact = null } = requesters[0] ?? {};
  const said = { text, field: field_code, kind, received_on, naming };
  return { ...said, village: matter.village?.code ?? null, raised_by: name, contact };
}
