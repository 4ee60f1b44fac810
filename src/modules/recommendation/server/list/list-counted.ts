import type { Actor } from "#kernel/actor.ts";
import { toldOver } from "#platform/server/reading/lean.ts";
import type { Databases } from "#platform/server/reading/ask.ts";
import { leanCounted, type CountedList } from "./lean-list.ts";
import { countMatters, listMatters } from "./list-matters.ts";
import type { MatterFilter } from "./matter-filter.ts";
import type { Page } from "./matter-order.ts";

/** A page of the list, and how many matters the whole has: so many at most are counted. In one question, where that can be. */
export async function listCounted(
  { db, lean }: Pick<Databases, "db" | "lean">,
  actor: Actor,
  filter: MatterFilter,
  page: Page,
  today: string,
  countedAtMost: number,
): Promise<CountedList> {
  const question = lean && (await leanCounted(db, actor, filter, page, today, countedAtMost));
  const told = question && (await toldOver(lean, question));
  if (told) return told;
  const [list, count] = await Promise.all([
    listMatters(db, actor, filter, page, today),
    countMatters(db, actor, filter, today, countedAtMost),
  ]);
  return { list, count };
}
