import { asShown } from "#kernel/masking/as-shown.ts";
import { toldOfUnits } from "#modules/recommendation/server/index.ts";
import type { ActContext } from "#platform/server/act/act.ts";
import { wordsOfPlan } from "../words-of-plan.ts";
import { unitsQuoted } from "./find-plan.ts";
import { plannedOf, type PlannedRow, type PlanRow } from "./plan.store.ts";

type Said = { readonly note: string | null; readonly planned: readonly PlannedRow[] };
type Context = Pick<ActContext<unknown>, "trx" | "actor" | "today">;

/** Words of a draft that come back as they were shown, without the names withheld from whoever writes, stay what they are. */
export async function planAsWritten(
  { trx, actor, today }: Context,
  plan: PlanRow,
  given: Said,
): Promise<Said> {
  const before = await plannedOf(trx, plan.id);
  const texts = wordsOfPlan(plan.note, before);
  const units = await unitsQuoted(trx, [plan.id]);
  const written = asShown(await toldOfUnits(trx, actor, { units, texts }, today), texts);
  const lines = given.planned.map(({ audience = null, topic = null, place = null, ...line }) => ({
    ...line,
    audience: written(audience),
    topic: written(topic),
    place: written(place),
  }));
  return { note: written(given.note), planned: lines };
}
