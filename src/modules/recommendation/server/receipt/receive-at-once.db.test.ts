import { renameUnit } from "#modules/organization/server/index.ts";
import { performOn } from "#acts/perform.ts";
import { matterCode } from "#kernel/identifier.ts";
import { cleanText, searchKey } from "#kernel/vietnamese-text.ts";
import { structureEdition } from "#platform/server/database/remembered.ts";
import type { DB } from "#db";
import fc from "fast-check";
import { Kysely, PostgresDialect, sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../../tests/support/database.ts";
import { hostileTexts } from "../../../../../tests/support/hostile-texts.ts";
import { receive } from "../index.ts";

// What comes in is written in one statement, by whoever was recognised in the present edition of the structure.

const { db, pool } = await testDatabase();
const asked: string[] = [];
const perform = performOn(
  new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    log: ({ query }) => void asked.push(query.sql),
  }),
);

/** `lost` is a sequence, which no rollback takes back: so many commits of what is in the book “lost” are lost. */
await sql`create sequence lost`.execute(db);
await sql`create function lose_connection() returns trigger language plpgsql as $$
  begin
    if nextval('lost') <= 2 then perform pg_terminate_backend(pg_backend_pid()); end if;
    return null;
  end $$`.execute(db);

let cast: Cast;
let office: Awaited<ReturnType<Cast["holder"]>>;
beforeAll(async () => {
  cast = await buildCast(db);
  office = await cast.holder("office_secretary", "A");
  await perform(receive, said, await request()); // the first of its unit: a register begins, which is of the structure
  await perform(receive, said, await request()); // brings into memory what it asks
});
beforeEach(() => void (asked.length = 0));

const said = { unit: "A", field: "giao_thong", received_on: today, text: "Đường hỏng", raised_by: "Bà Tư" };

async function presentEdition(): Promise<string> {
  const { rows } = await sql<{ edition: string }>`select ${structureEdition} as edition`.execute(db);
  return rows[0]!.edition;
}

const request = async (more: object = {}) => ({
  actor: { ...office, edition: await presentEdition() },
  now: noon,
  ...more,
});

const statements = () => asked.filter((text) => !/^(begin|commit|rollback)/.test(text)).length;

/** All rows that a matter has left, without what is another each time. */
async function rowsOf(id: string): Promise<unknown> {
  const { rows } = await sql<{ rows: unknown }>`
    select jsonb_build_object(
      'matter', (select to_jsonb(r) - array['id', 'code', 'search'] from recommendation r where r.id = m.id),
      'coded', m.code = (select code from recommendation where id = m.id),
      'requesters', (select jsonb_agg(to_jsonb(q) - array['id', 'recommendation_id'] order by position) from requester q where q.recommendation_id = m.id),
      'periods', (select jsonb_agg(to_jsonb(p) - array['id', 'recommendation_id'] order by ordinal) from state_period p where p.recommendation_id = m.id),
      'present', (select to_jsonb(p) - array['recommendation_id', 'goes_on_id'] || jsonb_build_object('self', goes_on_id = recommendation_id) from present_matter p where p.recommendation_id = m.id),
      'derived', (select to_jsonb(p) - array['recommendation_id', 'goes_on_id', 'sort_due_on'] from present_matters_of(array[m.id]) p),
      'withheld', names_withheld(array[m.id]),
      'words', (select jsonb_agg(jsonb_build_object('topic', topic, 'of', payload ->> 'recommendation' = m.id::text) order by topic) from outbox where payload ->> 'recommendation' = m.id::text),
      'audit', (select jsonb_agg(to_jsonb(a) - array['id', 'subject_id']) from audit_entry a where a.subject_id = m.id)) as rows
    from recommendation m where m.id = ${id}`.execute(db);
  return rows[0]!.rows;
}

const arbitrary = fc.record({
  kind: fc.constantFrom("recommendation", "report", "question", "praise", "complaint"),
  channel: fc.constantFrom("reception", "letter", "portal"),
  naming: fc.constantFrom("named", "secretariat_only", "anonymous"),
  text: fc.oneof(
    fc.constantFrom(...hostileTexts, "’Abc y", "´ H'leo", "\u0301a y", "Quý"),
    fc.string({ unit: "binary", minLength: 1 }),
  ),
  raised_by: fc.option(fc.constantFrom("Bà Tư", "H'Bĩa Niê", " "), { nil: undefined }),
  village: fc.option(fc.constantFrom("A-1", "A-2"), { nil: undefined }),
  received_on: fc.constantFrom(today, "2026-01-15", "2025-12-31"),
});

