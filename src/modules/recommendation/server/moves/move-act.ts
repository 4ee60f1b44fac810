import { personIdOf } from "#kernel/actor.ts";
import { refuseAllTogether, refuseTogether } from "#kernel/all-faults.ts";
import { optionalDay, optionalWholeNumber } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { act, type ActContext, type Place } from "#platform/server/act/act.ts";
import { asRows } from "#platform/server/act/rows.ts";
import { sql } from "kysely";
import { z } from "zod";
import { applyEvent, refuseBeforeReceipt } from "../../apply-event.ts";
import { lastFact } from "../../by-day.ts";
import { openDuties } from "../../duties.ts";
import type { MatterEvent, MatterState } from "../../matter.ts";
import { factsBy, leadsOn, stateOn } from "../../on-its-day.ts";
import { moveRows, type ActedMove } from "../../moves/move-rows.ts";
import { recommendationProblems as problems } from "../../problems.ts";
import { movesFrom, type Move, type Ruling, type Status } from "../../status-transitions.ts";
import { lockTogether } from "./lock-together.store.ts";
import { recordEvent, recording } from "./record-event.ts";
import { isHiddenElsewhere, matterForChange, type Matter } from "../matter/recommendation.store.ts";
import { refuseDays } from "./refuse-days.ts";
import { refuseIfChanged } from "./refuse-if-changed.ts";
import { refuseMerged } from "./refuse-merged.ts";
import { matterCodeInput } from "../../matter-code.ts";

/** Every move names its matter, its day (today unless said), and the version that the mover was looking at. */
const common = {
  recommendation: matterCodeInput,
  on: optionalDay,
  expected_version: optionalWholeNumber(1, 1_000_000),
};

export type MatterPlace = Place & { readonly unitId: string; readonly matter: Matter };

type MoveInput<Fields extends z.ZodRawShape> = z.output<z.ZodObject<Fields & typeof common>>;
type MoveContext<Fields extends z.ZodRawShape> = ActContext<MoveInput<Fields>, MatterPlace> & {
  readonly on: string;
  /** How the matter stood on that day. */
  readonly state: MatterState;
};

type MoveDefinition<Fields extends z.ZodRawShape> = {
  readonly move: ActedMove;
  readonly fields: Fields;
  /** Turns the input into the fact's own parts; refuses what this move does not allow beyond the state table. */
  readonly facts: (context: MoveContext<Fields>) => Partial<MatterEvent> | Promise<Partial<MatterEvent>>;
  /** What else follows in the same transaction, once the fact is written. */
  readonly then?: (context: MoveContext<Fields>, matter: Matter) => Promise<void>;
  /** What was done all the same, and whoever did it has to know; told with the answer. */
  readonly warns?: (context: MoveContext<Fields>) => Promise<readonly Warning[]>;
};

/** A sentence that goes with what was done: nothing was refused. */
export type Warning = { readonly code: string; readonly vi: string; readonly en: string };

/** An act that is one move of the state table. */
export function moveAct<Fields extends z.ZodRawShape>(definition: MoveDefinition<Fields>) {
  const { move, fields, facts, then, warns } = definition;
  const input = z.strictObject({ ...common, ...fields }) as unknown as z.ZodType<MoveInput<Fields>>;
  return act({
    name: `recommendation.${move}`,
    title: moveRows[move].words,
    may: moveRows[move].may,
    keepsStructure: true,
    input,
    problems,
    runAsksAlone: true,
    alone: (given, today) => refuseDaysAlone(move, given as Days, today),
    audit: (given) => withoutTexts(move, given as Record<string, unknown>),
    async place(context) {
      const { recommendation, into, on } = context.input as {
        recommendation: string;
        into?: string;
        on?: string;
      };
      if (moveRows[move].reachesOthers)
        await lockTogether(context.trx, into === undefined ? [recommendation] : [recommendation, into]);
      const matter = await matterForChange(context, recommendation);
      return placeOfMove(move, matter, on !== undefined && on < context.today ? on : null);
    },
    async run(context) {
      const { trx, place, today, now, actor, post } = context;
      const given = context.input as { on?: string; expected_version?: number };
      refuseIfHeld(place.matter, move);
      await refuseIfChanged(trx, place.matter, given.expected_version);
      const on = given.on ?? today;
      const state = on < today ? stateOn(place.matter, on) : place.matter.state;
      const possible = movesFrom(state.status).includes(move);
      if (!possible && state.status === "merged") await refuseMerged(context, place.matter);
      const moveContext = { ...context, on, state };
      const asked = { ...moveContext, on: nearestDay(place.matter, on, today) };
      const said = await saidOf(moveContext, () => facts(asked)).catch((error: unknown) => {
        // No field need be mended where that would not help.
        if (!possible && error instanceof Problem && error.faults.length > 0)
          applyEvent(state, { act: move, on });
        throw error;
      });
      const event: MatterEvent = { act: move, on, ...said };
      const by = { now, today, personId: personIdOf(actor), postId: post?.id ?? null };
      if (!then && !warns) {
        const { parts, matter } = await recording(trx, place.matter, event, by);
        const answer = sql<Moved>`${JSON.stringify(movedTo(matter))}::json`;
        return asRows<Moved>({ parts, done: "happened", answer, subjectId: matter.id });
      }
      const matter = await recordEvent(trx, place.matter, event, by);
      await then?.(moveContext, matter);
      const warnings = await warns?.(moveContext);
      return { ...movedTo(matter), ...(warnings?.length ? { warnings } : {}) };
    },
  });
}

