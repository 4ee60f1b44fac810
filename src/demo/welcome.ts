import { firstAdministratorLink } from "#modules/identity/server/index.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";
import { DEMO_PASSWORD, demoCast } from "./cast.ts";
import { hasDemo } from "./fill.ts";

/** What is printed once the address answers: the demo's sign-ins, or the link that makes the first administrator. */
export async function welcome(db: Kysely<DB>, now: Temporal.Instant, address: string): Promise<string> {
  if (await hasDemo(db)) return [`Đối Thoại: ${address}`, "", ...demoSignIns()].join("\n");
  const link = await firstAdministratorLink(db, now, address);
  if (!link) return `Đối Thoại: ${address}`;
  if (link === "printed elsewhere")
    return [
      `Đối Thoại: ${address}`,
      "",
      "Chưa có tài khoản nào. Liên kết lập người quản trị đầu tiên vừa được in ở một tiến trình khởi động cùng lúc.",
      "There is no account yet. The link for the first administrator was printed by a process that started at the same time.",
      "Không tìm thấy? / Not to be found? bin/doi-thoai user invite-admin",
    ].join("\n");
  return [
    `Đối Thoại: ${address}`,
    "",
    "Chưa có tài khoản nào. Mở liên kết dùng một lần này để lập người quản trị đầu tiên:",
    "There is no account yet. Open this one-time link to become the first administrator:",
    link,
  ].join("\n");
}

function demoSignIns(): string[] {
  const widest = Math.max(...demoCast.map(({ username }) => username.length));
  return [
    `Dữ liệu thử. Mật khẩu chung / Demo data. Password of all: ${DEMO_PASSWORD}`,
    ...demoCast.map(({ username, role }) => `  ${username.padEnd(widest)}  ${role}`),
    "Bắt đầu thật: xóa thư mục dữ liệu rồi chạy với DEMO=no. / For real work: a fresh data folder and DEMO=no.",
  ];
}
