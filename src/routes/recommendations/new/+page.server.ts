import { formAction } from "#acts/form-action.ts";
import { receiptReadings, receive } from "#modules/recommendation/server/index.ts";
import { unaskedNaming } from "#modules/recommendation/matter.ts";
import { matterHref } from "#modules/recommendation/ui/list/address.ts";
import { pageOf } from "../../asking.ts";
import { checkedForSimilar } from "../checked.ts";
import type { Actions, PageServerLoad } from "./$types";

const offered = pageOf(receiptReadings.toReceive, ({ url }) => ({
  unit: url.searchParams.get("unit")?.slice(0, 100),
}));

export const load: PageServerLoad = async (event) => {
  const { today, villages, conferences, ...choices } = await offered(event);
  const asked = (name: string) => event.url.searchParams.get(name);
  const conference = asked("conference");
  const proposed = {
    conference,
    turn: asked("turn"),
    village: asked("village") ?? (villages.length === 1 ? villages[0]!.code : null),
    received_on: conferences.find(({ id }) => id === conference)?.heldOn ?? today,
    naming: unaskedNaming,
    kind: "recommendation",
    channel: conference ? "conference" : "reception",
  };
  return { ...choices, villages, conferences, proposed };
};

export const actions: Actions = {
  receive: formAction(receive, {
    form: "receive",
    then: ({ code }) => matterHref(code),
  }),
  check: checkedForSimilar,
};
