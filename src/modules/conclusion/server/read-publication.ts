import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import type { Form } from "#modules/conference/conference.ts";
import { stepsDoneOf } from "#modules/conference/server/index.ts";
import { readScope, unitName, type ReadScope } from "#modules/organization/server/index.ts";
import type { ReportClass } from "#modules/recommendation/matter.ts";
import { presentMatters, toldToAll, wordsShownIn } from "#modules/recommendation/server/index.ts";
import type { Status } from "#modules/recommendation/status-transitions.ts";
import { sql, type Kysely } from "kysely";
import { conferenceToPost } from "./conference-to-post.ts";
import { awaitingOf, postedRows, type PostedRow } from "./posted-texts.ts";

/** A matter as it may be posted: in words that a person approved, or without them until one has. */
export type PublicMatter = {
  readonly code: string;
  /** The matter in which it goes on, where it was merged into one of another conference. */
  readonly goesOnIn: string | null;
  readonly text: string | null;
  readonly status: Status;
  readonly class: ReportClass;
  readonly open: boolean;
  readonly leadName: string | null;
  readonly dueOn: string | null;
  readonly answeredOn: string | null;
  readonly answer: string | null;
  /** Answered, and nobody has written down what was said. */
  readonly wordless: boolean;
  /** Words of it wait for approval. */
  readonly awaits: boolean;
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
  /** Went where the law wants them, of those that the reader may read: what is out of sight changes no number. */
  readonly hidden: number;
};

/**
 * The results of a conference in their approved public versions; what is open is told as open, with its date.
 * @throws Problem `not_found`, `not_issued`
 */
export async function readPublication(
  db: Kysely<DB>,
  actor: Actor,
  conference: string,
  today: string,
): Promise<Publication> {
  const { notice } = await conferenceToPost(db, actor, conference, today);
  const rows = await postedRows(db, conference, notice.id, today);
  const steps = await stepsDoneOf(db, conference);
  const head = await headOf(db, await readScope(db, actor), { conference, notice: notice.id }, today);
  const told = await toldToAll(db, [conference]);
  return {
    ...head,
    place: told(conference, head.place),
    conference,
    edition: notice.edition,
    issuedOn: notice.issued_on!,
    publishedOn: steps.find(({ step }) => step === "publish_results")?.doneOn ?? null,
    matters: rows.filter(({ hidden }) => !hidden).map(posted),
  };
}

function posted(row: PostedRow): PublicMatter {
  const { code, goesOnIn, status, class: reportClass, open, leadName, dueOn, answeredOn, text, answer } = row;
  return {
    code,
    goesOnIn,
    status,
    class: reportClass,
    open,
    leadName,
    dueOn,
    answeredOn,
    text: text.approved,
    answer: answer?.approved ?? null,
    wordless: reportClass === "answered_in_room" && !answer?.original,
    awaits: awaitingOf(row).length > 0,
  };
}

type Head = Pick<Publication, "unitName" | "form" | "heldOn" | "place" | "symbols" | "hidden">;

async function headOf(
  db: Kysely<DB>,
  scope: ReadScope,
  { conference, notice }: { readonly conference: string; readonly notice: string },
  today: string,
): Promise<Head> {
  const { rows } = await sql<Head>`
    select ${unitName(sql`c.unit_id`, sql`c.held_on`)} as "unitName", c.form, c.held_on as "heldOn", c.place,
      coalesce((select jsonb_agg(d.symbol order by d.side desc) from issued_document d
        where d.subject_kind = 'notice_of_conclusion' and d.subject_id = ${notice}), '[]') as symbols,
      (select count(*)::int from ${presentMatters} where r.conference_id = c.id and p.hidden = 'routed_out'
        and ${wordsShownIn(scope, today)}) as hidden
    from conference c where c.id = ${conference}`.execute(db);
  return rows[0]!;
}
