import { askOn } from "#acts/ask.ts";
import { systemClock } from "#kernel/clock.ts";
import { accountReadings } from "#modules/identity/server/index.ts";
import { withDatabase } from "../command.ts";

/** One account a line: username, name, and what is particular about it, separated by tabs. */
export async function listAccounts(): Promise<void> {
  const request = {
    actor: { kind: "system", name: "bin/doi-thoai user" },
    now: systemClock(),
    by: "command",
  } as const;
  const accounts = await withDatabase((database) => askOn(database)(accountReadings.all, {}, request));
  for (const { username, name, secondFactor, locked } of accounts) {
    const remarks = [locked && "khóa / locked", secondFactor && "hai bước / second step"];
    console.log([username, name, remarks.filter(Boolean).join(", ")].join("\t").trimEnd());
  }
  if (accounts.length === 0) console.error("Chưa có tài khoản nào. / There is no account yet.");
}
