import type { Actor } from "#kernel/actor.ts";
import { actNamed } from "#acts/registry.ts";
import { smtpMailer } from "#platform/server/mail.ts";
import { workOutbox } from "#platform/server/outbox-worker.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildCast, type Cast } from "../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import { startSmtpServer, type SmtpServer } from "../../../../tests/support/smtp-server.ts";
import { hrefOf } from "../notification.ts";
import { notificationInWords } from "../words.ts";
import { notificationsOf, remind, wordHandlers } from "./index.ts";

const { db } = await testDatabase();
const system: Actor = { kind: "system", name: "test" };
const people: Record<string, Actor & { kind: "person" }> = {};
let cast: Cast;
let smtp: SmtpServer;
let plan: string;

const at = (day: string) => Temporal.Instant.from(`${day}T05:00:00Z`);
const act = (name: string, input: Record<string, unknown>, day = "2026-01-12") =>
  cast.perform(actNamed(`planning.${name}`)!, input, { actor: system, now: at(day) }) as Promise<{
    id: string;
  }>;
const run = (today: string, mail = false) => remind(db, today, { now: at(today), mail });
async function wordsOf(name: string): Promise<string[]> {
  const all = await notificationsOf(db, people[name]!.personId, 50);
  return all.map(({ details }) => notificationInWords(details).vi).toReversed();
}

beforeAll(async () => {
  cast = await buildCast(db);
  smtp = await startSmtpServer();
  for (const [name, capacity, unit] of [
    ["office", "office_secretary", "A"],
    ["chair", "chairperson", "A"],
    ["front", "front_chair", "A"],
    ["other", "office_secretary", "B"],
    ["above", "office_secretary", "T"],
  ] as const)
    people[name] = await cast.holder(capacity, unit);
  const addressed = db.updateTable("person").set({ email: "thu.ky@vidu.vn" });
  await addressed.where("id", "=", people.office!.personId).execute();
  plan = (await act("draft_plan", { unit: "T", year: 2026 })).id;
  const planned = [1, 2, 2, 2].map((quarter) => ({ unit: "A", quarter, form: "periodic" }));
  await act("change_draft", { plan, planned });
});
afterAll(() => smtp.close());

/** A conference for a line of the plan, straight into its table. */
async function begun(position: number, ends: object) {
  const { id, unit_id } = await db
    .selectFrom("planned_conference")
    .selectAll()
    .where("plan_id", "=", plan)
    .where("position", "=", position)
    .executeTakeFirstOrThrow();
  const row = { id: crypto.randomUUID(), unit_id, planned_id: id, form: "periodic", held_on: "2026-06-05" };
  await db
    .insertInto("conference")
    .values({ ...row, recorded_at: at("2026-05-20").toString(), ...ends })
    .execute();
}

test("a draft reminds nobody", async () => {
  expect(await run("2026-03-25")).toBe(0);
});

test("the office and the chair of the unit that is to hold it are told 30 and 10 days before, once each", async () => {
  await act("issue_plan", { plan, issued_on: "2026-01-12", symbol: "112/KH-UBND" });
  await begun(2, { held_recorded_at: at("2026-06-06").toString() });
  await begun(3, { called_off_recorded_at: at("2026-05-25").toString(), called_off_reason: "bão" });
  expect(await run("2026-05-30")).toBe(0);
  expect(await run("2026-05-31")).toBe(2);
  for (const day of ["2026-05-31", "2026-06-10", "2026-06-19"]) expect(await run(day)).toBe(0);
  await Promise.all([run("2026-06-21"), run("2026-06-21")]);
  const said = (days: number) =>
    `Xã An: Quý II năm 2026 còn không quá ${days} ngày, 2 hội nghị trong kế hoạch chưa chuẩn bị`;
  expect(await wordsOf("office")).toEqual([said(30), said(10)]);
  expect(await wordsOf("chair")).toEqual([said(30), said(10)]);
  for (const name of ["front", "other", "above"]) expect(await wordsOf(name)).toEqual([]);
});

test("when the quarter is over with something not held, that is said once, also after the plan was amended", async () => {
  await begun(4, {});
  expect(await run("2026-07-01")).toBe(2);
  expect((await wordsOf("office")).at(-1)).toBe(
    "Xã An: Quý II năm 2026 đã hết, còn 2 hội nghị trong kế hoạch chưa tổ chức",
  );
  const amended = await act("amend_plan", { plan });
  await act("issue_plan", { plan: amended.id, issued_on: "2026-07-02", symbol: "702/KH-UBND" }, "2026-07-02");
  expect(await run("2026-07-03")).toBe(0);
  expect(await run("2026-08-15")).toBe(0);
});

test("the word leads to the quarter of the plan, also as a letter", async () => {
  const [latest] = await notificationsOf(db, people.office!.personId, 1);
  expect(hrefOf(latest!.details)).toBe("/plans/against?unit=A&year=2026&quarter=2");
  await db.deleteFrom("notification").execute();
  await run("2026-06-25", true);
  await workOutbox(
    db,
    wordHandlers(smtpMailer(smtp.url, "https://doithoai.vidu.vn"), "https://doithoai.vidu.vn"),
    "slow",
    () => at("2026-06-25"),
  );
  expect(smtp.letters).toHaveLength(1);
});
