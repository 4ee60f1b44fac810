import type { Actor } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import { carriedOnBy, readScope, unitName, type ReadScope } from "#modules/organization/server/index.ts";
import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import { recommendationProblems as problems } from "../../problems.ts";
import { departedPromise, type DepartedPromise } from "../../departed-promise.ts";
import type { Channel, Kind, MatterState, Naming } from "../../matter.ts";
import type { Move } from "../../status-transitions.ts";
import type { Hidden } from "../list/list-matters.ts";
import { coordinatorLines, type CoordinatorLine } from "./matter-coordinators.ts";
import { matterCorrections, type CorrectionLine } from "../corrections/matter-corrections.ts";
import { matterEvents, type AnnulledLine, type EventLine, type Recorded } from "./matter-events.ts";
import { mayAnnulNow, mayCorrectNow, mayWriteAnswerNow } from "./may-put-right.ts";
import { matterLinks, type MatterLinks } from "./matter-links.ts";
import { isAnsweredAbove } from "./open-above.ts";
import { mayTakeOver } from "./may-put-right.ts";
import { paperReplyBelow, type PaperReply } from "../above/take-over-reply.ts";
import { toldOfConferences } from "../sight/names-of-conference.ts";
import type { LateMoves } from "./late-moves.ts";
import { movesAllowed, type WithheldMove } from "./moves-allowed.ts";
import { requestersOf, type RequesterLine } from "./matter-requesters.ts";
import { recorderColumns, recorderJoins } from "./recorder-columns.ts";
import { wordsWithout } from "../sight/told-without.ts";
import { matterById } from "./recommendation.store.ts";
import {
  hiddenBecause,
  insiderIn,
  keeperOfMatter,
  openableIn,
  namesKnownIn,
  namesWithheldIn,
  presentMatters,
  readableIn,
  villageOfMatter,
  wordsShownIn,
} from "../sight/visibility.ts";
import { codesMeant } from "../../matter-code.ts";

type Named = { readonly code: string; readonly name: string };

type Head = {
  readonly code: string;
  readonly unit: Named;
  readonly receivedOn: string;
};

/** What is left of a matter for those who may know that it is there, but not what it says. */
export type MatterStub = Head & { readonly hidden: Hidden };

/** A matter as its own page tells it. */
export type MatterReading = Head & {
  readonly hidden: null;
  /** Set for the reviewer, who reads what others do not. */
  readonly hiddenFromOthers: Hidden | null;
  readonly id: string;
  readonly unitId: string;
  /** The unit that works on it today: its own, unless a hand-over gave the work to another. */
  readonly keeperCode: string;
  readonly version: number;
  readonly text: string;
  readonly kind: Kind;
  readonly channel: Channel;
  readonly naming: Naming;
  /** Its name, with that of the field above it. */
  readonly field: string;
  readonly fieldCode: string;
  readonly village: Named | null;
  readonly conference: {
    readonly id: string;
    readonly heldOn: string;
    /** False while it is still to come, or was called off. */
    readonly held: boolean;
    readonly topic: string | null;
    readonly turn: number | null;
    readonly turnId: string | null;
  } | null;
  readonly state: MatterState;
  readonly lead: Named | null;
  readonly coordinators: readonly CoordinatorLine[];
  readonly daysLeft: number | null;
  /** Who wrote it down, in what post; null where a register brought it, or a unit below passed it up. */
  readonly recorded: Recorded | null;
  readonly requesters: readonly RequesterLine[];
  /** How many matters say the same, this one among them. */
  readonly raisedTimes: number;
  /** In the order of their days. */
  readonly events: readonly EventLine[];
  /** Steps entered by mistake, in the same order. */
  readonly annulled: readonly AnnulledLine[];
  /** What it said before it was put right, the earliest first; for those who work on it. */
  readonly corrections: readonly CorrectionLine[];
  readonly links: MatterLinks;
  /** What this actor may do with it now, the likeliest first. */
  readonly moves: readonly Move[];
  /** What they may and cannot, and why. */
  readonly withheldMoves: readonly WithheldMove[];
  /** What they may enter of earlier days, on which they led the work. */
  readonly lateMoves: LateMoves | null;
  readonly mayCorrect: boolean;
  /** What was answered at the conference has no words yet, and this actor may write them. */
  readonly mayWriteAnswer: boolean;
  /** They may annul the last step. */
  readonly mayAnnul: boolean;
  /** The last step is a release, and they may annul the step of the work before that hold. */
  readonly mayAnnulBeforeHold: boolean;
  /** What was promised in the room for another day than the work was given; null where there is none. */
  readonly promise: DepartedPromise | null;
  /** A reply entered below from its paper, which this unit may take over; null where there is none. */
  readonly paperReply: PaperReply | null;
};

