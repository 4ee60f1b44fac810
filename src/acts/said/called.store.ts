import type { DB } from "#db";
import type { Capacity } from "#kernel/actor.ts";
import { dayAsRead } from "#kernel/day-as-read.ts";
import { unitName } from "#modules/organization/server/index.ts";
import { sql, type Kysely, type RawBuilder } from "kysely";

/**
 * What the things are called to which an act was done, for the sentence that says so: asked by who has just done it, in
 * one question each. What has no name is called nothing.
 */
export function calledIn(db: Kysely<DB>, today: string) {
  const named = (unitId: RawBuilder<unknown>) => unitName(unitId, sql`${today}::date`);
  const first = async <Row>(question: RawBuilder<Row>): Promise<Row | undefined> =>
    (await question.execute(db)).rows[0];
  const name = async (question: RawBuilder<{ name: string | null }>) => (await first(question))?.name ?? "";

  /** The day of a conference and its unit, of the one that a condition finds. */
  const conferenceWhere = async (condition: RawBuilder<unknown>) => {
    const found = await first(sql<{ day: string; unit: string }>`
      select c.held_on::text as day, ${named(sql`c.unit_id`)} as unit from conference c where ${condition}`);
    return { day: dayAsRead(found?.day ?? ""), unit: found?.unit ?? "" };
  };

  return {
    unit: (code: string) => name(sql`select ${named(sql`u.id`)} as name from unit u where u.code = ${code}`),
    units: async (codes: readonly string[]) => {
      const found = sql<{ name: string }>`
        select ${named(sql`u.id`)} as name from unit u where u.code = any(${codes}::text[])
        order by array_position(${codes}::text[], u.code) limit 6`;
      return listed(
        (await found.execute(db)).rows.map((row) => row.name),
        codes.length,
      );
    },
    person: (id: string) => name(sql`select full_name as name from person where id = ${id}`),
    field: (code: string) => name(sql`select name from field where code = ${code}`),
    rule: (code: string) => name(sql`select name from deadline_rule where code = ${code}`),
    filter: (id: string) => name(sql`select name from saved_filter where id = ${id}`),
    token: (id: string) => name(sql`select label as name from api_token where id = ${id}`),
    conference: (id: string) => conferenceWhere(sql`c.id = ${id}`),
    /** Of a draft that was discarded there is nothing left to ask: its conference is known. */
    notice: async (id: string) => {
      const found = await first(
        sql<{ conference_id: string }>`select conference_id from notice_of_conclusion where id = ${id}`,
      );
      return conferenceWhere(sql`c.id = ${found?.conference_id ?? null}`);
    },
    document: (id: string) => name(sql`select symbol as name from issued_document where id = ${id}`),
    turn: async (id: string) => {
      const found = await first(sql<{ position: number }>`select position from turn where id = ${id}`);
      return found?.position ?? 0;
    },
    invitation: async (id: string) => {
      const found = await first(sql<{ name: string | null; day: string }>`
        select coalesce(i.name, ${named(sql`i.unit_id`)}) as name, c.held_on::text as day
        from conference_invitation i join conference c on c.id = i.conference_id where i.id = ${id}`);
      return { name: found?.name ?? "", day: dayAsRead(found?.day ?? "") };
    },
    draftRequest: async (id: string) => {
      const found = await first(sql<{ code: string; unit: string }>`
        select r.code, ${named(sql`d.agency_id`)} as unit
        from draft_request d join recommendation r on r.id = d.recommendation_id where d.id = ${id}`);
      return { code: found?.code ?? "", unit: found?.unit ?? "" };
    },
    plan: async (id: string) => {
      const found = await first(sql<{ year: number; unit: string }>`
        select p.year, ${named(sql`p.unit_id`)} as unit from plan p where p.id = ${id}`);
      return { year: found?.year ?? "", unit: found?.unit ?? "" };
    },
    offer: async (id: string) => {
      const found = await first(sql<{ capacity: Capacity; unit: string }>`
        select p.capacity, ${named(sql`p.unit_id`)} as unit from post_offer p where p.id = ${id}`);
      return found ?? null;
    },
    post: async (id: string) => {
      const found = await first(sql<{ capacity: Capacity; unit: string; name: string }>`
        select p.capacity, ${named(sql`p.unit_id`)} as unit, o.full_name as name
        from post p join person o on o.id = p.person_id where p.id = ${id}`);
      return found ?? null;
    },
  };
}

export type Called = ReturnType<typeof calledIn>;

const MOST_LISTED = 6;

/** The first few of a list, and that there are more. */
export function listed(names: readonly string[], all = names.length): string {
  const shown = names.slice(0, MOST_LISTED).join(", ");
  return all > MOST_LISTED ? `${shown}…` : shown;
}
