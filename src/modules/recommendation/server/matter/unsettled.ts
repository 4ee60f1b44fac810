import { sql, type RawBuilder } from "kysely";
import { latestFirst } from "../moves/latest-first.ts";

/** Whose word a confirmation is; of the Front all are one. */
const speakers = (word: string) =>
  sql`coalesce(${sql.ref(`${word}.raised_in`)}, array[${sql.ref(`${word}.recommendation_id`)}])`;

/** Whether a confirmation `e` is the word of people of some villages, or the Front's finding, which is heard for all. */
export const spokeForVillage = (
  villages: RawBuilder<unknown>,
) => sql<boolean>`(e.confirmed_by = 'front' or exists (
    select from recommendation ours where ours.village_id = ${villages} and ours.id = any(${speakers("e")})))`;

/** Whether the people of a matter `speaker` belong to another, by a condition on both. */
type Belonging = (speaker: RawBuilder<unknown>, matter: RawBuilder<unknown>) => RawBuilder<boolean>;

/**
 * Whose word on a matter counts today: of the people of the matter itself, and of those that go on in it in sight. Who was
 * merged into it by mistake, or is held or routed out apart from it, has no say in it.
 */
export const belongsNow: Belonging = (speaker, matter) => sql<boolean>`(${speaker} = ${matter} or exists (
  select from present_matter own join present_matter here on here.recommendation_id = ${matter}
  where own.recommendation_id = ${speaker} and own.goes_on_id = here.goes_on_id
    and (own.hidden is null or here.hidden is not null)))`;

/** The condition on a fact `e` of a day, known then, not known to be a mistake. */
type Known = (fact: string) => RawBuilder<unknown>;

/** The same of what was known of the facts of a day: `known` is the condition on one of them. */
export const belongedThen =
  (known: Known): Belonging =>
  (speaker, matter) => sql<boolean>`(${speaker} = ${matter} or exists (
    with recursive line as (
      select ${speaker} as at
      union
      select m.into_id from line join recommendation_event m on m.recommendation_id = line.at
      where line.at <> ${matter} and m.act = 'merge' and m.into_id is not null and ${known("m")})
    select from line where line.at = ${matter} and not exists (
      select from line way join recommendation on recommendation.id = way.at
      where way.at <> ${matter} and coalesce((
          select h.act from recommendation_event h
          where h.recommendation_id = way.at and h.act in ('hold', 'release', 'route_out') and ${known("h")}
          order by ${latestFirst("h")} limit 1),
        case when recommendation.kind in ('complaint', 'denunciation') then 'hold' end) in ('hold', 'route_out'))))`;

/**
 * Whether one of those who spoke by `no` still belongs to the matter and has not said yes by a later word of `told`: a table
 * of facts, or the condition of those that count. What one village or one person said, another does not take back
 * (`judgements.ts`).
 */
export const noTakenBack = (
  told: RawBuilder<unknown>,
  counts: RawBuilder<unknown> = sql`true`,
  belongs: Belonging = belongsNow,
) => sql<boolean>`exists (
    select from unnest(${speakers("no")}) speaker
    where ${belongs(sql`speaker`, sql`no.recommendation_id`)} and not exists (
      select from ${told} yes
      where yes.recommendation_id = no.recommendation_id and yes.act = 'confirm' and yes.satisfied
        and yes.confirmed_by = no.confirmed_by and speaker = any(${speakers("yes")})
        and (yes.on_date, yes.sequence) > (no.on_date, no.sequence) and ${counts}))`;

/** The condition on a fact `no` that it is a no after which nothing has happened. */
export const noThatStands = sql<boolean>`no.act = 'confirm' and not no.satisfied and not exists (
    select from standing_event later
    where later.recommendation_id = no.recommendation_id
      and (later.on_date, later.sequence) > (no.on_date, no.sequence)
      and (later.act in ('answer', 'reply_from_above', 'reopen') or (later.act = 'close' and later.reason is not null)))
  and ${noTakenBack(sql`standing_event`)}`;

/**
 * Whether the people said no to what was answered on a matter, and nothing has happened since: neither reopened nor answered
 * again, nor did the same ones say yes, nor was it closed with a reason. By the day, then by the order of entry;
 * `MatterState.unsettled` is the same rule. Served by recommendation_event_no, which holds nothing else.
 */
export const unsettled = (matter: RawBuilder<unknown>) => sql<boolean>`exists (
  select from standing_event no where no.recommendation_id = ${matter} and ${noThatStands})`;
