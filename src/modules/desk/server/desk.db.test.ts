import type { Actor, Capacity } from "#kernel/actor.ts";
import { actNamed } from "#acts/registry.ts";
import { listConferences } from "#modules/conference/server/index.ts";
import { countMatters, listMatters, matterFilter } from "#modules/recommendation/server/index.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import { mayReadUnit, unitsInReach } from "#modules/organization/server/index.ts";
import { deskQuestions, type DeskQuestion } from "../questions.ts";
import { readDesk } from "./index.ts";

const { db } = await testDatabase();
let cast: Cast;
let late: string;
let answered: string;
let drafted: string;
let approved: string;

async function move(name: string, input: Record<string, unknown>) {
  const act = actNamed(`recommendation.${name}`)!;
  return (await cast.perform(act, input, { actor: cast.system, now: noon })) as { code: string };
}

async function received(text: string): Promise<string> {
  const said = { unit: "A", village: "A-1", field: "giao_thong", received_on: "2026-01-05", text };
  return (await move("receive", said)).code;
}

async function assigned(text: string, due = "2026-02-01"): Promise<string> {
  const recommendation = await received(text);
  await move("assign", { recommendation, on: "2026-01-06", lead: "A-KT", due });
  return recommendation;
}

beforeAll(async () => {
  cast = await buildCast(db);
  await received("Chưa kết luận");
  late = await assigned("Quá hạn");
  const asked = { recommendation: late, on: "2026-01-20", due: "2026-04-01", reason: "Chờ vốn" };
  await move("ask_extension", asked);
  answered = await assigned("Đã trả lời");
  const draft = { recommendation: answered, on: "2026-01-15" };
  await move("draft_answer", { ...draft, outcome: "done", text: "Đã sửa xong" });
  await move("approve_answer", draft);
  await move("answer", draft);
  drafted = await assigned("Chờ duyệt", "2026-03-20");
  await move("draft_answer", { recommendation: drafted, on: "2026-01-15", outcome: "done", text: "Xong" });
  approved = await assigned("Chờ ban hành", "2026-03-21");
  await move("draft_answer", { recommendation: approved, on: "2026-01-15", outcome: "done", text: "Xong" });
  await move("approve_answer", { recommendation: approved, on: "2026-01-16" });
});

const deskOf = async (capacity: Capacity, unit: string) =>
  readDesk(db, await cast.holder(capacity, unit), today);

