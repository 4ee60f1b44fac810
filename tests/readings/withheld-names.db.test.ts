import { ofToday } from "#modules/document/paper-day.ts";
import type { Actor } from "#kernel/actor.ts";
import { actNamed } from "#acts/registry.ts";
import { draftPapers, findNotice, personalLines } from "#modules/conclusion/server/index.ts";
import { findConference } from "#modules/conference/server/index.ts";
import { readDesk } from "#modules/desk/server/index.ts";
import { notificationsOf, wordHandlers } from "#modules/notification/server/index.ts";
import {
  draftMatterPaper,
  findMatter,
  listMatters,
  matterFilter,
  personalWordsOf,
} from "#modules/recommendation/server/index.ts";
import { exportRegister } from "#modules/register/server/index.ts";
import { workOutbox } from "#platform/server/outbox-worker.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../support/cast.ts";
import { testDatabase } from "../support/database.ts";

// Who asks, after all, not to be named is named nowhere: not in the words, not in the steps that were written before,
// not where the matter goes on above. The office that keeps the matter knows them, as before.

const { db } = await testDatabase();
const name = "Trần Thị Giấu";
const said = `Tôi là ${name}, số 0912 345 678, nước đọng trước cửa`;
let cast: Cast;
let code: string;
let above: string;
let notice: string;
let conference: string;
let office: Actor & { kind: "person" };
const others: Record<string, Actor & { kind: "person" }> = {};

const cases = [
  ["the chair", "chairperson", "A"],
  ["the Front", "front_officer", "A"],
  ["the agency that leads", "agency_head", "A-KT"],
  ["the village", "village_head", "A-1"],
  ["the office above", "office_secretary", "T"],
] as const;

async function act<Made extends object>(name: string, input: Record<string, unknown>): Promise<Made> {
  return (await cast.perform(actNamed(name)!, input, { actor: cast.system, now: noon })) as Made;
}

beforeAll(async () => {
  cast = await buildCast(db);
  office = await cast.holder("office_secretary", "A");
  for (const [who, capacity, unit] of cases) others[who] = await cast.holder(capacity, unit);
  const chairs = [{ name: "Bà Chủ trì", capacity: "party_secretary" }];
  const room = { unit: "A", form: "periodic", held_on: "2026-02-02", chairs };
  ({ id: conference } = await act<{ id: string }>("conference.record", room));
  const matter = { unit: "A", field: "giao_thong", received_on: "2026-02-02", village: "A-1", conference };
  const raised = { ...matter, text: said, raised_by: name, naming: "named" };
  ({ code } = await act<{ code: string }>("recommendation.receive", raised));
  const { code: upward } = await act<{ code: string }>("recommendation.receive", raised);
  const { code: ruled } = await act<{ code: string }>("recommendation.receive", raised);
  await act("recommendation.forward_up", { recommendation: upward, on: "2026-02-03", to: "T" });
  for (const recommendation of [code, ruled])
    await act("recommendation.rule", {
      recommendation,
      on: "2026-02-02",
      ruling: "written_answer",
      text: `${name} chờ`,
    });
  const given = { recommendation: code, on: "2026-02-03", lead: "A-KT", due: "2026-03-31" };
  await act("recommendation.assign", {
    ...given,
    text: `Gặp chị Giấu`,
    coordinators: [{ unit: "A-VH", duty: `Hỏi ${name}` }],
  });
  await act("recommendation.ask_extension", {
    recommendation: code,
    due: "2026-04-30",
    reason: `Chưa gặp được ${name}`,
  });
  ({ id: notice } = await act<{ id: string }>("conclusion.draft", { conference }));
  const words = { opening: `Sau khi nghe ${name} phát biểu`, closing: `Xã cảm ơn ${name}` };
  await act("conclusion.change_draft", { notice, words });
  await workOutbox(db, wordHandlers(null, "http://localhost"), "quick", () => noon);
  for (const recommendation of [code, upward, ruled])
    await act("recommendation.correct", {
      recommendation,
      ...{
        text: said,
        field: "giao_thong",
        kind: "recommendation",
        received_on: "2026-02-02",
        village: "A-1",
      },
      ...{ naming: "secretariat_only", raised_by: name, reason: `${name} xin không nêu tên` },
    });
  const child = await db
    .selectFrom("recommendation")
    .select("code")
    .where("forwarded_from_id", "is not", null)
    .execute();
  above = child[0]!.code;
});

