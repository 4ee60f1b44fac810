import { formAction } from "#acts/form-action.ts";
import { ballotReadings, correctBallot, recordBallot } from "#modules/ballot/server/index.ts";
import { pageOf } from "../../../asking.ts";

const about = { conference: "id" };

export const load = pageOf(ballotReadings.count, about);

const then = ({ id }: { id: string }) => `/conferences/${id}/ballot`;

export const actions = {
  record: formAction(recordBallot, { about, then }),
  correct: formAction(correctBallot, { about, then }),
};
