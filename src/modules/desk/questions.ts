/** What the lists of recommendations are asked, so that each number and its list are one question. */
export const deskQuestions = {
  overdue: { view: "overdue", own: "ours" },
  dueWeek: { due: "week", own: "ours" },
  unruled: { status: "awaiting_ruling", own: "ours" },
  unassigned: { status: "awaiting_assignment", own: "ours" },
  unsettled: { unsettled: "yes", own: "ours" },
  paperReplies: { paper_reply: "yes", own: "ours" },
  open: { view: "open", own: "ours" },
  blocked: { class: "blocked", own: "ours" },
  passedUp: { class: "passed_up", own: "ours" },
  given: { view: "open", own: "given" },
  answered: { status: "answered", own: "ours" },
  toApprove: { draft: "drafted", own: "yes" },
  duties: { own: "helping" },
  sentBack: { draft: "sent_back", own: "yes" },
  toIssue: { draft: "approved", own: "yes" },
} as const;
export type DeskQuestion = keyof typeof deskQuestions;

/** What is past its date and led by an agency. */
export const lateQuestion = (lead: string) => ({ view: "overdue", lead }) as const;

/** The lists in which what is due next comes first. */
const byDate: readonly DeskQuestion[] = ["dueWeek", "given", "duties", "toApprove", "toIssue"];

const listHref = (asked: Readonly<Record<string, string>>): string =>
  `/recommendations?${new URLSearchParams(asked).toString()}`;

/** What is held and waits for its reviewer. */
export const heldQuestion = { review: "waits" } as const;

export const heldHref = listHref(heldQuestion);

/** Where a number of the desk leads: the very question by which it was counted. */
export const figureHref = (name: DeskQuestion): string =>
  listHref({ ...deskQuestions[name], ...(byDate.includes(name) && { sort: "due" }) });

export const lateHref = (lead: string): string => listHref(lateQuestion(lead));
