import type { Capacity } from "#kernel/actor.ts";
import { dayInput, yesNo } from "#kernel/input.ts";
import { act } from "#platform/server/act/act.ts";
import { z } from "zod";
import { mayAdminister } from "../permissions.ts";
import { organizationProblems as problems } from "../problems.ts";
import { dayBefore } from "../unit.ts";
import { personToAppoint } from "./keeping.ts";
import { endPostOn, insertPost, postForChange } from "./post.store.ts";

/** One person hands a post to another on a day: the first holds it until the day before. */
export const handOver = act({
  name: "organization.hand_over",
  title: { vi: "Bàn giao chức vụ", en: "Hand over a post" },
  may: mayAdminister,
  input: z.strictObject({ post: z.uuid(), to: z.uuid(), on: dayInput, acting: yesNo.default(false) }),
  problems,
  async place({ trx, input }) {
    const post = await postForChange(trx, input.post);
    return { unitId: post.unit_id, subjectId: post.id, post };
  },
  async run({ trx, input, place: { post }, actor, now, today }) {
    await personToAppoint({ trx, actor, today }, input.to, post.capacity as Capacity);
    await endPostOn(trx, post, dayBefore(input.on));
    const same = {
      unitId: post.unit_id,
      capacity: post.capacity as Capacity,
      title: post.title ?? undefined,
    };
    const { id } = await insertPost(
      trx,
      { ...same, person: input.to, acting: input.acting, from: input.on },
      now,
    );
    return { id, personId: input.to };
  },
});
