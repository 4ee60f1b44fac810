import { optionalText, optionalWholeNumber } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { deadlineProblems } from "#modules/deadline/problems.ts";
import { PURPOSES } from "#modules/deadline/rule.ts";
import { conferenceClocks } from "#modules/deadline/server/index.ts";
import { unitsWithGrant } from "#modules/organization/server/index.ts";
import { mayMove, mayReceiveInTurn } from "#modules/recommendation/permissions.ts";
import { reading, toldAs, type Asker } from "#platform/server/reading/reading.ts";
import { inSnakeCase } from "#platform/server/reading/snake-case.ts";
import { z } from "zod";
import { mayCorrectTurns, mayInvite, mayKeepConferences } from "../../permissions.ts";
import { readAgendaPage } from "../agenda/agenda-page.ts";
import { readAgenda } from "../agenda/agenda.ts";
import { conferenceAnswer } from "../conference-answers.ts";
import { conferenceAsked, mayThere, ofConference } from "../conference-asked.ts";
import { draftsGivenAt } from "../drafts/read-draft-requests.ts";
import { readAttendance } from "../invitations/read-invitations.ts";
import { countUnanswered } from "../invitations/read-unanswered.ts";
import { recordingChoices } from "../room/recording-choices.ts";
import { wordlessAnswers } from "../room/wordless-answers.ts";
import { basesOffered } from "../steps/bases-offered.ts";
import { readChecklist } from "../steps/read-checklist.ts";
import { chairsInPost } from "./chairs-in-post.ts";
import { plannedToPrepare } from "./planned.ts";
import { mayReadConference } from "./readable-conferences.ts";

/** The whole of it: hundreds of turns and matters, for a program. */
const find = reading({
  name: "conferences.find",
  title: { vi: "Một hội nghị cùng diễn biến", en: "One conference with its chairs and turns" },
  query: ofConference,
  may: "known",
  place: conferenceAsked,
  async read({ db, actor, place: { conference }, today }) {
    return { ...conference, ...(await readAgenda(db, actor, conference, today)) };
  },
});

const pageAsked = optionalWholeNumber(1, 10_000);

/** A page of what was said, what is to be done, and what the reader may do. */
const shown = reading({
  name: "conferences.shown",
  title: { vi: "Một hội nghị như trên trang", en: "One conference as its page shows it" },
  query: ofConference.extend({ page: pageAsked, loose: pageAsked, turn: optionalText(100) }),
  may: "known",
  place: conferenceAsked,
  async read({ db, actor, query, place: { conference }, today }) {
    const { page = null, loose = null, turn = null } = query;
    const may = mayThere({ db, actor, today }, conference);
    const [mayRecord, maySplit] = [await may(mayKeepConferences), await may(mayReceiveInTurn)];
    const mayRule = await may(mayMove.rule);
    const { id, life, unitId, heldOn } = conference;
    const invites = life === "prepared" && (await may(mayInvite));
    return {
      conference,
      mayRecord,
      maySplit,
      agenda: await readAgendaPage(db, actor, conference, { page, loose, turn }, today),
      checklist: await readChecklist(db, actor, conference, today),
      mayCorrectTurns: await may(mayCorrectTurns),
      mayRule,
      unanswered: invites ? await countUnanswered(db, id) : 0,
      wordless: await wordlessAnswers(db, actor, id, today),
      drafts: mayRule && life === "held" ? await draftsGivenAt(db, actor, id, today) : [],
      choices: mayRecord || maySplit ? await recordingChoices(db, unitId, heldOn) : null,
    };
  },
});

/** Whether its page opens to the asker: what another page says of it leads there or does not. */
const opens = reading({
  name: "conferences.opens",
  title: { vi: "Trang của hội nghị có mở được không", en: "Whether one may open the page of a conference" },
  query: ofConference,
  may: "each",
  read: ({ db, actor, query: { conference }, today }) => mayReadConference(db, actor, conference, today),
});

/** The bases and the heads that the form of a new conference offers. */
async function offered({ db, actor, today }: Asker<unknown>, day: string | null) {
  const units = await unitsWithGrant(db, actor, mayKeepConferences, today);
  const codes = units.map(({ code }) => code);
  return {
    units,
    bases: await basesOffered(db, codes, day),
    chairs: await chairsInPost(db, codes, today),
  };
}

const toRecord = reading({
  name: "conferences.to_record",
  title: { vi: "Ghi một hội nghị đã họp", en: "What the form of a conference held before offers" },
  query: z.strictObject({}),
  may: { anywhere: mayKeepConferences },
  // Of an older conference the day is not known yet.
  read: (asker) => offered(asker, null),
});

const toPrepare = reading({
  name: "conferences.to_prepare",
  title: { vi: "Chuẩn bị một hội nghị", en: "What the form of a conference to come offers" },
  query: z.strictObject({ planned: optionalText(100) }),
  may: { anywhere: mayKeepConferences },
  async read(asker) {
    const { db, actor, query, today } = asker;
    const choices = await offered(asker, today);
    const id = z.uuid().safeParse(query.planned);
    const keeping = { units: choices.units.map(({ code }) => code), today };
    return { ...choices, planned: id.success ? await plannedToPrepare(db, actor, id.data, keeping) : null };
  },
});

const toCorrect = reading({
  name: "conferences.to_correct",
  title: { vi: "Sửa một hội nghị", en: "A conference to be corrected" },
  query: ofConference,
  may: mayKeepConferences,
  place: conferenceAsked,
  read: async ({ db, place: { conference } }) => ({
    conference,
    bases: await basesOffered(db, [conference.unit], conference.heldOn),
  }),
});

const toCallOff = reading({
  name: "conferences.to_call_off",
  title: { vi: "Không tổ chức hội nghị", en: "A conference to be called off" },
  query: ofConference,
  may: mayKeepConferences,
  place: conferenceAsked,
  read: ({ place: { conference } }) => Promise.resolve({ conference }),
});

const toOpen = reading({
  name: "conferences.to_open",
  title: { vi: "Khai mạc hội nghị", en: "A conference to be opened" },
  query: ofConference,
  may: mayKeepConferences,
  place: conferenceAsked,
  read: async ({ db, place: { conference } }) => ({
    conference,
    attendance: await readAttendance(db, conference.id),
  }),
});

/** What one obligation of a conference is due by, and the rules that bind nobody here. */
const deadline = reading({
  name: "conferences.deadline",
  title: { vi: "Một thời hạn của hội nghị", en: "A deadline of a conference" },
  query: ofConference.extend({ purpose: z.enum(PURPOSES) }),
  may: "known",
  place: conferenceAsked,
  async read({ db, query: { purpose }, place: { conference } }) {
    const clocks = (await conferenceClocks(db, conference)).filter((clock) => clock.purpose === purpose);
    const first = clocks.find(({ ineffective }) => ineffective === null);
    if (!first) throw new Problem(deadlineProblems.clock_not_running);
    return { conference, shown: first, others: clocks.filter((clock) => clock !== first) };
  },
});

export const lifeReadings = {
  find: toldAs(find, {
    path: "/conferences/:conference",
    answer: conferenceAnswer,
    told: ({ unitId: _ours, ...conference }) => inSnakeCase(conference),
  }),
  ...{ shown, opens, toRecord, toPrepare, toCorrect, toCallOff, toOpen, deadline },
};
