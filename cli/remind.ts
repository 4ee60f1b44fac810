import { parseArgs } from "node:util";
import { readEnv } from "#env";
import { dayInVietnam, systemClock } from "#kernel/clock.ts";
import { isRealDay } from "#kernel/input.ts";
import { remind } from "#modules/notification/server/index.ts";
import { UsageError, withDatabase } from "./command.ts";

export const summary = "Nhắc việc đến hạn của một ngày. / Reminds everybody of what is due.";
export const usage = `[DATE]

Ghi lời nhắc cho ngày DATE (năm-tháng-ngày; hôm nay nếu không ghi). Ai đã được nhắc thì không nhắc lại.
Chương trình đang chạy tự làm việc này mỗi giờ. Thư được gửi khi chương trình chạy và có SMTP_URL.
Gives the reminders owed by DATE (year-month-day; today if left out); nobody is reminded twice. The running
application does this every hour. Letters go out while it runs, if SMTP_URL is set.`;

export async function run(args: string[]): Promise<void> {
  const { positionals } = parseArgs({ args, options: {}, allowPositionals: true });
  const now = systemClock();
  const day = positionals[0] ?? dayInVietnam(now);
  if (positionals.length > 1 || !isRealDay(day)) {
    throw new UsageError("DATE phải là một ngày, ví dụ 2026-02-17.\nDATE must be a day, such as 2026-02-17.");
  }
  const mail = readEnv().smtpUrl !== undefined;
  const given = await withDatabase(({ db }) => remind(db, day, { now, mail }));
  console.log(`${given} lời nhắc / reminders`);
}
