import type { RequestEvent } from "@sveltejs/kit";
import { mayReadUnit } from "#modules/organization/server/index.ts";
import type { Against } from "#modules/planning/against.ts";
import { planAgainstHeld } from "#modules/planning/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { signedIn } from "../../units/signed-in.ts";
import { askedIn, questionOf } from "./asked.ts";

/** What the address asks, for a file. */
export async function readAgainst(event: RequestEvent): Promise<Against> {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const asked = await askedIn(event.url, actor, today);
  await mayReadUnit(db, actor, asked.unit);
  return planAgainstHeld(db, questionOf(asked, today));
}

/** What a browser needs to save it under a name of its own. */
export function fileHeaders({ year, asOf }: Against, type: string, ending: string): Record<string, string> {
  const name = `ke-hoach-va-thuc-te-${year}-${asOf}.${ending}`;
  return { "content-type": type, "content-disposition": `attachment; filename="${name}"` };
}
