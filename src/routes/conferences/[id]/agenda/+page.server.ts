import { formAction } from "#acts/form-action.ts";
import { mayKeepConferences } from "#modules/conference/permissions.ts";
import { findConference, lastTime, readAgendaItems, setAgenda } from "#modules/conference/server/index.ts";
import { agendaIn } from "#modules/conference/ui/agenda/agenda-form.ts";
import { toldOfConferences } from "#modules/recommendation/server/index.ts";
import { mayDo } from "#modules/organization/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { signedIn } from "../../../units/signed-in.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const { db } = currentDatabase();
  const conference = await findConference(db, actor, event.params.id, today);
  const { previous, matters, carriedOver } = await lastTime(db, actor, conference, today);
  const keeps = await mayDo(db, actor, mayKeepConferences, conference.unitId, today);
  return {
    conference,
    items: await readAgendaItems(
      db,
      conference.id,
      await toldOfConferences(db, actor, [conference.id], today),
    ),
    first: { previous, matters: matters.length, carriedOver: carriedOver.length },
    mayEdit: keeps && conference.life === "prepared",
    key: crypto.randomUUID(),
  };
};

export const actions: Actions = {
  default: formAction(setAgenda, {
    input: (fields, { params }) => ({
      conference: params.id,
      expected_version: fields.expected_version,
      items: agendaIn(fields),
    }),
    then: ({ id }) => `/conferences/${id}/agenda`,
  }),
};
