import { personIdOf } from "#kernel/actor.ts";
import { unitCodeInput, yesNo } from "#kernel/input.ts";
import { unitByCode } from "#modules/organization/server/index.ts";
import { act } from "#platform/server/act/act.ts";
import { z } from "zod";
import { mayKeepAccounts } from "../permissions.ts";
import { identityProblems as problems } from "../problems.ts";
import { INVITATION_LASTS } from "../terms.ts";
import { insertInvitation } from "./invitation.store.ts";
import { onceShown } from "./one-time-secret.ts";
import { mustBeOver } from "./rights-over-person.ts";
import { mustBePresent } from "./token-actor.ts";

/**
 * A link that works once: a new person picks a username and a password, one who has forgotten it a new password;
 * for a lost phone it also takes off the second factor. The link's secret is shown once (`output.token`).
 */
export const invite = act({
  name: "identity.invite",
  title: { vi: "Mời lập tài khoản", en: "Invite to make an account" },
  may: mayKeepAccounts,
  input: z.strictObject({
    person: z.uuid(),
    unit: unitCodeInput,
    reset_second_factor: yesNo.default(false),
  }),
  problems,
  async place({ trx, input, actor }) {
    mustBePresent(actor);
    const unit = await unitByCode(trx, input.unit, "unit");
    return { unitId: unit.id, subjectId: input.person, unit };
  },
  async run({ trx, input, place, actor, now, today }) {
    await mustBeOver({ trx, actor, today }, input.person, place.unit.id);
    const invitation = { personId: input.person, resetsSecondFactor: input.reset_second_factor };
    const sent = { ...invitation, lasts: INVITATION_LASTS, by: personIdOf(actor) };
    const { id, token, expiresAt } = await insertInvitation(trx, sent, now);
    return onceShown({ id, expires_at: expiresAt.toString() }, token);
  },
});
