import { formAction } from "#acts/form-action.ts";
import { isIssuedPaper } from "#modules/conference/papers/paper-order.ts";
import { mayKeepConferences } from "#modules/conference/permissions.ts";
import { issuePaper, sidesOf } from "#modules/conference/server/index.ts";
import { mayDo } from "#modules/organization/server/index.ts";
import { currentDatabase } from "#platform/server/database/current.ts";
import { withDays } from "#ui/posted.ts";
import { signedIn } from "../../../../units/signed-in.ts";
import { paperOf } from "./paper-of.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { actor, today } = signedIn(event);
  const { conference, reading } = await paperOf(event);
  const { id, form, heldOn, startsAt, unitName, unitId } = conference;
  const keeps = await mayDo(currentDatabase().db, actor, mayKeepConferences, unitId, today);
  return {
    conference: { id, form, heldOn, startsAt, unitName },
    reading,
    today,
    sides: sidesOf(reading.kind),
    key: crypto.randomUUID(),
    again: event.url.searchParams.has("again"),
    mayIssue: keeps && isIssuedPaper(reading.kind),
  };
};

export const actions: Actions = {
  default: formAction(issuePaper, {
    input: (fields, { params }) => ({ conference: params.id, ...withDays(fields, "issued_on") }),
    then: ({ side }, { url }) => `${url.pathname}?side=${side}`,
  }),
};
