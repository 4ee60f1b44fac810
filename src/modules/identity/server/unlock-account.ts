import { unitCodeInput } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { unitByCode } from "#modules/organization/server/index.ts";
import { act } from "#platform/server/act/act.ts";
import { z } from "zod";
import { mayKeepAccounts } from "../permissions.ts";
import { identityProblems as problems } from "../problems.ts";
import { accountOf, endLock } from "./account.store.ts";
import { forgetFailures } from "./lock-out.store.ts";
import { mustBeOverPresentPosts } from "./rights-over-person.ts";

/** A locked account may be used again; waiting after wrong passwords ends too. */
export const unlockAccount = act({
  name: "identity.unlock_account",
  title: { vi: "Mở khóa tài khoản", en: "Unlock an account" },
  may: mayKeepAccounts,
  input: z.strictObject({ person: z.uuid(), unit: unitCodeInput }),
  problems,
  async place({ trx, input }) {
    const unit = await unitByCode(trx, input.unit, "unit");
    return { unitId: unit.id, subjectId: input.person, unit };
  },
  async run({ trx, input, place, actor, now, today }) {
    await mustBeOverPresentPosts({ trx, actor, today }, input.person, place.unit.id);
    const account = await accountOf(trx, input.person);
    if (!account) throw new Problem(problems.no_account);
    const waited = await forgetFailures(trx, account.username);
    const locked = await endLock(trx, account.id, now);
    if (!waited && !locked) throw new Problem(problems.not_locked);
    return { id: account.id };
  },
});
