import { dayOf } from "#ui/posted.ts";
import type { PlanValues } from "./plan-form.ts";

/** A field that somebody else changed while it was being filled in here; each value as the form holds it. */
export type Meanwhile = {
  readonly field: string;
  readonly was: string;
  readonly now: string;
  /** What was typed here instead; null where nothing was, so that the new value is taken. */
  readonly typed: string | null;
};

/**
 * What others changed of a draft, field by field, and the form to go on with: what was typed here stays, and what was
 * left alone here follows them. `base` is the draft as it was when the form was opened, `stored` as it is now.
 */
export function meanwhile(
  base: PlanValues,
  stored: PlanValues,
  posted: PlanValues,
): { changes: Meanwhile[]; values: PlanValues } {
  const typed = withDaysRead(posted);
  const follows = isUntouched(base, typed);
  const values: Record<string, string> = { ...posted };
  const changes: Meanwhile[] = [];
  for (const field of new Set([...Object.keys(base), ...Object.keys(stored)])) {
    const [was, now, here] = [base[field] ?? "", stored[field] ?? "", typed[field] ?? ""];
    if (was === now || here === now) continue;
    const taken = field.startsWith("planned-") ? follows : here === was;
    if (taken) values[field] = now;
    if (!field.endsWith("-continues")) changes.push({ field, was, now, typed: taken ? null : here });
  }
  return { changes, values };
}

/** The draft as it was when a form was opened, as the form brings it back; nothing where it does not. */
export function baseIn(posted: PlanValues): PlanValues {
  try {
    const base: unknown = JSON.parse(posted.recorded ?? "");
    const entries = typeof base === "object" && base !== null ? Object.entries(base) : [];
    return Object.fromEntries(entries.filter(([, value]) => typeof value === "string")) as PlanValues;
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

/** Days as they are recorded, however they were typed. */
function withDaysRead(posted: PlanValues): PlanValues {
  const entries = Object.entries(posted).map(([name, value]) => [
    name,
    name.endsWith("-planned_on") ? String(dayOf(value)) : value,
  ]);
  return Object.fromEntries(entries) as PlanValues;
}

/** Rows of planned conferences move when one is taken out, so they are followed all together, or not at all. */
function isUntouched(base: PlanValues, typed: PlanValues): boolean {
  const names = [...Object.keys(base), ...Object.keys(typed)].filter((name) => name.startsWith("planned-"));
  // The unit and the form of an empty row stand there from the beginning.
  const stands = (name: string) => /-(unit|form)$/.test(name) && !base[name];
  return names.every((name) => stands(name) || (base[name] ?? "") === (typed[name] ?? ""));
}
