import { dayInput } from "#kernel/input.ts";
import { act } from "#platform/server/act/act.ts";
import { z } from "zod";
import { mayAdminister } from "../permissions.ts";
import { organizationProblems as problems } from "../problems.ts";
import { endPostOn, postForChange } from "./post.store.ts";

/** A post is held until a day; the rights that came with it end with that day. */
export const endPost = act({
  name: "organization.end_post",
  title: { vi: "Thôi giữ chức vụ", en: "End a post" },
  may: mayAdminister,
  input: z.strictObject({ post: z.uuid(), until: dayInput }),
  problems,
  async place({ trx, input }) {
    const post = await postForChange(trx, input.post);
    return { unitId: post.unit_id, subjectId: post.id, post };
  },
  async run({ trx, input, place }) {
    await endPostOn(trx, place.post, input.until);
    return { id: place.post.id, personId: place.post.person_id };
  },
});
