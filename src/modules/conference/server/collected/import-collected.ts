import { optionalText, optionalWholeNumber } from "#kernel/input.ts";
import { personIdOf, type Actor } from "#kernel/actor.ts";
import { Problem, type FieldFault } from "#kernel/problem.ts";
import { mayReceive } from "#modules/recommendation/permissions.ts";
import { recommendationProblems } from "#modules/recommendation/problems.ts";
import {
  refuseForeignUnit,
  refuseLateCollecting,
  takeIn,
  villagesSpokenFor,
} from "#modules/recommendation/server/index.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";
import { z } from "zod";
import {
  checkCollectedRows,
  type CollectedRow,
  type KnownForCollecting,
} from "../../collected/collected-rows.ts";
import { lifeOf } from "../../conference.ts";
import { conferenceProblems as problems } from "../../problems.ts";
import { conferenceAct } from "../life/conference-act.ts";
import { recordingChoices } from "../room/recording-choices.ts";

const row = z.strictObject({
  line: optionalWholeNumber(1, 1_048_576),
  text: optionalText(100_000),
  field: optionalText(200),
  village: optionalText(200),
  raised_by: optionalText(200),
  naming: optionalText(100),
  kind: optionalText(100),
  on: optionalText(100),
});

/** What was collected beforehand, many at once: all of it or nothing. Every faulty cell is told, as `rows.N.column`. */
export const importCollected = conferenceAct({
  name: "conference.import_collected",
  title: { vi: "Nhập bảng kiến nghị thu thập trước", en: "Import a sheet of what was collected beforehand" },
  may: mayReceive,
  input: z.strictObject({ conference: z.uuid(), rows: z.array(row).min(1).max(2000) }),
  problems: {
    ...problems,
    collecting_is_over: recommendationProblems.collecting_is_over,
    not_own_commune: recommendationProblems.not_own_commune,
  },
  audit: ({ conference, rows }) => ({ conference, rows: rows.length }),
  async run({ trx, input, place: { conference }, actor, post, now, today }) {
    if (lifeOf(conference) === "called_off") throw new Problem(problems.was_called_off);
    const { unit_id: unitId, collect_until: collectUntil } = conference;
    await refuseForeignUnit(trx, { actor, post, unitId, today }, conference.id);
    await refuseLateCollecting(trx, { actor, unitId, collectUntil, today });
    const known = await knownForCollecting(
      trx,
      conferenceAsked(conference),
      villagesSpokenFor(actor, post),
      today,
    );
    const { matters, faults } = checkCollectedRows(input.rows, known.byCode);
    if (faults.length > 0) {
      throw new Problem(problems.rows_at_fault, { values: { count: faults.length }, faults });
    }
    const unit = await trx
      .selectFrom("unit")
      .select(["id", "code", "root_id as rootId"])
      .where("id", "=", conference.unit_id)
      .executeTakeFirstOrThrow();
    const personId = personIdOf(actor);
    for (const { text, field, village, raisedBy, naming, kind, on } of matters) {
      const said = { text, naming, kind, fieldCode: field, receivedOn: on, raisedBy: raisedBy ?? undefined };
      const villageId = village ? known.villageIds.get(village) : undefined;
      const cameIn = {
        ...said,
        conferenceId: conference.id,
        villageId,
        channel: "collected_beforehand",
      } as const;
      await takeIn(trx, unit, cameIn, { now, today, personId, postId: post?.id ?? null });
    }
    return { id: conference.id, count: matters.length };
  },
});

type Asked = { readonly unitId: string; readonly heldOn: string };
const conferenceAsked = (row: { unit_id: string; held_on: string }): Asked => ({
  unitId: row.unit_id,
  heldOn: row.held_on,
});

async function knownForCollecting(
  db: Kysely<DB>,
  { unitId, heldOn }: Asked,
  own: readonly string[] | null,
  today: string,
): Promise<{ byCode: KnownForCollecting; villageIds: ReadonlyMap<string, string> }> {
  const lastDay = heldOn < today ? heldOn : today;
  const { fields, villages } = await recordingChoices(db, unitId, lastDay, Infinity);
  const rows = await db
    .selectFrom("unit")
    .select(["id", "code"])
    .where("code", "in", ["", ...villages.map(({ code }) => code)])
    .execute();
  const villageIds = new Map(rows.map(({ id, code }) => [code, id]));
  const ownCodes = own && rows.filter(({ id }) => own.includes(id)).map(({ code }) => code);
  return { byCode: { fields, villages, ownVillages: ownCodes, lastDay }, villageIds };
}

/** The verdict on a sheet without writing it: every faulty cell. The act judges the rights again. */
export async function faultsOfCollected(
  db: Kysely<DB>,
  actor: Actor,
  conference: Asked,
  rows: readonly CollectedRow[],
  today: string,
): Promise<readonly FieldFault[]> {
  const head = actor.kind === "person" ? actor.posts.find(({ capacity }) => mayReceive[capacity]) : undefined;
  const known = await knownForCollecting(db, conference, villagesSpokenFor(actor, head ?? null), today);
  return checkCollectedRows(rows, known.byCode).faults;
}
