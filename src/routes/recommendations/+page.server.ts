import { holdsAny } from "#kernel/permission.ts";
import { knowsNames, mayMove } from "#modules/recommendation/permissions.ts";
import { listPageReadings, type MatterLine } from "#modules/recommendation/server/index.ts";
import type { LineShown } from "#modules/recommendation/ui/list/line-shown.ts";
import { listHref } from "#modules/recommendation/ui/list/address.ts";
import { redirect } from "@sveltejs/kit";
import { asking } from "../asking.ts";
import { asFarAsUnderstood, refusedIn, type Refused } from "../as-far-as-understood.ts";
import { keepList, keptLists } from "../keep-list.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { locals, url } = event;
  const { actor, ask } = asking(event);
  const address = Object.fromEntries(url.searchParams);
  const { answer, refused } = await asFarAsUnderstood(address, (of) => ask(listPageReadings.asked, of));
  const { byCode, ...asked } = answer;
  const named = listHref(url.searchParams, byCode);
  if (!asked.unclear && refused.length === 0 && Object.keys(byCode).length > 0) redirect(303, named);
  // What was typed and names no unit is asked about, and what is nonsense is said to be; a list that is not narrowed by it would
  // be taken for one that is.
  const [{ list, counted, unknown }, kept] = await Promise.all([
    asked.unclear || refused.length > 0
      ? nothing
      : ask(listPageReadings.shown, address).then(
          (shown) => ({ ...shown, unknown: [] as Refused[] }),
          (error: unknown) => ({ ...nothing, unknown: refusedIn(error, address) }),
        ),
    keptLists({ locals, url: new URL(named, url) }),
  ]);
  return {
    ...asked,
    // The page is sent what it shows, and again for its script: no more than that.
    list: { ...list, matters: list.matters.map((line) => lineShown(line, asked.ownUnits)) },
    counted,
    refused: [...refused, ...unknown].map(({ name, typed, fault }) => ({
      ...{ name, typed },
      said: fault[locals.preferences.language],
    })),
    mayReview: holdsAny(actor, mayMove.release),
    mayAskNames: holdsAny(actor, knowsNames),
    mayGive: holdsAny(actor, mayMove.assign),
    kept,
  };
};

const nothing = {
  list: { matters: [], previous: null, next: null },
  counted: { count: 0, more: false },
  unknown: [] as Refused[],
};

/** What its page shows of a line; what there is nothing to say of is left out. */
function lineShown({ class: _class, unitName, ...line }: MatterLine, ownUnits: readonly string[]): LineShown {
  const shown = { ...line, unitName: ownUnits.includes(unitName) ? null : unitName };
  return Object.fromEntries(Object.entries(shown).filter(([, told]) => told !== null)) as LineShown;
}

export const actions = keepList;
