import { Problem } from "#kernel/problem.ts";
import { unitByCode } from "#modules/organization/server/index.ts";
import { act } from "#platform/server/act/act.ts";
import { mayKeepOffice } from "../permissions.ts";
import { documentProblems as problems } from "../problems.ts";
import { officeFrom, officeInput } from "../office-input.ts";
import type { Term } from "../numbering.ts";
import { knownOn } from "./office-of.ts";
import { replaceOffice } from "./office.store.ts";

/** How the papers of one side of a unit look from now on; what was issued stays as it was. */
export const setOffice = act({
  name: "document.set_office",
  title: { vi: "Khai thể thức văn bản của cơ quan", en: "Set how an office's papers look" },
  may: mayKeepOffice,
  input: officeInput,
  problems,
  async place({ trx, input }) {
    return { unitId: (await unitByCode(trx, input.unit, "unit")).id };
  },
  async run({ trx, input, place: { unitId }, now, today, actor, post }) {
    const office = officeFrom(input);
    refuseTermsTwice(office.terms);
    const known = await knownOn(trx, unitId, today);
    return { id: await replaceOffice(trx, { unitId, side: input.side, office, known, now, actor, post }) };
  },
});

/** Two terms of one name, or from one day, would make one number mean two papers. */
function refuseTermsTwice(terms: readonly Term[]): void {
  const names = new Set(terms.map(({ name }) => name));
  const days = new Set(terms.map(({ fromOn }) => fromOn));
  if (names.size < terms.length || days.size < terms.length) {
    throw new Problem(problems.term_twice, { field: "terms" });
  }
}
