import { stateAfter } from "#modules/recommendation/apply-event.ts";
import type { MatterEvent } from "#modules/recommendation/matter.ts";
import { movesFrom, outcomes, rulings, type Move } from "#modules/recommendation/status-transitions.ts";
import fc from "fast-check";

/** Units that can be named in facts, by id. */
export type Places = { readonly agencies: readonly string[]; readonly keepers: readonly string[] };

export const receivedOn = "2026-01-01";
const first = Temporal.PlainDate.from(receivedOn);

const step = fc.record({ move: fc.nat({ max: 1000 }), detail: fc.nat({ max: 1000 }) });

/** A legal history of one matter, some facts on one day, in the order of the days; units are named when it is asked for. */
export const arbitraryFacts = fc
  .array(step, { minLength: 6, maxLength: 16, size: "max" })
  .map((steps) => (places: Places) => walked(steps, places));

type Step = { readonly move: number; readonly detail: number };

function walked(steps: readonly Step[], places: Places): MatterEvent[] {
  return steps.reduce<MatterEvent[]>((facts, step, index) => {
    const on = first.add({ days: 1 + 2 * (index - (index % 2)) }).toString();
    const next = candidates(facts, step).map((act) => factOf(act, on, step.detail, places));
    const fact = next.find((one) => fits([...facts, one]));
    return fact ? [...facts, fact] : facts;
  }, []);
}

/** What leaves the matter elsewhere ends the walk too early to be told in another order. */
const leavesIt: ReadonlySet<Move> = new Set(["merge", "route_out", "reject", "close"]);

function candidates(facts: readonly MatterEvent[], { move }: Step): Move[] {
  const possible = movesFrom(stateAfter(receivedOn, facts).status).filter((act) => !leavesIt.has(act));
  const at = move % Math.max(1, possible.length);
  return [...possible.slice(at), ...possible.slice(0, at)];
}

function fits(facts: readonly MatterEvent[]): boolean {
  try {
    stateAfter(receivedOn, facts);
    return true;
  } catch {
    return false;
  }
}

function factOf(act: Move, on: string, detail: number, { agencies, keepers }: Places): MatterEvent {
  const day = (days: number) => Temporal.PlainDate.from(on).add({ days }).toString();
  const of = <T>(list: readonly T[], shift = 0) => list[(detail + shift) % list.length]!;
  const lead = of(agencies);
  const coordinators =
    detail % 3 === 0 ? [{ unitId: of(agencies, 1), duty: `việc ${detail}`, dueOn: day(20) }] : [];
  const base = { act, on, text: `${act} ${on}` };
  switch (act) {
    case "rule":
      return { ...base, ruling: of(rulings) };
    case "assign":
      return { ...base, leadId: lead, coordinators, dueOn: day(20 + (detail % 60)) };
    case "hand_over":
      return { ...base, toUnitId: of(keepers), leadId: detail % 2 ? lead : null, coordinators };
    case "ask_extension":
    case "extend":
      return { ...base, dueOn: day(100 + (detail % 60)), reason: `lý do ${detail}` };
    case "return":
    case "refuse_extension":
    case "reopen":
      return { ...base, reason: `lý do ${detail}` };
    case "draft_answer":
    case "answer":
    case "reply_from_above":
      return { ...base, outcome: of(outcomes) };
    case "schedule":
      return { ...base, untilOn: day(300) };
    case "block":
      return { ...base, reviewOn: day(60) };
    case "forward_up":
      return { ...base, toText: "Bộ Giao thông" };
    case "confirm":
      return {
        ...base,
        confirmedBy: of(["requester", "village_head", "front"] as const),
        satisfied: detail % 2 === 0,
      };
    default:
      return base;
  }
}
