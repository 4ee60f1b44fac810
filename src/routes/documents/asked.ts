import { sides } from "#modules/document/document-model.ts";
import { wholeIn } from "../whole-in.ts";
import { paperKinds } from "#modules/document/paper-kinds.ts";

/** The filter that an address asks for; what it cannot mean is left out. */
export function askedIn({ searchParams: asked }: URL) {
  return {
    unit: asked.get("unit")?.slice(0, 100) || undefined,
    side: sides.find((side) => side === asked.get("side")),
    kind: paperKinds.find((kind) => kind === asked.get("kind")),
    year: wholeIn(asked.get("year"), 1945, 2200) ?? undefined,
    words: asked.get("words")?.trim().slice(0, 200) || undefined,
  };
}
