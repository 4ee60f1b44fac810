import { centre, unitsByCode } from "#modules/organization/server/index.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";
import { clocks, type Basis } from "../clocks.ts";
import { ofTerritory, placedRules, territoryCodes, type PublishedRule } from "../statutory-rules.ts";
import { calendarOf } from "./calendar.store.ts";
import { placeOfUnit } from "./place-of-unit.ts";
import { publishedRules } from "./rule.store.ts";

const kindsThatConfer = ["commune", "district", "province", "centre"];

/**
 * Which stronger rule a new one would give way to, for events on its first day, at any of the kinds of unit it
 * is for; null when it would bind everywhere.
 */
export async function overruledBy(db: Kysely<DB>, rule: PublishedRule): Promise<Basis | null> {
  const unit =
    rule.territoryCode === null
      ? await centre(db)
      : ofTerritory(rule.territoryCode, await unitsByCode(db, territoryCodes(rule.territoryCode)));
  if (!unit) return null;
  const on = rule.validFrom;
  const place = await placeOfUnit(db, unit.id, on);
  const rules = placedRules([...(await publishedRules(db)), rule], place.idOfCode);
  const calendar = await calendarOf(db);
  const starts = { conference: on, receipt: on, assignment: on };
  for (const unitKind of rule.unitKinds ?? kindsThatConfer) {
    const running = clocks({ ...place, unitKind, starts }, rules, calendar).clocks;
    const ineffective = running.find((clock) => clock.rule?.code === rule.code)?.ineffective;
    if (ineffective) return ineffective.by;
  }
  return null;
}
