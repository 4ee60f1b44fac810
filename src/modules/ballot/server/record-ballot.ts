import { personIdOf } from "#kernel/actor.ts";
import { act } from "#platform/server/act/act.ts";
import { z } from "zod";
import { refuseUnlessBalanced } from "../ballot.ts";
import { mayCountBallots } from "../permissions.ts";
import { ballotProblems as problems } from "../problems.ts";
import { countFields, countRow } from "./ballot-input.ts";
import { ballotPlace, refuseUnlessHeld } from "./ballot-place.ts";

/** The Front's count of the satisfaction ballot of one conference; it must add up. */
export const recordBallot = act({
  name: "ballot.record",
  title: { vi: "Ghi kết quả kiểm phiếu", en: "Record a ballot" },
  may: mayCountBallots,
  input: z.strictObject(countFields),
  problems,
  constraints: { ballot_pkey: problems.counted_already },
  place: ballotPlace,
  async run({ trx, input, place: { conference }, actor, post, now }) {
    refuseUnlessHeld(conference);
    refuseUnlessBalanced(input);
    const by = {
      recorded_by: personIdOf(actor),
      recorded_in: post?.id ?? null,
    };
    const row = { conference_id: conference.id, ...countRow(input), ...by, recorded_at: now.toString() };
    await trx.insertInto("ballot").values(row).execute();
    return { id: conference.id, version: 1 };
  },
});