describe("what comes in at once", () => {
  test("takes one statement", async () => {
    await perform(receive, said, await request());
    expect(asked).toHaveLength(1);
    asked.length = 0;
    await perform(receive, said, await request({ idempotencyKey: "one-statement" }));
    expect(asked).toHaveLength(1);
  });

  test("leaves the rows that the usual way leaves, and that the database derives", async () => {
    await fc.assert(
      fc.asyncProperty(arbitrary, async (more) => {
        fc.pre(cleanText(more.text) !== "" && !(more.naming === "anonymous" && more.raised_by?.trim()));
        const input = { ...said, ...more };
        const { actor, now } = await request();
        const { edition: _, ...unremembered } = actor;
        const usual = await perform(receive, input, { actor: unremembered, now });
        const atOnce = await perform(receive, input, { actor, now });
        const rows = (await rowsOf(atOnce.id)) as { present: object; derived: object; matter: object };
        expect(rows).toEqual(await rowsOf(usual.id));
        expect(rows.present).toMatchObject({ ...rows.derived, ...leftToTheDatabase });
        const row = await db
          .selectFrom("recommendation")
          .selectAll()
          .where("id", "=", atOnce.id)
          .executeTakeFirstOrThrow();
        expect(row.search).toBe(searchKey(`${row.code} ${row.text}`));
        expect(atOnce).toMatchObject({ id: row.id, code: row.code });
      }),
      { numRuns: 60 },
    );
  });

  test("has the next number of its unit in the year, also the ten thousandth", async () => {
    await sql`update recommendation_counter set last = 9998 where unit_id = ${cast.unit("A")} and year = 2026`.execute(
      db,
    );
    const codes = [];
    for (let n = 0; n < 3; n++) codes.push((await perform(receive, said, await request())).code);
    expect(codes).toEqual([9999, 10000, 10001].map((number) => matterCode("A", 2026, number)));
    expect(statements()).toBe(3);
  });

  test("is sent again as often as one likes, also at the same moment, and comes in once, without a gap", async () => {
    const first = await perform(receive, said, await request());
    const keyed = await request({ idempotencyKey: "sent-again" });
    const answers = await Promise.all(Array.from({ length: 8 }, () => perform(receive, said, keyed)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const next = await perform(receive, said, await request());
    expect([first, answers[0]!, next].map(({ code }) => Number(code.split("-")[2]))).toEqual(
      [0, 1, 2].map((more) => Number(first.code.split("-")[2]) + more),
    );
    await expect(perform(receive, { ...said, text: "Khác" }, keyed)).rejects.toMatchObject({
      definition: { code: "act.key_used_for_other_input" },
    });
  });

  test("changes the numbers of its register as what comes in the usual way does", async () => {
    const changes = async () =>
      (
        await sql<Record<string, unknown>>`
          delete from register_change returning to_jsonb(register_change) as change`.execute(db)
      ).rows;
    const { actor, now } = await request();
    const { edition: _, ...unremembered } = actor;
    await changes();
    await perform(receive, said, { actor: unremembered, now });
    const usual = await changes();
    await perform(receive, said, { actor, now });
    expect(usual).toHaveLength(1);
    expect(await changes()).toEqual(usual);
  });

  test("is told to nobody, and leaves no work to anybody", async () => {
    const { id } = await perform(receive, said, await request());
    const { rows } = await sql<{ waits: boolean }>`
      select processed_at is null as waits from outbox where payload ->> 'recommendation' = ${id}`.execute(
      db,
    );
    expect(rows).toEqual([{ waits: false }]);
  });

  test("begins the register of its unit, whose first it is", async () => {
    const chair = await cast.holder("office_secretary", "B");
    const registers = async () =>
      (
        await sql<{ n: number }>`
          select count(*)::int as n from unit_register where unit_id = ${cast.unit("B")}`.execute(db)
      ).rows[0]!.n;
    const first = async () => {
      const edition = await presentEdition();
      await perform(receive, { ...said, unit: "B" }, { actor: { ...chair, edition }, now: noon });
      return [await registers(), (await presentEdition()) === edition];
    };
    expect(await registers()).toBe(0);
    expect([await first(), await first()]).toEqual([
      [1, false],
      [1, true],
    ]);
  });

  test("of whoever was recognised before the structure changed is judged by what it is now", async () => {
    const before = await request();
    await cast.perform(
      renameUnit,
      { unit: "A", name: "Xã An mới", on: today },
      { actor: cast.system, now: noon },
    );
    expect(await perform(receive, said, before)).toHaveProperty("code");
    expect(statements()).toBeGreaterThan(1);
  });

  test("of whom no post allows it is refused as ever", async () => {
    const other = { ...(await cast.holder("office_secretary", "B")), edition: await presentEdition() };
    await expect(perform(receive, said, { actor: other, now: noon })).rejects.toMatchObject({
      definition: { code: "act.not_permitted" },
    });
  });

  test.each([
    ["of a day to come", { received_on: "2026-03-03" }, "recommendation.in_the_future"],
    ["in a field that is not there", { field: "khong_co" }, "recommendation.unknown_field"],
    ["to a unit that is not there", { unit: "X" }, "organization.unit_not_found"],
    ["from a village of somebody else", { village: "B-1" }, "organization.not_a_village_there"],
  ])("%s is refused as ever, and leaves nothing", async (_, more, code) => {
    const count = async () =>
      (await sql<{ n: number }>`select count(*)::int n from audit_entry`.execute(db)).rows[0]!.n;
    const before = await count();
    await expect(perform(receive, { ...said, ...more }, await request())).rejects.toMatchObject({
      definition: { code },
    });
    expect(await count()).toBe(before);
  });

  test("lost while it is written: nobody claims that it was saved or not, and with a key it is done once", async () => {
    await sql`create constraint trigger at_commit after insert on audit_entry deferrable initially deferred
      for each row execute function lose_connection()`.execute(db);
    // Asked for before: what the test itself asks would meet the lost connection, which the pool may not have noticed yet.
    const keyed = await request({ idempotencyKey: "lost-and-found" });
    const unkeyed = perform(receive, said, await request());
    await expect(unkeyed).rejects.toMatchObject({ definition: { code: "act.outcome_unknown", status: 503 } });
    const answer = await perform(receive, { ...said, text: "Mất rồi lại thấy" }, keyed);
    expect(await perform(receive, { ...said, text: "Mất rồi lại thấy" }, keyed)).toEqual(answer);
    const { rows } = await sql`select from recommendation where text = 'Mất rồi lại thấy'`.execute(db);
    expect(rows).toHaveLength(1);
    await sql`drop trigger at_commit on audit_entry`.execute(db);
  });
});

/** Which the database makes of the others. */
const leftToTheDatabase = { sort_due_on: expect.any(String) as string };
