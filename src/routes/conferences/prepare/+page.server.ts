import { conferenceReadings } from "#modules/conference/server/index.ts";
import { valuesOfHead, valuesOfPlan } from "#modules/conference/ui/life/conference-form.ts";
import { pageOf } from "../../asking.ts";
import { prepareActions } from "../form-actions.ts";
import type { PageServerLoad } from "./$types";

const offered = pageOf(conferenceReadings.toPrepare, ({ url }) => ({
  planned: url.searchParams.get("planned")?.slice(0, 100),
}));

export const load: PageServerLoad = async (event) => {
  const { units, chairs, planned, ...shown } = await offered(event);
  const own = planned?.unit ?? (units.length === 1 ? units[0]!.code : undefined);
  const head = valuesOfHead(chairs, own, planned?.chairCapacity ?? undefined);
  return {
    units,
    chairs,
    planned,
    ...shown,
    proposed: { ...(planned ? valuesOfPlan(planned) : {}), ...head },
  };
};

export const actions = prepareActions;
