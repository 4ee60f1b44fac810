import { sql, type RawBuilder } from "kysely";

type Ids = RawBuilder<{ recommendation_id: string }>;

/** Ids of what was raised in some villages, and of what that goes on in; `itself` leaves the latter out. */
export const raisedInVillages = (villages: RawBuilder<unknown>, itself = false): Ids =>
  withWhatGoesOn(sql`present_matter own`, sql`own.village_id = ${villages}`, itself);

/** The same of what was raised at a conference. */
export const raisedAtConference = (conference: RawBuilder<unknown>, itself = false): Ids =>
  withWhatGoesOn(
    sql`recommendation said join present_matter own on own.recommendation_id = said.id`,
    sql`said.conference_id = ${conference}`,
    itself,
  );

/** By what is hidden nothing in sight is found; what is hidden with that in which it goes on belongs to it. */
function withWhatGoesOn(from: RawBuilder<unknown>, fits: RawBuilder<unknown>, itself: boolean): Ids {
  const there: Ids = sql`select own.recommendation_id from ${from} where ${fits}`;
  if (itself) return there;
  return sql`${there} union all
    select own.goes_on_id from ${from} join present_matter here on here.recommendation_id = own.goes_on_id
    where ${fits} and own.goes_on_id <> own.recommendation_id and (own.hidden is null or here.hidden is not null)`;
}
