import { parseArgs } from "node:util";
import { UsageError } from "./command.ts";
import { inviteAdministrator } from "./user/invite-administrator.ts";
import { listAccounts } from "./user/list-accounts.ts";
import { unlockAccountNamed } from "./user/unlock-account.ts";

export const summary = "Tài khoản: danh sách, mời quản trị, mở khóa. / Accounts: list, invite, unlock.";
export const usage = `list
bin/doi-thoai user invite-admin
bin/doi-thoai user unlock NAME

invite-admin in một liên kết dùng một lần trong 24 giờ; người mở nó thành người quản trị toàn hệ thống.
invite-admin prints a link that works once within 24 hours; whoever opens it administers the whole system.
unlock mở khóa tài khoản NAME và xóa lần đợi do nhập sai mật khẩu.
unlock sets the account NAME free, also from waiting after wrong passwords.`;

export async function run(args: string[]): Promise<void> {
  const { positionals } = parseArgs({ args, options: {}, allowPositionals: true });
  const [what, name, ...more] = positionals;
  if (more.length > 0) throw new UsageError("Thừa tham số.\nToo many arguments.");
  if (what === "unlock" && name !== undefined) return unlockAccountNamed(name);
  if (what === "unlock") throw new UsageError("Thiếu NAME.\nNAME is missing.");
  if (name !== undefined) throw new UsageError("Thừa tham số.\nToo many arguments.");
  if (what === "list") return listAccounts();
  if (what === "invite-admin") return inviteAdministrator();
  throw new UsageError(`Không có việc “${what ?? ""}”.\nThere is no “${what ?? ""}” here.`);
}
