import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import type { Form } from "#modules/conference/conference.ts";
import { mayReadConference, stepsDoneOf } from "#modules/conference/server/index.ts";
import type { ReportClass } from "#modules/recommendation/matter.ts";
import { outOfSight, presentMatters, unitName } from "#modules/recommendation/server/index.ts";
import type { Status } from "#modules/recommendation/status-transitions.ts";
import { sql, type Kysely } from "kysely";
import { z } from "zod";
import { masked } from "../masked.ts";
import { conclusionProblems as problems } from "../problems.ts";
import { lastIssued } from "./notice.store.ts";

/** A matter as it may be posted. */
export type PublicMatter = {
  readonly code: string;
  readonly text: string;
  readonly status: Status;
  readonly class: ReportClass;
  readonly open: boolean;
  readonly leadName: string | null;
  readonly dueOn: string | null;
  readonly answeredOn: string | null;
  readonly answer: string | null;
};

/** What is posted about a conference, as things stand today. */
export type Publication = {
  readonly conference: string;
  readonly unitName: string;
  readonly form: Form;
  readonly heldOn: string;
  readonly place: string | null;
  readonly edition: number;
  readonly symbols: readonly string[];
  readonly issuedOn: string;
  readonly publishedOn: string | null;
  readonly matters: readonly PublicMatter[];
  /** Went where the law wants them, or wait for a reviewer: only their number is told. */
  readonly hidden: number;
};

type Row = PublicMatter & { readonly hidden: boolean; readonly names: readonly string[] };

/**
 * The results of a conference without names, numbers and addresses; what is open is told as open, with its date.
 * @throws Problem `not_found`, `not_issued`
 */
export async function readPublication(
  db: Kysely<DB>,
  actor: Actor,
  conference: string,
  today: string,
): Promise<Publication> {
  const known =
    z.uuid().safeParse(conference).success && (await mayReadConference(db, actor, conference, today));
  if (!known) throw new Problem(problems.not_found);
  const notice = await lastIssued(db, conference);
  if (!notice) throw new Problem(problems.not_issued);
  const rows = await mattersOf(db, conference, notice.id, today);
  const steps = await stepsDoneOf(db, conference);
  return {
    ...(await headOf(db, conference, notice.id)),
    ...{ conference, edition: notice.edition, issuedOn: notice.issued_on! },
    publishedOn: steps.find(({ step }) => step === "publish_results")?.doneOn ?? null,
    matters: rows.filter(({ hidden }) => !hidden).map(posted),
    hidden: rows.filter(({ hidden }) => hidden).length,
  };
}

function posted({ hidden: _hidden, names, ...matter }: Row): PublicMatter {
  const { text, answer } = matter;
  return { ...matter, text: masked(text, names), answer: answer === null ? null : masked(answer, names) };
}

async function headOf(db: Kysely<DB>, conference: string, noticeId: string) {
  const { rows } = await sql<Pick<Publication, "unitName" | "form" | "heldOn" | "place" | "symbols">>`
    select ${unitName(sql`c.unit_id`, sql`c.held_on`)} as "unitName", c.form, c.held_on as "heldOn", c.place,
      coalesce((select jsonb_agg(d.symbol order by d.side desc) from issued_document d
        where d.subject_kind = 'notice_of_conclusion' and d.subject_id = ${noticeId}), '[]') as symbols
    from conference c where c.id = ${conference}`.execute(db);
  return rows[0]!;
}

/** The matters of the conference in the order of the notice; merged ones stand with the one they went into. */
async function mattersOf(
  db: Kysely<DB>,
  conference: string,
  noticeId: string,
  today: string,
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select r.code, coalesce(l.task, r.text) as text, p.status, p.class, p.is_open as open,
      ${unitName(sql`p.lead_id`, sql`${today}::date`)} as "leadName", p.due_on as "dueOn",
      p.answered_on as "answeredOn", ${outOfSight} as hidden,
      (select e.text from standing_event e where e.recommendation_id = r.id
        and e.act in ('answer', 'reply_from_above', 'rule') and p.class in ('done', 'explained', 'refused',
          'answered_in_room', 'noted') order by e.sequence desc limit 1) as answer,
      array(select q.name from requester q where q.recommendation_id = r.id and q.name is not null
        union select t.speaker from turn t where t.conference_id = ${conference} and t.speaker is not null) as names
    from ${presentMatters} left join notice_line l on l.recommendation_id = r.id and l.notice_id = ${noticeId}
    where r.conference_id = ${conference} and r.withdrawn_at is null
      and (p.class not in ('duplicate', 'invalid') or ${outOfSight})
    order by l.position nulls last, r.code`.execute(db);
  return rows;
}
