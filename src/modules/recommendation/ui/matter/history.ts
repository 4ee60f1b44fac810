import { m } from "#paraglide/messages.js";
import { formatDate } from "#ui/date-text.ts";
import type { EventLine } from "../../server/index.ts";
import { confirmerText, outcomeText, rulingText } from "../texts.ts";

/** What a fact of the history says besides its move, line by line; its long texts apart. */
export function factLines(event: EventLine): string[] {
  const day = (on: string | null, say: (inputs: { date: string }) => string) =>
    on ? say({ date: formatDate(on) }) : null;
  return [
    event.ruling && rulingText(event.ruling),
    event.outcome && outcomeText(event.outcome),
    event.leadName && m.recommendation_history_lead({ unit: event.leadName }),
    event.coordinatorNames.length > 0 &&
      m.recommendation_history_coordinators({ units: event.coordinatorNames.join(", ") }),
    event.coordinatorName && m.recommendation_history_duty({ unit: event.coordinatorName }),
    day(event.dueOn, m.recommendation_history_due),
    day(event.untilOn, m.recommendation_history_until),
    day(event.reviewOn, m.recommendation_history_review),
    event.to && m.recommendation_history_to({ place: event.to }),
    event.intoCode && m.recommendation_history_into({ code: event.intoCode }),
    judgement(event),
    event.symbol && m.recommendation_history_symbol({ symbol: event.symbol }),
  ].filter((line) => typeof line === "string");
}

function judgement({ confirmedBy, raisedIn, villageNames, satisfied }: EventLine): string | null {
  if (!confirmedBy) return null;
  const whose = [...villageNames, ...(confirmedBy === "requester" ? raisedIn : [])].join(", ");
  const who = whose ? `${confirmerText(confirmedBy)} (${whose})` : confirmerText(confirmedBy);
  return satisfied
    ? m.recommendation_history_satisfied({ who })
    : m.recommendation_history_dissatisfied({ who });
}
