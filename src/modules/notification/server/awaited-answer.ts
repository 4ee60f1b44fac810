import { daysBetween } from "#kernel/calendar/working-days.ts";
import type { ToldConference, Unanswered } from "#modules/conference/server/index.ts";
import type { ConferenceDetails } from "../conference-news.ts";

/** The hour and place that every word about a conference carries. */
export function conferenceDetails({ id, unitName, form, heldOn, startsAt, place }: ToldConference) {
  return { conference: id, unitName, form, heldOn, startsAt, place };
}

/** To those who have not answered their invitation; `remindedBy` where somebody asked after it. */
export function awaitedAnswer(
  conference: ToldConference,
  { invitationId, quota }: Unanswered,
  today: string,
  remindedBy?: string,
): ConferenceDetails {
  const days = daysBetween(today, conference.heldOn);
  const own = { news: "answer_awaited", invitation: invitationId, quota, days, remindedBy } as const;
  return { ...conferenceDetails(conference), ...own };
}
