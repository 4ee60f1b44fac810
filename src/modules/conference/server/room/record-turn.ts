import { optionalText, optionalUnitCode, optionalWholeNumber, yesNo } from "#kernel/input.ts";
import { uuidv7 } from "#kernel/identifier.ts";
import { Problem } from "#kernel/problem.ts";
import { villageOn } from "#modules/organization/server/index.ts";
import { namings } from "#modules/recommendation/matter.ts";
import { act } from "#platform/server/act/act.ts";
import { z } from "zod";
import { lifeOf } from "../../conference.ts";
import { mayKeepConferences } from "../../permissions.ts";
import { conferenceProblems as problems } from "../../problems.ts";
import { speakerMissing, speakerUnasked } from "../../room/speaker.ts";
import { conferenceForChange, nextTurnPosition } from "../life/conference.store.ts";

/** A speaking turn: who, from which village, named or not. It may hold several recommendations, or only praise. */
export const recordTurn = act({
  name: "conference.record_turn",
  title: { vi: "Ghi lượt ý kiến", en: "Record a speaking turn" },
  may: mayKeepConferences,
  input: z.strictObject({
    conference: z.uuid(),
    position: optionalWholeNumber(1, 10_000),
    speaker: optionalText(200),
    village: optionalUnitCode,
    naming: z.enum(namings).default("named"),
    praise_only: yesNo.default(false),
    summary: optionalText(20_000),
  }),
  problems,
  constraints: { turn_conference_id_position_key: problems.position_taken },
  audit: ({ conference, position, naming, praise_only }) => ({ conference, position, naming, praise_only }),
  async place(context) {
    const conference = await conferenceForChange(context, context.input.conference);
    return { unitId: conference.unit_id, conference };
  },
  async run({ trx, input, place: { conference }, now }) {
    if (lifeOf(conference) !== "held") throw new Problem(problems.not_held);
    if (speakerMissing(input.naming, input.speaker, input.village))
      throw new Problem(problems.speaker_needed, { field: "speaker" });
    if (speakerUnasked(input.naming, input.speaker))
      throw new Problem(problems.speaker_of_anonymous, { field: "speaker" });
    const village = input.village
      ? await villageOn(trx, conference.unit_id, input.village, conference.held_on, "village")
      : null;
    const id = uuidv7(now);
    const position = input.position ?? (await nextTurnPosition(trx, conference.id));
    const { naming, praise_only, summary, speaker = null } = input;
    const said = { speaker, village_id: village?.id ?? null, naming, praise_only, summary: summary ?? null };
    const row = { id, conference_id: conference.id, position, recorded_at: now.toString(), ...said };
    await trx.insertInto("turn").values(row).execute();
    return { id, position };
  },
});
