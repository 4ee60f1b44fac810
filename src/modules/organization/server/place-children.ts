import { Problem, type FieldFault } from "#kernel/problem.ts";
import type { DB } from "#db";
import type { Transaction } from "kysely";
import { organizationProblems as problems } from "../problems.ts";
import type { PlacedChildren } from "./apply-succession.ts";
import { unitLines } from "./unit-days.ts";
import { childrenOn, unitsByCode } from "./unit.store.ts";

/** What was said of units that hang on one that ends: where each goes, or that it ends as well. */
export type ChildChoices = {
  readonly children: readonly { unit: string; to?: string; ends: boolean }[];
  /** Where all go of which nothing else is said. */
  readonly all?: string;
};

/**
 * Finds a place for everything that hangs on units that end on a day, at any depth: whatever ends with them leaves its
 * own behind. `places` are the units under which they may come, by id.
 * @throws Problem `children_left`, with the units in question and the places offered, and a fault at `child:CODE` of each
 */
export async function placeChildren(
  trx: Transaction<DB>,
  ending: readonly string[],
  on: string,
  { children, all }: ChildChoices,
  places: readonly string[],
): Promise<PlacedChildren> {
  const known = await unitsByCode(trx, [...children.flatMap(({ to }) => to ?? []), ...(all ? [all] : [])]);
  const chosen = new Map(children.map((choice) => [choice.unit, choice]));
  const placed = { moves: [] as PlacedChildren["moves"][number][], ends: [] as string[] };
  const left: { code: string; name: string }[] = [];
  const faults: FieldFault[] = [];
  const gone = new Set(ending);
  for (let parents: readonly string[] = ending; parents.length > 0;) {
    const ended: string[] = [];
    const hanging = (await childrenOn(trx, parents, on)).filter((id) => !gone.has(id));
    for (const [id, { code, name }] of await unitLines(trx, hanging, on)) {
      const choice = chosen.get(code);
      const to = choice?.ends ? undefined : known.get(choice?.to ?? all ?? "")?.id;
      left.push({ code, name });
      if (choice?.ends) ended.push(id);
      else if (to && to !== id && places.includes(to)) placed.moves.push({ id, parentId: to });
      else faults.push({ field: `child:${code}`, ...sentence(name) });
    }
    ended.forEach((id) => gone.add(id));
    placed.ends.push(...ended);
    parents = ended;
  }
  if (faults.length === 0) return placed;
  const lines = [...(await unitLines(trx, places, on)).values()];
  const details = { children: left, places: lines.map(({ code, name }) => ({ code, name })) };
  throw new Problem(problems.children_left, { values: { count: faults.length }, faults, details });
}

const sentence = (name: string) => ({
  vi: `Chọn nơi trực thuộc mới của ${name}, hoặc ghi là kết thúc cùng ngày.`,
  en: `Choose where ${name} goes, or say that it ends on the same day.`,
});