/** What a move says, unless something is wrong with it or with its day: all of that at once. */
async function saidOf(
  { place, on, today }: { readonly place: MatterPlace; readonly on: string; readonly today: string },
  facts: () => Partial<MatterEvent> | Promise<Partial<MatterEvent>>,
): Promise<Partial<MatterEvent>> {
  const said: Partial<MatterEvent> = {};
  await refuseAllTogether(
    async () => Object.assign(said, await facts()),
    () => refuseFuture(on, today),
    () => refuseBeforeReceipt(on, place.matter.receivedOn),
  );
  return said;
}

/** Where the day cannot be, the rest is judged by the nearest that can: it is told beside the day, and not because of it. */
function nearestDay({ receivedOn }: Matter, on: string, today: string): string {
  if (on > today) return today;
  return on < receivedOn ? receivedOn : on;
}

function refuseFuture(on: string, today: string): void {
  if (on > today) throw new Problem(problems.in_the_future, { field: "on", values: { on } });
}

type Days = {
  readonly on?: string;
  readonly ruling?: Ruling;
  readonly due?: string;
  readonly until?: string;
  readonly review_on?: string;
};

/** What is wrong with the days of a move, whatever the register holds; without its day, or its ruling, nothing is known of the others. */
function refuseDaysAlone(move: ActedMove, input: Days, today: string): void {
  const { on = today, ruling, due: dueOn, until: untilOn, review_on: reviewOn } = input;
  const known = "on" in input && on <= today && (move !== "rule" || ruling !== undefined);
  refuseTogether(
    () => refuseFuture(on, today),
    () => {
      if (known) refuseDays({ act: move, on, ruling, dueOn, untilOn, reviewOn });
    },
  );
}

type Moved = Pick<Matter, "id" | "code" | "version"> & {
  readonly status: Status;
  readonly warnings?: readonly Warning[];
};

const movedTo = ({ id, code, version, state }: Matter): Moved => ({
  id,
  code,
  version,
  status: state.status,
});

/** The unit that works on a matter: its own, unless a hand-over gave the work to another. */
export function keeperOf({ unitId, events }: Pick<Matter, "unitId" | "events">): string {
  return (
    lastFact(events, ({ act, toUnitId }) => act === "hand_over" && Boolean(toUnitId))?.toUnitId ?? unitId
  );
}

/** The unit that worked on it at the end of a day: what is entered late is judged by that one, whoever keeps the matter since. */
export function keeperBy({ unitId, events }: Pick<Matter, "unitId" | "events">, on: string): string {
  return keeperOf({ unitId, events: factsBy({ events }, on) });
}

/**
 * A matter belongs to its unit; the villages that it came from, also by what was merged into it, stand to it as that;
 * whoever leads the work on it stands to it as assigned. Those that
 * coordinate read it and do their part through the lead, whose answer it is.
 */
export function matterPlace(matter: Matter): MatterPlace {
  const { leadId } = matter.state;
  return {
    unitId: keeperOf(matter),
    villageIds: matter.villageIds,
    assignedIds: leadId ? [leadId] : [],
    subjectId: matter.id,
    matter,
  };
}

/**
 * Where a move is made. What is entered for an earlier day is entered by whoever had the work on that day, not by who has it
 * since. A part of the work is called done by those that coordinate, besides the lead, which has none; one whose part is done
 * already is told so by the act.
 */
function placeOfMove(move: Move, matter: Matter, earlier: string | null): MatterPlace {
  const present = matterPlace(matter);
  const place = earlier === null ? present : { ...present, assignedIds: leadsOn(matter, earlier) };
  if (move !== "finish_duty") return place;
  const { coordinators } = earlier === null ? matter.state : stateOn(matter, earlier);
  return { ...place, assignedIds: [...place.assignedIds!, ...coordinators.map(({ unitId }) => unitId)] };
}

/** The agencies whose part is still open. */
export function helpersOf(matter: Matter): string[] {
  return openDuties(matter.state).map(({ unitId }) => unitId);
}

/** What is held waits for its reviewer, and tells nobody else what has become of it. */
function refuseIfHeld(matter: Matter, move: Move): void {
  if ((matter.state.held || isHiddenElsewhere(matter)) && moveRows[move].whileHeld !== "decides")
    throw new Problem(problems.held_for_review);
  if (move === "release" && !matter.state.held) throw new Problem(problems.not_held);
}

/** What people said stays with the matter, where it can be put out of sight; the audit line keeps only its length. */
function withoutTexts(move: Move, input: Record<string, unknown>): Record<string, unknown> {
  const words = ["text", "reason", "action", "basis", "evidence"];
  // Where something is routed out is said in words; where it is passed upward, by a code.
  if (move === "route_out") words.push("to");
  const kept = Object.entries(input)
    .filter(([name]) => !words.includes(name))
    .map(([name, value]) => [name, name === "coordinators" ? withoutDuties(value) : value]);
  const lengths = words.map((name) => [`${name}_length`, lengthOf(input[name])] as const);
  return { ...Object.fromEntries(kept), ...Object.fromEntries(lengths) };
}

/** Who helps and until when; what each is to do stays with the matter. */
export function withoutDuties(coordinators: unknown): unknown {
  if (!Array.isArray(coordinators)) return coordinators;
  return (coordinators as { unit?: unknown; due?: unknown }[]).map(({ unit, due }) => ({ unit, due }));
}

function lengthOf(value: unknown): number | undefined {
  return typeof value === "string" ? value.length : undefined;
}
