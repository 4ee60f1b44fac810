import type { DB } from "#db";
import { log } from "#platform/server/log.ts";
import { sql, type Kysely } from "kysely";

/** How frequent syllables are, as the database last counted them. */
export type SyllableStatistics = {
  /** How many matters there are, about. */
  readonly matters: number;
  /** The share of matters, from 0 to 1, that have a key of the index, or one that begins so. */
  shareOf(key: string, open: boolean): number;
};

/** Kept so long, in milliseconds; frequencies change slowly, and only the way of looking hangs on them. */
const KEPT = 10 * 60 * 1000;

const known = new WeakMap<
  Kysely<DB>,
  { readonly since: number; readonly told: Promise<SyllableStatistics | null> }
>();

/**
 * How frequent syllables are; null where the database has no index of them (one brought from elsewhere, one whose index is
 * being built anew): then every matter is looked at, and the log says so.
 */
export function syllableStatistics(db: Kysely<DB>): Promise<SyllableStatistics | null> {
  const kept = known.get(db);
  if (kept && performance.now() - kept.since < KEPT) return kept.told;
  const told = readStatistics(db);
  known.set(db, { since: performance.now(), told });
  told.catch(() => known.delete(db));
  return told;
}

type Row = { matters: number; keys: string[] | null; shares: number[] | null };

async function readStatistics(db: Kysely<DB>): Promise<SyllableStatistics | null> {
  const { rows } = await sql<Row>`
    select t.reltuples::float8 as matters, s.most_common_elems::text::text[] as keys, s.most_common_elem_freqs as shares
    from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
    join pg_namespace n on n.oid = c.relnamespace
    left join pg_stats s on s.schemaname = n.nspname and s.tablename = c.relname
    where i.indexrelid = to_regclass('recommendation_syllables') and i.indisvalid`.execute(db);
  const [row] = rows;
  if (row) return statisticsFrom(row);
  log.warn(
    "the index of syllables is missing: whoever looks for words waits until every matter has been read",
  );
  return null;
}

function statisticsFrom({ matters, keys, shares }: Row): SyllableStatistics {
  // Never counted: any syllable may be in every matter.
  if (matters < 0 || !keys || !shares) return { matters: Math.max(matters, 0), shareOf: () => 1 };
  const frequent = new Map(keys.map((key, place) => [key, shares[place]!]));
  const rarest = Math.min(...frequent.values());
  const beginning = (key: string) =>
    keys.reduce((sum, each) => sum + (each.startsWith(key) ? frequent.get(each)! : 0), 0);
  return {
    matters,
    shareOf: (key, open) => Math.max(rarest, Math.min(1, open ? beginning(key) : (frequent.get(key) ?? 0))),
  };
}
