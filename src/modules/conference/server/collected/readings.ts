import { ofToday } from "#modules/document/paper-day.ts";
import { mayCollectLate, mayReceive } from "#modules/recommendation/permissions.ts";
import { agenciesOf, refuseLateCollecting, villagesToReceive } from "#modules/recommendation/server/index.ts";
import { Problem } from "#kernel/problem.ts";
import { reading, type ReadingContext } from "#platform/server/reading/reading.ts";
import { z } from "zod";
import type { CollectedRow } from "../../collected/collected-rows.ts";
import { isCollectingOver } from "../../collected/collecting.ts";
import { mayKeepConferences } from "../../permissions.ts";
import { conferenceProblems as problems } from "../../problems.ts";
import { collectedLines, collectedList } from "../../ui/collected/collected-list-sheet.ts";
import { conferenceAsked, mayThere, ofConference } from "../conference-asked.ts";
import { draftRequestsOf } from "../drafts/read-draft-requests.ts";
import type { ConferenceReading } from "../life/find-conference.ts";
import { recordingChoices } from "../room/recording-choices.ts";
import { faultsOfCollected } from "./import-collected.ts";
import { readCollected } from "./read-collected.ts";
import { matterCodeInput } from "#modules/recommendation/matter-code.ts";

/** What was collected beforehand, and what more of it is brought with, for whoever may. */
const collected = reading({
  name: "conferences.collected",
  title: { vi: "Kiến nghị thu thập trước", en: "What was collected for a conference beforehand" },
  query: ofConference,
  may: "known",
  place: conferenceAsked,
  async read({ db, actor, place: { conference }, today }) {
    const may = mayThere({ db, actor, today }, conference);
    const { id, unitId, heldOn } = conference;
    const takesPlace = conference.life !== "called_off";
    const collects = takesPlace && (await may(mayReceive));
    const isOver = isCollectingOver(conference.collectUntil, today);
    const mayCollect = collects && (!isOver || (await may(mayCollectLate)));
    const day = heldOn < today ? heldOn : today;
    const choices = mayCollect ? await recordingChoices(db, unitId, day) : null;
    const villages = choices ? await villagesToReceive(db, actor, choices.villages) : [];
    return {
      conference,
      day,
      mayCollect,
      /** Whether whoever collects is told that its last day has passed. */
      isOver: collects && isOver,
      fields: await readCollected(db, actor, conference, ofToday(today)),
      choices: choices && { ...choices, villages },
      drafts: await draftRequestsOf(db, actor, id, today),
      mayAskDrafts: takesPlace && (await may(mayKeepConferences)),
      village: villages.length === 1 ? villages[0]!.code : null,
    };
  },
  file: {
    called: ({ conference }) => ["Thu thập trước", conference.heldOn],
    sheet: collectedList,
    lines: ({ fields }) => collectedLines(fields),
    following: () => null,
  },
});

type Collecting = Pick<
  ReadingContext<unknown, { conference: ConferenceReading }>,
  "db" | "actor" | "place" | "today"
>;

/** The conference, while whoever may bring something to it still may. @throws Problem `collecting_is_over` */
async function collecting({ db, actor, place: { conference }, today }: Collecting) {
  const { unitId, collectUntil } = conference;
  await refuseLateCollecting(db, { actor, unitId, collectUntil, today });
  return conference;
}

const toImport = reading({
  name: "conferences.to_import_collected",
  title: { vi: "Nhập bảng thu thập trước", en: "A conference to which a sheet is brought" },
  query: ofConference,
  may: mayReceive,
  place: conferenceAsked,
  read: async (asked) => ({ conference: await collecting(asked) }),
});

/** What is wrong with a sheet, before it is brought in. */
const faults = reading({
  name: "conferences.faults_of_collected",
  title: { vi: "Soát bảng thu thập trước", en: "The faults of a sheet of what was collected" },
  query: ofConference.extend({ rows: z.custom<readonly CollectedRow[]>(Array.isArray) }),
  may: mayReceive,
  place: conferenceAsked,
  async read(asked) {
    const { db, actor, query, today } = asked;
    return faultsOfCollected(db, actor, await collecting(asked), query.rows, today);
  },
});

/** A matter on which an agency is to draft the answer, and the agencies that there are. */
const toAskDraft = reading({
  name: "conferences.to_ask_draft",
  title: { vi: "Đề nghị dự thảo trả lời", en: "A matter of which the answer is to be drafted" },
  query: ofConference.extend({ recommendation: matterCodeInput }),
  may: mayKeepConferences,
  place: conferenceAsked,
  async read({ db, actor, query: { recommendation }, place: { conference }, today }) {
    const fields = await readCollected(db, actor, conference, ofToday(today));
    const matter = fields.flatMap(({ matters }) => matters).find(({ code }) => code === recommendation);
    if (!matter) throw new Problem(problems.matter_not_here);
    return { conference, matter, agencies: await agenciesOf(db, conference.unit, today) };
  },
});

export const collectedReadings = { collected, toImport, faults, toAskDraft };
