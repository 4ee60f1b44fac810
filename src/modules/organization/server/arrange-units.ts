import { dayInput, optionalText, optionalUnitCode, unitCodeInput, yesNo } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { act } from "#platform/server/act/act.ts";
import type { DB } from "#db";
import type { Transaction } from "kysely";
import { z } from "zod";
import { mayAdminister } from "../permissions.ts";
import { organizationProblems as problems } from "../problems.ts";
import { dayBefore, type Unit } from "../unit.ts";
import { applySuccession, endingUnits } from "./apply-succession.ts";
import { placeChildren } from "./place-children.ts";
import { childrenOn, unitByCode, unitThereOn } from "./unit.store.ts";

const kinds = ["merge", "split", "partial", "reparent", "abolish"] as const;

/** How many units each kind of arrangement takes and leaves. */
const fits: Record<(typeof kinds)[number], (from: number, to: number) => boolean> = {
  merge: (from, to) => from >= 1 && to === 1,
  split: (from, to) => from === 1 && to >= 2,
  partial: (from, to) => from === 1 && to >= 1,
  reparent: (from, to) => from >= 1 && to === 1,
  abolish: (from, to) => from >= 1 && to === 0,
};

const child = z.strictObject({ unit: unitCodeInput, to: optionalUnitCode, ends: yesNo.default(false) });

/**
 * An arrangement of units on a day: merge, split, partial transfer, reparent, abolish. Records keep the unit they
 * were made in; units that end do so on the day before. For `reparent`, `to` is the new parent. What hangs on a
 * merged unit goes over to the one it was merged into; what hangs on one that is split or abolished has to be placed,
 * each by `children` or all others by `children_to`, or ends with it.
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
    symbol: optionalText(60),
    children: z.array(child).max(5000).default([]),
    children_to: optionalUnitCode,
  }),
  problems,
  async place({ trx, input }) {
    const from = await Promise.all(
      input.from.map((code) => unitThereOn(trx, code, dayBefore(input.on), "from")),
    );
    const to = await Promise.all(input.to.map((code) => unitByCode(trx, code, "to")));
    const [first] = from as [Unit];
    const parent = await trx
      .selectFrom("unit_ancestry")
      .select("ancestor_id")
      .where(
        "descendant_id",
        "in",
        from.map(({ id }) => id),
      )
      .where("depth", ">", 0)
      .groupBy("ancestor_id")
      .having((eb) => eb(eb.fn.count("descendant_id").distinct(), "=", from.length))
      .orderBy((eb) => eb.fn.min("depth"))
      .executeTakeFirst();
    return { unitId: parent?.ancestor_id ?? first.id, subjectId: first.id, from, to };
  },
  async run({ trx, input, place: { unitId, from, to }, now }) {
    const { kind, on, symbol } = input;
    if (!fits[kind](from.length, to.length))
      throw new Problem(problems.wrong_sides, { field: "to", values: { kind } });
    const ids = (units: readonly Unit[]) => units.map(({ id }) => id);
    const succession = { kind, on, symbol, from: ids(from), to: ids(to) };
    const places = kind === "abolish" ? await placesBeside(trx, unitId, from, on) : succession.to;
    const choices = { children: input.children, all: input.children_to };
    const placed = leavesBehind.has(kind)
      ? await placeChildren(trx, endingUnits(succession), on, choices, places)
      : undefined;
    return { id: await applySuccession(trx, succession, now, placed) };
  },
});

/** These end a unit without saying by themselves where goes what hung on it. */
const leavesBehind: ReadonlySet<string> = new Set(["split", "abolish"]);

/** Where nothing takes a unit over: the nearest unit above all that end, and what else lies directly in it. */
async function placesBeside(trx: Transaction<DB>, aboveId: string, from: readonly Unit[], on: string) {
  const ending = new Set(from.map(({ id }) => id));
  return [aboveId, ...(await childrenOn(trx, [aboveId], on))].filter((id) => !ending.has(id));
}
