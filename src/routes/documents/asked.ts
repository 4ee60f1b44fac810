import { sides } from "#modules/document/document-model.ts";
import { paperKinds } from "#modules/document/paper-kinds.ts";
import type { DocumentFilter } from "#modules/document/server/index.ts";

/** The filter that an address asks for; what it cannot mean is left out. */
export function askedIn({ searchParams: asked }: URL): DocumentFilter {
  return {
    unit: asked.get("unit")?.slice(0, 100) || null,
    side: sides.find((side) => side === asked.get("side")) ?? null,
    kind: paperKinds.find((kind) => kind === asked.get("kind")) ?? null,
    year: yearIn(asked.get("year")),
    words: asked.get("words")?.trim().slice(0, 200) || null,
  };
}

/** The page that an address asks for, from 1. */
export function pageIn({ searchParams: asked }: URL): number {
  const page = asked.get("page") ?? "";
  return /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1;
}

function yearIn(text: string | null): number | null {
  return /^(19|20|21)\d\d$/.test(text ?? "") ? Number(text) : null;
}
