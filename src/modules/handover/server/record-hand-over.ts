import { optionalPaperNumber } from "#kernel/paper-number.ts";
import { personIdOf } from "#kernel/actor.ts";
import { uuidv7 } from "#kernel/identifier.ts";
import { dayInput, optionalText, optionalUnitCode, unitCodeInput } from "#kernel/input.ts";
import { Problem, type FieldFault } from "#kernel/problem.ts";
import { unitByCode } from "#modules/organization/server/index.ts";
import {
  keeperOf,
  matterForChangeById,
  recordEvent,
  type Matter,
} from "#modules/recommendation/server/index.ts";
import { act } from "#platform/server/act/act.ts";
import type { DB } from "#db";
import type { Transaction } from "kysely";
import { z } from "zod";
import { partIn } from "../line.ts";
import { mayHandOverWork } from "../permissions.ts";
import { handoverProblems as problems, lineFaults } from "../problems.ts";
import { arrangementOf, homeOf, type Arrangement } from "./arrangement.ts";
import { factOfHandOver } from "./day-of-fact.ts";
import { insertHandOver, type NewLine } from "./hand-over.store.ts";
import { openMatterIds } from "./open-work.ts";
import { matterCodeInput } from "#modules/recommendation/matter-code.ts";

const input = z.strictObject({
  from: unitCodeInput,
  on: dayInput,
  /** Who takes over what no line places otherwise. */
  to: optionalUnitCode,
  lines: z
    .array(z.strictObject({ recommendation: matterCodeInput, to: optionalUnitCode }))
    .max(5000)
    .default([]),
  symbol: optionalPaperNumber(60),
  given_by: optionalText(200),
  received_by: optionalText(200),
  note: optionalText(5000),
});

type Input = z.output<typeof input>;
type Placed = { readonly matter: Matter; readonly to: string };

/**
 * The record by which the open work of a unit that was abolished, merged or split goes over to others. Each matter
 * gets a fact in its own history: another lead where the unit led, and its date as it was. All of it or nothing; what
 * stands in the way is told at `to:CODE` of the matter. A unit that goes on keeps what nobody placed.
 */
export const recordHandOver = act({
  name: "handover.record",
  title: { vi: "Bàn giao công việc của đơn vị", en: "Hand over the work of a unit" },
  may: mayHandOverWork,
  input,
  problems,
  audit: ({ from, on, to, lines, symbol }) => ({ from, on, to, symbol, lines }),
  async place({ trx, input }) {
    const unit = await unitByCode(trx, input.from, "from");
    return { unitId: await homeOf(trx, unit), subjectId: unit.id };
  },
  async run({ trx, input, now, today, actor, post }) {
    const arrangement = await arrangementOf(trx, input.from, input.on);
    refuseDay(input.on, arrangement.first, today);
    const placed = await placedWork(trx, arrangement, input);
    const by = { now, personId: personIdOf(actor), postId: post?.id ?? null };
    const lines = await writeFacts(trx, placed, input, arrangement, { ...by, today });
    const { on, symbol, note } = input;
    const sides = { givenBy: input.given_by, receivedBy: input.received_by };
    const record = { fromUnitId: arrangement.unit.id, on, symbol, note, ...sides, lines };
    return { id: await insertHandOver(trx, record, by), count: lines.length };
  },
});

function refuseDay(on: string, first: string, today: string): void {
  if (on > today) throw new Problem(problems.in_the_future, { field: "on", values: { on } });
  if (on < first) throw new Problem(problems.before_the_arrangement, { field: "on", values: { first } });
}

/** Every open matter with the unit that takes it, locked in the order of their ids. */
async function placedWork(trx: Transaction<DB>, arrangement: Arrangement, input: Input): Promise<Placed[]> {
  const { unit, goesOn, receivers } = arrangement;
  const idOf = new Map(receivers.map(({ id, code }) => [code, id]));
  const chosen = new Map(input.lines.map(({ recommendation, to }) => [recommendation, to]));
  const faults: FieldFault[] = [];
  const placed: Placed[] = [];
  for (const id of await openMatterIds(trx, unit.id)) {
    const matter = await matterForChangeById(trx, id);
    if (!partIn(unit.id, keeperOf(matter), matter.state)) continue;
    const code = chosen.get(matter.code) ?? input.to;
    chosen.delete(matter.code);
    const to = code === undefined ? undefined : idOf.get(code);
    if (to) placed.push({ matter, to });
    else if (code) faults.push({ field: `to:${matter.code}`, ...lineFaults.notSuccessor });
    else if (!goesOn) faults.push({ field: `to:${matter.code}`, ...lineFaults.required });
  }
  for (const [code, to] of chosen) if (to) faults.push({ field: `to:${code}`, ...lineFaults.notOpen });
  refuseFaults(faults);
  if (placed.length === 0) throw new Problem(problems.nothing_open);
  return placed;
}

type By = Parameters<typeof recordEvent>[3];

/** One fact for each matter, on the day of the record or as soon after it as its history allows. */
async function writeFacts(
  trx: Transaction<DB>,
  placed: readonly Placed[],
  { on, symbol }: Input,
  { unit }: Arrangement,
  by: By,
): Promise<NewLine[]> {
  const faults: FieldFault[] = [];
  const lines: NewLine[] = [];
  for (const { matter, to } of placed) {
    const eventId = uuidv7(by.now);
    try {
      const { fact, part, state } = factOfHandOver(matter, { from: unit.id, to, on, symbol }, by.today);
      await recordEvent(trx, matter, { ...fact, id: eventId }, by);
      lines.push({ matterId: matter.id, toUnitId: to, eventId, part, state });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      faults.push({ field: `to:${matter.code}`, vi: error.vi, en: error.en });
    }
  }
  refuseFaults(faults);
  return lines;
}

function refuseFaults(faults: readonly FieldFault[]): void {
  if (faults.length > 0)
    throw new Problem(problems.places_missing, { values: { count: faults.length }, faults });
}
