import type { DB } from "#db";
import { sql, type Transaction } from "kysely";
import type { BalanceFigures } from "../report.ts";
import { balanceFigures, movedTable } from "./balance.ts";
import { countEach } from "./count-recommendations.ts";
import type { Scope } from "./scope.ts";

export async function countBalance(trx: Transaction<DB>, scope: Scope): Promise<BalanceFigures> {
  const { rows } = await sql<BalanceFigures>`
    ${scope.plan} with ${movedTable(scope)}
    select ${countEach(balanceFigures(scope))} from moved`.execute(trx);
  return rows[0]!;
}
