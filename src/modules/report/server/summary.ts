import type { DB } from "#db";
import type { Kysely, Transaction } from "kysely";
import { identitiesOf, refuseUnlessHolds } from "../identities.ts";
import { ratesOf } from "../rates.ts";
import type { Report, ReportQuestion } from "../report.ts";
import { countBalance } from "./count-balance.ts";
import { countConferences } from "./count-conferences.ts";
import { countIndicators } from "./count-indicators.ts";
import { countRecommendations } from "./count-recommendations.ts";
import { scopeOf, type Scope } from "./scope.ts";

/**
 * The report over a unit's subtree for a period, counted from the single records, all as of one moment.
 * @throws Problem `organization.unit_not_found`, `report.period_reversed`, `report.not_a_day`,
 *   `report.unit_not_present`, and `report.identity_broken` rather than give out sums that do not add up
 */
export async function reportSummary(db: Kysely<DB>, question: ReportQuestion): Promise<Report> {
  return ofOneMoment(db, (trx) => countReport(trx, question));
}

/** The same within a transaction that is already open, as an act's is. */
export async function countReport(trx: Transaction<DB>, question: ReportQuestion): Promise<Report> {
  return refuseUnlessHolds(await count(trx, await scopeOf(trx, question)));
}

/** Everything that one reading says is of the same moment, whatever is entered meanwhile. */
export async function ofOneMoment<T>(db: Kysely<DB>, read: (trx: Transaction<DB>) => Promise<T>): Promise<T> {
  return db.transaction().setIsolationLevel("repeatable read").setAccessMode("read only").execute(read);
}

async function count(trx: Transaction<DB>, scope: Scope): Promise<Report> {
  const { conferences, attendances, turns, satisfaction, plans } = await countConferences(trx, scope);
  const { figures: recommendations, valid } = await countRecommendations(trx, scope);
  const balance = await countBalance(trx, scope);
  return {
    unit: scope.unitCode,
    from: scope.from,
    to: scope.to,
    as_of: scope.asOf,
    known_on: scope.knownOn,
    basis: scope.basis,
    ...(scope.estimate ? { estimate: true } : {}),
    conferences,
    attendances,
    turns,
    recommendations,
    balance,
    rates: ratesOf(recommendations),
    satisfaction,
    plans,
    indicators: await countIndicators(trx, scope),
    identities: identitiesOf({ recommendations, valid, balance, conferences }),
  };
}
