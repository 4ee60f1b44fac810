import { lastFact } from "#modules/recommendation/by-day.ts";
import { isOutOfSight } from "#modules/recommendation/matter.ts";
import type { RegisterFileInput } from "../register-file.ts";

type FileMatter = NonNullable<RegisterFileInput["recommendations"]>[number];

/** Whether a matter of a file is out of sight: held, routed out, or a complaint or denunciation nobody released. */
export function isHidden({ kind, events }: Pick<FileMatter, "kind" | "events">): boolean {
  return isOutOfSight(kind ?? "recommendation", events ?? []);
}

/**
 * What is left of it for those who may not read it: that it was, where and when, and that it is held or went where the
 * law wants it. Its field, village, agency and dates would tell whom it is about. It goes in again as a stub.
 */
export function stubOf({ ref, unit, received_on, events }: FileMatter): FileMatter {
  const last = lastFact(events ?? [], ({ act }) => act === "hold" || act === "route_out");
  const act = last?.act === "route_out" ? "route_out" : "hold";
  return { ref, unit, received_on, events: [{ on: last?.on ?? received_on, act }] };
}

/** Whether this is all that a file says of a matter; it contradicts nothing that the register knows of it. */
export function isStub(matter: Pick<FileMatter, "text" | "kind" | "events">): boolean {
  return !matter.text && isHidden(matter);
}
