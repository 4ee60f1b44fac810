import { matterCodeInput } from "../../matter-code.ts";
import { optionalText, yesNo } from "#kernel/input.ts";
import { mayRemindHelpers } from "#modules/notification/permissions.ts";
import { isReviewed, mayDo, unitByCode } from "#modules/organization/server/index.ts";
import { reading, toldAs, type ReadingContext } from "#platform/server/reading/reading.ts";
import { inSnakeCase } from "#platform/server/reading/snake-case.ts";
import { z } from "zod";
import { lastStepOfWork } from "../../annulment.ts";
import { lastFact } from "../../by-day.ts";
import {
  mayAllowOwnApproval,
  mayAnnul as anyAnnulment,
  mayCorrect,
  mayMove,
  mayWriteAnswer as anyAnswer,
} from "../../permissions.ts";
import { moves, type Move } from "../../status-transitions.ts";
import { wordsToCorrect } from "../corrections/words-to-correct.ts";
import { matterAnswer } from "../matter-answers.ts";
import { choicesFor, dueProposedFor, ownPartDoneOn } from "../moves/move-choices.ts";
import { ownApprovalAllowed } from "../moves/own-approval.ts";
import { mayWritePapers } from "../papers/matter-papers.ts";
import type { MatterReading, MatterStub } from "./find-matter.ts";
import { fieldsOn, villagesOf } from "./form-choices.ts";
import { matterAsked, matterForForm, ofMatter } from "./matter-asked.ts";
import { mayOnMatter } from "./may-put-right.ts";

const find = reading({
  name: "recommendations.find",
  title: { vi: "Một kiến nghị và quá trình giải quyết", en: "One recommendation with its history" },
  query: z.strictObject({ code: matterCodeInput }),
  may: "known",
  place: ({ query: { code }, ...asker }) => matterAsked({ ...asker, query: { recommendation: code } }),
  read: ({ place: matter }) => Promise.resolve(matter),
});

function matterTold(matter: MatterReading | MatterStub) {
  if (matter.hidden !== null) return inSnakeCase(matter);
  const { unitId: _ours, state, ...told } = matter;
  const { leadId: _lead, coordinators: _helpers, saidNo: _no, unsettledBy: _since, ...standing } = state;
  return inSnakeCase({ ...told, state: standing });
}

/** The same with what else whoever reads may do about it. */
const shown = reading({
  name: "recommendations.shown",
  title: { vi: "Một kiến nghị như trên trang", en: "One recommendation as its page shows it" },
  query: ofMatter,
  may: "known",
  place: matterAsked,
  async read({ db, actor, place: matter, today }) {
    if (matter.hidden !== null) return { matter, papers: false, asksForParts: false };
    const waits = hasOpenPart(matter);
    return {
      matter,
      papers: await mayWritePapers(db, actor, matter, today),
      /** Whether a part is open that the reader may ask for. */
      asksForParts: waits && (await mayOnMatter(db, actor, matter.id, mayRemindHelpers, today)),
    };
  },
});

const hasOpenPart = ({ coordinators, state }: MatterReading) =>
  state.status === "in_hand" && coordinators.some(({ doneOn }) => doneOn === null);

/** One move, for whoever may make it on this matter or is told why not now. */
const toMove = reading({
  name: "recommendations.to_move",
  title: { vi: "Một bước xử lý kiến nghị", en: "A matter on which a move is made" },
  query: ofMatter.extend({ move: z.enum(moves), words: optionalText(200) }),
  may: "known",
  place: (asker) => matterForForm(asker, mayMove[asker.query.move], (matter) => isOffered(asker, matter)),
  async read({ query: { move, words = "" }, place: { code, matter }, ...asker }) {
    if (!matter) return { code, form: null };
    const asked = { query: { move }, actor: asker.actor };
    const form = {
      matter,
      move,
      possible: isPossible(matter, move),
      /** The last day of which it may be entered, where it is possible of earlier days only. */
      lateUntil: matter.moves.includes(move) ? null : (matter.lateMoves?.until ?? null),
      doneOn: doneBefore(asked, matter),
      choices: await choicesFor(asker, move, matter, words),
      proposedDue: await dueProposedFor(asker, move, matter),
    };
    return { code, form };
  },
});

