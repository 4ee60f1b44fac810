import { forms, lives, type Form } from "#modules/conference/conference.ts";
import type { ConferenceFilter } from "#modules/conference/server/index.ts";
import { wholeIn } from "../whole-in.ts";

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
