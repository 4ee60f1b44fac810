import type { DB } from "#db";
import { sql, type Transaction } from "kysely";
import { repliesWith, type AnswerAbove } from "../../answers-together.ts";
import { lastFact } from "../../by-day.ts";
import { isOpen, type MatterEvent } from "../../matter.ts";
import { moveRows } from "../../moves/move-rows.ts";
import { openAbove } from "../matter/open-above.ts";
import { matterById, mergedInto, type Matter } from "../matter/recommendation.store.ts";

/** Whether a unit above still owes an answer to a matter below, besides one matter above. */
export async function isOwedMore(
  trx: Transaction<DB>,
  below: Pick<Matter, "id">,
  besides?: Pick<Matter, "id" | "goesOnId">,
): Promise<boolean> {
  const owed = await openAbove(trx, [below.id]);
  return owed.some(({ id }) => id !== besides?.id && id !== besides?.goesOnId);
}

/**
 * What units above have said of a matter below, or of what was merged into it, and nobody has told there yet, since something
 * else was owed; in the order in which it was said.
 */
export async function untoldAnswers(trx: Transaction<DB>, below: Matter): Promise<AnswerAbove[]> {
  const raised = [below.id, ...(await mergedInto(trx, below.id))];
  const { rows } = await sql<{ id: string }>`
    select distinct p.goes_on_id as id from recommendation child
    join present_matter p on p.recommendation_id = child.id
    join present_matter there on there.recommendation_id = p.goes_on_id
    where child.forwarded_from_id = any(${raised}::uuid[]) and child.taken_back_at is null
      and not there.is_open and there.hidden is null order by 1`.execute(trx);
  if (rows.length === 0) return [];
  const told = (await Promise.all(raised.map((id) => matterById(trx, id)))).flatMap(({ events }) =>
    events.filter(({ act }) => act === "reply_from_above"),
  );
  const answers = [];
  for (const { id } of rows) answers.push(...answerOf(await matterById(trx, id)));
  return answers
    .filter((answer) => !told.some((reply) => isToldBy(reply, answer)))
    .toSorted((one, other) => (one.on < other.on ? -1 : 1));
}

function isToldBy(reply: MatterEvent, { text, symbol }: AnswerAbove): boolean {
  if (text === null) return (reply.symbol ?? null) === symbol;
  return repliesWith(reply.text ?? null, text);
}

/** What a matter that has ended said last; nothing where it has no words. */
function answerOf({ code, events, state }: Matter): AnswerAbove[] {
  const ending = isOpen(state.class)
    ? undefined
    : lastFact(events, ({ act }) => moveRows[act].lastWord !== null);
  if (!ending) return [];
  const text = (moveRows[ending.act].lastWord === "rejection" ? ending.reason : ending.text) ?? null;
  const outcome = moveRows[ending.act].lastWord === "rejection" ? "refused" : (ending.outcome ?? "explained");
  const symbol = ending.symbol ?? null;
  return text === null && symbol === null ? [] : [{ code, on: ending.on, outcome, text, symbol }];
}
