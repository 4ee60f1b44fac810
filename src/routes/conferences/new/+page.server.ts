import { conferenceReadings } from "#modules/conference/server/index.ts";
import { valuesOfHead } from "#modules/conference/ui/life/conference-form.ts";
import { pageOf } from "../../asking.ts";
import { recordActions } from "../form-actions.ts";
import type { PageServerLoad } from "./$types";

const offered = pageOf(conferenceReadings.toRecord);

export const load: PageServerLoad = async (event) => {
  const { units, chairs, ...shown } = await offered(event);
  const proposed = valuesOfHead(chairs, units.length === 1 ? units[0]!.code : undefined);
  return { units, chairs, proposed, ...shown };
};

export const actions = recordActions;
