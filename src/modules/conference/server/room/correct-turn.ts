import { personIdOf } from "#kernel/actor.ts";
import { optionalText, optionalUnitCode, optionalWholeNumber, wholeNumber, yesNo } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { villageOn } from "#modules/organization/server/index.ts";
import { namings } from "#modules/recommendation/matter.ts";
import { act } from "#platform/server/act/act.ts";
import type { DB } from "#db";
import type { Transaction } from "kysely";
import { z } from "zod";
import { mayCorrectTurns } from "../../permissions.ts";
import { conferenceProblems as problems } from "../../problems.ts";
import { speakerUnasked } from "../../room/speaker.ts";
import {
  holdsMatters,
  isTurnOutOfSight,
  keepEarlierTurn,
  putInPlace,
  turnForChange,
  type Turn,
} from "./turn.store.ts";

const input = z.strictObject({
  turn: z.uuid(),
  expected_version: optionalWholeNumber(1, 1_000_000),
  position: wholeNumber(1, 10_000),
  speaker: optionalText(200),
  village: optionalUnitCode,
  naming: z.enum(namings),
  praise_only: yesNo.default(false),
  summary: optionalText(20_000),
});

/**
 * Puts right who spoke and what was said; the earlier wording stays, for the office alone. A turn that takes the place
 * of another changes places with it.
 */
export const correctTurn = act({
  name: "conference.correct_turn",
  title: { vi: "Sửa lượt ý kiến", en: "Correct a speaking turn" },
  may: mayCorrectTurns,
  input,
  problems,
  audit: ({ turn, expected_version, position, naming, praise_only }) => ({
    turn,
    expected_version,
    position,
    naming,
    praise_only,
  }),
  async place(context) {
    const { turn, conference } = await turnForChange(context, context.input.turn);
    return { unitId: conference.unit_id, subjectId: turn.id, conference, turn };
  },
  async run({ trx, input, place: { conference, turn }, actor, post, now }) {
    if (input.expected_version !== undefined && input.expected_version !== turn.version)
      throw new Problem(problems.turn_changed_meanwhile, { details: { version: turn.version } });
    await refuseUnlessSound(trx, input, turn);
    const village = input.village
      ? await villageOn(trx, conference.unit_id, input.village, conference.held_on, "village")
      : null;
    const personId = personIdOf(actor);
    const by = { now, personId, postId: post?.id ?? null };
    await putInPlace(trx, turn, input.position, by);
    await keepEarlierTurn(trx, turn, by);
    const { naming, praise_only } = input;
    const speaker = naming === "anonymous" ? null : (input.speaker ?? null);
    const said = {
      speaker,
      village_id: village?.id ?? null,
      naming,
      praise_only,
      summary: input.summary ?? null,
    };
    const version = turn.version + 1;
    await trx
      .updateTable("turn")
      .set({ ...said, version })
      .where("id", "=", turn.id)
      .execute();
    return { id: turn.id, conference: conference.id, version };
  },
});

/** @throws Problem where only a reviewer may read it, or where what it says does not hold together */
async function refuseUnlessSound(
  trx: Transaction<DB>,
  { naming, speaker, praise_only }: z.output<typeof input>,
  turn: Turn,
): Promise<void> {
  if (await isTurnOutOfSight(trx, turn.id)) throw new Problem(problems.turn_out_of_sight);
  const wasNamed = turn.naming !== "named" || turn.speaker !== null;
  if (naming === "named" && !speaker && wasNamed)
    throw new Problem(problems.speaker_needed, { field: "speaker" });
  // To be anonymous takes out the name that was there; another that is typed with it is not dropped unsaid.
  if (speakerUnasked(naming, speaker) && speaker !== turn.speaker)
    throw new Problem(problems.speaker_of_anonymous, { field: "speaker" });
  if (praise_only && !turn.praise_only && (await holdsMatters(trx, turn.id)))
    throw new Problem(problems.turn_holds_matters, { field: "praise_only" });
}
