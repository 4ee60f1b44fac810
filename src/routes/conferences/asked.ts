import { forms, lives, type Form } from "#modules/conference/conference.ts";
import type { ConferenceFilter } from "#modules/conference/server/index.ts";

/** What an address cannot mean is left out. */
export function filterIn(asked: URLSearchParams): Required<ConferenceFilter> {
  return {
    year: wholeIn(asked.get("year"), 1945, 2200),
    form: forms.find((form: Form) => form === asked.get("form")) ?? null,
    life: lives.find((life) => life === asked.get("life")) ?? null,
    unit: asked.get("unit")?.slice(0, 100) || null,
    ballot: asked.get("ballot") === "missing" ? "missing" : null,
  };
}

export function wholeIn(text: string | null, minimum: number, maximum: number): number | null {
  const value = /^\d{1,6}$/.test(text ?? "") ? Number(text) : NaN;
  return value >= minimum && value <= maximum ? value : null;
}
