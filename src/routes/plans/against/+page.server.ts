import { Problem } from "#kernel/problem.ts";
import { mayKeepConferences } from "#modules/conference/permissions.ts";
import { unitsInReach } from "#modules/desk/server/index.ts";
import { mayReadUnit } from "#modules/organization/server/index.ts";
import { planAgainstHeld } from "#modules/planning/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { signedIn } from "../../units/signed-in.ts";
import { unitsWithGrant } from "../planning-units.ts";
import { askedIn, questionOf } from "./asked.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const asked = await askedIn(event.url, actor, today);
  const units = await unitsInReach(db, actor, { current: asked.unit, today });
  const kept = (await unitsWithGrant(actor, mayKeepConferences, today)).map(({ code }) => code);
  try {
    await mayReadUnit(db, actor, asked.unit);
    const against = await planAgainstHeld(db, questionOf(asked, today));
    return { asked, units, kept, against, refusal: null };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { definition, vi, en, faults } = error;
    // A question that cannot be answered is said in place of the table.
    const refusal = { problem: { code: definition.code, vi, en }, faults };
    return { asked, units, kept, against: null, refusal };
  }
};
