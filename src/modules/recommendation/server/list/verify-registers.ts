import type { DB } from "#db";
import { CENTRE_CODE } from "#modules/organization/unit.ts";
import { sql, type Kysely, type RawBuilder } from "kysely";
import { changeOf, countedAs, everywhere, tallies } from "./register-tallies.ts";

/** A register of which something is kept that its matters do not say: by the code of its unit, all together by that of the centre. */
export type RegisterAstray = { readonly code: string; readonly vi: string; readonly en: string };

const words: Record<(typeof tallies)[number], string> = {
  open: "đang mở",
  overdue: "quá hạn",
  due_week: "đến hạn trong tuần",
  unruled: "chờ kết luận",
  unassigned: "chờ giao việc",
  passed_up: "đã chuyển lên cấp trên",
  blocked: "vướng khách quan",
  answered: "đã trả lời",
  unsettled: "bà con chưa đồng ý",
  paper_replies: "trả lời trên giấy",
};

type Difference = {
  code: string;
  together: boolean;
  tally: string;
  lead: string | null;
  kept: number;
  counted: number;
};

/**
 * Counts the numbers kept of registers (decision 43) again from the present rows, for the day for which they were counted, with
 * what has changed since; and says whether every register was begun that has a matter. Where nothing was counted yet, no number
 * is kept.
 */
export async function verifyRegisters(db: Kysely<DB>): Promise<RegisterAstray[]> {
  const asOfOneMoment = db.transaction().setIsolationLevel("repeatable read").setAccessMode("read only");
  return asOfOneMoment.execute(async (trx) => {
    const notBegun = await sql<{ code: string }>`
      select u.code from unit u where exists (select from present_matter p where p.unit_id = u.id)
        and not exists (select from unit_register begun where begun.unit_id = u.id) order by u.code`.execute(
      trx,
    );
    const { day } = await trx.selectFrom("tally_day").select("day").executeTakeFirstOrThrow();
    const differences = day === null ? [] : (await differencesOn(day).execute(trx)).rows;
    return [
      ...notBegun.rows.map(({ code }) => ({
        code,
        vi: "có kiến nghị nhưng sổ chưa được mở",
        en: "has matters, and its register was not begun",
      })),
      ...differences.map(told),
    ];
  });
}

function told({ code, together, tally, lead, kept, counted }: Difference): RegisterAstray {
  const [inVietnamese, inEnglish] = together ? ["mọi sổ cộng lại: ", "all registers together: "] : ["", ""];
  const [vi, en] = lead
    ? [`quá hạn ở ${lead}`, `late with ${lead}`]
    : [words[tally as keyof typeof words], tally.replace("_", " ")];
  return {
    code,
    vi: `${inVietnamese}số “${vi}” là ${kept}, đếm lại là ${counted}`,
    en: `${inEnglish}the number “${en}” is ${kept}, counted again it is ${counted}`,
  };
}

/** Every number that differs, of each register and of all together. */
function differencesOn(day: string) {
  const each = (of: (name: (typeof tallies)[number]) => RawBuilder<unknown>) => sql.join(tallies.map(of));
  const tally = (name: string) => sql.ref(name);
  const summed = each((name) => sql`sum(${tally(name)}) as ${tally(name)}`);
  const both = each((name) => sql`(${name}, kept.${tally(name)}, counted.${tally(name)})`);
  const places = (unit: RawBuilder<unknown>) =>
    sql`cross join lateral (values (${unit}), (${everywhere})) place(id)`;
  const late = sql`p.is_open and p.class = 'in_hand' and p.due_on < ${day}::date and p.lead_id is not null and p.hidden is null`;
  return sql<Difference>`
    with kept as (
      select unit_id, hidden, ${summed} from (
        select unit_id, hidden, ${each(tally)} from register_tally
        union all
        select place.id, hidden, ${each((name) => changeOf(name, day))} from register_change c ${places(sql`c.unit_id`)}) one
      group by unit_id, hidden),
    counted as (
      select unit_id, hidden, ${summed} from (
        select place.id as unit_id, p.hidden is not null as hidden,
          ${each((name) => sql`${countedAs(name, day, sql<boolean>`true`)} as ${tally(name)}`)}
        from present_matter p ${places(sql`p.unit_id`)}) one
      group by unit_id, hidden),
    late_kept as (
      select unit_id, lead_id, sum(late) as late from (
        select unit_id, lead_id, late from late_tally
        union all
        select place.id, lead_id, in_hand from register_change c ${places(sql`c.unit_id`)}
          where lead_id is not null and not hidden and due_on < ${day}::date) one
      group by unit_id, lead_id),
    late_counted as (
      select place.id as unit_id, p.lead_id, count(*) as late from present_matter p ${places(sql`p.unit_id`)} where ${late}
      group by place.id, p.lead_id)
    select coalesce(u.code, ${CENTRE_CODE}) as code, differs.unit_id = ${everywhere} as together, tally, lead.code as lead, coalesce(differs.kept, 0)::int as kept,
      coalesce(differs.counted, 0)::int as counted
    from (
      select unit_id, null::uuid as lead_id, tally, number.kept, number.counted
        from kept full join counted using (unit_id, hidden)
        cross join lateral (values ${both}) number(tally, kept, counted)
      union all
      select unit_id, lead_id, 'late', late_kept.late, late_counted.late
        from late_kept full join late_counted using (unit_id, lead_id)) differs
    left join unit u on u.id = differs.unit_id left join unit lead on lead.id = differs.lead_id
    where coalesce(differs.kept, 0) <> coalesce(differs.counted, 0)
    order by 1, together, tally, lead`;
}
