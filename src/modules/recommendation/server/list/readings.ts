import { inOrder, optionalWholeNumber } from "#kernel/input.ts";
import { text } from "#platform/server/reading/answer-values.ts";
import { toldBy } from "#platform/server/reading/lean.ts";
import { reading } from "#platform/server/reading/reading.ts";
import { z } from "zod";
import { lineAnswer } from "../matter-answers.ts";
import { askedList, listKey } from "./asked-list.ts";
import { leanMatters } from "./lean-list.ts";
import { listMatters, type MatterList } from "./list-matters.ts";

const listQuery = z
  .strictObject({
    ...askedList.shape,
    size: optionalWholeNumber(1, 200),
    after: listKey,
    before: listKey,
  })
  .superRefine(inOrder);

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
