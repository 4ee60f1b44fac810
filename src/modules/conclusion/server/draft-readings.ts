import { ofDayTyped } from "#modules/document/paper-day.ts";
import { partOf } from "#kernel/list-part.ts";
import { optionalDay, optionalWholeNumber } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { conferenceAsked, mayThere, ofConference } from "#modules/conference/server/index.ts";
import { findMatter, leadsOf } from "#modules/recommendation/server/index.ts";
import { reading, type Asker } from "#platform/server/reading/reading.ts";
import { z } from "zod";
import { LINES_A_PAGE, MOST_LINES } from "../conclusion.ts";
import { mayDraftConclusion, mayIssueConclusion } from "../permissions.ts";
import { conclusionProblems as problems } from "../problems.ts";
import { findNotice, type NoticeReading } from "./find-notice.ts";
import { mattersToAdd } from "./matters-to-add.ts";
import { noticeChanges } from "./notice-changes.ts";
import { noticesOf } from "./notices-of.ts";
import { personalLines } from "./personal-lines.ts";
import { draftPapers, lineInTheWay, rehearseIssue } from "./rehearse-issue.ts";

// The notice of a conference while it is written.

type OfConference = Asker<{ readonly conference: string }>;
const draftAsked = ({ db, actor, query: { conference }, today }: OfConference) =>
  findNotice(db, actor, { conference, edition: "draft" }, today);

const lineNumber = optionalWholeNumber(1, MOST_LINES);

/** The editions and the draft, with the page of its lines that is asked for, or the one on which a line stands. */
const shown = reading({
  name: "conclusions.shown",
  title: {
    vi: "Kết luận hội nghị như trên trang",
    en: "The conclusion of a conference as its page shows it",
  },
  query: ofConference.extend({ page: lineNumber, line: lineNumber }),
  may: "known",
  place: conferenceAsked,
  async read(asked) {
    const { db, actor, query, place, today } = asked;
    const { conference } = place;
    const notices = await noticesOf(db, actor, conference.id, today);
    const draft = notices.draft ? await draftAsked({ ...asked, query: { conference: conference.id } }) : null;
    const may = mayThere({ db, actor, today }, conference);
    const mayDraft = await may(mayDraftConclusion);
    return {
      lines: draft && linesShown(draft, query),
      unfilled: draft && unfilledOf(draft),
      inTheWay: draft && mayDraft ? await comesBackTo({ db, actor, today }, draft, query.line) : null,
      agencies: draft && mayDraft ? await leadsOf(db, conference.unit, today) : [],
      draft: draft && { ...draft, lines: undefined },
      conference,
      notices,
      mayDraft,
      mayIssue: await may(mayIssueConclusion),
      changes: draft && draft.edition > 1 ? await noticeChanges(db, actor, draft, today) : null,
      personal: draft ? await personalLines(db, draft.id) : [],
      toAdd: draft && mayDraft ? await mattersToAdd(db, draft, today) : [],
    };
  },
});

function linesShown(
  { lines }: NoticeReading,
  { line, page }: { readonly line?: number; readonly page?: number },
) {
  const place = lines.findIndex(({ position }) => position === line) + 1;
  return partOf(lines, place > 0 ? Math.ceil(place / LINES_A_PAGE) : (page ?? null), LINES_A_PAGE);
}

/** The line from which one comes back, where it could not be issued as it was just written. */
async function comesBackTo(
  { db, actor, today }: Omit<OfConference, "query">,
  { id, lines }: NoticeReading,
  asked?: number,
) {
  const line = lines.find(({ position }) => position === asked);
  if (!line) return null;
  const fault = await lineInTheWay(db, actor, { notice: id, matter: line.matter }, today);
  return fault && { ...fault, matter: line.matter };
}

const isUnfilled = ({ lead, dueOn }: NoticeReading["lines"][number]) => !lead || !dueOn;

/** Lines that cannot be issued as they are. */
function unfilledOf({ lines }: NoticeReading) {
  const unfilled = lines.filter(isUnfilled);
  return {
    count: unfilled.length,
    first: unfilled[0]?.position ?? null,
    dates: unfilled.filter(({ dueOn }) => !dueOn).length,
    leads: unfilled.filter(({ lead }) => !lead).length,
  };
}

/** One line, for whoever writes the draft, with what stands in its way and the lines around it. */
const line = reading({
  name: "conclusions.line",
  title: { vi: "Một nhiệm vụ của dự thảo", en: "One line of a draft" },
  query: ofConference.extend({ line: z.string() }),
  may: mayDraftConclusion,
  async place(asker) {
    // The draft first: whoever does not read it is told of nothing else.
    const draft = await draftAsked(asker);
    return { ...(await conferenceAsked(asker)), draft };
  },
  async read({ db, actor, query, place: { conference, draft }, today }) {
    const found = draft.lines.find(({ position }) => String(position) === query.line);
    if (!found) throw new Problem(problems.no_such_line);
    const others = draft.lines.map(({ position }) => position);
    const lacking = draft.lines.filter(isUnfilled).map(({ position }) => position);
    const matter = await findMatter(db, actor, found.matter, today);
    const next = (some: readonly number[]) => some.find((position) => position > found.position);
    return {
      conference,
      line: found,
      /** What the people asked, which the line is about. */
      asked: matter.hidden === null ? matter.text : null,
      inTheWay: await lineInTheWay(db, actor, { notice: draft.id, matter: found.matter }, today),
      draft: { id: draft.id, version: draft.version },
      agencies: await leadsOf(db, conference.unit, today),
      before: others.findLast((position) => position < found.position) ?? null,
      next: next(others) ?? null,
      /** The line after this that lacks something, or the first of all that does. */
      lacking: next(lacking) ?? lacking.find((position) => position < found.position) ?? null,
    };
  },
});

/** What issuing the draft today would do, for whoever signs or numbers it. */
const toIssue = reading({
  name: "conclusions.to_issue",
  title: { vi: "Ban hành thông báo kết luận", en: "A draft to be issued" },
  query: ofConference,
  may: mayIssueConclusion,
  place: draftAsked,
  read: async ({ db, actor, place: notice, today }) => ({
    notice,
    rehearsal: await rehearseIssue(db, actor, notice.id, today),
    personal: await personalLines(db, notice.id),
  }),
});

const preview = reading({
  name: "conclusions.draft_paper",
  title: { vi: "Xem trước thông báo kết luận", en: "A draft as the paper it would become" },
  query: ofConference.extend({ side: z.enum(["party", "government"]), issued_on: optionalDay }),
  may: "known",
  place: draftAsked,
  read: async ({ db, actor, query: { side, issued_on }, place: notice, today }) => ({
    notice,
    side,
    personal: await personalLines(db, notice.id),
    paper: (await draftPapers(db, actor, notice.id, ofDayTyped(issued_on, today)))[side],
    day: ofDayTyped(issued_on, today).day,
  }),
});

export const draftReadings = { shown, line, toIssue, preview };