async function read(actor: Actor & { kind: "person" }): Promise<string> {
  const page = { sort: "received", size: 50 } as const;
  const found = await Promise.allSettled([code, above].map((one) => findMatter(db, actor, one, today)));
  const told = await notificationsOf(db, actor.personId, 100);
  const lists = await listMatters(db, actor, matterFilter.parse({}), page, today);
  return JSON.stringify([found, lists, await readDesk(db, actor, today), told]);
}

describe.each(cases.map(([who]) => who))("%s", (who) => {
  test("reads neither the whole name nor the last of it", async () => {
    const words = await read(others[who]!);
    if (who !== "the office above") expect(words).not.toMatch(/Giấu/);
    expect(words).toContain("nước đọng");
  });
});

test("nobody finds it by the name but those who know it", async () => {
  const found = async (actor: Actor, text: string) => {
    const page = { sort: "received", size: 50 } as const;
    return (await listMatters(db, actor, matterFilter.parse({ text }), page, today)).matters.length;
  };
  for (const actor of [others["the chair"]!, others["the agency that leads"]!]) {
    expect(await found(actor, name)).toBe(0);
    expect(await found(actor, "nước đọng")).toBeGreaterThan(0);
    expect(await found(actor, code)).toBe(1);
  }
  expect(await found(office, name)).toBe(3);
});

test("the office that keeps it reads everything", async () => {
  expect(await read(office)).toContain(`Chưa gặp được ${name}`);
});

test("the register that the office above takes out says what its pages say, and goes in again", async () => {
  const file = await exportRegister(db, "A", others["the office above"]!, today);
  expect(JSON.stringify(file)).not.toMatch(/Giấu/);
  const again = await act<{ changed: boolean }>("register.import", { file });
  expect(again.changed).toBe(false);
  expect(JSON.stringify(await exportRegister(db, "A", office, today))).toContain(name);
});

test("a letter and the notice print neither name nor number, and whoever writes them is warned", async () => {
  const asked = { code, kind: "assignment_letter", side: "government" } as const;
  const letter = JSON.stringify(await draftMatterPaper(db, office, asked, ofToday(today)));
  expect(letter).toContain("[số điện thoại]");
  expect(letter).not.toMatch(/Giấu|0912/);
  expect(await personalWordsOf(db, office, asked, today)).toBe("withheld");
  expect(await personalLines(db, notice)).toMatchObject([{ words: "withheld" }]);
  expect(JSON.stringify(await draftPapers(db, office, notice, ofToday(today)))).not.toMatch(/Giấu|0912/);
});

test("the words of a notice around its lines, and of the conference, do without the name too", async () => {
  await db
    .updateTable("conference")
    .set({ topic: `Nghe ${name} trình bày` })
    .where("id", "=", conference)
    .execute();
  const wordsOf = async (actor: Actor) => {
    const { opening, closing, topic } = await findNotice(db, actor, { conference, edition: "draft" }, today);
    return [opening, closing, topic, (await findConference(db, actor, conference, today)).topic];
  };
  for (const words of await wordsOf(others["the chair"]!)) expect(words).toMatch(/nghe|cảm ơn/i);
  expect(JSON.stringify(await wordsOf(others["the chair"]!))).not.toMatch(/Giấu/);
  expect((await wordsOf(office)).every((words) => words?.includes(name))).toBe(true);
});

test("whoever corrects a conference and sees its words without the name takes no name out of them", async () => {
  const chair = others["the chair"]!;
  const { topic, version, form, heldOn, chairs, legalBases } = await findConference(
    db,
    chair,
    conference,
    today,
  );
  expect(topic).not.toMatch(/Giấu/);
  const corrected = {
    ...{ conference, expected_version: version, form, held_on: heldOn, topic, legal_bases: legalBases },
    place: "Hội trường",
    chairs: chairs.map(({ name: called, capacity }) => ({ name: called, capacity })),
  };
  await cast.perform(actNamed("conference.correct")!, corrected, { actor: chair, now: noon });
  const { topic: kept, place } = await findConference(db, office, conference, today);
  expect([kept, place]).toEqual([`Nghe ${name} trình bày`, "Hội trường"]);
});
