import { lastStepOfWork } from "../../annulment.ts";
import { lastFact } from "../../by-day.ts";
import type { AnnulledLine, CorrectionLine, EventLine, MatterReading } from "../../server/index.ts";

/** What stands in a history: a step, a step that was annulled, or that the words were put right. */
export type HistoryEntry =
  | {
      readonly kind: "step";
      readonly event: EventLine;
      readonly isLast: boolean;
      /** The last of the work, where a hold that has ended came after it. */
      readonly isBeforeHold: boolean;
    }
  | { readonly kind: "annulled"; readonly event: AnnulledLine }
  | { readonly kind: "corrected"; readonly correction: CorrectionLine };

type Told = Pick<MatterReading, "events" | "annulled" | "corrections">;

/** The newest first; on one day the corrections, then the steps against the order of entry. */
export function historyEntries({ events, annulled, corrections }: Told): HistoryEntry[] {
  const [last, before] = [lastFact(events), lastStepOfWork(events)];
  const steps = [
    ...events.map((event) => ({
      kind: "step" as const,
      event,
      isLast: event === last,
      isBeforeHold: event !== last && event === before,
    })),
    ...annulled.map((event) => ({ kind: "annulled" as const, event })),
  ].toSorted((a, b) => b.event.on.localeCompare(a.event.on) || b.event.sequence - a.event.sequence);
  const corrected = corrections
    .toReversed()
    .map((correction) => ({ kind: "corrected" as const, correction }));
  const dayOf = (entry: HistoryEntry) => (entry.kind === "corrected" ? entry.correction.on : entry.event.on);
  return [...corrected, ...steps].toSorted((a, b) => dayOf(b).localeCompare(dayOf(a)));
}

/** The steps whose words the page has told above them already: they are not said again. */
export function repeated(
  entries: readonly HistoryEntry[],
  above: readonly string[],
): ReadonlySet<EventLine | AnnulledLine> {
  const told = new Set(above);
  const again = new Set<EventLine | AnnulledLine>();
  for (const entry of entries) {
    if (entry.kind === "corrected" || entry.event.text === null) continue;
    if (told.has(entry.event.text)) again.add(entry.event);
    told.add(entry.event.text);
  }
  return again;
}
