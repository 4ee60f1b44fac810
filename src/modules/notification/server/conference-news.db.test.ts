import type { Actor } from "#kernel/actor.ts";
import { actNamed } from "#acts/registry.ts";
import { smtpMailer } from "#platform/server/mail.ts";
import { workOutbox } from "#platform/server/outbox-worker.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findConference } from "#modules/conference/server/index.ts";
import { buildCast, noon, today, type Cast } from "../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import { startSmtpServer, type SmtpServer } from "../../../../tests/support/smtp-server.ts";
import { hrefOf } from "../notification.ts";
import { notificationInWords } from "../words.ts";
import { notificationsOf, remind, wordHandlers } from "./index.ts";

const { db } = await testDatabase();
const people: Record<string, Actor & { kind: "person" }> = {};
let cast: Cast;
let conference: string;

type Made = { id: string; code: string; version: number };
const at = (day: string) => Temporal.Instant.from(`${day}T05:00:00Z`);
const act = (name: string, input: Record<string, unknown>, by = "office", now = noon) =>
  cast.perform(actNamed(name)!, input, { actor: people[by]!, now }) as Promise<Made>;
const chairs = [{ name: "Bà Chủ trì", capacity: "party_secretary" }];
const given = { unit: "A", form: "periodic", held_on: "2026-03-20", chairs };
const invite = (...units: [string, number][]) =>
  act("conference.invite", { conference, guests: units.map(([unit, quota]) => ({ unit, quota })) });
const invitationOf = async (unit: string) =>
  (
    await db
      .selectFrom("conference_invitation")
      .selectAll()
      .where("conference_id", "=", conference)
      .where("unit_id", "=", cast.unit(unit))
      .executeTakeFirstOrThrow()
  ).id;

/** Passes on what waits, and answers who was told what, by name. */
async function told(now = noon): Promise<Record<string, string[]>> {
  await workOutbox(db, wordHandlers(null, "http://localhost"), "quick", () => now);
  const heard: Record<string, string[]> = {};
  for (const [name, { personId }] of Object.entries(people)) {
    const words = (await notificationsOf(db, personId, 50)).map(
      ({ details }) => notificationInWords(details).vi,
    );
    if (words.length > 0) heard[name] = words;
  }
  await db.deleteFrom("notification").execute();
  return heard;
}

beforeAll(async () => {
  cast = await buildCast(db);
  for (const [name, capacity, unit] of [
    ["office", "office_secretary", "A"],
    ["second", "office_secretary", "A"],
    ["village", "village_head", "A-1"],
    ["other village", "village_head", "A-2"],
    ["agency", "agency_head", "A-KT"],
    ["officer", "agency_officer", "A-KT"],
    ["chair", "chairperson", "A"],
    ["stranger", "village_head", "B-1"],
  ] as const)
    people[name] = await cast.holder(capacity, unit);
});
beforeEach(async () => {
  conference = (await act("conference.prepare", given)).id;
  // What earlier tests asked for is owed no more, and nobody waits for an answer to their invitations.
  await db.updateTable("draft_request").set({ withdrawn_at: noon.toString() }).execute();
  await db.updateTable("conference_invitation").set({ withdrawn_at: noon.toString() }).execute();
  await db.deleteFrom("outbox").execute();
  await db.deleteFrom("notification").execute();
});

