import type { Grant } from "#kernel/permission.ts";
import { mayDo } from "#modules/organization/server/index.ts";
import type { Asker } from "#platform/server/reading/reading.ts";
import { z } from "zod";
import { findConference, type ConferenceReading } from "./life/find-conference.ts";

/** What is asked of one conference; an address that names none is refused as one that is not there. */
export const ofConference = z.strictObject({ conference: z.string() });

type Asked = Asker<{ readonly conference: string }>;

/** The conference that is asked about, for whoever may know of it, and where a right is judged. */
export async function conferenceAsked({
  db,
  actor,
  query,
  today,
}: Asked): Promise<{ unitId: string; conference: ConferenceReading }> {
  const conference = await findConference(db, actor, query.conference, today);
  return { unitId: conference.unitId, conference };
}

/** What else whoever reads may do there: a page offers no more than that. */
export const mayThere =
  ({ db, actor, today }: Pick<Asked, "db" | "actor" | "today">, { unitId }: { readonly unitId: string }) =>
  (grant: Grant): Promise<boolean> =>
    mayDo(db, actor, grant, unitId, today);