/**
 * Everything a matter's page shows to an actor on a day.
 * @throws Problem `not_found`, also where the actor may not know of it
 */
export async function findMatter(
  db: Kysely<DB>,
  actor: Actor,
  code: string,
  today: string,
): Promise<MatterReading | MatterStub> {
  const scope = await readScope(db, actor);
  const row = await rowOf(db, scope, code, today);
  if (!row) throw new Problem(problems.not_found);
  const head = {
    code: row.code,
    unit: { code: row.unitCode, name: row.unitName },
    receivedOn: row.receivedOn,
  };
  if (row.hidden && !row.shown) return { ...head, hidden: row.hidden };

  const { id, version, text, state, events, ...matter } = await matterById(db, row.id);
  const links = await matterLinks(db, scope, id, today);
  const { requesters, raisedTimes } = await requestersOf(db, scope, id, row.namesKnown, today);
  const names = row.namesWithheld;
  const told = await toldOfConferences(db, actor, row.conferenceId ? [row.conferenceId] : [], today);
  const subject = { ...matter, id, version, text, state, events };
  const paper =
    links.parent && (await mayTakeOver(db, actor, subject, today)) ? await paperReplyBelow(db, id) : null;
  return {
    ...head,
    hidden: null,
    hiddenFromOthers: row.hidden,
    id,
    unitId: matter.unitId,
    version,
    text: wordsWithout(text, names),
    state: stateWithout(state, names),
    links,
    recorded: row.post ? { personName: row.personName, post: row.post } : null,
    requesters,
    raisedTimes,
    keeperCode: await presentKeeperCode(db, actor, row.keeperId, today),
    kind: matter.kind as Kind,
    channel: matter.channel as Channel,
    naming: matter.naming as Naming,
    field: row.field,
    fieldCode: row.fieldCode,
    village: row.villageCode ? { code: row.villageCode, name: row.villageName! } : null,
    conference: row.conferenceId
      ? {
          id: row.conferenceId,
          heldOn: row.heldOn!,
          held: row.held,
          topic: told(row.conferenceId, row.topic),
          turn: row.turn,
          turnId: row.turnId,
        }
      : null,
    promise: departedPromise({ events, ...state }),
    lead: row.leadCode ? { code: row.leadCode, name: row.leadName! } : null,
    coordinators: (await coordinatorLines(db, state.coordinators, today)).map((one) => ({
      ...one,
      duty: wordsWithout(one.duty, names),
    })),
    daysLeft: row.daysLeft,
    ...(await matterEvents(db, id, { insider: row.insider, reviewer: row.reviewer, namesWithheld: names })),
    corrections: row.insider ? await matterCorrections(db, id, row.namesKnown) : [],
    ...(await movesAllowed(db, actor, subject, await isAnsweredAbove(db, subject.id, today), today)),
    mayWriteAnswer: await mayWriteAnswerNow(db, actor, subject, today),
    mayCorrect: await mayCorrectNow(db, actor, subject, today),
    paperReply: paper && { ...paper, text: wordsWithout(paper.text, names) },
    ...(await mayAnnulNow(db, actor, subject, today)),
  };
}