describe("an invitation", () => {
  const asked = (quota: number, when = "ngày 20/03/2026") =>
    `Mời dự hội nghị đối thoại định kỳ của xã An, ${when}; ${quota} đại biểu. Xin trả lời giấy mời`;

  test("is told to those who answer for the unit, once, and leads to its own page", async () => {
    await invite(["A-1", 3], ["A-KT", 2]);
    await workOutbox(db, wordHandlers(null, "http://localhost"), "quick", () => noon);
    const [word] = await notificationsOf(db, people.village!.personId, 5);
    expect(hrefOf(word!.details)).toBe(`/conferences/${conference}/invitations/${await invitationOf("A-1")}`);
    expect(await told()).toEqual({ village: [asked(3)], agency: [asked(2)], officer: [asked(2)] });
    await invite(["A-1", 3], ["A-2", 1]);
    expect(await told()).toEqual({ "other village": [asked(1)] });
  });

  test("says the hour and the place, where there are any", async () => {
    const place = "Nhà văn hóa xã An";
    const { unit: _, ...fields } = given;
    await act("conference.correct", { ...fields, conference, starts_at: "7:30", place });
    await told();
    await invite(["A-1", 3]);
    expect(await told()).toEqual({ village: [asked(3, "07:30 ngày 20/03/2026, tại Nhà văn hóa xã An")] });
  });

  test("for another number, and one that was withdrawn, are told to the unit", async () => {
    await invite(["A-1", 3]);
    await told();
    const invitation = await invitationOf("A-1");
    const changes = [{ invitation, quota: 5, expected_quota: 3 }];
    await act("conference.change_quotas", { conference, changes });
    expect(await told()).toEqual({
      village: ["Số đại biểu mời dự hội nghị đối thoại định kỳ của xã An ngày 20/03/2026 đổi từ 3 thành 5"],
    });
    await act("conference.withdraw_invitation", { invitation });
    await workOutbox(db, wordHandlers(null, "http://localhost"), "quick", () => noon);
    const [word] = await notificationsOf(db, people.village!.personId, 5);
    expect(hrefOf(word!.details)).toBeNull();
    expect(await told()).toEqual({
      village: ["Đã rút giấy mời dự hội nghị đối thoại định kỳ của xã An ngày 20/03/2026"],
    });
  });

  test("is told to nobody once it was withdrawn or the day has passed", async () => {
    await invite(["A-1", 3], ["A-2", 3]);
    await act("conference.withdraw_invitation", { invitation: await invitationOf("A-1") });
    expect(await told(at("2026-03-21"))).toEqual({});
  });

  test("of a person who stands for two units is two words, of a change one", async () => {
    const both = people["other village"]!;
    const post = { id: crypto.randomUUID(), person_id: both.personId, capacity: "village_head" };
    const held = { unit_id: cast.unit("A-1"), from_on: "2020-01-01", until_on: "2026-03-31" };
    await db
      .insertInto("post")
      .values({ ...post, ...held, recorded_at: noon.toString() })
      .execute();
    await invite(["A-1", 3], ["A-2", 4]);
    expect((await told())["other village"]?.toSorted()).toEqual([asked(3), asked(4)]);
    await act("conference.call_off", { conference, reason: "Bão" });
    expect((await told())["other village"]).toHaveLength(1);
    await db.deleteFrom("post").where("id", "=", post.id).execute();
  });
});

describe("a conference that is moved or called off", () => {
  const { unit: _, ...fields } = given;
  const correct = (more: object) => act("conference.correct", { ...fields, conference, ...more });

  async function askedToo() {
    await invite(["A-1", 3]);
    const said = { unit: "A", field: "giao_thong", received_on: today, text: "Sửa cầu", conference };
    const { code } = await act("recommendation.receive", { ...said, channel: "collected_beforehand" });
    const asked = { conference, recommendation: code, agency: "A-KT", due: "2026-03-15" };
    const { id: request } = await act("conference.ask_draft", asked);
    await told();
    return { code, request };
  }

  test("is told to all who are invited and to the agencies asked, with what it was before", async () => {
    await askedToo();
    await correct({ held_on: "2026-03-25", starts_at: "8:00", place: "Hội trường" });
    const moved = [
      "Hội nghị đối thoại định kỳ của xã An đổi lịch: trước là ngày 20/03/2026; nay là 08:00 ngày 25/03/2026, tại Hội trường",
    ];
    expect(await told()).toEqual({ village: moved, agency: moved, officer: moved });
    await correct({ held_on: "2026-03-25", starts_at: "8:00", place: "Hội trường", topic: "Đất đai" });
    expect(await told()).toEqual({});
    await act("conference.call_off", { conference, reason: "Bão số 3" });
    const off = ["Hội nghị đối thoại định kỳ của xã An ngày 25/03/2026 không tổ chức. Lý do: Bão số 3"];
    expect(await told()).toEqual({ village: off, agency: off, officer: off });
  });

  test("is told to nobody once its day has passed, nor where it was only entered as held by mistake", async () => {
    await invite(["A-1", 3]);
    await told();
    await act("conference.call_off", { conference, reason: "không họp" }, "office", at("2026-03-22"));
    expect(await told(at("2026-03-22"))).toEqual({});
    const mistaken = (await act("conference.record", { ...given, held_on: today })).id;
    await act("conference.call_off", { conference: mistaken, reason: "nhập nhầm" });
    expect(await told()).toEqual({});
  });

  test("a draft asked, given and given again, asked no longer: each told to the other side, never with the matter's text", async () => {
    const { code, request } = await askedToo();
    await act("conference.withdraw_draft_request", { request });
    const gone = [`Không còn đề nghị dự thảo trả lời kiến nghị ${code}`];
    expect(await told()).toEqual({ agency: gone, officer: gone });
    const ask = { conference, recommendation: code, agency: "A-KT", due: "2026-03-15" };
    const { id } = await act("conference.ask_draft", ask);
    const asked = [
      `Đề nghị dự thảo trả lời kiến nghị ${code} trước hội nghị ngày 20/03/2026, hạn 15/03/2026`,
    ];
    expect(await told()).toEqual({ agency: asked, officer: asked });
    await act("conference.give_draft", { request: id, text: "Đã bố trí vốn" }, "officer");
    const sent = [`Phòng Kinh tế xã An đã gửi dự thảo trả lời kiến nghị ${code}`];
    expect(await told()).toEqual({ office: sent, second: sent });
    await act("conference.give_draft", { request: id, text: "Đã bố trí vốn quý II" }, "officer");
    const anew = [`Phòng Kinh tế xã An đã sửa dự thảo trả lời kiến nghị ${code}`];
    expect(await told()).toEqual({ office: anew, second: anew });
  });

  test("an agency that has nobody: the office that asks is told so, and reminded in its place", async () => {
    const { code } = await askedToo();
    await act("conference.ask_draft", {
      conference,
      recommendation: code,
      agency: "A-VH",
      due: "2026-03-15",
    });
    const nobody = [
      `Phòng Văn hóa xã An chưa có người trên hệ thống để nhận đề nghị dự thảo trả lời kiến nghị ${code}, hạn 15/03/2026`,
    ];
    expect(await told()).toEqual({ second: nobody });
    await remind(db, "2026-03-14", { now: at("2026-03-14"), mail: false });
    const still = `Dự thảo trả lời kiến nghị ${code} của Phòng Văn hóa xã An còn 1 ngày, hạn 15/03/2026 (cơ quan này chưa có người trên hệ thống để nhắc)`;
    expect((await told()).office).toEqual([still]);
  });
});

