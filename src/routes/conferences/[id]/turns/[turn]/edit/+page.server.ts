import { actionOf } from "#acts/form-action.ts";
import { correctTurn, roomReadings } from "#modules/conference/server/index.ts";
import { pageOf } from "../../../../../asking.ts";

export const load = pageOf(roomReadings.turn, { conference: "id", turn: "turn" });

export const actions = actionOf(correctTurn, {
  about: { turn: "turn" },
  then: ({ id }, { params }) => `/conferences/${params.id}#turn-${id}`,
});
