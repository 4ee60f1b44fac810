import { optionalPaperNumber } from "#kernel/paper-number.ts";
import { personIdOf } from "#kernel/actor.ts";
import type { DB } from "#db";
import { dayInput } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { markStepDone, stepsDoneOf } from "#modules/conference/server/index.ts";
import type { IssuedBy } from "#modules/document/server/index.ts";
import { assignMatter } from "#modules/recommendation/server/index.ts";
import { act } from "#platform/server/act/act.ts";
import type { Transaction } from "kysely";
import { z } from "zod";
import { mayIssueConclusion } from "../permissions.ts";
import { conclusionProblems as problems } from "../problems.ts";
import { lineWork } from "./line-faults.ts";
import { lineRowsOf, replaceLines } from "./line.store.ts";
import {
  assignmentOf,
  faultsOfTasks,
  nothingToIssue,
  refuseFaults,
  tasksOf,
  type Tasks,
} from "./line-tasks.ts";
import { noticeInput, versionInput } from "./notice-input.ts";
import { factsOfNotice, issuePapers } from "./notice-papers.ts";
import { placeOfNotice, refuseUnlessDraft } from "./notice.store.ts";

const sides = z.enum(["party", "government"]);

/**
 * The notice binds from here on: its papers are numbered, its lines assigned, the clocks run and the agencies are
 * told. All of it in one transaction; a line whose matter or unit has changed meanwhile stops the whole, named.
 */
export const issueNotice = act({
  name: "conclusion.issue",
  title: { vi: "Ban hành thông báo kết luận", en: "Issue the notice of conclusion" },
  may: mayIssueConclusion,
  input: z.strictObject({
    notice: noticeInput,
    expected_version: versionInput,
    issued_on: dayInput,
    sides: z.preprocess(
      (value) => (typeof value === "string" && value !== "" ? value.split(",") : value),
      z.array(sides).min(1).max(2),
    ),
    /** Numbers that the papers bear already; otherwise the next of their series. */
    party_symbol: optionalPaperNumber(100),
    government_symbol: optionalPaperNumber(100),
  }),
  problems,
  place: (context) => placeOfNotice(context, context.input.notice),
  async run({ trx, input, place: { notice, conference, unitId }, actor, post, now, today }) {
    refuseUnlessDraft(notice, input.expected_version);
    const issuedOn = input.issued_on;
    if (issuedOn > today)
      throw new Problem(problems.issued_in_the_future, { field: "issued_on", values: { on: issuedOn } });
    const work = await tasksOf(trx, notice, issuedOn, true);
    refuseEarly(issuedOn, work.amends?.issued_on ?? conference.held_on);
    const nothing = nothingToIssue(notice, work);
    if (nothing) throw new Problem(problems[nothing]);
    const by = { actor, post, now, today };
    const chosen = [...new Set(input.sides)].map((side) => ({
      side,
      symbol: input[`${side}_symbol`] ?? null,
    }));
    const facts = await factsOfNotice(trx, notice, work, today);
    const about = { unitId, notice, amends: work.amends, issuedOn, by };
    const papers = await issuePapers(trx, about, facts, chosen);
    const symbol = papers.map((paper) => paper.symbol).join(", ");
    const assigned = await assignLines(trx, work, { symbol, issuedOn, by });
    await keepMergedLines(trx, notice.id, work);
    const version = notice.version + 1;
    await trx
      .updateTable("notice_of_conclusion")
      .set({ version, issued_on: issuedOn, issued_recorded_at: now.toString() })
      .where("id", "=", notice.id)
      .execute();
    await tickOff(trx, conference.id, issuedOn, by);
    const { id, edition } = notice;
    return { id, conference: conference.id, edition, version, assigned, papers };
  },
});

function refuseEarly(issuedOn: string, notBefore: string): void {
  if (issuedOn < notBefore)
    throw new Problem(problems.issued_before, { field: "issued_on", values: { on: notBefore } });
}

type Issuing = { readonly symbol: string; readonly issuedOn: string; readonly by: IssuedBy };

/** Assigns what the notice gives anew; answers how many. @throws Problem naming every line that cannot be */
async function assignLines(
  trx: Transaction<DB>,
  { tasks, units }: Tasks,
  { symbol, issuedOn, by: { actor, post, now, today } }: Issuing,
): Promise<number> {
  const personId = personIdOf(actor);
  const recording = { now, today, on: issuedOn, personId, postId: post?.id ?? null };
  let assigned = 0;
  const faults = await faultsOfTasks(tasks, async (task) => {
    const { change, matter } = task;
    if (lineWork(task, units, issuedOn) === "stands") return;
    await assignMatter(trx, matter!, assignmentOf(change.after, symbol), recording);
    assigned += 1;
  });
  refuseFaults(faults);
  return assigned;
}

/** The edition keeps its lines as its paper has them, those of merged matters with what was taken from where they go on. */
async function keepMergedLines(
  trx: Transaction<DB>,
  noticeId: string,
  { tasks, units }: Tasks,
): Promise<void> {
  const ids = new Map([...units].map(([id, { code }]) => [code, id]));
  const rows = await lineRowsOf(trx, noticeId);
  const lines = rows.map((row, index) => {
    const { change, goesOn } = tasks[index]!;
    const { task, lead, dueOn, coordinators } = change.after;
    if (!goesOn) return { ...row, task };
    const helpers = coordinators.map(({ unit, ...one }) => ({ ...one, unitId: ids.get(unit)! }));
    return { ...row, task, dueOn, leadId: lead && ids.get(lead)!, coordinators: helpers };
  });
  if (tasks.some(({ goesOn }, index) => goesOn !== null || lines[index]!.task !== rows[index]!.task))
    await replaceLines(trx, noticeId, lines);
}

/** The step of the checklist is done with the first edition, unless the office ticked it off before. */
async function tickOff(trx: Transaction<DB>, conferenceId: string, on: string, by: IssuedBy): Promise<void> {
  const step = "notice_of_conclusion";
  if ((await stepsDoneOf(trx, conferenceId)).some((done) => done.step === step)) return;
  const personId = personIdOf(by.actor);
  await markStepDone(trx, { conferenceId, step, on, personId, now: by.now });
}
