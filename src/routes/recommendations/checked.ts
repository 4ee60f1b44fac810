import { textsOf } from "#kernel/form-fields.ts";
import { receiptReadings } from "#modules/recommendation/server/index.ts";
import { saidIn } from "#modules/recommendation/ui/moves/said-in.ts";
import type { RequestEvent } from "@sveltejs/kit";
import { asking } from "../asking.ts";

/** Writes nothing: shows what the unit already has that says the same as the new matter, and everything typed again. */
export async function checkedForSimilar(event: RequestEvent) {
  const { ask } = asking(event);
  const values = textsOf(await event.request.formData());
  const said = saidIn(values);
  return { checked: { values, similar: said ? await ask(receiptReadings.similar, said) : [] } };
}
