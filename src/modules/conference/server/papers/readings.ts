import type { Paper } from "#modules/document/document-model.ts";
import { optionalDay, optionalText } from "#kernel/input.ts";
import { reading, type Asker } from "#platform/server/reading/reading.ts";
import { z } from "zod";
import { isIssuedPaper } from "../../papers/paper-order.ts";
import { mayKeepConferences } from "../../permissions.ts";
import { conferenceAsked, mayThere, ofConference } from "../conference-asked.ts";
import { listPapers, readPaper, sheetsOf, sidesOf } from "./read-papers.ts";

const papers = reading({
  name: "conferences.papers",
  title: { vi: "Giấy tờ của hội nghị", en: "The papers of a conference" },
  query: ofConference,
  may: "known",
  place: conferenceAsked,
  async read({ db, actor, place: { conference }, today }) {
    const { id, form, heldOn, unitName } = conference;
    return {
      conference: { id, form, heldOn, unitName },
      papers: await listPapers(db, actor, conference, today),
    };
  },
});

const paperAsked = ofConference.extend({
  kind: z.string(),
  side: optionalText(100),
  /** The day that it is to bear. */
  issued_on: optionalDay,
  /** As it would be, where one was issued as well. */
  again: z.boolean().default(false),
});

async function paperOf(asker: Asker<z.output<typeof paperAsked>>) {
  const { db, actor, query, today } = asker;
  const { unitId, conference } = await conferenceAsked(asker);
  const { kind, side = null, issued_on: day, again } = query;
  const which = { kind, side, day, again };
  return { unitId, conference, reading: await readPaper(db, actor, conference, which, today) };
}

/** As it was issued, or as it would be on the day that it is to bear: today, unless another is said. */
const paper = reading({
  name: "conferences.paper",
  title: { vi: "Một giấy tờ của hội nghị", en: "One paper of a conference" },
  query: paperAsked,
  may: "known",
  place: paperOf,
  async read({ db, actor, place: { conference, reading: found }, today }) {
    const { id, form, heldOn, startsAt, unitName } = conference;
    const keeps = await mayThere({ db, actor, today }, conference)(mayKeepConferences);
    return {
      conference: { id, form, heldOn, startsAt, unitName },
      reading: found,
      sides: sidesOf(found.kind),
      mayIssue: keeps && isIssuedPaper(found.kind),
    };
  },
});

type Sheets = readonly [Paper, ...Paper[]];

/** Of an invitation a copy for each who is invited, or one to write a name on. */
const sheets = reading({
  name: "conferences.paper_sheets",
  title: { vi: "Tệp một giấy tờ của hội nghị", en: "The file of one paper of a conference" },
  query: paperAsked.extend({ blank: z.boolean().default(false) }),
  may: "known",
  place: paperOf,
  async read({ db, query: { blank }, place: { conference, reading: found }, today }) {
    const all: Sheets = await sheetsOf(db, conference, found, { blank, today });
    const issued = all.length === 1 ? (found.issued?.id ?? null) : null;
    return { sheets: all, issued, heldOn: conference.heldOn };
  },
  paper: {
    papers: ({ sheets: all }): Sheets => all,
    called: ({ heldOn }) => [heldOn],
    issued: ({ issued }) => issued,
  },
});

export const paperReadings = { papers, paper, sheets };
