import { keptLists } from "#modules/desk/server/index.ts";
import { centre, mayDo, readBelow, searchUnits } from "#modules/organization/server/index.ts";
import { mayLoadNational } from "#modules/organization/permissions.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { dayAsked } from "./day-asked.ts";
import { signedIn } from "./signed-in.ts";
import { keepList } from "../keep-list.ts";
import type { Actions, PageServerLoad } from "./$types";

const [mostFound, mostOfKind] = [50, 200];

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const asked = dayAsked(event.url, today);
  const text = (event.url.searchParams.get("q") ?? "").slice(0, 200);
  const top = await centre(db);
  return {
    text,
    ...asked,
    found: text.trim() === "" ? null : await searchUnits(db, text, asked.day, mostFound),
    below: await readBelow(db, top.id, asked.day, { limit: mostOfKind }),
    kept: await keptLists(db, actor, event.url),
    mayLoad: await mayDo(db, actor, mayLoadNational, null, today),
  };
};

export const actions: Actions = keepList;
