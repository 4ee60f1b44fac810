import { personIdOf } from "#kernel/actor.ts";
import { dayInput, optionalText, optionalUnitCode, optionalWholeNumber, textInput } from "#kernel/input.ts";
import { refuseTogether } from "#kernel/all-faults.ts";
import { Problem } from "#kernel/problem.ts";
import { unitThereOn, villageOn } from "#modules/organization/server/index.ts";
import { act } from "#platform/server/act/act.ts";
import type { DB } from "#db";
import { sql, type Transaction } from "kysely";
import { z } from "zod";
import { kinds, leavesTheProcess, namings } from "../../matter.ts";
import { mayCorrect } from "../../permissions.ts";
import { recommendationProblems as problems } from "../../problems.ts";
import { statusAfter } from "../../status-transitions.ts";
import { correctWords } from "./correct-words.ts";
import { putRequestersRight, saidOf, type Said } from "./correction.store.ts";
import type { Recording } from "../matter/event.store.ts";
import { keeperOf, matterPlace } from "../moves/move-act.ts";
import { warnIfNobodyReviews } from "../moves/nobody-reviews.ts";
import { recordEvent } from "../moves/record-event.ts";
import { matterForChange, matterForChangeById, type Matter } from "../matter/recommendation.store.ts";
import { refuseIfChanged } from "../moves/refuse-if-changed.ts";
import { matterCodeInput } from "../../matter-code.ts";

const input = z.strictObject({
  recommendation: matterCodeInput,
  expected_version: optionalWholeNumber(1, 1_000_000),
  text: textInput(20_000),
  field: textInput(80),
  kind: z.enum(kinds),
  received_on: dayInput,
  village: optionalUnitCode,
  naming: z.enum(namings),
  raised_by: optionalText(200),
  contact: optionalText(200),
  reason: textInput(5000),
});

/** What was said is put down as it was said. The earlier words stay, with who put them right, when and why. */
export const correctMatter = act({
  name: "recommendation.correct",
  title: { vi: "Sửa nội dung kiến nghị", en: "Correct a recommendation" },
  may: mayCorrect,
  input,
  problems,
  constraints: { recommendation_field_code_fkey: problems.unknown_field },
  audit: ({ text, raised_by, contact, reason, ...rest }) => ({
    ...rest,
    text_length: text.length,
    named: raised_by !== undefined,
    contact_given: contact !== undefined,
    reason_length: reason.length,
  }),
  place: async (context) => matterPlace(await matterForChange(context, context.input.recommendation)),
  async run({ trx, input, place: { matter }, actor, post, now, today }) {
    refuseIfOutOfSight(matter);
    await refuseIfChanged(trx, matter, input.expected_version);
    const before = await saidOf(trx, matter.id);
    refuseNewNames(input, before);
    const after = await saidIn(trx, input, matter);
    if (sameWords(before, after)) throw new Problem(problems.nothing_corrected);
    if (after.received_on !== before.received_on) await refuseDay(trx, matter, after.received_on, today);
    const personId = personIdOf(actor);
    const by = { now, today, personId, postId: post?.id ?? null };
    await correctWords(trx, matter, after, input.reason, by);
    const corrected = await holdIfSuspect(trx, matter, by);
    const done = { id: corrected.id, code: corrected.code, version: corrected.version };
    if (!corrected.state.held) return done;
    const warnings = await warnIfNobodyReviews(trx, keeperOf(matter), today);
    return { ...done, ...(warnings.length > 0 && { warnings }) };
  },
});

/** What only the reviewer may read nobody else may rewrite. */
function refuseIfOutOfSight({ hidden }: Matter): void {
  if (hidden === "routed_out") throw new Problem(problems.words_routed_out);
  if (hidden === "held") throw new Problem(problems.held_for_review);
}

type Input = z.output<typeof input>;

