import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import type { ChairCapacity, Form } from "#modules/conference/conference.ts";
import { readableConference } from "#modules/conference/server/index.ts";
import { documentsAbout, type DocumentLine } from "#modules/document/server/index.ts";
import { readScope, unitName, type ReadScope } from "#modules/organization/server/index.ts";
import {
  namesWithheldIn,
  namesWithheldOfConference,
  outOfSight,
  readableIn,
  toldWithout,
  wordsShownIn,
  wordsWithout,
} from "#modules/recommendation/server/index.ts";
import { sql, type Kysely } from "kysely";
import { z } from "zod";
import type { NoticeLine } from "../conclusion.ts";
import { conclusionProblems as problems } from "../problems.ts";
import { lineColumns, ruledOnLine } from "./line.store.ts";
import { mayReadDrafts, ownLine, readableNotice } from "./readable-notices.ts";

/** The conference that a notice concludes. */
export type Concluded = {
  readonly conference: string;
  readonly unit: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly form: Form;
  readonly heldOn: string;
  readonly place: string | null;
  readonly topic: string | null;
  readonly chairs: readonly { readonly name: string | null; readonly capacity: ChairCapacity }[];
};

export type LineReading = NoticeLine & {
  /** Whether this reader may open the matter. */
  readonly opens: boolean;
  /** Whether the line gives work to one of the reader's own units. */
  readonly own: boolean;
};

export type NoticeReading = Concluded & {
  readonly id: string;
  readonly edition: number;
  readonly state: "draft" | "issued";
  readonly opening: string | null;
  readonly closing: string | null;
  readonly version: number;
  readonly issuedOn: string | null;
  readonly lines: readonly LineReading[];
  /** Positions of lines that are out of sight: they went where the law wants them, or wait for a reviewer. */
  readonly hidden: readonly number[];
  /** Whether the reader sees the notice whole, or only the lines that give work to their unit. */
  readonly whole: boolean;
  readonly papers: readonly DocumentLine[];
};

type Head = Omit<NoticeReading, "lines" | "hidden" | "papers">;
type Row = LineReading & { readonly shown: boolean; readonly namesWithheld: readonly string[] };
export const asProduct = { kind: "system", name: "conclusion" } as const;

/** An edition of a conference's notice; `draft` is the one being written. @throws Problem `not_found` */
export async function findNotice(
  db: Kysely<DB>,
  actor: Actor,
  asked: { readonly conference: string; readonly edition: number | "draft" },
  today: string,
): Promise<NoticeReading> {
  if (!z.uuid().safeParse(asked.conference).success) throw new Problem(problems.not_found);
  const scope = await readScope(db, actor);
  const which =
    asked.edition === "draft"
      ? sql`n.issued_on is null`
      : sql`n.issued_on is not null and n.edition = ${asked.edition}`;
  const { rows } = await sql<Head & { names: string[] }>`
    select n.id, n.conference_id as conference, n.edition, n.opening, n.closing, n.version, n.issued_on as "issuedOn",
      case when n.issued_on is null then 'draft' else 'issued' end as state,
      u.code as unit, c.unit_id as "unitId", ${unitName(sql`c.unit_id`, sql`c.held_on`)} as "unitName",
      c.form, c.held_on as "heldOn", c.place, c.topic, ${readableConference(scope, today)} as whole,
      ${namesWithheldOfConference(scope, today)} as names,
      (select coalesce(jsonb_agg(jsonb_build_object('name', h.name, 'capacity', h.capacity) order by h.position), '[]')
        from conference_chair h where h.conference_id = c.id) as chairs
    from notice_of_conclusion n join conference c on c.id = n.conference_id join unit u on u.id = c.unit_id
    where n.conference_id = ${asked.conference} and ${which}
      and (n.issued_on is null or ${readableNotice(scope, today)})`.execute(db);
  if (!rows[0]) throw new Problem(problems.not_found);
  const { names, ...found } = rows[0];
  const [opening, closing] = [wordsWithout(found.opening, names), wordsWithout(found.closing, names)];
  const head = {
    ...found,
    opening,
    closing,
    topic: wordsWithout(found.topic, names),
    place: wordsWithout(found.place, names),
  };
  if (head.state === "draft" && !(await mayReadDrafts(db, actor, head.unitId, today)))
    throw new Problem(problems.not_found);
  const lines = await linesRead(db, scope, head, today);
  return {
    ...head,
    lines: lines.filter(({ shown }) => shown).map((line) => toldLine(line, head.state)),
    hidden: lines.filter(({ shown }) => !shown).map(({ position }) => position),
    papers: await documentsAbout(db, asProduct, { kind: "notice_of_conclusion", id: head.id }, today),
  };
}

/** What the chair said is for those who write the draft; the notice that is issued says what came of it. */
function toldLine({ shown: _shown, ...line }: Row, state: Head["state"]): LineReading {
  const row = state === "draft" ? line : { ...line, saidWords: null };
  const { namesWithheld: names } = row;
  const coordinators = row.coordinators.map((one) => ({ ...one, duty: wordsWithout(one.duty, names) }));
  return toldWithout({ ...row, coordinators }, ["task", "saidWords"]);
}

async function linesRead(db: Kysely<DB>, scope: ReadScope, head: Head, today: string): Promise<Row[]> {
  const day = head.issuedOn ?? today;
  const shown = head.state === "draft" ? sql<boolean>`not ${outOfSight}` : wordsShownIn(scope, today);
  const { rows } = await sql<Row>`
    select ${lineColumns(day)}, ${ownLine(scope)} as own, ${shown} as shown,
      ${namesWithheldIn(scope, today)} as "namesWithheld",
      (${readableIn(scope, today)} and ${wordsShownIn(scope, today)}) as opens
    from notice_line l join recommendation r on r.id = l.recommendation_id join unit u on u.id = r.unit_id
    ${ruledOnLine(day)}
    where l.notice_id = ${head.id} and (${head.whole} or ${ownLine(scope)}) order by l.position`.execute(db);
  return rows;
}
