import { systemClock } from "#kernel/clock.ts";
import { accountNamed, endLock, forgetFailures } from "#modules/identity/server/index.ts";
import { startProblem } from "#platform/server/start-problem.ts";
import { withDatabase } from "../command.ts";

export async function unlockAccountNamed(name: string): Promise<void> {
  const freed = await withDatabase(async ({ db }) => {
    const account = await accountNamed(db, name);
    if (!account) throw startProblem(`Không có tài khoản “${name}”.`, `There is no account “${name}”.`);
    const waited = await forgetFailures(db, name);
    const locked = await db.transaction().execute((trx) => endLock(trx, account.id, systemClock()));
    return waited || locked;
  });
  console.log(freed ? `${name}: đã mở / unlocked` : `${name}: không bị khóa từ trước / was not locked`);
}
