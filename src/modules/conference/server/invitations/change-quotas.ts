import { wholeNumber } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import type { DB } from "#db";
import { unitName } from "#modules/organization/server/index.ts";
import { sql, type Transaction } from "kysely";
import { z } from "zod";
import { lifeOf } from "../../conference.ts";
import { mayInvite } from "../../permissions.ts";
import { conferenceProblems as problems } from "../../problems.ts";
import { conferenceAct } from "../life/conference-act.ts";
import { leaveWord } from "../leave-word.ts";

const quota = wholeNumber(1, 10_000);
const change = z.strictObject({
  invitation: z.uuid(),
  quota,
  /** The number that was being looked at: another secretary may have changed it meanwhile. */
  expected_quota: quota,
});
type Change = z.output<typeof change>;

/** For how many the invitations are, some of them at once; what was changed by another meanwhile is told, not undone. */
export const changeQuotas = conferenceAct({
  name: "conference.change_quotas",
  title: { vi: "Sửa số đại biểu được mời", en: "Change how many are invited" },
  may: mayInvite,
  input: z.strictObject({ conference: z.uuid(), changes: z.array(change).max(1000) }),
  async run(context) {
    const { trx, input, now } = context;
    const { conference } = context.place;
    if (lifeOf(conference) === "called_off") throw new Problem(problems.was_called_off);
    const changes = [];
    for (const each of input.changes) {
      const before = await changeQuota(trx, conference.id, each, now);
      if (before !== each.quota) changes.push({ invitation: each.invitation, before });
    }
    if (changes.length > 0) {
      await leaveWord(context, "conference.quota_changed", { conference: conference.id, changes });
    }
    return { id: conference.id, changed: changes.length };
  },
});

/** Answers the number before, which is kept: a paper of before has it. */
async function changeQuota(
  trx: Transaction<DB>,
  conferenceId: string,
  asked: Change,
  now: Temporal.Instant,
): Promise<number> {
  const { rows } = await sql<{ name: string; quota: number; named: number }>`
    select i.quota, coalesce(i.name, ${unitName(sql`i.unit_id`, sql`c.held_on`)}, '') as name,
      (select count(*)::int from delegate d where d.invitation_id = i.id and d.withdrawn_at is null) as named
    from conference_invitation i join conference c on c.id = i.conference_id
    where i.id = ${asked.invitation} and i.conference_id = ${conferenceId} and i.withdrawn_at is null
    for update of i`.execute(trx);
  const [found] = rows;
  if (!found) throw new Problem(problems.invitation_not_found);
  if (found.quota === asked.quota) return found.quota;
  const { name, quota: present, named } = found;
  if (present !== asked.expected_quota) {
    throw new Problem(problems.quota_changed_meanwhile, {
      field: "changes",
      values: { name, quota: present },
    });
  }
  if (named > asked.quota) {
    throw new Problem(problems.quota_below_named, { field: "changes", values: { name, named } });
  }
  await trx
    .insertInto("conference_invitation_quota")
    .values({ invitation_id: asked.invitation, quota: present, superseded_at: now.toString() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await trx
    .updateTable("conference_invitation")
    .set({ quota: asked.quota })
    .where("id", "=", asked.invitation)
    .execute();
  return present;
}
