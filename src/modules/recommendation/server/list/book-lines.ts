import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { readScope, unitName } from "#modules/organization/server/index.ts";
import { sql, type Kysely } from "kysely";
import { moveRows } from "../../moves/move-rows.ts";
import type { BookLine } from "../../register-book.ts";
import type { Move } from "../../status-transitions.ts";
import { rulingOf } from "../matter/ruling-of.ts";
import { comesBefore, latestFirst } from "../moves/latest-first.ts";
import { toldWithout } from "../sight/told-without.ts";
import { namesWithheldIn } from "../sight/visibility.ts";
import type { MatterLine } from "./list-matters.ts";

/** Moves that say why a matter stands as it does, to all who read it. */
const saysWhy = (
  ["schedule", "block", "extend", "refuse_extension", "return", "reject", "reopen", "close"] as const
).filter((move) => moveRows[move].wordsFor === "readers") satisfies readonly Move[];

type Besides = Pick<BookLine, "promisedOn" | "why" | "passedTo">;

/**
 * Lines of a list as the register book has them: besides with the day that was first promised or given, why it stands as it does,
 * and to whom it was passed upward. One question for a part of the list; of what is out of sight nothing is asked.
 */
export async function bookLines(
  db: Kysely<DB>,
  actor: Actor,
  matters: readonly MatterLine[],
  today: string,
): Promise<BookLine[]> {
  const codes = matters.flatMap(({ code, hidden }) => (hidden ? [] : [code]));
  const besides = codes.length > 0 ? await besidesOf(db, actor, codes, today) : new Map<string, Besides>();
  return matters.map((line) => ({ ...line, ...(besides.get(line.code) ?? nothing) }));
}

const nothing: Besides = { promisedOn: null, why: null, passedTo: null };

async function besidesOf(db: Kysely<DB>, actor: Actor, codes: readonly string[], today: string) {
  const scope = await readScope(db, actor);
  const { rows } = await sql<Besides & { code: string; namesWithheld: readonly string[] }>`
    select r.code, ${namesWithheldIn(scope, today)} as "namesWithheld",
      coalesce(ruled.due_on, (select e.due_on from standing_event e where e.recommendation_id = r.id and e.act = 'assign'
        and e.due_on is not null order by e.on_date, e.sequence limit 1)) as "promisedOn",
      (select e.reason from standing_event e where e.recommendation_id = r.id and e.act = any(${[...saysWhy]}::text[])
        and e.reason is not null order by ${latestFirst("e")} limit 1) as why,
      (select coalesce(${unitName(sql`up.to_unit_id`, sql`${today}::date`)}, up.to_text) from standing_event up
        where up.recommendation_id = r.id and up.act = 'forward_up'
          and not exists (select from standing_event later where later.recommendation_id = r.id
            and later.act in ('assign', 'rule') and ${comesBefore("up", "later")})
        order by ${latestFirst("up")} limit 1) as "passedTo"
    from recommendation r join unit u on u.id = r.unit_id left join lateral ${rulingOf(sql`r.id`)} ruled on true
    where r.code = any(${[...codes]}::text[])`.execute(db);
  return new Map(rows.map(({ code, ...row }) => [code, toldWithout(row, ["why", "passedTo"])] as const));
}
