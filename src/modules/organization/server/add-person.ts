import { optionalOf, textInput, unitCodeInput } from "#kernel/input.ts";
import { uuidv7 } from "#kernel/identifier.ts";
import { act } from "#platform/server/act/act.ts";
import { z } from "zod";
import { emailInput } from "../email.ts";
import { mayAdminister } from "../permissions.ts";
import { phoneInput } from "../phone.ts";
import { organizationProblems as problems } from "../problems.ts";
import { unitByCode } from "./unit.store.ts";

/** A person who may be given posts. The unit says whose administrator brings them in. */
export const addPerson = act({
  name: "organization.add_person",
  title: { vi: "Thêm người", en: "Add a person" },
  may: mayAdminister,
  input: z.strictObject({
    unit: unitCodeInput,
    full_name: textInput(200),
    email: optionalOf(emailInput),
    phone: optionalOf(phoneInput),
  }),
  problems,
  audit: ({ unit, full_name }) => ({ unit, full_name }),
  async place({ trx, input }) {
    return { unitId: (await unitByCode(trx, input.unit, "unit")).id };
  },
  async run({ trx, input, place, now }) {
    const { full_name, email, phone } = input;
    const id = uuidv7(now);
    await trx
      .insertInto("person")
      .values({
        id,
        full_name,
        email: email ?? null,
        phone: phone ?? null,
        brought_by: place.unitId,
        recorded_at: now.toString(),
      })
      .execute();
    return { id };
  },
});
