import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { mayKeepCalendar } from "#modules/deadline/permissions.ts";
import { yearsToConfirm } from "#modules/deadline/server/index.ts";
import {
  administeredBy,
  mayDo,
  peopleWithoutPost,
  unitsWithoutReviewer,
  unitsWithoutSecretary,
} from "#modules/organization/server/index.ts";
import { remembered } from "#platform/server/database/remembered.ts";
import type { Kysely } from "kysely";

const SHOWN = 8;

/** What an administrator has to look after: who has no post, which office nobody holds, where nobody reviews what is held, which calendar is unconfirmed. */
export const administrationDesk = remembered(async (db: Kysely<DB>, actor: Actor, today: string) => {
  const unitIds = await administeredBy(db, actor);
  return {
    people: await peopleWithoutPost(db, { unitIds, today, limit: SHOWN }),
    units: await unitsWithoutSecretary(db, { unitIds, today, limit: SHOWN }),
    unreviewed: await unitsWithoutReviewer(db, { unitIds, today, limit: SHOWN }),
    years: (await mayDo(db, actor, mayKeepCalendar, null, today)) ? await yearsToConfirm(db, today) : [],
  };
});
export type AdministrationDesk = Awaited<ReturnType<typeof administrationDesk>>;
