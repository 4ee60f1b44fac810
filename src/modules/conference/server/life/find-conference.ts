import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import { readScope, type ReadScope } from "#modules/organization/server/index.ts";
import type { ReportClass } from "#modules/recommendation/matter.ts";
import {
  namesWithheldOfConference,
  outOfSightNow,
  raisedAtConference,
  readableOneByOne,
  wordsShownIn,
  wordsWithout,
} from "#modules/recommendation/server/index.ts";
import { sql, type Kysely } from "kysely";
import { z } from "zod";
import type { Form, Life } from "../../conference.ts";
import { conferenceProblems as problems } from "../../problems.ts";
import { readAgenda, type Agenda } from "../agenda/agenda.ts";
import { chairsThere, type Chair } from "./conference.store.ts";
import { conferenceUnit } from "./list-conferences.ts";
import { life, readableConference } from "./readable-conferences.ts";

/** A conference with its chairs in order, and how much of it stands where; what was said in it is its agenda. */
export type ConferenceReading = {
  readonly id: string;
  readonly unit: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly form: Form;
  /** The day it was held, or is to be. */
  readonly heldOn: string;
  /** `HH:MM`; null where it is not known. */
  readonly startsAt: string | null;
  readonly life: Life;
  readonly calledOffReason: string | null;
  readonly collectUntil: string | null;
  readonly topic: string | null;
  readonly place: string | null;
  readonly adHocReason: string | null;
  readonly legalBases: readonly string[];
  readonly attendances: number | null;
  readonly villagesRepresented: number | null;
  readonly version: number;
  readonly chairs: readonly Chair[];
  /** Of its matters in sight: what is out of sight changes no number. */
  readonly counts: ConferenceCounts;
};

export type ConferenceWithAgenda = ConferenceReading & Agenda;

export type ConferenceCounts = {
  readonly turns: number;
  /** Those that this reader may open, as the list of them has them. */
  readonly recommendations: number;
  /** Of these, and of what they go on in, those that are open. */
  readonly open: number;
  /** Of the same, by how they stand. */
  readonly byClass: Readonly<Partial<Record<ReportClass, number>>>;
  /** Those that are not this reader's. */
  readonly others: number;
};

/** @throws Problem `not_found`, also for what the actor may not know of */
export async function findConference(
  db: Kysely<DB>,
  actor: Actor,
  id: string,
  today: string,
): Promise<ConferenceReading> {
  if (!z.uuid().safeParse(id).success) throw new Problem(problems.not_found);
  const scope = await readScope(db, actor);
  const { rows } = await sql<Omit<ConferenceReading, "chairs" | "counts"> & { names: string[] }>`
    select c.id, u.code as unit, c.unit_id as "unitId", ${conferenceUnit} as "unitName", c.form, c.held_on as "heldOn",
      c.starts_at as "startsAt", ${life} as life, c.called_off_reason as "calledOffReason", c.collect_until as "collectUntil",
      c.topic, c.place, c.ad_hoc_reason as "adHocReason", c.legal_bases as "legalBases", c.attendances,
      c.villages_represented as "villagesRepresented", c.version,
      ${namesWithheldOfConference(scope, today)} as names
    from conference c join unit u on u.id = c.unit_id
    where c.id = ${id} and ${readableConference(scope, today)}`.execute(db);
  if (!rows[0]) throw new Problem(problems.not_found);
  const { names, ...conference } = rows[0];
  return {
    ...conference,
    topic: wordsWithout(conference.topic, names),
    place: wordsWithout(conference.place, names),
    adHocReason: wordsWithout(conference.adHocReason, names),
    calledOffReason: wordsWithout(conference.calledOffReason, names),
    chairs: (await chairsThere(db, id)).map(({ substitutionReason: reason = null, ...chair }) => ({
      ...chair,
      substitutionReason: wordsWithout(reason, names),
    })),
    counts: await countsOf(db, id, scope, today),
  };
}

/** The conference with every turn and every matter: hundreds of them, for a paper or a program. */
export async function findConferenceWithAgenda(
  db: Kysely<DB>,
  actor: Actor,
  id: string,
  today: string,
): Promise<ConferenceWithAgenda> {
  const conference = await findConference(db, actor, id, today);
  return { ...conference, ...(await readAgenda(db, actor, conference, today)) };
}

async function countsOf(
  db: Kysely<DB>,
  conferenceId: string,
  scope: ReadScope,
  today: string,
): Promise<ConferenceCounts> {
  const { rows } = await sql<{
    class: ReportClass;
    open: boolean;
    known: boolean;
    there: boolean;
    n: number;
  }>`
    select p.class, p.is_open as open, ${readableOneByOne(scope, today)} as known,
      (r.conference_id = ${conferenceId}) is true as there, count(*)::int as n
    from recommendation r join unit u on u.id = r.unit_id join present_matter p on p.recommendation_id = r.id
    where r.id in (${raisedAtConference(sql`${conferenceId}::uuid`)}) and ${wordsShownIn(scope, today, outOfSightNow)}
    group by 1, 2, 3, 4`.execute(db);
  const sum = (some: readonly { n: number }[]) => some.reduce((total, { n }) => total + n, 0);
  const known = rows.filter((row) => row.known);
  const raisedThere = rows.filter((row) => row.there);
  const { turns } = await db
    .selectFrom("turn")
    .select((eb) => eb.fn.countAll<number>().as("turns"))
    .where("conference_id", "=", conferenceId)
    .executeTakeFirstOrThrow();
  return {
    turns: Number(turns),
    recommendations: sum(raisedThere.filter((row) => row.known)),
    open: sum(known.filter(({ open }) => open)),
    byClass: countsByClass(known),
    others: sum(raisedThere.filter((row) => !row.known)),
  };
}

function countsByClass(rows: readonly { class: ReportClass; n: number }[]): ConferenceCounts["byClass"] {
  const groups = Map.groupBy(rows, (row) => row.class);
  return Object.fromEntries(
    [...groups].map(([name, some]) => [name, some.reduce((all, { n }) => all + n, 0)]),
  );
}
