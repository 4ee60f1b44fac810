import { sql, type RawBuilder } from "kysely";

/** Whose word a confirmation is; of the Front all are one. */
const speakers = (word: string) =>
  sql`coalesce(${sql.ref(`${word}.raised_in`)}, array[${sql.ref(`${word}.recommendation_id`)}])`;

/** Whether a confirmation `e` is the word of people of some villages, or the Front's finding, which is heard for all. */
export const spokeForVillage = (
  villages: RawBuilder<unknown>,
) => sql<boolean>`(e.confirmed_by = 'front' or exists (
    select from recommendation ours where ours.village_id = ${villages} and ours.id = any(${speakers("e")})))`;

/**
 * Whether one of those who spoke by `no` has not said yes by a later word of `told`: a table of facts, or the condition of
 * those that count. What one village or one person said, another does not take back (`judgements.ts`).
 */
export const noTakenBack = (
  told: RawBuilder<unknown>,
  counts: RawBuilder<unknown> = sql`true`,
) => sql<boolean>`exists (
    select from unnest(${speakers("no")}) speaker where not exists (
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
