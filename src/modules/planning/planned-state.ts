import { dayInVietnam } from "#kernel/clock.ts";
import { quarterDays, type Quarter } from "./quarter.ts";

/** How far what a plan foresees, or a conference of the year, has come. */
export type PlannedState = "held" | "coming" | "open" | "overdue" | "called_off";

/** A conference as far as its life matters here; instants are ISO texts. */
export type ConferenceLife = {
  readonly heldOn: string;
  readonly recordedAt: string;
  readonly heldRecordedAt: string | null;
  readonly calledOffAt: string | null;
};

/**
 * How a conference stood at the end of a day; null where nobody had entered it yet. One that was held stands from its
 * day on, whenever it was entered: old registers come in late.
 */
export function conferenceStateOn(
  life: ConferenceLife,
  day: string,
): "held" | "prepared" | "called_off" | null {
  if (life.heldRecordedAt !== null && life.heldOn <= day) return "held";
  if (dayOf(life.recordedAt) > day) return null;
  return life.calledOffAt !== null && dayOf(life.calledOffAt) <= day ? "called_off" : "prepared";
}

/** The state of a conference that no line of a plan foresaw. A prepared one whose day has gone by is overdue. */
export function unplannedStateOn(life: ConferenceLife, day: string): PlannedState | null {
  const state = conferenceStateOn(life, day);
  if (state !== "prepared") return state;
  return life.heldOn < day ? "overdue" : "coming";
}

type Foreseen = { readonly year: number; readonly quarter: Quarter; readonly plannedOn: string | null };

/**
 * The state of a planned conference on a day: by the furthest of the conferences made for it. Overdue once the day it
 * was last set for has gone by: the prepared conference's, else the planned one, else the last of the quarter.
 */
export function plannedStateOn(
  foreseen: Foreseen,
  lives: readonly ConferenceLife[],
  day: string,
): PlannedState {
  const states = lives.map((life) => ({ life, state: conferenceStateOn(life, day) }));
  if (states.some(({ state }) => state === "held")) return "held";
  const prepared = states.filter(({ state }) => state === "prepared").map(({ life }) => life.heldOn);
  if (prepared.length > 0) return prepared.some((on) => on >= day) ? "coming" : "overdue";
  if (states.some(({ state }) => state === "called_off")) return "called_off";
  const last = foreseen.plannedOn ?? quarterDays(foreseen.year, foreseen.quarter).last;
  return last < day ? "overdue" : "open";
}

const dayOf = (instant: string): string => dayInVietnam(Temporal.Instant.from(instant));
