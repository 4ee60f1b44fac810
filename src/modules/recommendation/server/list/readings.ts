import { inOrder, optionalDay, optionalOf, optionalText, optionalWholeNumber } from "#kernel/input.ts";
import { text } from "#platform/server/reading/answer-values.ts";
import { toldBy } from "#platform/server/reading/lean.ts";
import { reading } from "#platform/server/reading/reading.ts";
import { z } from "zod";
import { reportClasses } from "../../matter.ts";
import { statuses } from "../../status-transitions.ts";
import { lineAnswer } from "../matter-answers.ts";
import { leanMatters } from "./lean-list.ts";
import { listMatters, type MatterList } from "./list-matters.ts";
import type { MatterFilter } from "./matter-filter.ts";

/** What a page lets pass as not asked for is a mistake here: a program that filters must not be given everything. */
const listFilter = {
  view: z.enum(["all", "open", "overdue"]).default("all"),
  unit: optionalText(100),
  status: optionalOf(z.enum(statuses)),
  class: optionalOf(z.enum(reportClasses)),
  draft: optionalOf(z.enum(["drafted", "sent_back", "approved"])),
  unsettled: optionalOf(z.literal("yes")),
  paper_reply: optionalOf(z.literal("yes")),
  review: optionalOf(z.literal("waits")),
  promise: optionalOf(z.literal("moved")),
  own: optionalOf(z.enum(["yes", "given", "ours", "helping"])),
  due: optionalOf(z.literal("week")),
  lead: optionalText(100),
  field: optionalText(100),
  village: optionalText(100),
  conference: optionalOf(z.uuid()),
  itself: optionalOf(z.literal("yes")),
  from: optionalDay,
  to: optionalDay,
  requester: optionalText(200),
  text: optionalText(200),
} satisfies Record<keyof MatterFilter, z.ZodType>;

/** The shape of the keys that a list gives out. */
const listKey = optionalOf(z.string().regex(/^-?[0-2]_(infinity|\d{4}-\d\d-\d\d)_[0-9a-f-]{36}$/));

const listPage = {
  sort: optionalOf(z.enum(["due", "received"])),
  size: optionalWholeNumber(1, 200),
  after: listKey,
  before: listKey,
};

const listQuery = z.strictObject({ ...listFilter, ...listPage }).superRefine(inOrder);

function partAsked({ sort, size, after, before, ...filter }: z.output<typeof listQuery>) {
  return [filter, { sort: sort ?? "due", size: size ?? 20, after, before }] as const;
}

/** Written out, in the order of the shape: this is asked more than anything else. */
function listTold({ matters, previous, next }: MatterList) {
  const lines = matters.map((line) => ({
    code: line.code,
    hidden: line.hidden,
    excerpt: line.excerpt,
    unit_name: line.unitName,
    village_name: line.villageName,
    received_on: line.receivedOn,
    status: line.status,
    class: line.class,
    lead_name: line.leadName,
    due_on: line.dueOn,
    days_left: line.daysLeft,
  }));
  return { matters: lines, previous, next };
}

/** As a program reads it, by keys. */
const list = reading({
  name: "recommendations.list",
  title: { vi: "Danh sách kiến nghị được xem", en: "The recommendations that one may read" },
  query: listQuery,
  may: "each",
  api: {
    path: "/recommendations",
    answer: z.strictObject({ matters: z.array(lineAnswer), previous: text, next: text }),
  },
  async read({ db, actor, query, today }) {
    const [filter, page] = partAsked(query);
    return listTold(await listMatters(db, actor, filter, page, today));
  },
  async lean({ db, actor, query, today }) {
    const [filter, page] = partAsked(query);
    const question = await leanMatters(db, actor, filter, page, today);
    return question && toldBy(question, listTold);
  },
});

export const listReadings = { list };
