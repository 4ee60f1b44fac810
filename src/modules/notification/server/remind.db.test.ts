import type { Actor } from "#kernel/actor.ts";
import { actNamed } from "#acts/registry.ts";
import { smtpMailer } from "#platform/server/mail.ts";
import { workOutbox } from "#platform/server/outbox-worker.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { buildCast, noon, type Cast } from "../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import { startSmtpServer, type SmtpServer } from "../../../../tests/support/smtp-server.ts";
import { notificationInWords } from "../words.ts";
import { notificationsOf, remind, wordHandlers } from "./index.ts";

const { db } = await testDatabase();
const system: Actor = { kind: "system", name: "test" };
const people: Record<string, Actor & { kind: "person" }> = {};
let cast: Cast;
let code: string;
let smtp: SmtpServer;

beforeAll(async () => {
  cast = await buildCast(db);
  smtp = await startSmtpServer();
  const posts = [
    ["officer", "agency_officer", "A-KT"],
    ["helper", "agency_head", "A-VH"],
    ["chair", "chairperson", "A"],
    ["office", "office_secretary", "A"],
    ["front", "front_officer", "A"],
  ] as const;
  for (const [name, capacity, unit] of posts) people[name] = await cast.holder(capacity, unit);
  await db
    .updateTable("person")
    .set({ email: "can-bo@vidu.vn" })
    .where("id", "=", people.officer!.personId)
    .execute();
});
afterAll(() => smtp.close());

beforeEach(async () => {
  for (const table of ["notification", "reminder", "outbox", "state_period"] as const) {
    await db.deleteFrom(table).execute();
  }
  smtp.letters.length = 0;
  code = await assigned();
  await db.deleteFrom("outbox").execute();
});

const perform = (name: string, input: Record<string, unknown>) =>
  cast.perform(actNamed(`recommendation.${name}`)!, input, { actor: system, now: noon }) as Promise<{
    code: string;
  }>;

async function assigned(coordinators: object[] = [{ unit: "A-VH", due: "2026-02-25" }]): Promise<string> {
  const said = { unit: "A", text: "Đề nghị sửa đường", field: "giao_thong", received_on: "2026-02-02" };
  const matter = (await perform("receive", said)).code;
  await perform("rule", { recommendation: matter, on: "2026-02-02", ruling: "written_answer" });
  const work = { lead: "A-KT", due: "2026-03-04", coordinators };
  await perform("assign", { recommendation: matter, on: "2026-02-02", ...work });
  return matter;
}

const run = (today: string, mail = false) =>
  remind(db, today, { now: Temporal.Instant.from(`${today}T05:00:00Z`), mail });
async function wordsOf(name: string): Promise<string[]> {
  const all = await notificationsOf(db, people[name]!.personId, 50);
  return all.map(({ details }) => notificationInWords(details).vi).reverse();
}

