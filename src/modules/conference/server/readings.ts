import { unitsWithGrant } from "#modules/organization/server/index.ts";
import { reading } from "#platform/server/reading/reading.ts";
import { z } from "zod";
import { mayKeepConferences } from "../permissions.ts";

/** The units whose conferences the asker keeps. */
const kept = reading({
  name: "conferences.kept_units",
  title: { vi: "Đơn vị mình giữ sổ hội nghị", en: "Units whose conferences one keeps" },
  query: z.strictObject({}),
  may: "own",
  read: ({ db, actor, today }) => unitsWithGrant(db, actor, mayKeepConferences, today),
});

/** What may be asked of conferences; the other pages of conferences have not come to the door yet. */
export const conferenceReadings = { kept };
