import { readEnv } from "#env";
import { systemClock } from "#kernel/clock.ts";
import { administratorLink } from "#modules/identity/server/index.ts";
import { withDatabase } from "../command.ts";

export async function inviteAdministrator(): Promise<void> {
  const { origin } = readEnv();
  console.log(await withDatabase(({ db }) => administratorLink(db, systemClock(), origin)));
}
