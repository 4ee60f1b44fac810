import { anyUnit, type ReadScope } from "#modules/organization/server/index.ts";
import { sql, type RawBuilder } from "kysely";
import { z } from "zod";
import { optionalDay, optionalOf, optionalText } from "#kernel/input.ts";
import { reportClasses } from "../../matter.ts";
import { statuses } from "../../statuses.ts";
import { foundIn, soughtIn } from "./found-words.ts";
import { latestFirst } from "../moves/latest-first.ts";
import { raisedAtConference, raisedInVillages } from "./raised-at.ts";
import { raisedBy } from "./raised-by.ts";
import { belowAny, outOfSightNow, readableIn, wordsShownIn } from "../sight/visibility.ts";

/** Characters of what is typed to be looked for. */
export const LONGEST_SOUGHT = 200;

/**
 * What a list can be narrowed by; units, villages and leads by their code. What is none of these is refused, whoever asks: by a page,
 * a file or a program a list that was not narrowed would be taken for one that was.
 */
export const matterFilter = z.object({
  /** All, those still open, or those in hand whose date has passed. */
  view: z.preprocess((typed) => typed || undefined, z.enum(["all", "open", "overdue"]).default("all")),
  unit: optionalText(100),
  status: optionalOf(z.enum(statuses)),
  class: optionalOf(z.enum(reportClasses)),
  /** Where a draft answer stands: written and not approved, sent back to be written anew, or approved and not issued. */
  draft: optionalOf(z.enum(["drafted", "sent_back", "approved"])),
  /**
   * Of what one may read only what one's own unit or agency deals with, not the units below it (`yes`); only what others
   * gave it to lead (`given`); only what waits for its part as a coordinating one (`helping`); or all but what one's unit was given by another and does not lead now (`ours`).
   */
  own: optionalOf(z.enum(["yes", "given", "ours", "helping"])),
  /** What the people said no to, and nothing has happened since. */
  unsettled: optionalOf(z.literal("yes")),
  /** Open, while the unit below has entered the reply that it had from here on paper: to be taken over. */
  paper_reply: optionalOf(z.literal("yes")),
  /** Held, and it waits for its reviewer: found by nobody else. */
  review: optionalOf(z.literal("waits")),
  /** Promised in the room for another day than the work was given. */
  promise: optionalOf(z.literal("moved")),
  /** In hand and due between today and the Sunday of this week. */
  due: optionalOf(z.literal("week")),
  lead: optionalText(100),
  field: optionalText(100),
  village: optionalText(100),
  conference: optionalOf(z.uuid()),
  /** What was itself raised in that village or at that conference, without what it goes on in. */
  itself: optionalOf(z.literal("yes")),
  from: optionalDay,
  to: optionalDay,
  /** The name of who raised it, or a part of it: found by the office alone, in its own register (`raisedBy`). */
  requester: optionalText(LONGEST_SOUGHT),
  /** Looked for in text and code, with or without tone marks. */
  text: optionalText(LONGEST_SOUGHT),
});
export type MatterFilter = z.output<typeof matterFilter>;

/** Units that a filter names, each by its id with those whose work it carries on; none where the code is not there. */
export type NamedUnits = Readonly<Partial<Record<"unit" | "lead" | "village", readonly string[]>>>;

/**
 * The conditions of a list, over `presentMatters`: what may be known of, then what was asked for. A text is looked for in
 * the whole words; `foundAsTold` leaves out what the actor does not read.
 */
