import { unitCodeInput } from "#kernel/input.ts";
import { unitByCode } from "#modules/organization/server/index.ts";
import { reading } from "#platform/server/reading/reading.ts";
import { z } from "zod";
import { mayKeepOwnTerm } from "../permissions.ts";
import { ownTermOf } from "./own-term.store.ts";

/** The term that a unit gives where no rule does, for whoever sets it. */
const ownTerm = reading({
  name: "deadlines.own_term",
  title: { vi: "Thời hạn trả lời do đơn vị tự đặt", en: "The term for an answer that a unit gives itself" },
  query: z.strictObject({ unit: unitCodeInput }),
  may: mayKeepOwnTerm,
  place: async ({ db, query: { unit } }) => ({ unitId: (await unitByCode(db, unit, "unit")).id }),
  read: ({ db, place: { unitId } }) => ownTermOf(db, unitId),
});

/** What may be asked of deadlines; their other pages have not come to the door yet. */
export const deadlineReadings = { ownTerm };