describe("reminders", () => {
  test("are given once, however often the job runs", async () => {
    expect(await run("2026-02-13")).toBe(2);
    expect(await run("2026-02-13")).toBe(0);
    expect(await run("2026-02-14")).toBe(0);
    expect(await wordsOf("officer")).toEqual([`Kiến nghị ${code} còn 19 ngày, hạn 04/03/2026`]);
  });

  test("also when two processes run at the same moment", async () => {
    await Promise.all([run("2026-03-03"), run("2026-03-03"), run("2026-03-03")]);
    expect(await wordsOf("officer")).toHaveLength(1);
  });

  test("follow the lead's date and the coordinator's own", async () => {
    for (const day of ["2026-02-02", "2026-02-13", "2026-02-24", "2026-02-27", "2026-03-03"]) await run(day);
    expect(await wordsOf("officer")).toEqual([
      `Được giao chủ trì kiến nghị ${code}, hạn 04/03/2026`,
      `Kiến nghị ${code} còn 19 ngày, hạn 04/03/2026`,
      `Kiến nghị ${code} còn 5 ngày, hạn 04/03/2026`,
      `Kiến nghị ${code} còn 1 ngày, hạn 04/03/2026`,
    ]);
    expect(await wordsOf("helper")).toEqual([
      `Được giao phối hợp kiến nghị ${code}, hạn 25/02/2026`,
      `Kiến nghị ${code} còn 12 ngày, hạn 25/02/2026`,
      `Kiến nghị ${code} còn 1 ngày, hạn 25/02/2026`,
      `Kiến nghị ${code} đã quá hạn 2 ngày, hạn 25/02/2026`,
    ]);
    expect(await wordsOf("chair")).toEqual([]);
  });

  test("end for a coordinating agency that called its part done, and begin again when that is taken back", async () => {
    await perform("finish_duty", { recommendation: code, on: "2026-02-12", unit: "A-VH", text: "Đã đo" });
    await run("2026-02-13");
    expect(await wordsOf("helper")).toEqual([]);
    await perform("annul", { recommendation: code, reason: "ghi nhầm" });
    await run("2026-02-24");
    expect(await wordsOf("helper")).toEqual([`Kiến nghị ${code} còn 1 ngày, hạn 25/02/2026`]);
  });

  test("reach a coordinating agency that was given no date of its own by the lead's, and move with it", async () => {
    const without = await assigned([{ unit: "A-VH" }]);
    const ofIt = async () => (await wordsOf("helper")).filter((words) => words.includes(without));
    await run("2026-03-03");
    expect(await ofIt()).toEqual([`Kiến nghị ${without} còn 1 ngày, hạn 04/03/2026`]);
    await perform("ask_extension", {
      recommendation: without,
      on: "2026-03-02",
      due: "2026-03-11",
      reason: "mưa",
    });
    await perform("extend", { recommendation: without, on: "2026-03-02", due: "2026-03-11" });
    await run("2026-03-10");
    expect((await ofIt()).at(-1)).toBe(`Kiến nghị ${without} còn 1 ngày, hạn 11/03/2026`);
  });

  test("reckon half of the time from the last reopening, not from what was given long before", async () => {
    const on = "2026-02-20";
    await perform("draft_answer", { recommendation: code, on, outcome: "done", text: "Đã sửa" });
    await perform("approve_answer", { recommendation: code, on });
    await perform("answer", { recommendation: code, on, reason: "Phần kia không cần nữa" });
    await perform("reopen", {
      recommendation: code,
      on: "2026-03-01",
      reason: "Chưa xong",
      due: "2026-03-31",
    });
    const half = async () =>
      (await wordsOf("officer")).filter((words) => words.includes("hạn 31/03/2026") && words.includes("còn"));
    await run("2026-03-05");
    expect(await half()).toEqual([]);
    await run("2026-03-17");
    expect(await half()).toHaveLength(1);
  });

  test("when late go to chair and office too, on the first day and then weekly; the helper hears it once", async () => {
    for (const day of ["2026-03-05", "2026-03-06", "2026-03-12", "2026-03-19"]) await run(day);
    const late = (name: string, days: number) =>
      `${name === "office" ? "Phòng Kinh tế xã An: kiến" : "Kiến"} nghị ${code} đã quá hạn ${days} ngày, hạn 04/03/2026`;
    expect(await wordsOf("officer")).toEqual([1, 8, 15].map((days) => late("officer", days)));
    expect(await wordsOf("office")).toEqual([1, 8, 15].map((days) => late("office", days)));
    expect(await wordsOf("chair")).toHaveLength(3);
    expect(await wordsOf("front")).toEqual([]);
    expect(await wordsOf("helper")).toEqual([]);
  });

  test("start anew from the date of an extension", async () => {
    await run("2026-03-03");
    await perform("ask_extension", {
      recommendation: code,
      on: "2026-03-02",
      due: "2026-03-11",
      reason: "mưa",
    });
    await perform("extend", { recommendation: code, on: "2026-03-02", due: "2026-03-11" });
    await run("2026-03-05");
    await run("2026-03-10");
    expect((await wordsOf("officer")).at(-1)).toBe(`Kiến nghị ${code} còn 1 ngày, hạn 11/03/2026`);
    expect(await wordsOf("chair")).toEqual([]);
  });

  test("stop with the answer, and while a reviewer looks at a suspected complaint", async () => {
    await perform("hold", { recommendation: code, reason: "nghi là khiếu nại" });
    expect(await run("2026-03-05")).toBe(0);
    await perform("release", { recommendation: code, reason: "không phải" });
    expect(await run("2026-03-05")).toBeGreaterThan(0);
    await perform("draft_answer", { recommendation: code, outcome: "done", text: "Đã sửa" });
    await perform("approve_answer", { recommendation: code });
    await perform("answer", { recommendation: code, reason: "Việc đã xong" });
    expect(await run("2026-03-12")).toBe(0);
  });
});

describe("an agency without people", () => {
  const post = (name: string, until: string) =>
    db.updateTable("post").set({ until_on: until }).where("person_id", "=", people[name]!.personId).execute();

  test("has its unit's office told in its place, once for each reminder", async () => {
    await post("officer", "2026-02-20");
    try {
      for (const day of ["2026-02-27", "2026-02-27", "2026-03-05", "2026-03-05"]) await run(day);
    } finally {
      await post("officer", "infinity");
    }
    const start = `Phòng Kinh tế xã An chưa có người nhận nhắc việc: kiến nghị ${code}`;
    expect(await wordsOf("office")).toEqual([
      `${start} còn 5 ngày, hạn 04/03/2026`,
      `${start} đã quá hạn 1 ngày, hạn 04/03/2026`,
    ]);
    expect(await wordsOf("officer")).toEqual([]);
    expect(await wordsOf("chair")).toHaveLength(1);
  });
});

