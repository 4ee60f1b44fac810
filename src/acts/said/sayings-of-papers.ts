import { dayAsRead } from "#kernel/day-as-read.ts";
import * as attachment from "#modules/attachment/server/index.ts";
import * as conclusion from "#modules/conclusion/server/index.ts";
import * as document from "#modules/document/server/index.ts";
import { sideWords } from "#modules/document/words.ts";
import * as handover from "#modules/handover/server/index.ts";
import * as planning from "#modules/planning/server/index.ts";
import * as register from "#modules/register/server/index.ts";
import { issueReport } from "#modules/report/server/index.ts";
import { listed, type Called } from "./called.store.ts";
import { say } from "./said.ts";
import { saying, withinSentence, type Saying } from "./saying.ts";

type At = { readonly id: string; readonly called: string };

/** What files were attached to, as a sentence calls it. */
const whereOf = {
  matter: ({ called }: At) => ({ vi: `kiến nghị ${called}`, en: `matter ${called}` }),
  conference: async ({ id }: At, called: Called) => {
    const { day, unit } = await called.conference(id);
    return { vi: `hội nghị ngày ${day} của ${unit}`, en: `the conference of ${unit} on ${day}` };
  },
  document: async ({ id }: At, called: Called) => {
    const symbol = await called.document(id);
    return { vi: `văn bản ${symbol}`, en: `document ${symbol}` };
  },
};

/** What is said of files, of each thing that they can be attached to. */
const sayingsOfFiles: readonly Saying[] = [
  saying(attachment.attachToMatter, ({ output }) =>
    say("files_attach", { count: output.attached.length, where: whereOf.matter(output) }),
  ),
  saying(attachment.attachToConference, async ({ output, called }) =>
    say("files_attach", { count: output.attached.length, where: await whereOf.conference(output, called) }),
  ),
  saying(attachment.attachToDocument, async ({ output, called }) =>
    say("files_attach", { count: output.attached.length, where: await whereOf.document(output, called) }),
  ),
  saying(attachment.removeFromMatter, ({ output }) => say("files_remove", { where: whereOf.matter(output) })),
  saying(attachment.removeFromConference, async ({ output, called }) =>
    say("files_remove", { where: await whereOf.conference(output, called) }),
  ),
  saying(attachment.removeFromDocument, async ({ output, called }) =>
    say("files_remove", { where: await whereOf.document(output, called) }),
  ),
  saying(attachment.approveOfMatter, ({ input, output }) =>
    say(input.approved ? "files_approve" : "files_withhold", { where: whereOf.matter(output) }),
  ),
  saying(attachment.approveOfConference, async ({ input, output, called }) =>
    say(input.approved ? "files_approve" : "files_withhold", {
      where: await whereOf.conference(output, called),
    }),
  ),
  saying(attachment.approveOfDocument, async ({ input, output, called }) =>
    say(input.approved ? "files_approve" : "files_withhold", {
      where: await whereOf.document(output, called),
    }),
  ),
];

/** Notices of conclusion, plans, reports, registers: what is written, issued and handed over. */
export const sayingsOfPapers: readonly Saying[] = [
  ...sayingsOfFiles,
  saying(conclusion.draftNotice, async ({ output, called }) =>
    say("notice_draft", { count: output.lines, ...(await called.conference(output.conference)) }),
  ),
  saying(conclusion.changeDraft, async ({ input, output, called }) => {
    const { filled } = output;
    if (filled) return say("notice_fill", filled);
    const lines = input.put.map(({ matter }) => matter);
    if (lines.length > 0) return say("notice_line", { codes: listed(lines) });
    if (input.remove.length > 0) return say("notice_remove", { codes: listed(input.remove) });
    if (input.add.length > 0) return say("notice_add", { codes: listed(input.add) });
    return say("notice_words", await called.conference(output.conference));
  }),
  saying(conclusion.discardDraft, async ({ output, called }) =>
    say("notice_discard", await called.conference(output.conference)),
  ),
  saying(conclusion.issueNotice, ({ output }) =>
    say("notice_issue", {
      symbols: output.papers.map(({ symbol }) => symbol).join(", "),
      count: output.assigned,
    }),
  ),
  saying(conclusion.amendNotice, async ({ output, called }) =>
    say("notice_amend", { edition: output.edition, ...(await called.conference(output.conference)) }),
  ),
  saying(conclusion.approvePublic, ({ input }) =>
    say("public_approve", { codes: listed([...new Set(input.versions.map(({ matter }) => matter))]) }),
  ),
  saying(conclusion.publishResults, async ({ output, called }) =>
    say("publish", { on: dayAsRead(output.on), ...(await called.conference(output.id)) }),
  ),
  saying(issueReport, async ({ input, output, called }) =>
    say("report_issue", {
      symbol: output.symbol,
      unit: await called.unit(output.unit),
      from: dayAsRead(input.from),
      to: dayAsRead(input.to),
    }),
  ),
  saying(planning.draftPlan, async ({ output, called }) => say("plan_draft", await called.plan(output.id))),
  saying(planning.changeDraft, async ({ output, called }) =>
    say("plan_change", await called.plan(output.id)),
  ),
  saying(planning.issuePlan, async ({ output: { id, symbol }, called }) => {
    const plan = await called.plan(id);
    return symbol ? say("plan_issue_symbol", { ...plan, symbol }) : say("plan_issue", plan);
  }),
  saying(planning.amendPlan, async ({ output, called }) => say("plan_amend", await called.plan(output.id))),
  saying(planning.discardDraft, async ({ output: { unit, year }, called }) =>
    say("plan_discard", { year, unit: await called.unit(unit) }),
  ),
  saying(handover.recordHandOver, async ({ input, output, called }) =>
    say("hand_over", { count: output.count, unit: await called.unit(input.from) }),
  ),
  saying(document.setOffice, async ({ input, called }) =>
    say("office", { unit: await called.unit(input.unit), side: withinSentence(sideWords[input.side]) }),
  ),
  saying(register.importRegister, ({ output: { counts } }) => {
    const made = Object.values(counts).map(({ created }) => created);
    return say("register_import", { count: made.reduce((sum, each) => sum + each, 0) });
  }),
];
