import { m } from "#paraglide/messages.js";
import { formatDate, formatLongDate } from "#ui/date-text.ts";
import { ruleText } from "../texts.ts";
import { inLanguage } from "#ui/form-errors.ts";
import { dueAgain } from "../../due-again.ts";
import { onceEachUnit } from "../../duties.ts";
import { lastFact } from "../../by-day.ts";
import type { MatterReading } from "../../server/index.ts";
import type { Move } from "../../status-transitions.ts";
import { answerValues } from "./answer-values.ts";
import { dutyField, ownDueField } from "./posted-move.ts";
import type { Proposed } from "../list/typed.ts";

type ProposedDue = {
  readonly due: string;
  readonly term: { readonly vi: string; readonly en: string };
  readonly citation: string;
};

type Proposal = {
  readonly values: Proposed;
  readonly hints: Record<string, string>;
};

/** What stands in the fields of a move before anything is typed, and why. */
export function proposalFor(
  move: Move,
  matter: MatterReading,
  due: ProposedDue | null,
  today: string,
  lateUntil: string | null = null,
): Proposal {
  if (lateUntil !== null) return lateProposal(lateUntil);
  const { values = {}, hints = {} } = ofMove(move, matter, due, today);
  return { values: { on: today, ...values }, hints };
}

/** Of an earlier day nothing is proposed but that day: what stands today is another's. */
function lateProposal(until: string): Proposal {
  return {
    values: { on: until },
    hints: { on: m.recommendation_field_on_late({ day: formatDate(until) }) },
  };
}

function ofMove(
  move: Move,
  matter: MatterReading,
  due: ProposedDue | null,
  today: string,
): Partial<Proposal> {
  const { state } = matter;
  switch (move) {
    case "assign": {
      const assignment = presentAssignment(matter);
      // A date promised to people, or given before, stands until somebody chooses another.
      if (state.dueOn && state.dueOn >= today) return { values: { ...assignment, due: state.dueOn } };
      return { values: { ...assignment, due: due?.due ?? null }, hints: due ? dueHint(due) : {} };
    }
    case "reopen":
      return dueAgainFor(matter, due, today);
    case "ask_extension":
      return { hints: laterThan(state.dueOn) };
    case "extend":
      return { values: { due: state.extensionAsked?.dueOn ?? null }, hints: laterThan(state.dueOn) };
    case "answer":
      return { hints: openParts(matter) };
    case "draft_answer":
      return { values: lastDraft(matter) };
    default:
      return {};
  }
}

/** What a rule gives from today, or as long as it was given the first time. */
function dueAgainFor(matter: MatterReading, due: ProposedDue | null, today: string): Partial<Proposal> {
  if (due && due.due >= today) return { values: { due: due.due }, hints: dueHint(due) };
  return { values: { due: dueAgain(matter, today) ?? matter.state.dueOn } };
}

function openParts({ coordinators }: MatterReading): Record<string, string> {
  const open = [...new Set(coordinators.filter(({ doneOn }) => !doneOn).map(({ name }) => name))];
  return open.length > 0 ? { reason: m.recommendation_duties_open({ units: open.join(", ") }) } : {};
}

function dueHint({ due, term, citation }: ProposedDue): Record<string, string> {
  const words = { date: formatLongDate(due), term: inLanguage(term), citation: ruleText(citation) };
  return { due: m.recommendation_field_due_proposed(words) };
}

/** Whoever assigns anew starts from the agencies that have it now, each once. */
function presentAssignment({ lead, coordinators: parts }: MatterReading): Proposed {
  const coordinators = onceEachUnit(
    parts.map(({ dutyOf: _first, ...part }) => ({ ...part, unitId: part.code })),
    lead?.code ?? null,
  );
  const each = coordinators.flatMap(({ code, duty, dueOn }) => [
    [dutyField(code), duty] as const,
    [ownDueField(code), dueOn] as const,
  ]);
  return {
    lead: lead?.code ?? null,
    "coordinators[]": coordinators.map(({ code }) => code),
    ...Object.fromEntries(each),
  };
}

function laterThan(dueOn: string | null): Record<string, string> {
  return dueOn ? { due: m.recommendation_field_new_due_hint({ date: formatDate(dueOn) }) } : {};
}

function lastDraft({ state, events }: MatterReading): Record<string, string | null> {
  const draft = state.draft === "none" ? undefined : lastFact(events, ({ act }) => act === "draft_answer");
  return { outcome: draft?.outcome ?? null, ...answerValues(draft?.text) };
}
