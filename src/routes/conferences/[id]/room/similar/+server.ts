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
  const asked = (name: string) => (event.url.searchParams.get(name) ?? "").slice(0, LONGEST).trim();
  const said = { text: asked("text"), unit, field: asked("field"), village: asked("village") };
  return json({ similar: await similarMatters(db, actor, said, today) });
};
