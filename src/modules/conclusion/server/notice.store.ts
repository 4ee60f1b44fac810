import type { DB, NoticeOfConclusion } from "#db";
import { uuidv7 } from "#kernel/identifier.ts";
import { Problem } from "#kernel/problem.ts";
import type { Asking } from "#platform/server/act/act.ts";
import type { Kysely, Selectable, Transaction } from "kysely";
import { conclusionProblems as problems } from "../problems.ts";
import { mayKnowOfNotice } from "./readable-notices.ts";

export type NoticeRow = Selectable<NoticeOfConclusion>;

/** A notice and its conference, both locked. @throws Problem `not_found` */
async function noticeForChange(trx: Transaction<DB>, id: string) {
  const conference = await trx
    .selectFrom("conference as c")
    .selectAll("c")
    .where("c.id", "=", (eb) =>
      eb.selectFrom("notice_of_conclusion").select("conference_id").where("id", "=", id),
    )
    .forUpdate("c")
    .executeTakeFirst();
  if (!conference) throw new Problem(problems.not_found);
  // While this waited for the conference the draft may have been discarded.
  const query = trx.selectFrom("notice_of_conclusion").selectAll().where("id", "=", id).forUpdate();
  const notice = await query.executeTakeFirst();
  if (!notice) throw new Problem(problems.not_found);
  return { notice, conference };
}

/** For `place` of an act about one notice. @throws Problem `not_found`, also where the asker may not know of it */
export async function placeOfNotice(asking: Asking, id: string) {
  const found = await noticeForChange(asking.trx, id);
  const place = { unitId: found.conference.unit_id, subjectId: id, ...found };
  if (!(await mayKnowOfNotice(asking, place))) throw new Problem(problems.not_found);
  return place;
}

/** @throws Problem `not_a_draft`, `changed_meanwhile` */
export function refuseUnlessDraft(notice: NoticeRow, version?: number): void {
  if (notice.issued_on !== null) throw new Problem(problems.not_a_draft);
  if (version !== undefined && version !== notice.version)
    throw new Problem(problems.changed_meanwhile, { details: { version: notice.version } });
}

/** The edition in force: the last that was issued. */
export async function lastIssued(db: Kysely<DB>, conferenceId: string): Promise<NoticeRow | undefined> {
  return db
    .selectFrom("notice_of_conclusion")
    .selectAll()
    .where("conference_id", "=", conferenceId)
    .where("issued_on", "is not", null)
    .orderBy("edition", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** The draft being written; the conference must be locked for there to be no other. */
export async function draftOf(db: Kysely<DB>, conferenceId: string): Promise<{ id: string } | undefined> {
  return db
    .selectFrom("notice_of_conclusion")
    .select("id")
    .where("conference_id", "=", conferenceId)
    .where("issued_on", "is", null)
    .executeTakeFirst();
}

type NewDraft = {
  readonly conferenceId: string;
  readonly edition: number;
  readonly opening: string | null;
  readonly closing: string | null;
  readonly personId: string | null;
  readonly now: Temporal.Instant;
};

export async function insertDraft(trx: Transaction<DB>, draft: NewDraft): Promise<string> {
  const id = uuidv7(draft.now);
  const { conferenceId: conference_id, edition, opening, closing } = draft;
  const by = { recorded_at: draft.now.toString(), recorded_by: draft.personId };
  await trx
    .insertInto("notice_of_conclusion")
    .values({ id, conference_id, edition, opening, closing, ...by })
    .execute();
  return id;
}
