import { systemClock } from "#kernel/clock.ts";
import { freeAccount } from "#modules/identity/server/index.ts";
import { startProblem } from "#platform/server/start-problem.ts";
import { withDatabase } from "../command.ts";

export async function unlockAccountNamed(name: string): Promise<void> {
  const freed = await withDatabase(({ db }) => freeAccount(db, name, systemClock()));
  if (freed === null) throw startProblem(`Không có tài khoản “${name}”.`, `There is no account “${name}”.`);
  console.log(freed ? `${name}: đã mở / unlocked` : `${name}: không bị khóa từ trước / was not locked`);
}
