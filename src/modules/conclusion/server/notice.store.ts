import type { DB, NoticeOfConclusion } from "#db";
import { uuidv7 } from "#kernel/identifier.ts";
import { Problem } from "#kernel/problem.ts";
import { conferenceForChange } from "#modules/conference/server/index.ts";
import type { Kysely, Selectable, Transaction } from "kysely";
import { conclusionProblems as problems } from "../problems.ts";

export type NoticeRow = Selectable<NoticeOfConclusion>;

/** A notice and its conference, both locked. @throws Problem `not_found` */
async function noticeForChange(trx: Transaction<DB>, id: string) {
  const found = await trx
    .selectFrom("notice_of_conclusion")
    .select("conference_id")
    .where("id", "=", id)
    .executeTakeFirst();
  if (!found) throw new Problem(problems.not_found);
  const conference = await conferenceForChange(trx, found.conference_id);
  // While this waited for the conference the draft may have been discarded.
  const query = trx.selectFrom("notice_of_conclusion").selectAll().where("id", "=", id).forUpdate();
  const notice = await query.executeTakeFirst();
  if (!notice) throw new Problem(problems.not_found);
  return { notice, conference };
}

/** For `place` of an act about one notice. */
export async function placeOfNotice(trx: Transaction<DB>, id: string) {
  const found = await noticeForChange(trx, id);
  return { unitId: found.conference.unit_id, subjectId: id, ...found };
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
