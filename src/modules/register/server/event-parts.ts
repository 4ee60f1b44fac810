import type { Coordinator, MatterEvent } from "#modules/recommendation/matter.ts";
import type { MatterEvent as FileEvent } from "../matter-event.ts";

/** How codes and refs of a file lead to ids of the register, or back. */
export type Lookup = { unit(name: string): string; recommendation(name: string): string };

/** One event of the file as a fact about the matter with the id `own`. */
export function factFrom(event: FileEvent, id: Lookup, own: string): MatterEvent {
  const { on, act } = event;
  const fields = event as Record<string, unknown> as Partial<Record<string, string>>;
  const common = {
    on,
    act,
    text: blank(fields.text),
    reason: blank(fields.reason),
    symbol: blank(fields.symbol),
  };
  switch (event.act) {
    case "rule":
      return { ...common, ruling: event.ruling, dueOn: event.due ?? null };
    case "assign":
      return {
        ...common,
        leadId: id.unit(event.lead),
        dueOn: event.due ?? null,
        coordinators: (event.coordinators ?? []).map((given) => coordinatorFrom(given, id)),
      };
    case "hand_over":
      return {
        ...common,
        leadId: event.lead ? id.unit(event.lead) : null,
        toUnitId: event.to ? id.unit(event.to) : null,
        dueOn: event.due ?? null,
        coordinators: (event.coordinators ?? []).map((given) => coordinatorFrom(given, id)),
      };
    case "reopen":
      return { ...common, dueOn: event.due ?? null };
    case "extend":
    case "ask_extension":
      return { ...common, dueOn: event.due };
    case "answer":
    case "reply_from_above":
    case "draft_answer":
      return { ...common, outcome: event.outcome };
    case "schedule":
      return { ...common, untilOn: event.until ?? null };
    case "block":
      return { ...common, reviewOn: event.review_on ?? null };
    case "finish_duty":
      return {
        ...common,
        coordinatorId: id.unit(event.coordinator),
        dutyOf: event.duty_of ? id.unit(event.duty_of) : null,
      };
    case "forward_up":
      return { ...common, toUnitId: id.unit(event.to) };
    case "merge":
      return {
        ...common,
        intoId: event.into ? id.recommendation(event.into) : null,
        toText: event.into_elsewhere ?? null,
      };
    case "route_out":
      return { ...common, toText: event.to ?? null };
    case "confirm":
      return {
        ...common,
        confirmedBy: event.by,
        raisedIn: whoSpoke(event, id, own),
        satisfied: event.satisfied,
      };
    default:
      return common;
  }
}

function whoSpoke({ by, raised_in }: Extract<FileEvent, { act: "confirm" }>, id: Lookup, own: string) {
  if (by === "front") return null;
  return raised_in?.length ? raised_in.map((ref) => id.recommendation(ref)) : [own];
}

/** A fact as one event of the file; parts that are not there are left out, and that its own people spoke. */
export function fileEventFrom(fact: MatterEvent, name: Lookup, own: string): FileEvent {
  const parts: Record<string, unknown> = {
    on: fact.on,
    act: fact.act,
    ruling: fact.ruling,
    lead: fact.leadId && name.unit(fact.leadId),
    coordinators: fact.coordinators?.map((one) => coordinatorInFile(one, name)),
    coordinator: fact.coordinatorId && name.unit(fact.coordinatorId),
    duty_of: fact.dutyOf && name.unit(fact.dutyOf),
    due: fact.dueOn,
    outcome: fact.outcome,
    until: fact.untilOn,
    review_on: fact.reviewOn,
    to: fact.toUnitId ? name.unit(fact.toUnitId) : fact.act === "route_out" ? fact.toText : null,
    into_elsewhere: fact.act === "merge" ? fact.toText : null,
    into: fact.intoId && name.recommendation(fact.intoId),
    by: fact.confirmedBy,
    raised_in: fact.raisedIn?.some((one) => one !== own)
      ? fact.raisedIn.map((one) => name.recommendation(one))
      : null,
    satisfied: fact.satisfied,
    text: fact.text,
    reason: fact.reason,
    symbol: fact.symbol,
  };
  return withoutBlanks(parts) as FileEvent;
}

function coordinatorFrom(
  given: string | { unit: string; duty_of?: string | null; duty?: string | null; due?: string | null },
  id: Lookup,
) {
  if (typeof given === "string") return { unitId: id.unit(given) };
  const dutyOf = given.duty_of && given.duty_of !== given.unit ? id.unit(given.duty_of) : null;
  return { unitId: id.unit(given.unit), dutyOf, duty: blank(given.duty), dueOn: given.due ?? null };
}

function coordinatorInFile({ unitId, dutyOf, duty, dueOn }: Coordinator, name: Lookup): unknown {
  const unit = name.unit(unitId);
  const first = dutyOf && name.unit(dutyOf);
  return first || duty || dueOn ? withoutBlanks({ unit, duty_of: first, duty, due: dueOn }) : unit;
}

function blank(text: string | null | undefined): string | null {
  return text ? text : null;
}

/** Leaves out what says nothing: null, an empty text, an empty list. */
export function withoutBlanks<T extends Record<string, unknown>>(parts: T): Partial<T> {
  const said = Object.entries(parts).filter(
    ([, value]) =>
      value !== null && value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(said) as Partial<T>;
}
