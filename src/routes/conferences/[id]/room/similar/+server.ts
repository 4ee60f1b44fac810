import { readRoomHead } from "#modules/conference/server/index.ts";
import { similarMatters } from "#modules/recommendation/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { json } from "@sveltejs/kit";
import { signedIn } from "../../../../units/signed-in.ts";
import type { RequestHandler } from "./$types";

const LONGEST = 500;

/** Matters of the unit that say much the same as what is being typed. */
export const GET: RequestHandler = async (event) => {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const { unit } = await readRoomHead(db, actor, event.params.id, today);
  const text = (event.url.searchParams.get("text") ?? "").slice(0, LONGEST).trim();
  return json({ similar: text ? await similarMatters(db, actor, text, unit, today) : [] });
};
