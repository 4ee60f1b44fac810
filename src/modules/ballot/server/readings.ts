import { ofConference, readRoomHead } from "#modules/conference/server/index.ts";
import { mayDo } from "#modules/organization/server/index.ts";
import { toldOfConferences } from "#modules/recommendation/server/index.ts";
import { reading } from "#platform/server/reading/reading.ts";
import { mayCountBallots } from "../permissions.ts";
import { ballotOf } from "./find-ballot.ts";

/** The count that stands and what it was before; of small heaps only to those who counted. */
const count = reading({
  name: "ballots.find",
  title: { vi: "Kiểm phiếu của hội nghị", en: "The count of the ballots of a conference" },
  query: ofConference,
  may: "known",
  place: ({ db, actor, query, today }) => readRoomHead(db, actor, query.conference, today),
  async read({ db, actor, place: conference, today }) {
    const counts = await mayDo(db, actor, mayCountBallots, conference.unitId, today);
    const told = await toldOfConferences(db, actor, [conference.id], today);
    const [present, ...earlier] = await ballotOf(db, conference.id, { counts, told });
    return { conference, present, earlier, counts };
  },
});

/** Everything that can be asked of the count of the ballots. */
export const ballotReadings = { count };
