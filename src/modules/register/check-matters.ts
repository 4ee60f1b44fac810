import { lastFact } from "#modules/recommendation/by-day.ts";
import { checkEvent } from "./check-events.ts";
import { circles } from "./circles.ts";
import { dangling, duplicates, outOfPlace, type Found } from "./check-parts.ts";
import type { MatterEvent } from "./matter-event.ts";
import type { RegisterFile, RegisterRecommendation } from "./register-file.ts";
import type { References } from "./register-references.ts";
import { problemAt } from "./register-problem.ts";

/** Every matter and the references of its events. Whether one event may follow another is not asked here. */
export function checkMatters(file: RegisterFile, references: References): Found {
  const matters = file.recommendations;
  return [
    ...duplicates(
      matters,
      ({ ref }) => ref,
      (at) => `recommendations[${at}].ref`,
    ),
    ...matters.flatMap((matter, at) => checkMatter(matter, `recommendations[${at}]`, references)),
    ...circlesOf(matters, "events", mergedInto),
    ...circlesOf(matters, "forwarded_from", ({ forwarded_from }) => forwarded_from ?? undefined),
  ];
}

function checkMatter(matter: RegisterRecommendation, path: string, references: References): Found {
  return [
    ...dangling("unit", matter.unit, `${path}.unit`, references),
    ...dangling("conference", matter.conference, `${path}.conference`, references),
    ...dangling("turn", matter.turn, `${path}.turn`, references),
    ...turnElsewhere(matter, path, references),
    ...dangling("unit", matter.village, `${path}.village`, references),
    ...(matter.requesters ?? []).flatMap(({ village }, at) =>
      dangling("unit", village, `${path}.requesters[${at}].village`, references),
    ),
    ...dangling("recommendation", matter.forwarded_from, `${path}.forwarded_from`, references),
    ...outOfPlace(matter.received_on, matter.unit, `${path}.received_on`, references),
    ...matter.events.flatMap((event, at) => [
      ...beforeReceipt(event, matter, `${path}.events[${at}]`),
      ...checkEvent(event, matter, `${path}.events[${at}]`, references),
    ]),
  ];
}

function turnElsewhere(matter: RegisterRecommendation, path: string, references: References): Found {
  const turn = matter.turn ? references.turn(matter.turn) : undefined;
  const named = matter.conference;
  if (turn === undefined || !named || turn.conference === named) return [];
  return [
    problemAt(`${path}.turn`, "turn_of_other_conference", { turn: turn.ref, held: turn.conference, named }),
  ];
}

function beforeReceipt(event: MatterEvent, matter: RegisterRecommendation, path: string): Found {
  if (event.on >= matter.received_on) return [];
  return [problemAt(`${path}.on`, "before_receipt", { day: event.on, received: matter.received_on })];
}

function mergedInto({ events }: RegisterRecommendation): string | undefined {
  const merge = lastFact(events, ({ act }) => act === "merge");
  return merge?.act === "merge" ? (merge.into ?? undefined) : undefined;
}

function circlesOf(
  matters: readonly RegisterRecommendation[],
  key: string,
  next: (matter: RegisterRecommendation) => string | undefined,
): Found {
  const placeOf = new Map(matters.map(({ ref }, at) => [ref, at]));
  const leadsTo = new Map(
    matters.flatMap((matter) => {
      const to = next(matter);
      return to === undefined ? [] : [[matter.ref, to] as const];
    }),
  );
  return circles(leadsTo).map((way) =>
    problemAt(`recommendations[${placeOf.get(way[0]!)}].${key}`, "circle", {
      way: [...way, way[0]].join(" → "),
    }),
  );
}
