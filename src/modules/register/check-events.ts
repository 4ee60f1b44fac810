import { lastFact } from "#modules/recommendation/by-day.ts";
import { isBeforeReceipt } from "#modules/recommendation/merging.ts";
import { isFromAbove } from "#modules/recommendation/words-from-above.ts";
import { dangling, outsideUnit, type Found } from "./check-parts.ts";
import type { MatterEvent } from "./matter-event.ts";
import type { RegisterRecommendation } from "./register-file.ts";
import type { References } from "./register-references.ts";
import { problemAt } from "./register-problem.ts";

type Assignment = Extract<MatterEvent, { act: "assign" | "hand_over" }>;
type Forwarding = Extract<MatterEvent, { act: "forward_up" }>;
type Merging = Extract<MatterEvent, { act: "merge" }>;

/** What one event refers to: there at all, there on that day, and in a position to take the matter. */
export function checkEvent(
  event: MatterEvent,
  matter: RegisterRecommendation,
  path: string,
  references: References,
): Found {
  switch (event.act) {
    case "assign":
    case "hand_over":
      return checkAssignment(event, path, references);
    case "finish_duty":
      return [
        ...unitKnown(event.coordinator, event.on, `${path}.coordinator`, references),
        ...unitKnown(event.duty_of, event.on, `${path}.duty_of`, references),
      ];
    case "forward_up":
      return checkForwarding(event, matter, path, references);
    case "merge":
      return checkMerging(event, path, references);
    case "confirm":
      return (event.raised_in ?? []).flatMap((ref, at) =>
        dangling("recommendation", ref, `${path}.raised_in[${at}]`, references),
      );
    default:
      return [];
  }
}

type Given = string | { readonly unit: string; readonly duty_of?: string | null | undefined };

const unitOf = (given: Given) => (typeof given === "string" ? given : given.unit);
const firstOf = (given: Given) => (typeof given === "string" ? null : given.duty_of);

/**
 * Who is given work is there on that day. A hand-over tells who has it besides, also where such an agency has ended and
 * its own work was not handed over yet.
 */
function checkAssignment(event: Assignment, path: string, references: References): Found {
  const given = event.act === "assign" ? unitThere : unitKnown;
  const parts = (event.coordinators ?? []).map((one) => firstOf(one) ?? unitOf(one));
  return [
    ...given(event.lead, event.on, `${path}.lead`, references),
    ...unitThere("to" in event ? event.to : null, event.on, `${path}.to`, references),
    ...(event.coordinators ?? []).flatMap((one, at) => {
      const unit = unitOf(one);
      const place = `${path}.coordinators[${at}]`;
      const first = parts.indexOf(parts[at]!);
      if (first < at)
        return [problemAt(place, "duplicate", { value: unit, first: `${path}.coordinators[${first}]` })];
      // Who takes the lead over may have had a part of it.
      if (unit === event.lead && event.act === "assign")
        return [problemAt(place, "lead_also_coordinates", { unit })];
      return [
        ...given(unit, event.on, place, references),
        ...unitKnown(firstOf(one), event.on, place, references),
      ];
    }),
  ];
}

/** What waits for a unit above again may wait for one that has the work of its own by now. */
function checkForwarding(
  { act, to, on, text }: Forwarding,
  matter: RegisterRecommendation,
  path: string,
  references: References,
): Found {
  const place = `${path}.to`;
  if (isFromAbove({ act, text })) return unitKnown(to, on, place, references);
  if (to === matter.unit) return [problemAt(place, "forward_to_itself", { unit: to })];
  const above = references.unit(to);
  // A province's department takes what is beyond a commune; a commune's own office is given it, not asked upward.
  if (above?.kind === "agency" && above.parent === matter.unit)
    return [problemAt(place, "forward_to_agency", { unit: to })];
  return unitThere(to, on, place, references);
}

function checkMerging({ into, on }: Merging, path: string, references: References): Found {
  if (!into) return [];
  const since = endedBefore(references.recommendationInFile(into)?.events ?? [], on);
  if (since !== undefined) return [problemAt(`${path}.into`, "merge_into_ended", { into, since })];
  const received = references.receivedOn(into);
  if (received !== undefined && isBeforeReceipt(on, received))
    return [problemAt(`${path}.on`, "merge_before_receipt", { day: on, into, received })];
  return dangling("recommendation", into, `${path}.into`, references);
}

/** Since when a matter had been rejected or routed out; what happened on the day itself may have come afterwards. */
function endedBefore(events: readonly MatterEvent[], day: string): string | undefined {
  const last = lastFact(
    events,
    ({ on, act }) => on < day && (act === "reject" || act === "route_out" || act === "reopen"),
  );
  return last === undefined || last.act === "reopen" ? undefined : last.on;
}

function unitKnown(
  code: string | null | undefined,
  _day: string,
  path: string,
  references: References,
): Found {
  return code ? dangling("unit", code, path, references) : [];
}

function unitThere(
  code: string | null | undefined,
  day: string,
  path: string,
  references: References,
): Found {
  if (!code) return [];
  return [...dangling("unit", code, path, references), ...outsideUnit(day, code, path, references)];
}
