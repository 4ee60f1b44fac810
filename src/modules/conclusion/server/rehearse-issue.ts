import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { Problem, type FieldFault } from "#kernel/problem.ts";
import type { Paper } from "#modules/document/document-model.ts";
import { toldOfMove } from "#modules/notification/telling.ts";
import { unitName } from "#modules/organization/server/index.ts";
import { assignmentFacts } from "#modules/recommendation/server/index.ts";
import { nameOrder } from "#platform/server/database/name-order.ts";
import { sql, type Kysely, type Transaction } from "kysely";
import type { NoticeLine } from "../conclusion.ts";
import type { LineChange } from "../line-changes.ts";
import { conclusionProblems as problems } from "../problems.ts";
import { lineWork } from "./line-faults.ts";
import { assignmentOf, faultsOfTasks, tasksOf } from "./line-tasks.ts";
import { draftOfSide, factsOfNotice, type PaperSide } from "./notice-papers.ts";
import type { NoticeRow } from "./notice.store.ts";
import { mayReadDrafts } from "./readable-notices.ts";

/** What issuing a draft on a day would do, and what stands in its way. */
export type Rehearsal = {
  readonly assigns: readonly NoticeLine[];
  /** Lines that are assigned so already, or that the edition does not change. */
  readonly stands: number;
  readonly changes: readonly LineChange[];
  readonly faults: readonly FieldFault[];
  /** Units that are given work, with how many people of each are told. */
  readonly told: readonly { readonly unit: string; readonly name: string; readonly people: number }[];
  /** Whether an edition is in force that this one amends. */
  readonly amends: boolean;
};

/** Asks everything that issuing would ask, and writes nothing. @throws Problem `not_found` */
export async function rehearseIssue(
  db: Kysely<DB>,
  actor: Actor,
  noticeId: string,
  today: string,
): Promise<Rehearsal> {
  return withDraft(db, actor, noticeId, today, async (trx, notice) => {
    const { tasks, changes, units, amends } = await tasksOf(trx, notice, today, false);
    const assigns: NoticeLine[] = [];
    const faults = await faultsOfTasks(tasks, async ({ change, matter }) => {
      if (lineWork(change, matter, units, today) === "stands") return;
      await assignmentFacts(trx, matter!, assignmentOf(change.after), today);
      assigns.push(change.after);
    });
    const stands = tasks.length - assigns.length - faults.length;
    return { assigns, stands, changes, faults, told: await toldOf(trx, assigns, today), amends: !!amends };
  });
}

/** The papers of a draft as they would go out today, without numbers. @throws Problem `not_found` */
export async function draftPapers(
  db: Kysely<DB>,
  actor: Actor,
  noticeId: string,
  today: string,
): Promise<Record<PaperSide, Paper>> {
  return withDraft(db, actor, noticeId, today, async (trx, notice, unitId) => {
    const facts = await factsOfNotice(trx, notice, await tasksOf(trx, notice, today, false), today);
    const of = (side: PaperSide) => draftOfSide(trx, unitId, facts, side, today);
    return { party: await of("party"), government: await of("government") };
  });
}

/** All of it as of one moment. */
async function withDraft<Answer>(
  db: Kysely<DB>,
  actor: Actor,
  noticeId: string,
  today: string,
  ask: (trx: Transaction<DB>, notice: NoticeRow, unitId: string) => Promise<Answer>,
): Promise<Answer> {
  return db
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute(async (trx) => {
      const query = trx.selectFrom("notice_of_conclusion").selectAll().where("id", "=", noticeId);
      const notice = await query.executeTakeFirst();
      if (!notice || notice.issued_on !== null) throw new Problem(problems.not_found);
      const conference = trx
        .selectFrom("conference")
        .select("unit_id")
        .where("id", "=", notice.conference_id);
      const { unit_id: unitId } = await conference.executeTakeFirstOrThrow();
      if (!(await mayReadDrafts(trx, actor, unitId, today))) throw new Problem(problems.not_found);
      return ask(trx, notice, unitId);
    });
}

async function toldOf(trx: Transaction<DB>, lines: readonly NoticeLine[], today: string) {
  const codes = new Set(
    lines.flatMap(({ lead, coordinators }) => [lead!, ...coordinators.map(({ unit }) => unit)]),
  );
  const capacities = [...new Set((toldOfMove.assign ?? []).flatMap((audience) => audience.capacities))];
  const { rows } = await sql<Rehearsal["told"][number]>`
    select u.code as unit, ${unitName(sql`u.id`, sql`${today}::date`)} as name,
      (select count(distinct post.person_id)::int from post where post.unit_id = u.id
        and post.capacity = any(${capacities}) and ${today}::date between post.from_on and post.until_on) as people
    from unit u where u.code = any(${[...codes]}) order by ${nameOrder(unitName(sql`u.id`, sql`${today}::date`))}, u.code`.execute(
    trx,
  );
  return rows;
}
