import { optionalPaperNumber } from "#kernel/paper-number.ts";
import { personIdOf } from "#kernel/actor.ts";
import type { DB } from "#db";
import { dayInput, optionalOf, yesNo } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { issueDocument, writerOn } from "#modules/document/server/index.ts";
import type { Transaction } from "kysely";
import { z } from "zod";
import { issuedPapers, missingWords, stepOfPaper, type Missing } from "../../papers/paper-order.ts";
import { mayKeepConferences } from "../../permissions.ts";
import { conferenceProblems as problems } from "../../problems.ts";
import { conferenceAct } from "../life/conference-act.ts";
import { draftConferencePaper } from "./paper-contents.ts";
import { issuedHere } from "./read-papers.ts";
import { markStepOnce } from "../steps/step.store.ts";

/** A paper of the conference gets its number, or is entered with the one it bears; the step that it does is done. */
export const issuePaper = conferenceAct({
  name: "conference.issue_paper",
  title: { vi: "Ban hành giấy tờ của hội nghị", en: "Issue a paper of a conference" },
  may: mayKeepConferences,
  input: z.strictObject({
    conference: z.uuid(),
    kind: z.enum(issuedPapers),
    side: z.enum(["party", "government"]),
    issued_on: dayInput,
    symbol: optionalPaperNumber(100),
    /** The paper of this kind and side that it takes the place of. */
    replaces: optionalOf(z.uuid()),
    /** Of a paper that is read out: whoever issues it has read the words that were only proposed, and approves them. */
    words_read: yesNo.default(false),
  }),
  async run({ trx, input, place: { conference }, actor, post, now, today }) {
    const { kind, side, issued_on, symbol = null, replaces = null } = input;
    const { id } = conference;
    const unitId = await writerOn(trx, conference.unit_id, issued_on, post ? [post.unitId] : []);
    await refuseUnlessNext(trx, { id, kind, side, today }, replaces);
    const about = { id, unitId: conference.unit_id };
    const asked = { db: trx, conference: about, writer: unitId, side, today, day: issued_on };
    const { paper, missing, wording } = await draftConferencePaper(kind, asked);
    refuseIfLacking(missing);
    if (wording && wording.proposed > 0 && !input.words_read) {
      throw new Problem(problems.words_not_read, {
        field: "words_read",
        values: { count: wording.proposed },
      });
    }
    const issued = await issueDocument(trx, {
      unitId,
      symbol,
      replaces,
      issuedOn: issued_on,
      paper,
      subject: { kind: "conference", id },
      by: { actor, post, now, today },
    });
    const personId = personIdOf(actor);
    const done = { conferenceId: id, on: issued_on, note: issued.symbol, personId, now };
    await markStepOnce(trx, { ...done, step: stepOfPaper[kind] });
    // Grouped and handed to the chair, what was to be collected has been.
    if (kind === "synthesis") await markStepOnce(trx, { ...done, step: "collect" });
    return { id: issued.id, conference: id, kind, side, symbol: issued.symbol };
  },
});

type Which = { readonly id: string; readonly kind: string; readonly side: string; readonly today: string };

/** A second paper of a kind takes the place of the first, and says so. */
async function refuseUnlessNext(trx: Transaction<DB>, which: Which, replaces: string | null): Promise<void> {
  const known = await issuedHere(trx, { kind: "system", name: "conference" }, which.id, which.today);
  const current = known.find(({ kind, side }) => kind === which.kind && side === which.side);
  if (replaces === (current?.id ?? null)) return;
  if (!current) throw new Problem(problems.paper_not_current);
  throw new Problem(problems.paper_issued_already, { values: { symbol: current.symbol } });
}

function refuseIfLacking(missing: readonly Missing[]): void {
  if (missing.length === 0) return;
  const words = (language: "vi" | "en") => missing.map((each) => missingWords[each][language]).join(", ");
  throw new Problem(problems.paper_not_ready, { values: { missing: words("vi"), missing_en: words("en") } });
}