export function conditionsOf(
  filter: MatterFilter,
  scope: ReadScope,
  today: string,
  named: NamedUnits = {},
  known: Known = knownOf(scope, today),
): RawBuilder<boolean> {
  const own = filter.own && !scope.everything ? [partOf[filter.own](scope, known)] : [];
  const conditions = [
    known.readable,
    ...(filter.unit ? [belowAny(named.unit ?? [], today)] : []),
    ...own,
    ...narrowedBy(filter, today, named, known.shown),
    ...requestedBy(filter, scope, today),
  ];
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

/** What a filter asks of a matter `p` itself, whatever may be known of; `shown` is whether the actor reads its words. */
export function narrowedBy(
  filter: MatterFilter,
  today: string,
  named: NamedUnits,
  shown: RawBuilder<boolean>,
): RawBuilder<boolean>[] {
  const telling = [...stateOf(filter, today), ...contentOf(filter, named)];
  // A hidden matter is found by its unit, its day and its stub; by nothing that says more of it.
  const told = stateOf(beyondStub(filter), today).length + contentOf(filter, named).length;
  const hides = told > 0 || filter.requester !== undefined;
  return [...daysOf(filter), ...(hides ? [shown] : []), ...telling];
}

/** What a filter asks of who raised a matter `p`: what is hidden is found by its reviewer alone, as by all that tells of it. */
export function requestedBy(
  { requester }: MatterFilter,
  scope: ReadScope,
  today: string,
): RawBuilder<boolean>[] {
  return requester ? [raisedBy(requester, scope, today)] : [];
}

/** What an actor may know of a matter; whoever knows it of some matters already says so. */
export type Known = {
  /** Whether the actor may know of it; and whether, if nothing were given to the unit that they lead or write for. */
  readonly readable: RawBuilder<boolean>;
  readonly readableUngiven: RawBuilder<boolean>;
  readonly shown: RawBuilder<boolean>;
};

export function knownOf(scope: ReadScope, today: string): Known {
  return {
    readable: readableIn(scope, today),
    readableUngiven: readableIn({ ...scope, runs: [] }, today),
    shown: wordsShownIn(scope, today, outOfSightNow),
  };
}

/** What a filter asks beyond that a matter was routed out, which is what its stub says. */
function beyondStub({ status, class: reportClass, ...more }: MatterFilter): MatterFilter {
  const beyond = <Asked extends string>(asked: Asked | undefined) =>
    asked === "routed_out" ? undefined : asked;
  return { ...more, status: beyond(status), class: beyond(reportClass) };
}

function daysOf({ from, to }: MatterFilter) {
  return [
    from ? sql<boolean>`p.received_on >= ${from}::date` : null,
    to ? sql<boolean>`p.received_on <= ${to}::date` : null,
  ].filter((each) => each !== null);
}

/** What `own` asks for; the scope is what the actor may know of. */
export const partOf = { yes: dealtWithIn, given: givenTo, ours: countedAmongOurs, helping: waitsForPartOf };

function countedAmongOurs(scope: ReadScope, { readableUngiven }: Known) {
  return scope.runs.length === 0
    ? readableUngiven
    : sql<boolean>`(p.lead_id = any(${[...scope.runs]}::uuid[]) or ${readableUngiven})`;
}

function dealtWithIn(scope: ReadScope) {
  return sql<boolean>`(p.keeper_id = any(${[...scope.subtreeOf]}::uuid[]) or ${givenTo(scope)})`;
}

function givenTo({ subtreeOf, assignedTo, runs }: ReadScope) {
  return sql<boolean>`(p.lead_id = any(${[...assignedTo, ...runs]}::uuid[])
    and p.keeper_id <> all(${[...subtreeOf]}::uuid[]) and not ${outOfSightNow})`;
}

/** Among those that coordinate, and its part is not called done since it was asked for: the database keeps of whom that is so. */
function waitsForPartOf({ assignedTo, runs }: ReadScope) {
  return sql<boolean>`(not ${outOfSightNow} and p.recommendation_id in (
    select g.recommendation_id from given_matter g
    where g.unit_id = any(${[...assignedTo, ...runs]}::uuid[]) and g.helps))`;
}

/** As `departedPromise` says of one matter. */
const promiseMoved = sql<boolean>`(p.original_due_on <> (select e.due_on from standing_event e
    where e.recommendation_id = p.recommendation_id and e.act = 'rule' order by ${latestFirst("e")} limit 1)
  and exists (select from standing_event e where e.recommendation_id = p.recommendation_id and e.act = 'assign'))`;

/**
 * Held by a step of its own, or by its kind where nobody has decided yet, and not only with what it goes on in: there it is
 * decided. The row says first that it is hidden, so that few are looked at.
 */
export const waitsForReview = sql<boolean>`(p.hidden = 'held' and coalesce(
  (select e.act from standing_event e where e.recommendation_id = p.recommendation_id
    and e.act in ('hold', 'release', 'route_out') order by ${latestFirst("e")} limit 1),
  (select 'hold' from recommendation k where k.id = p.recommendation_id and k.kind in ('complaint', 'denunciation'))) = 'hold')`;

/** The Sunday of the week in which a day lies. */
function endOfWeek(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return date.add({ days: 7 - date.dayOfWeek }).toString();
}

function stateOf(
  {
    view,
    status,
    class: reportClass,
    draft,
    unsettled: no,
    paper_reply: paper,
    review,
    promise,
    due,
  }: MatterFilter,
  today: string,
) {
  return [
    view === "open" ? sql<boolean>`p.is_open` : null,
    view === "overdue" ? sql<boolean>`p.is_open and p.class = 'in_hand' and p.due_on < ${today}::date` : null,
    status ? sql<boolean>`p.status = ${status}` : null,
    reportClass ? sql<boolean>`p.class = ${reportClass}` : null,
    draft ? sql<boolean>`p.draft = ${draft}` : null,
    no ? sql<boolean>`p.unsettled` : null,
    paper ? sql<boolean>`p.paper_reply` : null,
    review ? waitsForReview : null,
    promise ? promiseMoved : null,
    due
      ? sql<boolean>`p.is_open and p.class = 'in_hand' and p.due_on between ${today}::date and ${endOfWeek(today)}::date`
      : null,
  ].filter((each) => each !== null);
}

function contentOf({ lead, field, village, conference, itself, text }: MatterFilter, named: NamedUnits) {
  const alone = itself !== undefined;
  return [
    lead ? sql<boolean>`p.lead_id = ${anyUnit(named.lead ?? [])}` : null,
    village ? among(raisedInVillages(anyUnit(named.village ?? []), alone)) : null,
    conference ? among(raisedAtConference(sql`${conference}::uuid`, alone)) : null,
    field
      ? sql<boolean>`(r.field_code = ${field} or r.field_code in (select code from field where parent_code = ${field}))`
      : null,
    text ? foundByText(text) : null,
  ].filter((each) => each !== null);
}

const among = (ids: RawBuilder<unknown>) => sql<boolean>`p.recommendation_id in (${ids})`;

/** Signs alone find nothing. */
function foundByText(text: string): RawBuilder<boolean> {
  const sought = soughtIn(text);
  return sought ? foundIn(sought) : sql<boolean>`${text.trim() === ""}::boolean`;
}
