import type { Status } from "#modules/recommendation/status-transitions.ts";

/** What has ended can be checked on the spot, whichever way it ended: in the room, by an answer, noted, closed. */
export const endedStatuses: readonly Status[] = ["answered", "answered_in_room", "noted", "closed"];

/** What makes a sample the same again: how many, of which seed, out of what had ended and was known at which moment. */
export type SampleAsked = { readonly size: number; readonly seed: string; readonly at: string };

const USUAL_SIZE = 10;
export const MOST_SAMPLED = 100;

/** What an address asks for; null where it leaves a part out, so that a new sample has to be drawn. */
export function sampleIn(asked: URLSearchParams, now: Temporal.Instant): SampleAsked | null {
  const seed = asked.get("seed") ?? "";
  const at = momentIn(asked.get("at"), now);
  if (!/^[a-z0-9]{4,40}$/.test(seed) || at === null) return null;
  return { size: sizeIn(asked.get("n")), seed, at };
}

/** A number of matters that can be looked at, the usual one where the address says none. */
export function sizeIn(typed: string | null): number {
  const size = /^\d{1,3}$/.test(typed ?? "") ? Number(typed) : USUAL_SIZE;
  return Math.min(Math.max(size, 1), MOST_SAMPLED);
}

/** A moment that has come; nobody can draw from what is not known yet. */
function momentIn(typed: string | null, now: Temporal.Instant): string | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(typed ?? "")) return null;
  try {
    const moment = Temporal.Instant.from(typed!);
    return Temporal.Instant.compare(moment, now) > 0 ? null : moment.toString();
  } catch {
    return null;
  }
}

/** The place of a matter on the page of a sample. */
export const sampledId = (code: string): string => `sampled-${code}`;

/** The matter to go on with after one: the next that is still to be checked, from the top again after the last; none when all are. */
export function nextToCheck(
  matters: readonly { readonly code: string; readonly finding: unknown }[],
  after: string,
): string | null {
  const at = matters.findIndex(({ code }) => code === after) + 1;
  const inTurn = [...matters.slice(at), ...matters.slice(0, at)];
  return inTurn.find(({ code, finding }) => !finding && code !== after)?.code ?? null;
}

/** The address under which a sample can be opened again. */
export function sampleHref({ size, seed, at }: SampleAsked): string {
  return `/desk/sample?${new URLSearchParams({ n: String(size), seed, at })}`;
}
