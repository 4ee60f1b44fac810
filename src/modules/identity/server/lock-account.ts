import { textInput, unitCodeInput } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { unitByCode } from "#modules/organization/server/index.ts";
import { act } from "#platform/server/act/act.ts";
import { z } from "zod";
import { mayKeepAccounts } from "../permissions.ts";
import { identityProblems as problems } from "../problems.ts";
import { accountOf, endSessions, lock } from "./account.store.ts";
import { mustBeOverPresentPosts } from "./rights-over-person.ts";

/** An account may be used no more until it is unlocked; its sessions end, its tokens sleep. */
export const lockAccount = act({
  name: "identity.lock_account",
  title: { vi: "Khóa tài khoản", en: "Lock an account" },
  may: mayKeepAccounts,
  input: z.strictObject({ person: z.uuid(), unit: unitCodeInput, reason: textInput(500) }),
  problems,
  constraints: { account_lock_open: problems.already_locked },
  async place({ trx, input }) {
    const unit = await unitByCode(trx, input.unit, "unit");
    return { unitId: unit.id, subjectId: input.person, unit };
  },
  async run({ trx, input, place, actor, now, today }) {
    const { person, reason } = input;
    await mustBeOverPresentPosts({ trx, actor, today }, person, place.unit.id);
    if (actor.kind === "person" && actor.personId === person) throw new Problem(problems.not_oneself);
    const account = await accountOf(trx, person);
    if (!account) throw new Problem(problems.no_account);
    await endSessions(trx, account.id);
    return lock(trx, account.id, reason, now);
  },
});
