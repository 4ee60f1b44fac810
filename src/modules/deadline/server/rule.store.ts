import { Problem } from "#kernel/problem.ts";
import type { DB, DeadlineRule as RuleTable } from "#db";
import type { Kysely, Selectable, Transaction } from "kysely";
import { deadlineProblems as problems } from "../problems.ts";
import type { DeadlineRule } from "../rule.ts";
import type { PublishedRule } from "../statutory-rules.ts";
import type { Recording } from "./calendar.store.ts";

/** All rules, the ended ones too: a date of long ago is explained by the rule of its day. */
export async function publishedRules(db: Kysely<DB>): Promise<PublishedRule[]> {
  const rows = await db
    .selectFrom("deadline_rule")
    .selectAll()
    .orderBy("valid_from")
    .orderBy("code")
    .execute();
  return rows.map(ruleFrom);
}

function ruleFrom(row: Selectable<RuleTable>): PublishedRule {
  return {
    code: row.code,
    name: row.name,
    purpose: row.purpose as DeadlineRule["purpose"],
    amount: row.amount,
    unit: row.unit as DeadlineRule["unit"],
    direction: row.direction as DeadlineRule["direction"],
    start: row.start_event as DeadlineRule["start"],
    citation: row.citation,
    rank: row.rank as DeadlineRule["rank"],
    territoryCode: row.territory_code,
    unitKinds: row.unit_kinds,
    validFrom: row.valid_from,
    validUntil: row.valid_until === "infinity" ? null : row.valid_until,
  };
}

/** Writes rules that are not there yet; one whose code is known stays as it is, ended or not. */
export async function insertRules(
  db: Kysely<DB>,
  rules: readonly PublishedRule[],
  by: Recording,
): Promise<void> {
  const rows = rules.map((rule) => ({
    code: rule.code,
    name: rule.name,
    purpose: rule.purpose,
    amount: rule.amount,
    unit: rule.unit,
    direction: rule.direction,
    start_event: rule.start,
    citation: rule.citation,
    rank: rule.rank,
    territory_code: rule.territoryCode,
    unit_kinds: rule.unitKinds === null ? null : [...rule.unitKinds],
    valid_from: rule.validFrom,
    valid_until: rule.validUntil ?? "infinity",
    recorded_at: by.now.toString(),
    recorded_by: by.personId,
  }));
  await db
    .insertInto("deadline_rule")
    .values(rows)
    .onConflict((conflict) => conflict.column("code").doNothing())
    .execute();
}

/** The rule, locked. @throws Problem `rule_not_found` */
export async function ruleForChange(trx: Transaction<DB>, code: string): Promise<PublishedRule> {
  const row = await trx
    .selectFrom("deadline_rule")
    .selectAll()
    .where("code", "=", code)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Problem(problems.rule_not_found, { values: { code }, field: "rule" });
  return ruleFrom(row);
}

export async function endRuleOn(
  trx: Transaction<DB>,
  code: string,
  lastDay: string,
  by: Recording,
): Promise<void> {
  await trx
    .updateTable("deadline_rule")
    .set({ valid_until: lastDay, ended_at: by.now.toString(), ended_by: by.personId })
    .where("code", "=", code)
    .execute();
}
