import { endOfDayInVietnam } from "#kernel/clock.ts";
import type { MatterEvent } from "#modules/recommendation/matter.ts";
import { registerFile, type RegisterFile, type RegisterFileInput } from "#modules/register/register-file.ts";

/** When something was written down: a day, and whether in its first minute or its last. */
export type Entered = { readonly day: string; readonly late: boolean };

export type Written<T> = { readonly it: T; readonly entered: Entered };
type ListOf<K extends keyof RegisterFileInput> = Extract<RegisterFileInput[K], readonly unknown[]>[number];

/** Something done to a matter: a step, the annulment of the last one, or its words put right. */
export type Entry =
  | MatterEvent
  | { readonly act: "annul" }
  | { readonly act: "correct"; readonly field: string; readonly received: string };

export type HistoryMatter = {
  readonly ref: string;
  readonly unit: string;
  readonly channel: string;
  readonly field: string;
  readonly received: string;
  readonly forwardedFrom: string | null;
  readonly entered: Entered;
  /** In the order of entry; units and matters by code and ref. */
  readonly events: readonly Written<Entry>[];
};

/** A register together with when each line of it was entered. */
export type History = {
  readonly units: readonly ListOf<"units">[];
  readonly successions: readonly ListOf<"successions">[];
  readonly plans: readonly Written<ListOf<"plans">>[];
  readonly conferences: readonly Written<ListOf<"conferences">>[];
  readonly turns: readonly Written<ListOf<"turns">>[];
  readonly ballots: readonly Written<ListOf<"ballots">>[];
  readonly returns: readonly Written<ListOf<"returns">>[];
  readonly matters: readonly HistoryMatter[];
};

export function instantOf({ day, late }: Entered): Temporal.Instant {
  const end = endOfDayInVietnam(day);
  return late ? end.subtract({ milliseconds: 1 }) : end.subtract({ hours: 24 });
}

/** What the register file said of it at the end of a day; everything, without one. */
export function fileOf(history: History, knownOn: string | null): RegisterFile {
  const known = ({ entered }: { entered: Entered }) => knownOn === null || entered.day <= knownOn;
  const listed = <T>(list: readonly Written<T>[]) => list.filter(known).map(({ it }) => it);
  const { units, successions, plans, conferences, turns, ballots, returns, matters } = history;
  return registerFile.parse({
    format: "doi-thoai/register@1",
    units,
    successions,
    plans: listed(plans),
    conferences: listed(conferences),
    turns: listed(turns),
    ballots: listed(ballots),
    returns: listed(returns),
    recommendations: matters.filter(known).map((matter) => {
      const { field, received, events } = replayed(matter, matter.events.filter(known));
      return {
        ref: matter.ref,
        unit: matter.unit,
        channel: matter.channel,
        field,
        received_on: received,
        forwarded_from: matter.forwardedFrom,
        events: events.flatMap(eventInFile),
      };
    }),
  });
}

type Replayed = { field: string; received: string; events: readonly MatterEvent[] };

/** What is left when everything has been entered in its order: what was annulled is not there, as if it had never been. */
export function replayed(
  { field, received }: Pick<HistoryMatter, "field" | "received">,
  entries: readonly { it: Entry }[],
): Replayed {
  return entries.reduce<Replayed>(
    (so, { it }) => {
      if (it.act === "correct") return { ...so, field: it.field, received: it.received };
      if (it.act === "annul") return { ...so, events: withoutLast(so.events) };
      return { ...so, events: [...so.events, it] };
    },
    { field, received, events: [] },
  );
}

/** Of the latest day, the one entered last. */
function withoutLast(events: readonly MatterEvent[]): MatterEvent[] {
  const day = events
    .map(({ on }) => on)
    .toSorted()
    .at(-1);
  const at = events.findLastIndex(({ on }) => on === day);
  return events.filter((_, index) => index !== at);
}

const insideTheOffice = new Set(["ask_extension", "refuse_extension", "draft_answer", "approve_answer"]);

/** Steps inside the office are no events of the file, and change no figure. */
function eventInFile(event: MatterEvent): unknown[] {
  if (insideTheOffice.has(event.act)) return [];
  const { act, on, ruling, outcome, leadId, dueOn, toUnitId, intoId, confirmedBy, raisedIn, satisfied } =
    event;
  const fields = {
    ruling,
    outcome,
    satisfied,
    lead: leadId,
    due: dueOn,
    to: toUnitId,
    into: intoId,
    by: confirmedBy,
    raised_in: raisedIn,
  };
  const given = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null);
  return [{ act, on, ...Object.fromEntries(given) }];
}
