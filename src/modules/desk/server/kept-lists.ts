import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import type { Kysely } from "kysely";
import { listAddress } from "../list-address.ts";
import { savedFilters, type SavedFilter } from "./saved-filter.store.ts";

/** What a list shows of the lists that one keeps. */
export type KeptLists = {
  readonly path: string;
  /** Those of this list. */
  readonly filters: readonly SavedFilter[];
  /** This list as it is narrowed now, to be kept too; null where it is not narrowed at all. */
  readonly address: string | null;
};

export async function keptLists(
  db: Kysely<DB>,
  actor: Actor,
  { pathname, search }: Pick<URL, "pathname" | "search">,
): Promise<KeptLists> {
  const address = listAddress(pathname + search);
  const filters = await savedFilters(db, actor);
  return {
    path: pathname,
    filters: filters.filter((kept) => kept.address.split("?")[0] === pathname),
    address: address === pathname ? null : address,
  };
}
