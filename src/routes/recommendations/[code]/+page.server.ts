import { findMatter } from "#modules/recommendation/server/index.ts";
import { moves } from "#modules/recommendation/status-transitions.ts";
import { readerOf } from "../reader.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { db, actor, today } = readerOf(locals);
  const done = url.searchParams.get("done");
  return {
    matter: await findMatter(db, actor, params.code, today),
    done:
      [...moves, "receive" as const, "correct" as const, "annul" as const].find((move) => move === done) ??
      null,
  };
};