async function saidIn(trx: Transaction<DB>, given: Input, matter: Matter): Promise<Said> {
  const { text, field, kind, received_on, naming } = given;
  const village = given.village
    ? await villageOn(trx, matter.unitId, given.village, received_on, "village")
    : null;
  const anonymous = naming === "anonymous";
  const requester = {
    name: anonymous ? null : (given.raised_by ?? null),
    contact: anonymous ? null : (given.contact ?? null),
  };
  const said = { text, field_code: field, kind, received_on, naming, village_id: village?.id ?? null };
  return { ...said, requesters: await putRequestersRight(trx, matter, requester, said) };
}

/** To be anonymous takes out the name and the contact that were there; others that are typed with it are not dropped unsaid. */
function refuseNewNames({ naming, raised_by, contact }: Input, { requesters: [first] }: Said): void {
  if (naming !== "anonymous") return;
  refuseTogether(
    ...(
      [
        ["raised_by", raised_by, first?.name],
        ["contact", contact, first?.contact],
      ] as const
    ).map(([field, given, known]) => () => {
      if (given && given !== known) throw new Problem(problems.name_of_anonymous, { field });
    }),
  );
}

function sameWords(before: Said, after: Said): boolean {
  return JSON.stringify(inOneOrder(before)) === JSON.stringify(inOneOrder(after));
}

function inOneOrder({ text, field_code, kind, received_on, naming, village_id, requesters }: Said) {
  const people = requesters.map(({ position, name, contact, village_id }) => [
    position,
    name,
    contact,
    village_id,
  ]);
  return [text, field_code, kind, received_on, naming, village_id, people];
}

/** It came in no earlier than the unit was there, no later than the first step, and as a child on its parent's day. */
async function refuseDay(
  trx: Transaction<DB>,
  matter: Matter,
  receivedOn: string,
  today: string,
): Promise<void> {
  const at = { field: "received_on", values: { on: receivedOn } };
  if (receivedOn > today) throw new Problem(problems.in_the_future, at);
  if (matter.forwardedFromId) throw new Problem(problems.received_by_passing_up, at);
  const first = matter.events.map(({ on }) => on).toSorted()[0];
  if (first && first < receivedOn)
    throw new Problem(problems.step_before_receipt, {
      ...at,
      values: { on: first, received: receivedOn },
    });
  await refuseAgainstMerges(trx, matter, receivedOn);
  const { code } = await trx
    .selectFrom("unit")
    .select("code")
    .where("id", "=", matter.unitId)
    .executeTakeFirstOrThrow();
  await unitThereOn(trx, code, receivedOn, "received_on");
}

/** What goes on was received no later than what was merged into it. @throws Problem `day_against_merge` */
async function refuseAgainstMerges(trx: Transaction<DB>, matter: Matter, receivedOn: string): Promise<void> {
  const { rows } = await sql<{ code: string; received: string }>`
    select m.code, m.received_on as received from present_merged_into(${matter.id}) into_it
      join recommendation m on m.id = into_it.id where m.received_on < ${receivedOn}::date
    union all
    select k.code, k.received_on from present_merges_of(${matter.id}) its
      join recommendation k on k.id = its.into_id where k.received_on > ${receivedOn}::date
    limit 1`.execute(trx);
  const [against] = rows;
  if (!against) return;
  const values = { on: receivedOn, ...against };
  throw new Problem(problems.day_against_merge, { field: "received_on", values });
}

/**
 * What turns out to be a complaint or a denunciation is out of sight from now on, as at receipt. Where the state table
 * has no hold any more, the kind alone hides it; not once a reviewer has released it.
 */
async function holdIfSuspect(
  trx: Transaction<DB>,
  before: Matter,
  by: Recording & { today: string },
): Promise<Matter> {
  const matter = await matterForChangeById(trx, before.id);
  if (matter.kind === before.kind || !leavesTheProcess(matter.kind)) return matter;
  const mayBeHeld = statusAfter(matter.state.status, "hold", null) !== null;
  if (!mayBeHeld && matter.hidden !== null) return matter;
  return recordEvent(trx, matter, { act: "hold", on: by.today }, by);
}
