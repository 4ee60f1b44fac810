import { Problem } from "#kernel/problem.ts";
import { act } from "#platform/server/act/act.ts";
import { z } from "zod";
import { mayKeepFilters } from "../permissions.ts";
import { deskProblems as problems } from "../problems.ts";
import { ownPlace, personAsking } from "./saved-filter.store.ts";

/** A list of one's own is kept no longer; anybody else's is as though it were not there. */
export const removeFilter = act({
  name: "desk.remove_filter",
  title: { vi: "Bỏ bộ lọc đã lưu", en: "Remove a kept list" },
  may: mayKeepFilters,
  input: z.strictObject({ filter: z.uuid() }),
  problems,
  place: ({ actor, input }) => Promise.resolve({ ...ownPlace(actor), subjectId: input.filter }),
  async run({ trx, input, actor, now }) {
    const { numUpdatedRows } = await trx
      .updateTable("saved_filter")
      .set({ removed_at: now.toString() })
      .where("id", "=", input.filter)
      .where("person_id", "=", personAsking(actor))
      .where("removed_at", "is", null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new Problem(problems.filter_not_found);
    return { id: input.filter };
  },
});
