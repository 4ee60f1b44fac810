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
 * @throws Problem `children_left`, or `children_wrong` where each has its place and more is said than can be done, with the
 * units in question and the places offered, and a fault at `child:CODE` of each
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
  const unheard = new Map(chosen);
  const placed = { moves: [] as PlacedChildren["moves"][number][], ends: [] as string[] };
  const left: { code: string; name: string }[] = [];
  const faults: FieldFault[] = [];
  const wrong: FieldFault[] = saidTwice(children);
  if (all && !places.includes(known.get(all)?.id ?? ""))
    wrong.push({ field: "children_to", ...noPlace(all) });
  const gone = new Set(ending);
  for (let parents: readonly string[] = ending; parents.length > 0;) {
    const ended: string[] = [];
    const hanging = (await childrenOn(trx, parents, on)).filter((id) => !gone.has(id));
    for (const [id, { code, name }] of await unitLines(trx, hanging, on)) {
      const choice = chosen.get(code);
      unheard.delete(code);
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
  for (const code of unheard.keys()) wrong.push({ field: `child:${code}`, ...notBelow(code) });
  if (faults.length + wrong.length === 0) return placed;
  const lines = [...(await unitLines(trx, places, on)).values()];
  const details = { children: left, places: lines.map(({ code, name }) => ({ code, name })) };
  const told = [...new Map([...faults, ...wrong].map((fault) => [fault.field, fault])).values()];
  if (faults.length === 0)
    throw new Problem(problems.children_wrong, { values: { count: told.length }, faults: told, details });
  throw new Problem(problems.children_left, { values: { count: faults.length }, faults: told, details });
}

/** Of one unit two things are said, or nothing. */
function saidTwice(children: ChildChoices["children"]): FieldFault[] {
  return [...Map.groupBy(children, ({ unit }) => unit)]
    .filter(([, said]) => said.length > 1 || said.some(({ to, ends }) => ends === (to !== undefined)))
    .map(([code]) => ({ field: `child:${code}`, ...oneOfTwo(code) }));
}

const oneOfTwo = (code: string) => ({
  vi: `Với “${code}”, ghi một trong hai: nơi trực thuộc mới, hoặc kết thúc cùng ngày.`,
  en: `Say one thing of “${code}”: where it goes, or that it ends on the same day.`,
});

const noPlace = (code: string) => ({
  vi: `Đơn vị trực thuộc không thể về “${code}” theo việc sắp xếp này.`,
  en: `No unit below can go to “${code}” by this arrangement.`,
});

const notBelow = (code: string) => ({
  vi: `“${code}” không phải là đơn vị trực thuộc còn lại khi sắp xếp như vậy.`,
  en: `“${code}” is none of the units that such an arrangement leaves behind.`,
});

const sentence = (name: string) => ({
  vi: `Chọn nơi trực thuộc mới của ${name}, hoặc ghi là kết thúc cùng ngày.`,
  en: `Choose where ${name} goes, or say that it ends on the same day.`,
});
