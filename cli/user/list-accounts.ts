import { allAccounts } from "#modules/identity/server/index.ts";
import { withDatabase } from "../command.ts";

/** One account a line: username, name, and what is particular about it, separated by tabs. */
export async function listAccounts(): Promise<void> {
  const accounts = await withDatabase(({ db }) => allAccounts(db));
  for (const { username, name, secondFactor, locked } of accounts) {
    const remarks = [locked && "khóa / locked", secondFactor && "hai bước / second step"];
    console.log([username, name, remarks.filter(Boolean).join(", ")].join("\t").trimEnd());
  }
  if (accounts.length === 0) console.error("Chưa có tài khoản nào. / There is no account yet.");
}
