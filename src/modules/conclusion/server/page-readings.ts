import { partOf } from "#kernel/list-part.ts";
import { optionalWholeNumber, wholeNumber } from "#kernel/input.ts";
import {
  conferenceAsked,
  mayThere,
  ofConference,
  wordlessAnswers,
} from "#modules/conference/server/index.ts";
import type { Paper } from "#modules/document/document-model.ts";
import { mayMove } from "#modules/recommendation/permissions.ts";
import { reading } from "#platform/server/reading/reading.ts";
import { z } from "zod";
import { LINES_A_PAGE, MOST_LINES } from "../conclusion.ts";
import { mayApprovePublic, mayDraftConclusion } from "../permissions.ts";
import { findNotice } from "./find-notice.ts";
import { noticeChanges } from "./notice-changes.ts";
import { findNoticePaper, papersOfNotice } from "./notice-paper.ts";
import { noticesOf } from "./notices-of.ts";
import { publicVersions } from "./public-versions.ts";
import { readPublication } from "./read-publication.ts";

// An edition and the results of a conference as their pages show them.

const edition = wholeNumber(1, 99_999);

const shownEdition = reading({
  name: "conclusions.edition",
  title: { vi: "Một thông báo kết luận như trên trang", en: "One edition of a notice as its page shows it" },
  query: ofConference.extend({ edition, page: optionalWholeNumber(1, MOST_LINES) }),
  may: "known",
  place: ({ db, actor, query, today }) => findNotice(db, actor, query, today),
  async read({ db, actor, query: { page = null }, place: notice, today }) {
    const { editions } = await noticesOf(db, actor, notice.conference, today);
    return {
      notice: { ...notice, lines: undefined },
      lines: partOf(notice.lines, page, LINES_A_PAGE),
      own: notice.lines.filter((line) => line.own).length,
      later: editions.find((one) => one.edition > notice.edition) ?? null,
      changes: await noticeChanges(db, actor, notice, today),
      papers: await papersOfNotice(db, actor, notice, today),
    };
  },
});

const paper = reading({
  name: "conclusions.paper",
  title: { vi: "Văn bản thông báo kết luận", en: "One paper of an edition" },
  query: ofConference.extend({ edition, side: z.string() }),
  may: "known",
  place: ({ db, actor, query, today }) => findNoticePaper(db, actor, query, today),
  read: ({ place }) => Promise.resolve(place),
  paper: {
    papers: ({ paper: one }): readonly [Paper] => [one],
    called: ({ symbol }) => [symbol],
    issued: ({ id }) => id,
  },
});

/** What is posted, what waits to be approved, and what of it the reader may do. */
const results = reading({
  name: "conclusions.results",
  title: {
    vi: "Công khai kết quả như trên trang",
    en: "The results of a conference as their page shows them",
  },
  query: ofConference,
  may: "known",
  place: conferenceAsked,
  async read({ db, actor, place: { conference }, today }) {
    const may = mayThere({ db, actor, today }, conference);
    const mayApprove = await may(mayApprovePublic);
    const versions = mayApprove ? await publicVersions(db, actor, conference.id, today) : [];
    return {
      conference,
      publication: await readPublication(db, actor, conference.id, today),
      wordless: await wordlessAnswers(db, actor, conference.id, today),
      mayApprove,
      waiting: versions.filter(({ approved }) => approved === null),
      mayRule: await may(mayMove.rule),
      mayRecord: await may(mayDraftConclusion),
    };
  },
});

export const pageReadings = { shownEdition, paper, results };
