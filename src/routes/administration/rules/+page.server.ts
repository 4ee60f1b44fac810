import { mayKeepRules } from "#modules/deadline/permissions.ts";
import { overruledBy, readRules } from "#modules/deadline/server/index.ts";
import { mayDo } from "#modules/organization/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { signedIn } from "../../units/signed-in.ts";
import type { PageServerLoad } from "./$types";

/** All rules, the ended ones last; after one was added also whether a stronger one overrules it. */
export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const rules = await readRules(db, today);
  const territories = new Set(rules.map(({ territoryId }) => territoryId));
  const kept = new Set<string | null>();
  for (const unitId of territories) if (await mayDo(db, actor, mayKeepRules, unitId, today)) kept.add(unitId);
  const added = rules.find(({ code }) => code === event.url.searchParams.get("added")) ?? null;
  return {
    rules: rules.map((rule) => ({ ...rule, mayEnd: !rule.ended && kept.has(rule.territoryId) })),
    mayAdd: actor.kind === "person" && actor.posts.some(({ capacity }) => capacity === "administrator"),
    added: added && { name: added.name, overruled: await overruledBy(db, added) },
  };
};
