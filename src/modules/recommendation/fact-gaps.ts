import { isPaperNumber, paperNumberFault } from "#kernel/paper-number.ts";
import { parseAnswer } from "./answer-parts.ts";
import { lacksDue } from "./due-again.ts";
import { refusalToAsk } from "./extension.ts";
import { noInWords } from "./judgements.ts";
import type { MatterEvent, MatterState } from "./matter.ts";
import type { FactPart, Refusal } from "./moves/move-row.ts";
import { moveRows } from "./moves/move-rows.ts";

// What an act asks for beyond the state table. A register of the past may lack it: the same checks, told as a warning there.

/** A part that is not there, by its name in the register file. */
export type Lacking = { readonly lacks: "reason" | "text" | "due" | "until" | "review_on" | "to" };
export type Gap = Lacking | Refusal | (typeof paperNumberFault & { readonly field: "symbol" });

const inFile: Readonly<Record<FactPart, Lacking["lacks"]>> = {
  reason: "reason",
  text: "text",
  dueOn: "due",
  untilOn: "until",
  reviewOn: "review_on",
  toText: "to",
};

/** What the act of a fact would not have taken, in whatever state the matter was. */
export function gapsIn(fact: MatterEvent): Gap[] {
  const { needs } = moveRows[fact.act];
  const said = fact.act === "rule" && fact.ruling === "answered_now" ? ["text" as const] : needs;
  const lacking = said.filter((part) => !fact[part]).map((part): Gap => ({ lacks: inFile[part] }));
  const days = dayRefusal(fact);
  const basis = basisRefusal(fact);
  const symbol = fact.symbol && !isPaperNumber(fact.symbol);
  return [
    ...lacking,
    ...(days ? [days] : []),
    ...(basis ? [basis] : []),
    ...(symbol ? [{ ...paperNumberFault, field: "symbol" as const }] : []),
  ];
}

/** The same for what is judged by how the matter stood before. */
export function gapBefore(before: MatterState, fact: MatterEvent): Refusal | Lacking | null {
  if (lacksDue(fact, before)) return { lacks: "due" };
  if (fact.act === "close" && before.unsettled && !fact.reason)
    return { problem: "closed_over_a_no", field: "reason", values: noInWords(before) };
  return fact.act === "ask_extension" ? refusalToAsk(before, fact.dueOn!, fact.on) : null;
}

/** Why the days of a fact do not go together; null where they do. A day is promised with a written answer only. */
export function dayRefusal({ act, on, ruling, dueOn, untilOn, reviewOn }: MatterEvent): Refusal | null {
  const due = { due: dueOn ?? "", on };
  const early = Boolean(dueOn) && dueOn! < on;
  switch (act) {
    case "rule":
      if (dueOn && ruling !== "written_answer") return { problem: "promise_without_answer", field: "due" };
      return early ? { problem: "promise_before_ruling", field: "due", values: due } : null;
    case "assign":
      return early ? { problem: "due_before_assignment", field: "due", values: due } : null;
    case "reopen":
      return early ? { problem: "due_before_reopening", field: "due", values: due } : null;
    case "schedule":
      if (!untilOn || untilOn >= on) return null;
      return { problem: "until_before_schedule", field: "until", values: { until: untilOn, on } };
    case "block":
      if (!reviewOn || reviewOn >= on) return null;
      return { problem: "review_before_block", field: "review_on", values: { review: reviewOn, on } };
    default:
      return null;
  }
}

/** An answer that refuses what was asked for names the law for it. */
export function basisRefusal({ outcome, text }: Pick<MatterEvent, "outcome" | "text">): Refusal | null {
  return outcome === "refused" && !parseAnswer(text ?? "").basis
    ? { problem: "refused_without_basis", field: "basis" }
    : null;
}
