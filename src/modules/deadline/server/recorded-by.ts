import { personIdOf, type Actor } from "#kernel/actor.ts";
import type { Recording } from "./calendar.store.ts";

export function recordingOf(actor: Actor, now: Temporal.Instant): Recording {
  return { now, personId: personIdOf(actor) };
}
