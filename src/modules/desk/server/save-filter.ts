import { uuidv7 } from "#kernel/identifier.ts";
import { textInput } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { act } from "#platform/server/act/act.ts";
import { sql } from "kysely";
import { z } from "zod";
import { listAddress } from "../list-address.ts";
import { mayKeepFilters } from "../permissions.ts";
import { deskProblems as problems } from "../problems.ts";
import { ownPlace, personAsking, savedFilters } from "./saved-filter.store.ts";

const MOST = 50;

/** Keeps a list under a name, for oneself. What it shows is asked anew, with the rights held then. */
export const saveFilter = act({
  name: "desk.save_filter",
  title: { vi: "Lưu bộ lọc", en: "Keep a list" },
  may: mayKeepFilters,
  input: z.strictObject({ name: textInput(100), address: textInput(2000) }),
  problems,
  place: ({ actor }) => Promise.resolve(ownPlace(actor)),
  async run({ trx, input: { name, address: typed }, actor, now }) {
    const person_id = personAsking(actor);
    const address = listAddress(typed);
    if (address === null) throw new Problem(problems.not_a_list, { field: "address" });
    // One person's lists are written one after another, so that the limits hold.
    await sql`select from person where id = ${person_id} for update`.execute(trx);
    const kept = await savedFilters(trx, actor);
    if (kept.some((each) => each.name === name)) {
      throw new Problem(problems.filter_kept, { field: "name", values: { name } });
    }
    if (kept.length >= MOST) throw new Problem(problems.too_many_filters, { values: { maximum: MOST } });
    const id = uuidv7(now);
    await trx
      .insertInto("saved_filter")
      .values({ id, person_id, name, address, recorded_at: now.toString() })
      .execute();
    return { id, address };
  },
});
