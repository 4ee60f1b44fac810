import { formAction } from "#acts/form-action.ts";
import { approvePublic, conclusionReadings, publishResults } from "#modules/conclusion/server/index.ts";
import { versionsFrom } from "#modules/conclusion/ui/posted-versions.ts";
import { pageOf } from "../../../../asking.ts";
import type { PageServerLoad } from "./$types";

const shown = pageOf(conclusionReadings.results, { conference: "id" });

export const load: PageServerLoad = async (event) => ({
  ...(await shown(event)),
  approveKey: crypto.randomUUID(),
});

const about = { conference: "id" };
const then = ({ id }: { id: string }) => `/conferences/${id}/conclusion/publication`;

export const actions = {
  record: formAction(publishResults, { form: "record", about, then }),
  approve: formAction(approvePublic, {
    form: "approve",
    input: (fields) => ({ versions: versionsFrom(fields) }),
    about,
    then,
  }),
};
