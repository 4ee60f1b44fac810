import { narrowingUnits, suggestedUnits } from "#modules/recommendation/server/index.ts";
import { json } from "@sveltejs/kit";
import { readerOf } from "../reader.ts";
import type { RequestHandler } from "./$types";

/** The units that may be meant by what is being typed into a filter of the list. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const { db, actor, today } = readerOf(locals);
  const asked = (name: string) => url.searchParams.get(name)?.trim();
  const of = narrowingUnits.find((each) => each === asked("of"));
  if (!of) return json([]);
  const unit = of === "unit" ? undefined : asked("unit");
  return json(await suggestedUnits(db, actor, { of, typed: asked("typed") ?? "", unit }, today));
};