describe("a draft that is owed", () => {
  const run = (day: string) => remind(db, day, { now: at(day), mail: false });
  let code: string;
  let request: string;

  beforeEach(async () => {
    const said = { unit: "A", field: "giao_thong", received_on: today, text: "Sửa cầu", conference };
    code = (await act("recommendation.receive", { ...said, channel: "collected_beforehand" })).code;
    const ask = { conference, recommendation: code, agency: "A-KT", due: "2026-03-13" };
    request = (await act("conference.ask_draft", ask)).id;
    await told();
  });

  test("is asked after as its date nears, and once late at the office as well; each once, until it is given", async () => {
    expect(await run(today)).toBe(0);
    await run("2026-03-10");
    await run("2026-03-10");
    const near = [`Dự thảo trả lời kiến nghị ${code} còn 3 ngày, hạn 13/03/2026`];
    expect(await told()).toEqual({ agency: near, officer: near });
    await run("2026-03-16");
    const late = [`Dự thảo trả lời kiến nghị ${code} đã quá hạn 3 ngày, hạn 13/03/2026`];
    const theirs = [
      `Dự thảo trả lời kiến nghị ${code} của Phòng Kinh tế xã An đã quá hạn 3 ngày, hạn 13/03/2026`,
    ];
    expect(await told()).toEqual({ agency: late, officer: late, office: theirs, second: theirs });
    await act("conference.give_draft", { request, text: "Đã bố trí vốn" }, "agency", at("2026-03-17"));
    await told();
    expect(await run("2026-03-20")).toBe(0);
  });

  test.each<[string, () => Promise<unknown>]>([
    ["the day of the conference has passed", () => Promise.resolve()],
    [
      "the matter was put out of sight",
      () => act("recommendation.hold", { recommendation: code, on: today }),
    ],
    ["the conference was called off", () => act("conference.call_off", { conference, reason: "Bão" })],
    ["the request was withdrawn", () => act("conference.withdraw_draft_request", { request })],
  ])("is not asked after once %s", async (_, end) => {
    await end();
    await db.deleteFrom("outbox").execute();
    expect(await run("2026-03-21")).toBe(0);
  });

  test("tells no more than its code once the matter is out of sight", async () => {
    await run("2026-03-10");
    await act("recommendation.hold", { recommendation: code, on: today });
    expect((await told()).agency).toEqual([`Nội dung ${code} đang tạm ẩn chờ xem xét`]);
  });
});

test("who is invited opens the conference, wherever they lie below it; a stranger does not", async () => {
  const office = await cast.holder("office_secretary", "T");
  const city = { ...given, unit: "T" };
  const { id } = (await cast.perform(actNamed("conference.prepare")!, city, {
    actor: office,
    now: noon,
  })) as Made;
  const guests = [{ unit: "A-1", quota: 1 }];
  await cast.perform(
    actNamed("conference.invite")!,
    { conference: id, guests },
    { actor: office, now: noon },
  );
  expect((await findConference(db, people.village!, id, today)).id).toBe(id);
  await expect(findConference(db, people["other village"]!, id, today)).rejects.toThrow(
    "conference.not_found",
  );
});

describe("as a letter", () => {
  let smtp: SmtpServer;
  beforeAll(async () => {
    smtp = await startSmtpServer();
  });
  afterAll(() => smtp.close());

  test("an invitation comes by e-mail to whoever has an address, with the way to its page", async () => {
    const { personId } = people.village!;
    await db.updateTable("person").set({ email: "thon@vidu.vn" }).where("id", "=", personId).execute();
    const origin = "https://doithoai.vidu.vn";
    const handlers = wordHandlers(smtpMailer(smtp.url, origin), origin);
    await invite(["A-1", 3]);
    for (const lane of ["quick", "slow"] as const) await workOutbox(db, handlers, lane, () => noon);
    expect(smtp.letters).toHaveLength(1);
    expect(JSON.stringify(smtp.letters[0])).toContain("thon@vidu.vn");
  });
});
