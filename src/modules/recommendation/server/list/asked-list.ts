import { z } from "zod";
import { matterFilter, type MatterFilter } from "./matter-filter.ts";
import type { MatterSort } from "./matter-order.ts";

/** What the address of a list asks for; what it asks for wrongly it does not ask for. */
export const askedList = matterFilter.extend({
  sort: z.enum(["due", "received"]).optional().catch(undefined),
});
export type AskedList = z.output<typeof askedList>;

/** Filter and order of a list: what has ended too is read by the day on which it came in. */
export function filterAndSort({ sort, ...filter }: AskedList): { filter: MatterFilter; sort: MatterSort } {
  return { filter, sort: sort ?? (filter.view === "all" ? "received" : "due") };
}
