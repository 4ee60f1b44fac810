import { mayMove, mayReceiveInTurn } from "#modules/recommendation/permissions.ts";
import { similarMatters } from "#modules/recommendation/server/index.ts";
import { optionalText, optionalWholeNumber } from "#kernel/input.ts";
import { reading, type Asker } from "#platform/server/reading/reading.ts";
import { z } from "zod";
import { mayCorrectTurns, mayKeepConferences } from "../../permissions.ts";
import { conferenceAsked, mayThere, ofConference } from "../conference-asked.ts";
import { findTurn } from "./find-turn.ts";
import { readRoomHead, readRoomTurns, type RoomHead } from "./read-room.ts";
import { recordingChoices } from "./recording-choices.ts";
import { wordlessAnswers } from "./wordless-answers.ts";

type Asked = Asker<{ readonly conference: string }>;

async function roomAsked({ db, actor, query, today }: Asked): Promise<{ unitId: string; head: RoomHead }> {
  const head = await readRoomHead(db, actor, query.conference, today);
  return { unitId: head.unitId, head };
}

/** The recording page: the last turns, what they are filled in from, and what whoever records may do. */
const room = reading({
  name: "conferences.room",
  title: { vi: "Ghi chép tại hội nghị", en: "The recording page of a conference" },
  query: ofConference.extend({ before: optionalWholeNumber(1, 999_999) }),
  may: mayKeepConferences,
  place: roomAsked,
  async read({ db, actor, query: { before = null }, place: { head }, today }) {
    const may = mayThere({ db, actor, today }, head);
    return {
      head,
      ...(await readRoomTurns(db, actor, head, today, before)),
      wordless: await wordlessAnswers(db, actor, head.id, today),
      choices: await recordingChoices(db, head.unitId, head.heldOn),
      may: {
        split: await may(mayReceiveInTurn),
        rule: await may(mayMove.rule),
        correct: await may(mayCorrectTurns),
      },
      before,
    };
  },
});

/** What stands on that page now; null where its mark is the one that is known, and then it is not even read. */
const turns = reading({
  name: "conferences.room_turns",
  title: { vi: "Diễn biến vừa ghi", en: "What stands on the recording page now" },
  query: ofConference.extend({ known: optionalText(200) }),
  may: mayKeepConferences,
  place: roomAsked,
  async read({ db, actor, query: { known }, place: { head }, today }) {
    return known === head.mark ? null : { head, ...(await readRoomTurns(db, actor, head, today)) };
  },
});

/** Every field and village by which a turn or a matter can be meant, however many there are. */
const choices = reading({
  name: "conferences.room_choices",
  title: { vi: "Lĩnh vực và thôn để ghi chép", en: "What turns and matters are filled in from" },
  query: ofConference,
  may: mayKeepConferences,
  place: roomAsked,
  read: ({ db, place: { head } }) => recordingChoices(db, head.unitId, head.heldOn, Infinity),
});

const typed = z.string().max(500).default("");

/** Matters of the unit that say much the same as what is being typed. */
const similar = reading({
  name: "conferences.room_similar",
  title: { vi: "Kiến nghị tương tự điều đang ghi", en: "What says much the same as what is being typed" },
  query: ofConference.extend({ text: typed, field: typed, village: typed }),
  may: mayKeepConferences,
  place: roomAsked,
  read: async ({ db, actor, query: { text, field, village }, place: { head }, today }) => ({
    similar: await similarMatters(db, actor, { text, field, village, unit: head.unit }, today),
  }),
});

/** With who spoke, named or not, which the office alone knows. */
const turn = reading({
  name: "conferences.turn",
  title: { vi: "Một lượt phát biểu để sửa", en: "A turn to be corrected" },
  query: ofConference.extend({ turn: z.string() }),
  may: mayCorrectTurns,
  place: conferenceAsked,
  async read({ db, query, place: { conference } }) {
    const { id, unitId, form, heldOn } = conference;
    return {
      conference: { id, form, heldOn },
      turn: await findTurn(db, id, query.turn),
      choices: await recordingChoices(db, unitId, heldOn),
    };
  },
});

export const roomReadings = { room, turns, choices, similar, turn };
