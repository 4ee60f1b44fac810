import { ofToday } from "#modules/document/paper-day.ts";
import { toldOfConferences } from "#modules/recommendation/server/index.ts";
import { reading } from "#platform/server/reading/reading.ts";
import { mayKeepConferences } from "../../permissions.ts";
import { conferenceAsked, mayThere, ofConference } from "../conference-asked.ts";
import { lastTime } from "./last-time.ts";
import { readAgendaItems } from "./read-agenda-items.ts";

/** What is to be spoken of, after the report on last time. */
const agenda = reading({
  name: "conferences.agenda",
  title: { vi: "Chương trình hội nghị", en: "The agenda of a conference" },
  query: ofConference,
  may: "known",
  place: conferenceAsked,
  async read({ db, actor, place: { conference }, today }) {
    const { id, life } = conference;
    const { previous, matters, carriedOver } = await lastTime(db, actor, conference, ofToday(today));
    const keeps = await mayThere({ db, actor, today }, conference)(mayKeepConferences);
    return {
      conference,
      items: await readAgendaItems(db, id, await toldOfConferences(db, actor, [id], today)),
      first: { previous, matters: matters.length, carriedOver: carriedOver.length },
      mayEdit: keeps && life === "prepared",
    };
  },
});

const last = reading({
  name: "conferences.last_time",
  title: { vi: "Kết quả giải quyết từ lần trước", en: "What became of what was said the last time" },
  query: ofConference,
  may: "known",
  place: conferenceAsked,
  read: async ({ db, actor, place: { conference }, today }) => ({
    conference,
    last: await lastTime(db, actor, conference, ofToday(today)),
  }),
});

export const agendaReadings = { agenda, last };