const isPossible = ({ moves: now, lateMoves }: MatterReading, move: Move) =>
  now.includes(move) || (lateMoves?.moves.includes(move) ?? false);

type Moving = Pick<ReadingContext<{ readonly move: (typeof moves)[number] }, never>, "actor" | "query">;

/** Called done before, by a colleague or in another window: whoever helps is told so, and not that they may not. */
function doneBefore({ actor, query: { move } }: Moving, matter: MatterReading): string | null {
  return move === "finish_duty" && !matter.moves.includes(move) ? ownPartDoneOn(actor, matter) : null;
}

const isOffered = (asked: Moving, matter: MatterReading) =>
  isPossible(matter, asked.query.move) || doneBefore(asked, matter) !== null;

const toAnnul = reading({
  name: "recommendations.to_annul",
  title: { vi: "Hủy bước ghi gần nhất", en: "A matter of which the last step is annulled" },
  query: ofMatter.extend({ before_hold: yesNo.optional() }),
  may: "known",
  place: (asker) =>
    matterForForm(asker, anyAnnulment, (matter) => matter.mayAnnul || matter.mayAnnulBeforeHold),
  read: ({ query, place: { code, matter } }) =>
    Promise.resolve({ code, form: matter && { code, ...stepToAnnul(matter, query.before_hold === true) } }),
});

/** The last step; that before a hold which has ended, where it is asked for, or the release is not theirs to annul. */
function stepToAnnul({ version, events, ...may }: MatterReading, asked: boolean) {
  const beforeHold = may.mayAnnulBeforeHold && (asked || !may.mayAnnul);
  const last = beforeHold ? lastStepOfWork(events) : may.mayAnnul ? lastFact(events)! : null;
  return { version, beforeHold, last };
}

const toCorrect = reading({
  name: "recommendations.to_correct",
  title: { vi: "Sửa nội dung đã ghi", en: "A matter of which the words are corrected" },
  query: ofMatter,
  may: "known",
  place: (asker) => matterForForm(asker, mayCorrect),
  async read({ db, today, place: { code, matter } }) {
    if (!matter) return { code, form: null };
    const { version, unit, receivedOn, village } = matter;
    const form = {
      code,
      version,
      words: await wordsToCorrect(db, matter),
      villages: withOwn(await villagesOf(db, unit.code, receivedOn), village),
      fields: await fieldsOn(db, receivedOn),
      reviewed: await isReviewed(db, (await unitByCode(db, matter.keeperCode)).id, today),
    };
    return { code, form };
  },
});

type Choice = { readonly code: string; readonly name: string };

/** A village stays to be chosen where it is not among those of its unit. */
function withOwn(villages: readonly Choice[], own: Choice | null): readonly Choice[] {
  return !own || villages.some(({ code }) => code === own.code) ? villages : [own, ...villages];
}

const toWriteAnswer = reading({
  name: "recommendations.to_write_answer",
  title: { vi: "Ghi lời đã trả lời tại hội nghị", en: "A matter whose answer in the room has no words yet" },
  query: ofMatter,
  may: "known",
  place: (asker) => matterForForm(asker, anyAnswer),
  async read({ place: { code, matter } }) {
    if (!matter) return { code, form: null };
    const { version, text, mayWriteAnswer: possible, conference } = matter;
    return { code, form: { code, version, text, possible, conference } };
  },
});

/** Whether those who draft an answer may approve it themselves, for whoever decides that in a unit; null for anybody else. */
const ownApproval = reading({
  name: "recommendations.own_approval",
  title: { vi: "Tự duyệt dự thảo trả lời", en: "Whether drafts of one's own may be approved" },
  query: z.strictObject({ unit: z.string() }),
  may: "each",
  async read({ db, actor, query, today }) {
    const { id } = await unitByCode(db, query.unit);
    const decides = await mayDo(db, actor, mayAllowOwnApproval, id, today);
    return decides ? { allowed: await ownApprovalAllowed(db, id) } : null;
  },
});

export const matterReadings = {
  find: toldAs(find, { path: "/recommendations/:code", answer: matterAnswer, told: matterTold }),
  ...{ shown, toMove, toAnnul, toCorrect, toWriteAnswer, ownApproval },
};
