import { optionalOf } from "#kernel/input.ts";
import { z } from "zod";
import { matterFilter, type MatterFilter } from "./matter-filter.ts";
import type { MatterSort } from "./matter-order.ts";

/** What the address of a list asks for, of a page, a file and the API alike; `inOrder` says that its period is one. */
export const askedList = matterFilter.extend({ sort: optionalOf(z.enum(["due", "received"])) });
export type AskedList = z.output<typeof askedList>;

/** The shape of the keys that a list gives out. */
export const listKey = optionalOf(z.string().regex(/^-?[0-2]_(infinity|\d{4}-\d\d-\d\d)_[0-9a-f-]{36}$/));

/** Filter and order of a list: what has ended too is read by the day on which it came in. */
export function filterAndSort({ sort, ...filter }: AskedList): { filter: MatterFilter; sort: MatterSort } {
  return { filter, sort: sort ?? (filter.view === "all" ? "received" : "due") };
}
