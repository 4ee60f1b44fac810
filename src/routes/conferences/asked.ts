import { forms, lives } from "#modules/conference/conference.ts";
import { wholeIn } from "../whole-in.ts";

/** What an address cannot mean is left out. */
export function filterIn({ searchParams: asked }: URL) {
  return {
    year: wholeIn(asked.get("year"), 1945, 2200) ?? undefined,
    form: forms.find((form) => form === asked.get("form")),
    life: lives.find((life) => life === asked.get("life")),
    unit: asked.get("unit")?.slice(0, 100) || undefined,
    ballot: asked.get("ballot") === "missing" ? ("missing" as const) : undefined,
  };
}
