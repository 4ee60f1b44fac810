import { textInput } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { deadlineProblems } from "#modules/deadline/problems.ts";
import { PURPOSES } from "#modules/deadline/rule.ts";
import { conferenceClocks } from "#modules/deadline/server/index.ts";
import { unitsWithGrant } from "#modules/organization/server/index.ts";
import { reading } from "#platform/server/reading/reading.ts";
import { z } from "zod";
import { mayKeepConferences } from "../permissions.ts";
import { findConference } from "./life/find-conference.ts";

/** The units whose conferences the asker keeps. */
const kept = reading({
  name: "conferences.kept_units",
  title: { vi: "Đơn vị mình giữ sổ hội nghị", en: "Units whose conferences one keeps" },
  query: z.strictObject({}),
  may: "own",
  read: ({ db, actor, today }) => unitsWithGrant(db, actor, mayKeepConferences, today),
});

/** What one obligation of a conference is due by, and the rules that bind nobody here. */
const deadline = reading({
  name: "conferences.deadline",
  title: { vi: "Một thời hạn của hội nghị", en: "A deadline of a conference" },
  query: z.strictObject({ conference: textInput(36), purpose: z.enum(PURPOSES) }),
  may: "known",
  place: ({ db, actor, query, today }) => findConference(db, actor, query.conference, today),
  async read({ db, query: { purpose }, place: conference }) {
    const clocks = (await conferenceClocks(db, conference)).filter((clock) => clock.purpose === purpose);
    const shown = clocks.find(({ ineffective }) => ineffective === null);
    if (!shown) throw new Problem(deadlineProblems.clock_not_running);
    return { conference, shown, others: clocks.filter((clock) => clock !== shown) };
  },
});

/** What may be asked of conferences; the other pages of conferences have not come to the door yet. */
export const conferenceReadings = { kept, deadline };
