import { withOfferedDays } from "#acts/offered-days.ts";
import { Problem } from "#kernel/problem.ts";
import { conferenceReadings } from "#modules/conference/server/index.ts";
import { unitReadings } from "#modules/organization/server/index.ts";
import { planReadings } from "#modules/planning/server/index.ts";
import { asking } from "../../asking.ts";
import { askedIn, questionOf } from "./asked.ts";
import { keepList, keptLists } from "../../keep-list.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { today, ask } = asking(event);
  const asked = await askedIn(event);
  const units = await ask(unitReadings.inReach, { current: asked.unit });
  const keeping = (await ask(conferenceReadings.kept, {})).map(({ code }) => code);
  // As it was typed: a year that is none is refused, not answered with another one.
  const typedYear = event.url.searchParams.get("year")?.trim().slice(0, 100) || String(asked.year);
  const shown = { asked, typedYear, units, keeping, kept: await keptLists(event) };
  try {
    return {
      ...shown,
      against: await ask(planReadings.against, { ...questionOf(asked), year: typedYear }),
      refusal: null,
    };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { definition, vi, en } = error;
    const { faults, values } = withOfferedDays({ faults: error.faults, values: asked }, today);
    // A question that cannot be answered is said in place of the table.
    const refusal = { form: "planning.against", problem: { code: definition.code, vi, en }, faults };
    return { ...shown, asked: { ...asked, as_of: values.as_of }, against: null, refusal };
  }
};

export const actions = keepList;
