import { sql, type RawBuilder } from "kysely";

/**
 * Whether the people said no to what was answered on a matter, and nothing has happened since: neither reopened nor answered
 * again, nobody said yes, nor was it closed with a reason. By the day, then by the order of entry; `MatterState.unsettled` is
 * the same rule. Served by recommendation_event_no, which holds nothing else.
 */
export const unsettled = (matter: RawBuilder<unknown>) => sql<boolean>`exists (
  select from standing_event no
  where no.recommendation_id = ${matter} and no.act = 'confirm' and not no.satisfied and not exists (
    select from standing_event later
    where later.recommendation_id = no.recommendation_id
      and (later.on_date, later.sequence) > (no.on_date, no.sequence)
      and (later.act in ('answer', 'reply_from_above', 'reopen') or (later.act = 'confirm' and later.satisfied)
        or (later.act = 'close' and later.reason is not null))))`;