describe("the desk", () => {
  test("the office sees what waits for it, and who asks for more time", async () => {
    const desk = await deskOf("office_secretary", "A");
    expect(desk.counts).toEqual({
      overdue: 1,
      dueWeek: 0,
      unruled: 1,
      unassigned: 0,
      unsettled: 0,
      paperReplies: 0,
      passedUp: 0,
      given: 0,
      toApprove: 1,
      toIssue: 1,
    });
    expect(desk.nearest.map(({ code }) => code)).toEqual([late, drafted, approved]);
    expect(desk.extensions).toMatchObject([
      { code: late, excerpt: "Quá hạn", due: "2026-02-01", askedDue: "2026-04-01" },
    ]);
  });

  test("the administrator sees the offices that nobody holds, below their unit; nobody else does", async () => {
    const { administration } = await deskOf("administrator", "A");
    expect(administration).toMatchObject({ units: { shown: [], of: 0 }, years: [] });
    expect((await deskOf("administrator", "T")).administration).toMatchObject({
      units: { shown: [{ code: "T", name: "Tỉnh Thử" }], of: 1 },
    });
    expect((await deskOf("office_secretary", "A")).administration).toBeNull();
  });

  test("the chair sees the agencies past their date, the village its answers, others nothing of theirs", async () => {
    expect((await deskOf("chairperson", "A")).late).toEqual({
      agencies: [{ code: "A-KT", name: "Phòng Kinh tế xã An", count: 1 }],
      of: 1,
    });
    expect((await deskOf("village_head", "A-1")).answers).toMatchObject([
      { code: answered, answer: "Đã sửa xong", answeredOn: "2026-01-15" },
    ]);
    expect((await deskOf("village_head", "A-2")).answers).toEqual([]);
    expect((await deskOf("office_secretary", "B")).extensions).toEqual([]);
    expect((await deskOf("chairperson", "K")).late).toEqual({ agencies: [], of: 0 });
  });

  test.each([
    ["chairperson", "A"],
    ["office_secretary", "A"],
    ["agency_head", "A-KT"],
  ] as const)("%s of %s sees the drafts that wait for a word", async (capacity, unit) => {
    const { drafts } = await deskOf(capacity, unit);
    expect(drafts!.toApprove.map(({ code }) => code)).toEqual([drafted]);
    expect(drafts!.toIssue.map(({ code }) => code)).toEqual([approved]);
  });

  test("drafts of the units below wait for others, and not for those who approve none", async () => {
    expect((await deskOf("chairperson", "T")).drafts).toEqual({ toApprove: [], toIssue: [] });
    expect((await deskOf("front_officer", "A")).drafts).toBeNull();
    expect((await deskOf("statistician", "A")).drafts).toBeNull();
  });

  test("a draft waits no more once the work begins anew", async () => {
    const again = await assigned("Làm lại từ đầu", "2026-03-22");
    const input = { recommendation: again, on: "2026-01-15" };
    await move("draft_answer", { ...input, outcome: "done", text: "Xong" });
    await move("return", { ...input, reason: "Không đúng thẩm quyền" });
    const { drafts } = await deskOf("chairperson", "A");
    expect(drafts!.toApprove.map(({ code }) => code)).toEqual([drafted]);
  });

  test.each([
    ["chairperson", "A", true],
    ["party_secretary", "A", true],
    ["office_secretary", "A", true],
    ["statistician", "A", false],
    ["chairperson", "T", false],
  ] as const)(
    "a request for more time, read by %s of %s, to be decided there: %s",
    async (capacity, unit, may) => {
      const { extensions } = await deskOf(capacity, unit);
      expect(extensions.map(({ code, mayDecide }) => [code, mayDecide])).toEqual([[late, may]]);
    },
  );

  test("conferences held without a count wait for the Front of their unit, until it is entered", async () => {
    const act = (name: string, input: object, actor: Actor = cast.system) =>
      cast.perform(actNamed(name)!, input, { actor, now: noon }) as Promise<{ id: string }>;
    const held = { form: "periodic", chairs: [{ name: "Bà Chủ trì", capacity: "chairperson" }] };
    const { id: first } = await act("conference.record", { ...held, unit: "A", held_on: "2026-01-10" });
    const { id: second } = await act("conference.record", { ...held, unit: "A", held_on: "2026-02-10" });
    await act("conference.record", { ...held, unit: "B", held_on: "2026-02-11" });
    await act("conference.prepare", { ...held, unit: "A", held_on: "2026-03-20" });
    const waiting = async (capacity: Capacity, unit: string) =>
      (await deskOf(capacity, unit)).uncounted.map(({ id }) => id);
    expect(await waiting("front_officer", "A")).toEqual([second, first]);
    expect(await waiting("front_chair", "T")).toEqual([]);
    expect(await waiting("chairperson", "A")).toEqual([]);
    const front = await cast.holder("front_chair", "A");
    const missing = async () =>
      (await listConferences(db, front, { ballot: "missing" }, today)).lines.map(({ id }) => id);
    expect(await missing()).toEqual([second, first]);
    const heaps = { issued: 5, returned: 5, not_returned: 0, valid: 5, spoiled: 0, very_satisfied: 5 };
    const others = { satisfied: 0, neutral: 0, dissatisfied: 0, very_dissatisfied: 0 };
    await act("ballot.record", { conference: second, ...heaps, ...others }, front);
    expect(await waiting("front_officer", "A")).toEqual([first]);
    expect(await missing()).toEqual([first]);
  });

  test("an invitation waits on the desk of those who answer for the unit, until it is answered", async () => {
    const act = (name: string, input: object) =>
      cast.perform(actNamed(name)!, input, { actor: cast.system, now: noon }) as Promise<{ id: string }>;
    const chairs = [{ name: "Bà Chủ trì", capacity: "chairperson" }];
    const given = {
      unit: "A",
      form: "periodic",
      chairs,
      starts_at: "07:30",
      place: "Hội trường",
      topic: "Đường",
    };
    const { id: conference } = await act("conference.prepare", { ...given, held_on: "2026-03-25" });
    const guests = ["A-1", "A-KT"].map((unit) => ({ unit, quota: 3 }));
    await act("conference.invite", { conference, guests });
    const waiting = async (capacity: Capacity, unit: string) => (await deskOf(capacity, unit)).invitations;
    const said = { conferenceId: conference, heldOn: "2026-03-25", startsAt: "07:30", place: "Hội trường" };
    const [invitation, ...others] = await waiting("village_head", "A-1");
    expect(invitation).toMatchObject({ ...said, topic: "Đường", quota: 3, name: "Thôn Một" });
    expect(others).toEqual([]);
    expect(await waiting("agency_officer", "A-KT")).toMatchObject([said]);
    expect(await waiting("village_head", "A-2")).toEqual([]);
    expect(await waiting("office_secretary", "A")).toEqual([]);
    expect(await waiting("office_secretary", "T")).toEqual([]);
    await act("conference.answer_invitation", { invitation: invitation!.id, answer: "declined" });
    expect(await waiting("village_head", "A-1")).toEqual([]);
    expect(await waiting("agency_head", "A-KT")).toHaveLength(1);
    await act("conference.call_off", { conference, reason: "Bão" });
    expect(await waiting("agency_head", "A-KT")).toEqual([]);
  });

  test("what was answered, refused or granted meanwhile waits no more", async () => {
    await move("refuse_extension", { recommendation: late, on: "2026-01-22", reason: "Việc gấp" });
    expect((await deskOf("office_secretary", "A")).extensions).toEqual([]);
  });

  test("closed without a word from the people is told to the Front, until somebody gives it", async () => {
    await move("close", { recommendation: answered, on: "2026-02-20" });
    expect((await deskOf("front_officer", "A")).unconfirmed).toMatchObject([
      { code: answered, excerpt: "Đã trả lời", villageName: "Thôn Một" },
    ]);
    await move("confirm", { recommendation: answered, on: "2026-02-25", by: "requester", satisfied: "true" });
    expect((await deskOf("front_officer", "A")).unconfirmed).toEqual([]);
  });

  test("what the Front found unsettled stays on its desk until it is settled", async () => {
    const findings = async (unit: string) =>
      (await deskOf("front_officer", unit)).findings.map(({ code, found }) => [code, found]);
    const input = { recommendation: answered, on: "2026-02-26" };
    await move("confirm", { ...input, by: "front", satisfied: "false", text: "Đến nơi thấy chưa làm" });
    expect(await findings("A")).toEqual([]);
    await move("reopen", { ...input, reason: "Mặt trận thấy chưa làm" });
    expect(await findings("A")).toEqual([[answered, "Đến nơi thấy chưa làm"]]);
    expect(await findings("T")).toEqual([[answered, "Đến nơi thấy chưa làm"]]);
    expect(await findings("B")).toEqual([]);
    expect((await deskOf("chairperson", "A")).findings).toEqual([]);
    await move("assign", { ...input, lead: "A-KT", due: "2026-03-25" });
    await move("draft_answer", { ...input, outcome: "done", text: "Nay đã làm" });
    await move("approve_answer", input);
    await move("answer", input);
    await move("confirm", { ...input, by: "front", satisfied: "true" });
    expect(await findings("A")).toEqual([]);
  });

  test("each number is the length of the list it opens", async () => {
    const chair = await cast.holder("chairperson", "A");
    for (const question of Object.keys(deskQuestions) as DeskQuestion[]) {
      const filter = matterFilter.parse(deskQuestions[question]);
      const { matters } = await listMatters(db, chair, filter, { sort: "received", size: 50 }, today);
      expect(await countMatters(db, chair, filter, today, 50), question).toBe(matters.length);
    }
  });
});

