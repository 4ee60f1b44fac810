import { mayRemind } from "#modules/notification/permissions.ts";
import { reading } from "#platform/server/reading/reading.ts";
import { assignable, remindable } from "../../many.ts";
import { mayMove } from "../../permissions.ts";
import { leadsOf } from "../matter/form-choices.ts";
import { askedToChoose, chosenIn } from "./chosen.ts";

/** What is chosen to be given to an agency at once, and the agencies of the unit that holds it. */
const toAssign = reading({
  name: "recommendations.to_assign_many",
  title: { vi: "Giao nhiều kiến nghị một lượt", en: "Matters chosen to be given at once" },
  query: askedToChoose,
  may: { anywhere: mayMove.assign },
  async read({ db, actor, query, today }) {
    const wanted = { may: mayMove.assign, fitting: assignable };
    const { keeper, ...chosen } = await chosenIn({ db, actor, today }, query, wanted);
    return { ...chosen, agencies: keeper ? await leadsOf(db, keeper, today) : [] };
  },
});

const toRemind = reading({
  name: "recommendations.to_remind_many",
  title: { vi: "Đôn đốc nhiều kiến nghị một lượt", en: "Matters chosen to be asked after at once" },
  query: askedToChoose,
  may: { anywhere: mayRemind },
  async read({ db, actor, query, today }) {
    const wanted = { may: mayRemind, fitting: remindable };
    const { matters, not, whole } = await chosenIn({ db, actor, today }, query, wanted);
    return { matters, not, whole };
  },
});

export const manyReadings = { toAssign, toRemind };