describe("what waits for a day and not for an agency", () => {
  const days = ["2026-04-14", "2026-04-15", "2026-04-15", "2026-04-17", "2026-04-20"];
  const told = async () => {
    for (const day of days) await run(day);
    expect(await wordsOf("officer")).toEqual([]);
    return wordsOf("office");
  };

  test.each([
    ["schedule", { until: "2026-04-15", text: "lộ trình" }, "ngày hoàn thành theo lộ trình"],
    ["block", { review_on: "2026-04-15", reason: "chờ vốn" }, "ngày xem xét lại vướng mắc"],
  ])("%s: the office hears of the day, and once when it has passed", async (name, input, day) => {
    await perform(name, { recommendation: code, on: "2026-03-02", ...input });
    expect(await told()).toEqual([
      `Kiến nghị ${code} đến ${day} (15/04/2026)`,
      `Kiến nghị ${code} đã quá ${day} 2 ngày (15/04/2026)`,
    ]);
  });

  test("an answer promised with the ruling and assigned to nobody is told; assigned, it is the agency's", async () => {
    await perform("hold", { recommendation: code, reason: "để riêng" });
    const said = { unit: "A", text: "Đề nghị thêm đèn", field: "giao_thong", received_on: "2026-02-02" };
    const { code: promised } = await perform("receive", said);
    const ruling = { ruling: "written_answer", due: "2026-04-15" };
    await perform("rule", { recommendation: promised, on: "2026-02-02", ...ruling });
    const words = [
      `Kiến nghị ${promised} đến ngày hẹn trả lời (15/04/2026), chưa giao cơ quan nào`,
      `Kiến nghị ${promised} đã quá ngày hẹn trả lời 2 ngày (15/04/2026), chưa giao cơ quan nào`,
    ];
    expect(await told()).toEqual(words);
    await perform("assign", { recommendation: promised, on: "2026-03-02", lead: "A-KT", due: "2026-04-15" });
    await db.deleteFrom("notification").execute();
    expect(await run("2026-04-15")).toBe(1);
    expect(await wordsOf("office")).toEqual([]);
  });
});

describe("letters", () => {
  const sent = Temporal.Instant.from("2026-03-05T05:00:00Z");
  const post = (minutes: number, origin = "https://doithoai.vidu.vn") =>
    workOutbox(db, wordHandlers(smtpMailer(smtp.url, origin), origin), "slow", () => sent.add({ minutes }));
  const letterLine = () => db.selectFrom("outbox").selectAll().executeTakeFirstOrThrow();

  test("go to those who have an address, with the sentence and the way to the matter", async () => {
    await run("2026-03-05", true);
    expect(await post(0)).toBe(1);
    expect(smtp.letters).toHaveLength(1);
    const [letter] = smtp.letters;
    expect(letter).toMatch(/^To: can-bo@vidu\.vn$/m);
    expect(letter).toMatch(/^From: .*\s+<no-reply@doithoai\.vidu\.vn>$/m);
    const body = letter!.slice(letter!.indexOf("\n\n") + 2);
    expect(decoded(letter!, body)).toContain(`Kiến nghị ${code} đã quá hạn 1 ngày, hạn 04/03/2026.`);
    expect(decoded(letter!, body)).toContain(`https://doithoai.vidu.vn/recommendations/${code}`);
  });

  test("are tried again after the server turned them away, and sent once", async () => {
    await run("2026-03-05", true);
    smtp.refuse(2);
    await post(0);
    expect(await letterLine()).toMatchObject({ attempts: 1, processed_at: null });
    expect((await letterLine()).last_error).toContain("451");
    await post(1);
    await post(6);
    await post(2_000);
    expect(smtp.letters).toHaveLength(1);
    expect((await letterLine()).processed_at).not.toBeNull();
    const { mailed_at } = await db
      .selectFrom("notification")
      .select("mailed_at")
      .where("person_id", "=", people.officer!.personId)
      .executeTakeFirstOrThrow();
    expect(mailed_at).not.toBeNull();
  });

  test("are not written at all where no mail server is set", async () => {
    await run("2026-03-05");
    expect(await db.selectFrom("outbox").selectAll().execute()).toEqual([]);
  });
});

/** The text of a letter, whichever way its body is wrapped for the road. */
function decoded(letter: string, body: string): string {
  if (/Content-Transfer-Encoding: base64/i.test(letter)) return Buffer.from(body, "base64").toString("utf8");
  const bytes = body
    .replace(/=\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