describe("units in reach", () => {
  const reach = async (actor: Actor, current: string | null = null) =>
    (await unitsInReach(db, actor, { current, today })).map(({ code }) => code);

  test("one's own and one level below; no villages, no agencies; nothing of others", async () => {
    expect(await reach(await cast.holder("statistician", "T"))).toEqual(["T", "A", "B"]);
    expect(await reach(await cast.holder("office_secretary", "A"))).toEqual(["A"]);
    expect(await reach(await cast.holder("office_secretary", "A"), "B")).toEqual(["A"]);
    expect(await reach(await cast.holder("agency_head", "A-KT"))).toEqual([]);
  });

  test.each([
    ["chairperson", "T", "A", true],
    ["chairperson", "A", "A-1", true],
    ["chairperson", "A", "T", false],
    ["chairperson", "A", "B", false],
    ["agency_head", "A-KT", "A", false],
    ["administrator", "T", "A", false],
    ["chairperson", "T", "KHONG-CO", false],
  ] as const)("%s of %s asks about %s: %s", async (capacity, own, code, allowed) => {
    const asked = mayReadUnit(db, await cast.holder(capacity, own), code, { on: today, today });
    if (allowed) await asked;
    else await expect(asked).rejects.toThrow("organization.unit_not_found");
  });
});
