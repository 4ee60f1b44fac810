import { Kysely, PostgresDialect, sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { endPost, postsOf, readScope, renameUnit } from "#modules/organization/server/index.ts";
import { listChoices } from "#modules/recommendation/server/matter/form-choices.ts";
import { listMatters, matterFilter, receive } from "#modules/recommendation/server/index.ts";
import { structureEdition } from "#platform/server/database/remembered.ts";
import type { DB } from "#db";
import { buildCast, noon, today, type Cast } from "../support/cast.ts";
import { testDatabase } from "../support/database.ts";

const { db, pool } = await testDatabase();

const asked: string[] = [];
const listening = new Kysely<DB>({
  dialect: new PostgresDialect({ pool }),
  log: ({ query }) => void asked.push(query.sql),
});

let cast: Cast;
beforeAll(async () => {
  cast = await buildCast(db);
});

async function edition(): Promise<string> {
  const { rows } = await sql<{ edition: string }>`select ${structureEdition} as edition`.execute(db);
  return rows[0]!.edition;
}

/** Somebody in a post as the gate recognises them at this moment. */
const recognised = async (capacity: Parameters<Cast["holder"]>[0], unit = "A") => {
  const holder = await cast.holder(capacity, unit);
  return { ...holder, edition: await edition() };
};

const names = async (actor: Parameters<typeof listChoices>[1]) =>
  (await listChoices(db, actor, "A", today)).leads.map(({ name }) => name);

describe("what is remembered of the structure", () => {
  test("is asked of the database once in an edition", async () => {
    const actor = await recognised("office_secretary");
    await listChoices(listening, actor, "A", today);
    asked.length = 0;
    expect((await listChoices(listening, actor, "A", today)).leads).not.toEqual([]);
    await readScope(listening, actor);
    const first = asked.length;
    await readScope(listening, actor);
    expect(asked.length).toBe(first);
  });

  test("is read anew by whoever is recognised after a change", async () => {
    const administrator = await recognised("administrator");
    const before = await recognised("office_secretary");
    expect(await names(before)).toContain("Phòng Kinh tế xã An");
    const renamed = { unit: "A-KT", name: "Phòng Kinh tế mới", on: today };
    await cast.perform(renameUnit, renamed, { actor: administrator, now: noon });
    expect(await names({ ...before, edition: await edition() })).toContain("Phòng Kinh tế mới");
  });

  test("is not what a transaction reads, nor the product acting by itself", async () => {
    const actor = await recognised("office_secretary");
    await readScope(db, actor);
    asked.length = 0;
    await listening.transaction().execute((trx) => readScope(trx, actor));
    expect(asked.length).toBeGreaterThan(0);
  });

  test("ends with the post from the next request on", async () => {
    const administrator = await recognised("administrator");
    const actor = await recognised("agency_officer", "A-KT");
    expect(await postsOf(db, actor, today)).toHaveLength(1);
    const [post] = actor.posts;
    await cast.perform(endPost, { post: post!.id, until: "2026-03-01" }, { actor: administrator, now: noon });
    expect(await postsOf(db, { ...actor, edition: await edition() }, today)).toEqual([]);
  });

  test("a failed question is not remembered", async () => {
    const actor = await recognised("office_secretary");
    await expect(postsOf(db, actor, "không phải ngày")).rejects.toThrow(/date/);
    await expect(postsOf(db, actor, "không phải ngày")).rejects.toThrow(/date/);
    expect(await postsOf(db, actor, today)).toHaveLength(1);
  });
});

describe("an edition", () => {
  test("is new after a transaction that changed the structure, however much of it", async () => {
    const before = await edition();
    await sql`update unit set code = code`.execute(db);
    expect(await edition()).not.toBe(before);
  });

  test("stays when the transaction is taken back, and when only matters change", async () => {
    const before = await edition();
    const secretary = await recognised("office_secretary");
    const appointed = await edition();
    expect(appointed).not.toBe(before);
    const matter = {
      unit: "A",
      channel: "reception",
      received_on: today,
      field: "giao_thong",
      text: "Đề nghị sửa đường.",
      raised_by: "Người dân",
    };
    const received = () => cast.perform(receive, matter, { actor: secretary, now: noon });
    await received();
    // The unit's register has begun.
    const after = await edition();
    expect(after).not.toBe(appointed);
    const taken = db.transaction().execute(async (trx) => {
      await sql`update post set capacity = capacity`.execute(trx);
      throw new Error("taken back");
    });
    await expect(taken).rejects.toThrow("taken back");
    await received();
    expect(await edition()).toBe(after);
  });

  test("follows every table that remembered readings ask", async () => {
    asked.length = 0;
    for (const capacity of [
      "office_secretary",
      "village_head",
      "agency_officer",
      "complaint_reviewer",
    ] as const) {
      const actor = await recognised(capacity);
      await postsOf(listening, actor, today);
      await readScope(listening, actor);
      await listChoices(listening, actor, "A", today);
    }
    const { rows } = await sql<{ name: string }>`
      select tgrelid::regclass::text as name from pg_trigger where tgname = 'structure_edition'`.execute(db);
    const followed = new Set(rows.map(({ name }) => name));
    // Written in the same transaction as `unit_parent`, and views over what is followed.
    const derived = ["unit_ancestry", "handed_over_unit"];
    const tables = asked.flatMap((text) => [...text.matchAll(/\b(?:from|join) "?([a-z]+(?:_[a-z]+)*)"?/g)]);
    const { rows: known } = await sql<{ name: string }>`select relname as name from pg_class`.execute(db);
    const real = new Set(known.map(({ name }) => name));
    const read = new Set(tables.map(([, name]) => name!).filter((name) => real.has(name)));
    expect(read.size).toBeGreaterThan(6);
    expect([...read].filter((name) => !followed.has(name) && !derived.includes(name))).toEqual([]);
  });
});

test("a list says the same, remembered or not", async () => {
  const actor = await recognised("office_secretary");
  const { edition: _none, ...unremembered } = actor;
  const page = { sort: "due", size: 20 } as const;
  const filter = matterFilter.parse({ unit: "A", view: "open" });
  const list = await listMatters(db, actor, filter, page, today);
  expect(list.matters).toHaveLength(2);
  expect(await listMatters(db, actor, filter, page, today)).toEqual(list);
  expect(await listMatters(db, unremembered, filter, page, today)).toEqual(list);
});
