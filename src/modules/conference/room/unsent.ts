import { readKept, typedSomething } from "./room-queue.ts";

/** What one person wrote in the room of a conference and the server does not have yet. */
export type Unsent = { readonly conference: string; readonly count: number };

type Store = Pick<Storage, "length" | "key" | "getItem">;

/** The name under which a device keeps what a person writes at a conference. */
export const keptUnder = (person: string, conference: string): string =>
  `doi-thoai:room:${person}:${conference}`;

/** The conferences at which a person left something on the device: entries that wait or were refused, forms begun. */
export function unsentOf(person: string, store: Store): Unsent[] {
  const own = keptUnder(person, "");
  const names = Array.from({ length: store.length }, (_, at) => store.key(at) ?? "");
  return names
    .filter((name) => name.startsWith(own))
    .map((name) => {
      const { queue, drafts } = readKept(store.getItem(name));
      const begun = Object.values(drafts).filter(typedSomething);
      return { conference: name.slice(own.length), count: queue.length + begun.length };
    })
    .filter(({ count }) => count > 0);
}
