import { ask } from "#acts/ask.ts";
import type { Actor } from "#kernel/actor.ts";
import { systemClock } from "#kernel/clock.ts";
import { conferenceReadings } from "#modules/conference/server/index.ts";

/** The units whose conferences a person records, through the posts held now. */
export const keptUnits = (actor: Actor) =>
  ask(conferenceReadings.kept, {}, { actor, now: systemClock(), by: "page" });
