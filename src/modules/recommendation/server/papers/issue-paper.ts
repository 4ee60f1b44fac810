import { optionalPaperNumber } from "#kernel/paper-number.ts";
import { dayInput } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { issueDocument } from "#modules/document/server/index.ts";
import { act, type ActContext, type Asking } from "#platform/server/act/act.ts";
import { z } from "zod";
import { letterKinds, paperSides, type MatterPaperKind, type PaperSide } from "../../paper-choices.ts";
import { mayWriteLetters, mayWriteTransferSlip } from "../../permissions.ts";
import { recommendationProblems as problems } from "../../problems.ts";
import { symbolToBear } from "./answer-number.ts";
import { draftMatterPaper, paperWriter } from "./matter-papers.ts";
import { matterPlace, type MatterPlace } from "../moves/move-act.ts";
import { matterForChange } from "../matter/recommendation.store.ts";
import { matterCodeInput } from "../../matter-code.ts";

const common = {
  recommendation: matterCodeInput,
  side: z.enum(paperSides).default("government"),
  issued_on: dayInput,
  /** The number that the paper bears already; otherwise the next of its series. */
  symbol: optionalPaperNumber(100),
};

const aboutMatter = {
  problems,
  place: async (context: Asking & { readonly input: { readonly recommendation: string } }) =>
    matterPlace(await matterForChange(context, context.input.recommendation)),
};

/** A letter about a matter goes out: with its number and day, frozen as it was written. */
export const issuePaper = act({
  name: "recommendation.issue_paper",
  title: { vi: "Ban hành công văn về kiến nghị", en: "Issue a letter about a recommendation" },
  may: mayWriteLetters,
  input: z.strictObject({ ...common, paper: z.enum(letterKinds) }),
  ...aboutMatter,
  async run(context) {
    const { hidden } = context.place.matter;
    if (hidden === "routed_out") throw new Problem(problems.words_routed_out);
    if (hidden === "held") throw new Problem(problems.held_for_review);
    return issue(context, context.input.paper);
  },
});

/** The reviewer sends on what is not for this process, with a slip that does not say what it is about. */
export const issueTransferSlip = act({
  name: "recommendation.issue_transfer_slip",
  title: { vi: "Ban hành phiếu chuyển", en: "Issue a transfer slip" },
  may: mayWriteTransferSlip,
  input: z.strictObject(common),
  ...aboutMatter,
  run: (context) => issue(context, "transfer_slip"),
});

type Given = {
  readonly side: PaperSide;
  readonly issued_on: string;
  readonly symbol?: string | undefined;
};

async function issue(context: ActContext<Given, MatterPlace>, kind: MatterPaperKind) {
  const { trx, input, place, actor, post, now, today } = context;
  const { matter } = place;
  const issuedOn = input.issued_on;
  refuseDay(issuedOn, matter.receivedOn, today);
  const symbolBorne = await symbolToBear(trx, kind, matter, input);
  const asked = { code: matter.code, kind, side: input.side };
  const paper = await draftMatterPaper(trx, actor, asked, { day: issuedOn, today });
  const { id, symbol } = await issueDocument(trx, {
    unitId: await paperWriter(trx, actor, matter.id, issuedOn),
    paper,
    issuedOn,
    symbol: symbolBorne,
    by: { actor, post, now, today },
    subject: { kind: "recommendation", id: matter.id },
  });
  return { id: matter.id, code: matter.code, document: id, symbol };
}

function refuseDay(issuedOn: string, receivedOn: string, today: string): void {
  const at = { field: "issued_on", values: { on: issuedOn } };
  if (issuedOn > today) throw new Problem(problems.in_the_future, at);
  if (issuedOn < receivedOn)
    throw new Problem(problems.before_receipt, { ...at, values: { on: issuedOn, received: receivedOn } });
}
