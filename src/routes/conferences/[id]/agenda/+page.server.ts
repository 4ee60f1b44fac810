import { actionOf } from "#acts/form-action.ts";
import { conferenceReadings, setAgenda } from "#modules/conference/server/index.ts";
import { agendaIn } from "#modules/conference/ui/agenda/agenda-form.ts";
import { pageOf } from "../../../asking.ts";

export const load = pageOf(conferenceReadings.agenda, { conference: "id" });

export const actions = actionOf(setAgenda, {
  input: (fields) => ({ expected_version: fields.expected_version, items: agendaIn(fields) }),
  about: { conference: "id" },
  then: ({ id }) => `/conferences/${id}/agenda`,
});
