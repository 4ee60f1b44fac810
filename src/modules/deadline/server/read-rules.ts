import { unitNameOn, unitsByCode } from "#modules/organization/server/index.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";
import { RANKS } from "../rule.ts";
import { ofTerritory, territoryByCode, territoryCodes, type PublishedRule } from "../statutory-rules.ts";
import { publishedRules } from "./rule.store.ts";

export type ListedRule = PublishedRule & {
  /** Null for the whole country, and for a unit that has not been entered. */
  readonly territoryId: string | null;
  /** Null for the whole country. */
  readonly territoryName: string | null;
  /** Its validity lies wholly in the past. */
  readonly ended: boolean;
};

/** All rules: those in force or to come first, by purpose, the strongest first. */
export async function readRules(db: Kysely<DB>, today: string): Promise<ListedRule[]> {
  const rules = await publishedRules(db);
  const codes = [
    ...new Set(rules.flatMap(({ territoryCode }) => (territoryCode ? territoryCodes(territoryCode) : []))),
  ];
  const units = await unitsByCode(db, codes);
  const names = new Map<string, string>();
  for (const [code, { id }] of units) names.set(code, await unitNameOn(db, id, today));
  return rules
    .map((rule) => ({
      ...rule,
      territoryId: ofTerritory(rule.territoryCode ?? "", units)?.id ?? null,
      territoryName: rule.territoryCode
        ? (ofTerritory(rule.territoryCode, names) ?? territoryByCode(rule.territoryCode))
        : null,
      ended: rule.validUntil !== null && rule.validUntil < today,
    }))
    .sort((a, b) => Number(a.ended) - Number(b.ended) || byPurposeAndRank(a, b));
}

function byPurposeAndRank(a: PublishedRule, b: PublishedRule): number {
  if (a.purpose !== b.purpose) return a.purpose < b.purpose ? -1 : 1;
  return RANKS.indexOf(a.rank) - RANKS.indexOf(b.rank);
}
