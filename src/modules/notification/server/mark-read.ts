import { optionalOf } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { act } from "#platform/server/act/act.ts";
import { z } from "zod";
import { mayKeepOwn } from "../permissions.ts";
import { notificationProblems as problems } from "../problems.ts";

/** A person has read one of their notifications, or all of them when none is named. */
export const markRead = act({
  name: "notification.mark_read",
  title: { vi: "Đánh dấu đã đọc", en: "Mark as read" },
  may: mayKeepOwn,
  input: z.strictObject({ notification: optionalOf(z.uuid()) }),
  problems,
  async place({ actor, input }) {
    const unitId = actor.kind === "person" ? (actor.posts[0]?.unitId ?? null) : null;
    return { unitId, subjectId: input.notification };
  },
  async run({ trx, input, actor, now }) {
    if (actor.kind !== "person") throw new Problem(problems.not_a_person);
    const own = trx.selectFrom("notification").select("id").where("person_id", "=", actor.personId);
    if (input.notification !== undefined) {
      const found = await own.where("id", "=", input.notification).executeTakeFirst();
      if (!found) throw new Problem(problems.not_found);
    }
    const { numUpdatedRows } = await trx
      .updateTable("notification")
      .set({ read_at: now.toString() })
      .where("person_id", "=", actor.personId)
      .where("read_at", "is", null)
      .$if(input.notification !== undefined, (query) => query.where("id", "=", input.notification!))
      .executeTakeFirst();
    return { read: Number(numUpdatedRows) };
  },
});
