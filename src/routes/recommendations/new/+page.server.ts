import { mayReceive } from "#modules/recommendation/permissions.ts";
import { fail } from "@sveltejs/kit";
import { formAction } from "#acts/form-action.ts";
import { textsOf } from "#kernel/form-fields.ts";
import {
  conferencesOf,
  fieldsOn,
  receive,
  receivingUnits,
  similarMatters,
  villagesOf,
  villagesToReceive,
} from "#modules/recommendation/server/index.ts";
import { unaskedNaming } from "#modules/recommendation/matter.ts";
import { saidIn } from "#modules/recommendation/ui/moves/said-in.ts";
import { matterHref } from "#modules/recommendation/ui/list/address.ts";
import { dayOf } from "#ui/posted.ts";
import { readerOf, refuseFormWithout } from "../reader.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, url }) => {
  const { db, actor, today } = readerOf(locals);
  const units = await receivingUnits(db, actor, today);
  if (units.length === 0) refuseFormWithout(actor, mayReceive);
  const asked = url.searchParams.get("unit");
  const unit = units.find(({ code }) => code === asked) ?? units[0] ?? null;
  const [villages, fields, conferences] = await Promise.all([
    unit ? villagesToReceive(db, actor, await villagesOf(db, unit.code, today)) : [],
    fieldsOn(db, today),
    unit ? conferencesOf(db, actor, unit.code, today) : [],
  ]);
  const conference = url.searchParams.get("conference");
  const proposed = {
    conference,
    turn: url.searchParams.get("turn"),
    village: url.searchParams.get("village") ?? (villages.length === 1 ? villages[0]!.code : null),
    received_on: conferences.find(({ id }) => id === conference)?.heldOn ?? today,
    naming: unaskedNaming,
    kind: "recommendation",
    channel: conference ? "conference" : "reception",
  };
  return { units, unit, villages, fields, conferences, proposed, key: crypto.randomUUID() };
};

const receiveAction = formAction(receive, {
  form: "receive",
  input: (fields) => ({ ...fields, received_on: dayOf(fields.received_on) }),
  then: ({ code }) => matterHref(code),
});

export const actions: Actions = {
  receive: receiveAction,

  /** Writes nothing: shows what the unit already has that says the same, and everything typed again. */
  async check({ locals, request }) {
    const { db, actor, today } = readerOf(locals);
    const values = textsOf(await request.formData());
    const said = saidIn(values);
    if (!said) return fail(400);
    const similar = await similarMatters(db, actor, said, today);
    return { checked: { values, similar } };
  },
};