/** The unit that works on it today: its keeper, or who carries that on, of several one of the reader's own. */
async function presentKeeperCode(
  db: Kysely<DB>,
  actor: Actor,
  keeperId: string,
  today: string,
): Promise<string> {
  const own = actor.kind === "person" ? actor.posts.map(({ unitId }) => unitId) : [];
  const id = (await carriedOnBy(db, keeperId, today, own)) ?? keeperId;
  const { code } = await db.selectFrom("unit").select("code").where("id", "=", id).executeTakeFirstOrThrow();
  return code;
}

function stateWithout(state: MatterState, names: readonly string[]): MatterState {
  const { extensionAsked, coordinators } = state;
  return {
    ...state,
    coordinators: coordinators.map((one) => ({ ...one, duty: wordsWithout(one.duty ?? null, names) })),
    extensionAsked: extensionAsked && {
      ...extensionAsked,
      reason: wordsWithout(extensionAsked.reason, names),
    },
  };
}

type Row = Recorded & {
  id: string;
  code: string;
  hidden: Hidden | null;
  shown: boolean;
  namesKnown: boolean;
  namesWithheld: string[];
  insider: boolean;
  reviewer: boolean;
  unitCode: string;
  keeperId: string;
  unitName: string;
  receivedOn: string;
  field: string;
  fieldCode: string;
  villageCode: string | null;
  villageName: string | null;
  conferenceId: string | null;
  heldOn: string | null;
  held: boolean;
  topic: string | null;
  turn: number | null;
  turnId: string | null;
  leadCode: string | null;
  leadName: string | null;
  daysLeft: number | null;
};

/** Units bear the names they had when the matter came in; the agency that has it now is called as it is now. */
async function rowOf(
  db: Kysely<DB>,
  scope: ReadScope,
  code: string,
  today: string,
): Promise<Row | undefined> {
  const onlyReviewer = {
    ...scope,
    subtreeOf: scope.reviewerOf,
    handedOver: [],
    assignedTo: [],
    runs: [],
    villages: [],
  };
  const { rows } = await sql<Row>`
    select r.id, r.code, ${recorderColumns(sql`r.received_on`)}, ${hiddenBecause} as hidden, ${wordsShownIn(scope, today)} as shown,
      ${namesKnownIn(scope, today)} as "namesKnown", ${namesWithheldIn(scope, today)} as "namesWithheld",
      ${insiderIn(scope, today)} as insider, ${readableIn(onlyReviewer, today)} as reviewer,
      u.code as "unitCode", ${keeperOfMatter} as "keeperId",
      ${unitName(sql`r.unit_id`, sql`r.received_on`)} as "unitName", r.received_on as "receivedOn",
      concat_ws(' › ', above.name, f.name) as field, r.field_code as "fieldCode",
      v.code as "villageCode", ${villageOfMatter({ unit: sql`r.unit_id`, village: sql`r.village_id`, day: sql`r.received_on` })} as "villageName",
      c.id as "conferenceId", c.held_on as "heldOn", c.held_recorded_at is not null as held, c.topic, t.position as turn, t.id as "turnId",
      l.code as "leadCode", ${unitName(sql`p.lead_id`, sql`${today}::date`)} as "leadName",
      case when p.class = 'in_hand' then p.due_on - ${today}::date end as "daysLeft"
    from ${presentMatters} ${recorderJoins("r")}
    join field f on f.code = r.field_code left join field above on above.code = f.parent_code
    left join unit v on v.id = r.village_id left join unit l on l.id = p.lead_id
    left join conference c on c.id = r.conference_id left join turn t on t.id = r.turn_id
    where r.code = any(${codesMeant(code)}::text[]) and ${openableIn(scope, today)} order by r.code <> ${code} limit 1`.execute(
    db,
  );
  return rows[0];
}
