import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { Problem, type FieldFault } from "#kernel/problem.ts";
import type { Paper } from "#modules/document/document-model.ts";
import type { PaperDay } from "#modules/document/paper-day.ts";
import { toldOf as toldOfMove } from "#modules/notification/moves-told.ts";
import { withoutNamesIn } from "#kernel/masking/names-in-record.ts";
import { readScope, unitName } from "#modules/organization/server/index.ts";
import { isOutOfSight } from "#modules/recommendation/matter.ts";
import { assignmentFacts, namesWithheldFrom } from "#modules/recommendation/server/index.ts";
import { nameOrder } from "#platform/server/database/name-order.ts";
import { sql, type Kysely, type Transaction } from "kysely";
import type { NoticeLine } from "../conclusion.ts";
import type { LineChange } from "../line-changes.ts";
import { conclusionProblems as problems } from "../problems.ts";
import { lineWork, refusedOnAnyDay } from "./line-faults.ts";
import { assignmentOf, faultsOfTasks, nothingToIssue, tasksOf, type Tasks } from "./line-tasks.ts";
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
  /** Something stands in the way on whatever day it is issued: a line that is named, or that there is nothing to issue. */
  readonly refused: boolean;
  /** Why there is nothing to issue, in words; null where there is. */
  readonly nothing: { readonly vi: string; readonly en: string } | null;
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
    const all = await tasksOf(trx, notice, today, false);
    const { tasks, units, amends } = all;
    const { changes } = inSight(all);
    const assigns: NoticeLine[] = [];
    const refusals = new Set<string>();
    const faults = await faultsOfTasks(tasks, async (task) => {
      const { change, matter } = task;
      try {
        if (lineWork(task, units, today) === "stands") return;
        await assignmentFacts(trx, matter!, assignmentOf(change.after), today);
        assigns.push(change.after);
      } catch (error) {
        if (error instanceof Problem) refusals.add(error.definition.code);
        throw error;
      }
    });
    const nothing = nothingToIssue(notice, all);
    const refused = nothing !== null || [...refusals].some((code) => refusedOnAnyDay.has(code));
    const stands = tasks.length - assigns.length - faults.length;
    const told = await toldOf(trx, assigns, today);
    const codes = all.changes.map(({ matter }) => matter);
    const namesOf = await namesWithheldFrom(trx, await readScope(trx, actor), codes, today);
    return {
      assigns: assigns.map((line) => withoutNamesIn(line, namesOf(line.matter))),
      stands,
      changes: changes.map((change) => withoutNamesIn(change, namesOf(change.matter))),
      ...{ faults, refused, told, amends: !!amends },
      nothing: nothing && { vi: problems[nothing].vi, en: problems[nothing].en },
    };
  });
}

/**
 * What would stand in the way of issuing the line of one matter today, besides what it visibly lacks; null where nothing
 * does: told where the line is written, and not first when the whole is issued.
 */
export async function lineInTheWay(
  db: Kysely<DB>,
  actor: Actor,
  { notice: noticeId, matter: code }: { notice: string; matter: string },
  today: string,
): Promise<FieldFault | null> {
  return withDraft(db, actor, noticeId, today, async (trx, notice) => {
    const { tasks, units } = await tasksOf(trx, notice, today, false, code);
    const whole = tasks.filter(({ change: { after } }) => !lacksSomething(after));
    const faults = await faultsOfTasks(whole, async (task) => {
      const { change, matter } = task;
      if (lineWork(task, units, today) === "stands") return;
      await assignmentFacts(trx, matter!, assignmentOf(change.after), today);
    });
    return faults[0] ?? null;
  });
}

const lacksSomething = ({ lead, dueOn }: NoticeLine) => lead === null || dueOn === null;

/** The papers of a draft as they would go out on a day, without numbers. @throws Problem `not_found` */
export async function draftPapers(
  db: Kysely<DB>,
  actor: Actor,
  noticeId: string,
  { day, today }: PaperDay,
): Promise<Record<PaperSide, Paper>> {
  return withDraft(db, actor, noticeId, today, async (trx, notice, unitId) => {
    const facts = await factsOfNotice(trx, notice, inSight(await tasksOf(trx, notice, day, false)), today);
    const of = (side: PaperSide) => draftOfSide(trx, unitId, facts, side, day);
    return { party: await of("party"), government: await of("government") };
  });
}

/** A draft without the lines whose matter was put out of sight since they were written: they are not issued either. */
function inSight(all: Tasks): Tasks {
  const tasks = all.tasks.filter(
    ({ matter, goesOn }) => matter !== null && !goesOn?.hidden && !isOutOfSight(matter.kind, matter.events),
  );
  const hidden = new Set(
    all.tasks.filter((task) => !tasks.includes(task)).map(({ change }) => change.after.matter),
  );
  return { ...all, tasks, changes: all.changes.filter(({ matter }) => !hidden.has(matter)) };
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
  const capacities = [...new Set(toldOfMove("assign").flatMap((audience) => audience.capacities))];
  const { rows } = await sql<Rehearsal["told"][number]>`
    select u.code as unit, ${unitName(sql`u.id`, sql`${today}::date`)} as name,
      (select count(distinct post.person_id)::int from post where post.unit_id = u.id
        and post.capacity = any(${capacities}) and ${today}::date between post.from_on and post.until_on) as people
    from unit u where u.code = any(${[...codes]}) order by ${nameOrder(unitName(sql`u.id`, sql`${today}::date`))}, u.code`.execute(
    trx,
  );
  return rows;
}
