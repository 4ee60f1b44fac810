import { Problem } from "#kernel/problem.ts";
import { mayKeepConferences } from "#modules/conference/permissions.ts";
import { keptLists, unitsInReach } from "#modules/desk/server/index.ts";
import { mayReadUnit } from "#modules/organization/server/index.ts";
import { planAgainstHeld } from "#modules/planning/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { signedIn } from "../../units/signed-in.ts";
import { unitsWithGrant } from "../planning-units.ts";
import { askedIn, questionOf } from "./asked.ts";
import { keepList } from "../../keep-list.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const asked = await askedIn(event.url, actor, today);
  const units = await unitsInReach(db, actor, { current: asked.unit, today });
  const keeping = (await unitsWithGrant(actor, mayKeepConferences, today)).map(({ code }) => code);
  const shown = {
    asked,
    units,
    keeping,
    kept: await keptLists(db, actor, event.url),
  };
  try {
    await mayReadUnit(db, actor, asked.unit, {
      from: `${asked.year}-01-01`,
      on: `${asked.year}-12-31`,
      today,
    });
    const against = await planAgainstHeld(db, questionOf(asked, today));
    return { ...shown, against, refusal: null };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { definition, vi, en, faults } = error;
    // A question that cannot be answered is said in place of the table.
    const refusal = { form: "planning.against", problem: { code: definition.code, vi, en }, faults };
    return { ...shown, against: null, refusal };
  }
};

export const actions: Actions = keepList;
