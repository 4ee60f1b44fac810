import { capacities } from "#kernel/actor.ts";
import { dayInput, optionalDay, optionalText, unitCodeInput, yesNo } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { act } from "#platform/server/act/act.ts";
import { z } from "zod";
import { mayAdminister } from "../permissions.ts";
import { organizationProblems as problems } from "../problems.ts";
import { personToAppoint } from "./keeping.ts";
import { insertPost } from "./post.store.ts";
import { unitThereOn } from "./unit.store.ts";

/** A person whom one keeps holds a post in a unit from a day on; `acting` when standing in for whoever should hold it. */
export const appoint = act({
  name: "organization.appoint",
  title: { vi: "Giao chức vụ", en: "Appoint to a post" },
  may: mayAdminister,
  input: z.strictObject({
    person: z.uuid(),
    unit: unitCodeInput,
    capacity: z.enum(capacities),
    title: optionalText(200),
    acting: yesNo.default(false),
    from: dayInput,
    until: optionalDay,
  }),
  problems,
  alone: ({ from, until }) => {
    if (from && until && until < from) throw new Problem(problems.ends_before_it_begins, { field: "until" });
  },
  async place({ trx, input }) {
    const unit = await unitThereOn(trx, input.unit, input.from, "unit");
    return { unitId: unit.id, subjectId: input.person };
  },
  async run({ trx, input, place, actor, now, today }) {
    await personToAppoint({ trx, actor, today }, input.person, input.capacity);
    const { person, capacity, title, acting, from, until } = input;
    return insertPost(trx, { person, unitId: place.unitId, capacity, title, acting, from, until }, now);
  },
});
