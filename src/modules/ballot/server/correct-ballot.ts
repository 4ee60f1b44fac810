import { personIdOf } from "#kernel/actor.ts";
import { optionalWholeNumber, textInput } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { act } from "#platform/server/act/act.ts";
import { z } from "zod";
import { refuseUnlessBalanced } from "../ballot.ts";
import { mayCountBallots } from "../permissions.ts";
import { ballotProblems as problems } from "../problems.ts";
import { countFields, countRow } from "./ballot-input.ts";
import { ballotPlace, refuseUnlessHeld } from "./ballot-place.ts";

/** Puts a count right and says why. The earlier one stays, and is what a report as known on an earlier day counts. */
export const correctBallot = act({
  name: "ballot.correct",
  title: { vi: "Sửa kết quả kiểm phiếu", en: "Correct a ballot" },
  may: mayCountBallots,
  input: z.strictObject({
    ...countFields,
    expected_version: optionalWholeNumber(1, 1_000_000),
    reason: textInput(1000),
  }),
  problems,
  place: ballotPlace,
  async run({ trx, input, place: { conference }, actor, post, now }) {
    refuseUnlessHeld(conference);
    refuseUnlessBalanced(input);
    const before = await trx
      .selectFrom("ballot")
      .selectAll()
      .where("conference_id", "=", conference.id)
      .executeTakeFirst();
    if (!before) throw new Problem(problems.not_counted);
    if (input.expected_version !== undefined && input.expected_version !== before.version)
      throw new Problem(problems.changed_meanwhile, { details: { version: before.version } });
    const at = now.toString();
    await trx
      .insertInto("ballot_version")
      .values({ ...before, superseded_at: at, reason: input.reason })
      .execute();
    const by = {
      recorded_by: personIdOf(actor),
      recorded_in: post?.id ?? null,
    };
    const version = before.version + 1;
    await trx
      .updateTable("ballot")
      .set({ ...countRow(input), ...by, version, recorded_at: at })
      .where("conference_id", "=", conference.id)
      .execute();
    return { id: conference.id, version };
  },
});
