import {
  dayInput,
  optionalOf,
  optionalText,
  optionalUnitCode,
  textInput,
  unitCodeInput,
} from "#kernel/input.ts";
import { personIdOf } from "#kernel/actor.ts";
import { refuseAllTogether, refuseTogether } from "#kernel/all-faults.ts";
import { Problem } from "#kernel/problem.ts";
import { unitThereOn, villageOn } from "#modules/organization/server/index.ts";
import { act } from "#platform/server/act/act.ts";
import type { DB } from "#db";
import type { Transaction } from "kysely";
import { z } from "zod";
import { channels, kinds, leavesTheProcess, namings, type Naming } from "../../matter.ts";
import { mayReceive } from "../../permissions.ts";
import { recommendationProblems as problems } from "../../problems.ts";
import { refuseFieldNotInUse } from "../fields/field.store.ts";
import { warnIfNobodyReviews } from "../moves/nobody-reviews.ts";
import { refuseForeignTurn, refuseForeignUnit, refuseForeignVillage } from "./brought-from-elsewhere.ts";
import { refuseLateCollecting } from "./refuse-late-collecting.ts";
import { takeIn, takingIn } from "./take-in.ts";

const input = z.strictObject({
  unit: unitCodeInput,
  /** Ids of the conference and of the turn in which it was said. */
  conference: optionalOf(z.uuid()),
  turn: optionalOf(z.uuid()),
  channel: z.enum(channels).default("conference"),
  kind: z.enum(kinds).default("recommendation"),
  field: textInput(80),
  received_on: dayInput,
  text: textInput(20_000),
  raised_by: optionalText(200),
  naming: z.enum(namings).default("named"),
  village: optionalUnitCode,
});

/** A recommendation comes in: it gets its code, and waits for a ruling. */
export const receive = act({
  name: "recommendation.receive",
  title: { vi: "Tiếp nhận kiến nghị", en: "Receive a recommendation" },
  may: mayReceive,
  input,
  problems,
  keepsStructure: true,
  locksNothing: true,
  constraints: { recommendation_field_code_fkey: problems.unknown_field },
  audit: ({ text, raised_by, ...rest }) => ({
    ...rest,
    text_length: text.length,
    named: raised_by !== undefined,
  }),
  async place({ trx, input }) {
    const unit = await unitThereOn(trx, input.unit, input.received_on, "unit");
    return { unitId: unit.id, unit };
  },
  runAsksAlone: true,
  alone({ received_on, naming, raised_by }, today) {
    refuseTogether(
      () => {
        if (received_on) refuseFuture(received_on, today);
      },
      () => refuseNameOfAnonymous(naming, raised_by),
    );
  },
  async run({ trx, input, place: { unit }, actor, post, now, today }) {
    const bringing = { actor, post, unitId: unit.id, today };
    await refuseForeignUnit(trx, bringing, input.conference);
    const found: Found = { collectUntil: null, villageId: undefined };
    await refuseAllTogether(
      () => refuseFuture(input.received_on, today),
      () => refuseNameOfAnonymous(input.naming, input.raised_by),
      async () => {
        found.collectUntil = await refuseUnlessSaidThere(trx, unit.id, input);
        await refuseForeignTurn(trx, bringing, input.turn);
      },
      async () => {
        const { village, received_on } = input;
        if (village) found.villageId = (await villageOn(trx, unit.id, village, received_on, "village")).id;
        refuseForeignVillage(actor, post, found.villageId ?? null);
      },
      () => refuseFieldNotInUse(trx, input.field, input.received_on),
    );
    const { collectUntil, villageId } = found;
    await refuseLateCollecting(trx, { actor, unitId: unit.id, collectUntil, today });
    const { conference, turn, field, received_on, raised_by, channel, kind, text, naming } = input;
    const said = { conferenceId: conference, turnId: turn, villageId, raisedBy: raised_by };
    const cameIn = { ...said, channel, kind, fieldCode: field, receivedOn: received_on, text, naming };
    const personId = personIdOf(actor);
    const by = { now, today, personId, postId: post?.id ?? null };
    if (!leavesTheProcess(kind)) return takingIn(trx, unit, cameIn, by);
    const warnings = await warnIfNobodyReviews(trx, unit.id, today);
    return { ...(await takeIn(trx, unit, cameIn, by)), ...(warnings.length > 0 && { warnings }) };
  },
});

function refuseFuture(received: string, today: string): void {
  if (received > today)
    throw new Problem(problems.in_the_future, { field: "received_on", values: { on: received } });
}

/** A name that somebody typed is not dropped unsaid: it is kept, or whoever typed it takes it out. */
function refuseNameOfAnonymous(naming: Naming | undefined, name: string | undefined): void {
  if (naming === "anonymous" && name) throw new Problem(problems.name_of_anonymous, { field: "raised_by" });
}

/** What is known of a receipt once nothing is wrong with it. */
type Found = { collectUntil: string | null; villageId: string | undefined };

type Said = Pick<z.output<typeof input>, "conference" | "turn" | "channel" | "received_on">;

/**
 * The turn belongs to the conference, and the conference to the unit. What is said at a conference is said at one
 * that was held; what is collected beforehand comes in before its day is over, to one that was not called off. Answers
 * the last day of collecting that binds it, if any does.
 */
async function refuseUnlessSaidThere(
  trx: Transaction<DB>,
  unitId: string,
  said: Said,
): Promise<string | null> {
  const { conference, turn, channel, received_on } = said;
  if (turn && !conference) throw new Problem(problems.turn_elsewhere, { field: "turn" });
  if (!conference) return null;
  const found = await trx
    .selectFrom("conference")
    .leftJoin("turn", (join) =>
      join.onRef("turn.conference_id", "=", "conference.id").on("turn.id", "=", turn ?? null),
    )
    .select(["turn.id as turnId", "held_on", "collect_until", "held_recorded_at", "called_off_recorded_at"])
    .where("conference.id", "=", conference)
    .where("conference.unit_id", "=", unitId)
    .executeTakeFirst();
  if (!found) throw new Problem(problems.conference_elsewhere, { field: "conference" });
  if (turn && !found.turnId) throw new Problem(problems.turn_elsewhere, { field: "turn" });
  if (found.called_off_recorded_at)
    throw new Problem(problems.conference_called_off, { field: "conference" });
  const beforehand = channel === "collected_beforehand";
  if (!beforehand && !found.held_recorded_at) {
    throw new Problem(problems.conference_not_held, { field: "conference" });
  }
  if (beforehand && received_on > found.held_on) {
    throw new Problem(problems.collected_too_late, { field: "received_on", values: { on: found.held_on } });
  }
  return beforehand ? found.collect_until : null;
}
