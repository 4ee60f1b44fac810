import { Problem } from "#kernel/problem.ts";
import { conclusionProblems } from "#modules/conclusion/problems.ts";
import type { RequestEvent } from "@sveltejs/kit";

/** The edition that an address names. @throws Problem `not_found` for what is no number of one */
export function editionAsked({ params: { id, edition } }: Pick<RequestEvent, "params">) {
  if (!/^[1-9]\d{0,4}$/.test(edition ?? "")) throw new Problem(conclusionProblems.not_found);
  return { conference: id, edition };
}
