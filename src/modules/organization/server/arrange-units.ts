import { optionalPaperNumber } from "#kernel/paper-number.ts";
import { dayInput, optionalUnitCode, unitCodeInput, yesNo } from "#kernel/input.ts";
import type { Actor } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import { act } from "#platform/server/act/act.ts";
import { DryRun } from "#platform/server/act/dry-run.ts";
import { actProblems } from "#platform/server/act/problems.ts";
import type { DB } from "#db";
import type { Transaction } from "kysely";
import { z } from "zod";
import { mayAdminister } from "../permissions.ts";
import { organizationProblems as problems } from "../problems.ts";
import { dayBefore, type Unit } from "../unit.ts";
import { endingUnits } from "./apply-succession.ts";
import { concernedIn, type Concerned } from "./concerned.ts";
import { arrange, unitAbove } from "./arrange.ts";
import { mayDo } from "./may-do.ts";
import { unitThereOn } from "./unit.store.ts";

/** What an arrangement would concern, which was tried and taken back. */
export type Arranged = { readonly dry_run: true; readonly concerned: readonly Concerned[] };

const kinds = ["merge", "split", "partial", "reparent", "abolish"] as const;

const child = z.strictObject({ unit: unitCodeInput, to: optionalUnitCode, ends: yesNo.default(false) });

/**
 * An arrangement of units on a day: merge, split, partial transfer, reparent, abolish. Records keep the unit they
 * were made in; units that end do so on the day before. For `reparent`, `to` is the new parent. What hangs on a
 * merged unit goes over to the one it was merged into; what hangs on one that is split or abolished has to be placed,
 * each by `children` or all others by `children_to`, or ends with it. `dry_run` carries it out, takes it back and tells what it concerns.
 */
export const arrangeUnits = act({
  name: "organization.arrange_units",
  title: { vi: "Sắp xếp đơn vị", en: "Arrange units" },
  may: mayAdminister,
  input: z.strictObject({
    kind: z.enum(kinds),
    on: dayInput,
    from: z.array(unitCodeInput).min(1).max(200),
    to: z.array(unitCodeInput).max(200).default([]),
    symbol: optionalPaperNumber(60),
    children: z.array(child).max(5000).default([]),
    children_to: optionalUnitCode,
    dry_run: yesNo.default(false),
  }),
  problems,
  async place({ trx, input, actor, today }) {
    const from = await Promise.all(
      input.from.map((code) => unitThereOn(trx, code, dayBefore(input.on), "from")),
    );
    const to = await Promise.all(input.to.map((code) => unitThereOn(trx, code, input.on, "to")));
    for (const receiver of to) await mustKeep(trx, actor, receiver, today);
    const [first] = from as [Unit];
    const above = await unitAbove(trx, idsOf(from), today);
    return { unitId: above ?? first.id, subjectId: first.id, from, to };
  },
  async run({ trx, input, place: { from, to }, now, today }) {
    const { kind, on, symbol, children, children_to: all } = input;
    const arrangement = { kind, on, symbol, from: idsOf(from), to: idsOf(to) };
    // Counted before: afterwards the units that end have nothing of their own any more.
    const concerned = input.dry_run
      ? await concernedIn(trx, {
          unitIds: arrangement.from,
          ending: endingUnits(arrangement),
          on,
          // Of a unit that gives a part away everything stays where it is.
          goesAlong: kind !== "partial",
        })
      : null;
    const id = await arrange(trx, arrangement, { children, all }, { now, today });
    if (concerned) throw new DryRun<Arranged>({ dry_run: true, concerned });
    return { id };
  },
});

/** A unit that is named twice is one unit. */
const idsOf = (units: readonly Unit[]) => [...new Set(units.map(({ id }) => id))];

/** Nobody puts a unit, or the work of one, upon another's administrators. One yet to come is judged by its first day. */
async function mustKeep(trx: Transaction<DB>, actor: Actor, receiver: Unit, today: string): Promise<void> {
  const day = receiver.fromOn > today ? receiver.fromOn : today;
  if (!(await mayDo(trx, actor, mayAdminister, receiver.id, day)))
    throw new Problem(actProblems.not_permitted, { field: "to" });
}
