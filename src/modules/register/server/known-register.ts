import type { DB } from "#db";
import { unitsByCode } from "#modules/organization/server/index.ts";
import { sql, type Kysely } from "kysely";
import { mattersNamedBy } from "../matter-event.ts";
import type { RegisterFile } from "../register-file.ts";
import type { KnownRegister } from "../register-references.ts";
import { refOf } from "./any-of.ts";

/** What the database already knows of the units and records that a file names without bringing them. */
export async function knownRegister(db: Kysely<DB>, file: RegisterFile): Promise<KnownRegister> {
  const units = await unitsByCode(db, [...codesIn(file)]);
  const refs = [...refsIn(file)];
  const plans = await refsOf(db, "plan", "id", refs);
  const conferences = await refsOf(db, "conference", "id", refs);
  const recommendations = await daysOfReceipt(db, refs);
  return {
    unit(code) {
      const unit = units.get(code);
      if (!unit) return undefined;
      return { from: open(unit.fromOn), until: open(unit.untilOn), kind: unit.kind };
    },
    plan: (ref) => plans.has(ref),
    conference: (ref) => conferences.has(ref),
    recommendation: (ref) => recommendations.has(ref),
    receivedOn: (ref) => recommendations.get(ref),
  };
}

function open(day: string): string | null {
  return day.endsWith("infinity") ? null : day;
}

async function refsOf(db: Kysely<DB>, table: "plan" | "conference", own: string, refs: string[]) {
  const ref = refOf(table, own);
  const rows = await db
    .selectFrom(table)
    .select(ref.as("ref"))
    .where(ref, "=", sql<string>`any(${refs}::text[])`)
    .execute();
  return new Set(rows.map((row) => row.ref));
}

async function daysOfReceipt(db: Kysely<DB>, refs: string[]): Promise<Map<string, string>> {
  const ref = refOf("recommendation", "code");
  const rows = await db
    .selectFrom("recommendation")
    .select([ref.as("ref"), "received_on"])
    .where(ref, "=", sql<string>`any(${refs}::text[])`)
    .execute();
  return new Map(rows.map((row) => [row.ref, row.received_on]));
}

function codesIn(file: RegisterFile): Set<string> {
  const codes = new Set<string>();
  const add = (...found: (string | null | undefined)[]) => found.forEach((code) => code && codes.add(code));
  file.units.forEach(({ code, parent }) => add(code, parent));
  file.successions.forEach(({ from, to }) => add(...from, ...to));
  file.plans.forEach(({ unit, requirements }) => add(unit, ...requirements.map((one) => one.unit)));
  file.conferences.forEach(({ unit }) => add(unit));
  file.turns.forEach(({ village }) => add(village));
  file.returns.forEach(({ unit }) => add(unit));
  for (const { unit, village, requesters, events } of file.recommendations) {
    add(unit, village, ...(requesters ?? []).map((one) => one.village));
    for (const event of events) {
      if (event.act === "assign") add(event.lead, ...coordinatorCodes(event.coordinators));
      if (event.act === "hand_over") add(event.lead, event.to, ...coordinatorCodes(event.coordinators));
      if (event.act === "forward_up") add(event.to);
      if (event.act === "finish_duty") add(event.coordinator, event.duty_of);
    }
  }
  return codes;
}

type GivenPart = string | { unit: string; duty_of?: string | null };

/** Every unit that a list of coordinators names. */
export function coordinatorCodes(given: readonly GivenPart[] | null | undefined): string[] {
  return (given ?? []).flatMap((one) =>
    typeof one === "string" ? [one] : [one.unit, ...(one.duty_of ? [one.duty_of] : [])],
  );
}

export function coordinatorCode(given: string | { unit: string }): string {
  return typeof given === "string" ? given : given.unit;
}

function refsIn(file: RegisterFile): Set<string> {
  const refs = new Set<string>();
  file.conferences.forEach(({ plan }) => plan && refs.add(plan));
  file.turns.forEach(({ conference }) => refs.add(conference));
  file.ballots.forEach(({ conference }) => refs.add(conference));
  for (const { conference, forwarded_from, events } of file.recommendations) {
    if (conference) refs.add(conference);
    if (forwarded_from) refs.add(forwarded_from);
    for (const ref of events.flatMap(mattersNamedBy)) refs.add(ref);
  }
  return refs;
}
