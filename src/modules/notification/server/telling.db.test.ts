import type { Actor } from "#kernel/actor.ts";
import { actNamed } from "#acts/registry.ts";
import { workOutbox } from "#platform/server/outbox-worker.ts";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { buildCast, noon, type Cast } from "../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import type { MatterEvent } from "#modules/recommendation/matter.ts";
import { matterById, recordEvent } from "#modules/recommendation/server/index.ts";
import { notificationInWords } from "../words.ts";
import { markRead, wordHandlers } from "./index.ts";
import { notificationsOf, unreadCount } from "./notifications-of.ts";

const { db } = await testDatabase();
let cast: Cast;
const people: Record<string, Actor & { kind: "person" }> = {};

beforeAll(async () => {
  cast = await buildCast(db);
  const posts = [
    ["head", "agency_head", "A-KT"],
    ["officer", "agency_officer", "A-KT"],
    ["helper", "agency_officer", "A-VH"],
    ["chair", "chairperson", "A"],
    ["office", "office_secretary", "A"],
    ["front", "front_officer", "A"],
    ["village", "village_head", "A-1"],
    ["stranger", "office_secretary", "B"],
    ["other village", "village_head", "A-2"],
    ["above", "office_secretary", "T"],
    ["reviewer", "complaint_reviewer", "A"],
  ] as const;
  for (const [name, capacity, unit] of posts) people[name] = await cast.holder(capacity, unit);
});

beforeEach(async () => {
  await db.deleteFrom("notification").execute();
  await db.deleteFrom("outbox").execute();
});

/** A step is told by the moment at which it was written down: no two at one. */
let clock = noon;
const tick = () => (clock = clock.add({ seconds: 1 }));

async function perform(move: string, input: Record<string, unknown>, by = "office") {
  const request = { actor: people[by]!, now: tick() };
  return (await cast.perform(actNamed(`recommendation.${move}`)!, input, request)) as {
    id: string;
    code: string;
  };
}

async function assigned(): Promise<string> {
  const said = { text: "Đề nghị sửa đường", field: "giao_thong", received_on: "2026-02-02" };
  const { code } = await perform("receive", { unit: "A", village: "A-1", ...said });
  await perform("rule", { recommendation: code, on: "2026-02-02", ruling: "written_answer" });
  const coordinators = [{ unit: "A-VH", due: "2026-03-06" }];
  await perform("assign", {
    recommendation: code,
    on: "2026-02-04",
    lead: "A-KT",
    due: "2026-03-10",
    coordinators,
  });
  return code;
}

/** Passes on what waits, and answers who was told what, by name. */
async function told(): Promise<Record<string, string[]>> {
  await workOutbox(db, wordHandlers(null, "http://localhost"), "quick", () => clock);
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

describe("who is told of a move", () => {
  test("work given to a unit: its leaders and its office, whoever gave it apart", async () => {
    const said = { text: "Đề nghị sửa cầu nối hai thôn", field: "giao_thong", received_on: "2026-02-02" };
    const { code } = await perform("receive", { unit: "A", ...said });
    await perform("rule", { recommendation: code, on: "2026-02-02", ruling: "written_answer" });
    const work = { lead: "A", due: "2026-03-10", coordinators: ["A-VH"] };
    await perform("assign", { recommendation: code, on: "2026-02-04", ...work });
    expect(await told()).toEqual({
      chair: [`Được giao chủ trì kiến nghị ${code}, hạn 10/03/2026`],
      helper: [`Được giao phối hợp kiến nghị ${code}, hạn 10/03/2026`],
    });
  });

  test("an assignment: the leading and the helping agency, each with its date", async () => {
    const code = await assigned();
    const lead = [`Được giao chủ trì kiến nghị ${code}, hạn 10/03/2026`];
    const help = [`Được giao phối hợp kiến nghị ${code}, hạn 06/03/2026`];
    expect(await told()).toEqual({ head: lead, officer: lead, helper: help });
  });

  test("an assignment of an earlier day: who has the work now, and once it has ended nobody", async () => {
    const code = await assigned();
    await told();
    const earlier = { recommendation: code, lead: "A-VH", due: "2026-03-10" };
    await perform("assign", { ...earlier, on: "2026-02-03" }, "chair");
    expect(await told()).toEqual({});
    const ended = await assigned();
    await told();
    await perform("draft_answer", {
      recommendation: ended,
      on: "2026-02-20",
      outcome: "done",
      text: "Đã sửa",
    });
    await perform("approve_answer", { recommendation: ended, on: "2026-02-20" }, "head");
    await perform("answer", { recommendation: ended, on: "2026-02-20", reason: "Việc đã xong" }, "head");
    await told();
    await perform(
      "assign",
      { ...earlier, recommendation: ended, on: "2026-02-10", due: "2026-03-05" },
      "chair",
    );
    expect(await told()).toEqual({});
  });

  test("an assignment of an earlier day that makes a handed over matter's date another: who leads since; an earlier hand-over, the office alone", async () => {
    const code = await assigned();
    await told();
    const { id } = await db
      .selectFrom("recommendation")
      .select("id")
      .where("code", "=", code)
      .executeTakeFirstOrThrow();
    const handed = {
      act: "hand_over",
      on: "2026-02-15",
      leadId: cast.unit("A-VH"),
      coordinators: [],
    } as const;
    const by = { today: "2026-03-02", personId: null, postId: null };
    const recorded = async (fact: MatterEvent) =>
      db
        .transaction()
        .execute(async (trx) => recordEvent(trx, await matterById(trx, id), fact, { ...by, now: tick() }));
    await recorded(handed);
    await told();
    await perform(
      "assign",
      { recommendation: code, on: "2026-02-10", lead: "A-KT", due: "2026-03-05" },
      "chair",
    );
    expect(await told()).toEqual({ helper: [`Được giao chủ trì kiến nghị ${code}, hạn 05/03/2026`] });
    await recorded({ ...handed, on: "2026-02-12", leadId: cast.unit("A-KT") });
    expect(Object.keys(await told())).toEqual(["office"]);
  });

  test("a request for an extension: chair and office; its grant: the agencies and the Front, not who granted", async () => {
    const code = await assigned();
    await told();
    const later = { recommendation: code, on: "2026-02-20", due: "2026-03-20", reason: "chờ vật tư" };
    await perform("ask_extension", later, "officer");
    const asked = [`Phòng Kinh tế xã An đề nghị gia hạn kiến nghị ${code} đến 20/03/2026. Lý do: chờ vật tư`];
    expect(await told()).toEqual({ chair: asked, office: asked });
    await perform("extend", { ...later, on: "2026-02-21" });
    const granted = [`Kiến nghị ${code} được gia hạn đến 20/03/2026. Lý do: chờ vật tư`];
    expect(await told()).toEqual({ head: granted, officer: granted, helper: granted, front: granted });
  });

  test("a refused extension: the agency and the Front, with the date that stands", async () => {
    const code = await assigned();
    await told();
    const asked = { recommendation: code, on: "2026-02-20", due: "2026-03-20", reason: "chờ vật tư" };
    await perform("ask_extension", asked, "officer");
    await told();
    await perform("refuse_extension", { recommendation: code, on: "2026-02-21", reason: "đủ thời gian" });
    const refused = [`Không đồng ý gia hạn kiến nghị ${code}; hạn vẫn là 10/03/2026. Lý do: đủ thời gian`];
    expect(await told()).toEqual({ head: refused, officer: refused, front: refused });
  });

  test("a return: the office; an answer: the office and the village it came from, unless they did it", async () => {
    const code = await assigned();
    await told();
    await perform("return", { recommendation: code, reason: "không thuộc thẩm quyền" }, "officer");
    const returned = [`Phòng Kinh tế xã An trả lại kiến nghị ${code} do không đúng thẩm quyền`];
    expect(await told()).toEqual({ office: returned, helper: returned });
    const again = await assigned();
    await told();
    await perform("draft_answer", { recommendation: again, outcome: "done", text: "Đã sửa" }, "officer");
    await perform("approve_answer", { recommendation: again }, "head");
    await perform("finish_duty", { recommendation: again, text: "Đã đo" }, "helper");
    const part = [`Phòng Văn hóa xã An báo xong phần phối hợp kiến nghị ${again}`];
    expect(await told()).toEqual({ head: part, officer: part, office: part });
    await perform("answer", { recommendation: again, symbol: "45/UBND" }, "head");
    const answered = [`Kiến nghị ${again} đã có văn bản trả lời`];
    expect(await told()).toEqual({
      office: answered,
      officer: answered,
      helper: answered,
      village: [`Kiến nghị ${again} đã có trả lời; xin báo lại cho bà con`],
    });
  });

  test("a step that was annulled: whoever was told of it; an agency that lost the work by it cannot open it", async () => {
    const code = await assigned();
    await told();
    await perform("annul", { recommendation: code, reason: "giao nhầm phòng" }, "chair");
    const lost = [
      `Kiến nghị ${code} không còn giao cho đơn vị: việc giao ngày 04/02/2026 là ghi nhầm, đã hủy. Lý do: giao nhầm phòng`,
    ];
    expect(await told()).toEqual({ head: lost, officer: lost, helper: lost });
    const again = await assigned();
    const later = { recommendation: again, on: "2026-02-20", due: "2026-03-20", reason: "chờ vật tư" };
    await perform("ask_extension", later, "officer");
    await perform("extend", { ...later, on: "2026-02-21" });
    await told();
    await perform("annul", { recommendation: again, reason: "ghi nhầm ngày" });
    const taken = [
      `Đã hủy bước “Gia hạn” ngày 21/02/2026 của kiến nghị ${again} vì ghi nhầm. Lý do: ghi nhầm ngày`,
    ];
    expect(await told()).toEqual({ head: taken, officer: taken, helper: taken, front: taken });
  });

  test("a denunciation is held as it comes in: the reviewer alone, by its code", async () => {
    const said = {
      text: "Tố cáo ông X",
      field: "giao_thong",
      received_on: "2026-02-02",
      kind: "denunciation",
    };
    const { code } = await perform("receive", { unit: "A", village: "A-1", ...said });
    expect(await told()).toEqual({ reviewer: [`Nội dung ${code} đang tạm ẩn chờ xem xét`] });
  });

  test("nothing of an annulment where the matter was put out of sight meanwhile", async () => {
    const code = await assigned();
    await told();
    await perform("annul", { recommendation: code, reason: "giao nhầm" });
    await perform("hold", { recommendation: code, on: "2026-02-05", reason: "có thể là tố cáo" });
    expect(await told()).toEqual({ reviewer: [`Nội dung ${code} đang tạm ẩn chờ xem xét`] });
  });

  test("nobody a second time when the same line is worked again", async () => {
    await assigned();
    const handlers = wordHandlers(null, "http://localhost");
    await workOutbox(db, handlers, "quick", () => clock);
    await db.updateTable("outbox").set({ processed_at: null }).execute();
    await workOutbox(db, handlers, "quick", () => clock);
    expect(await unreadCount(db, people.head!.personId)).toBe(1);
  });
});

describe("reading", () => {
  test("a person marks one of their own as read, then all; the unread stand first", async () => {
    await assigned();
    await assigned();
    await workOutbox(db, wordHandlers(null, "http://localhost"), "quick", () => clock);
    const head = people.head!;
    const [newest] = await notificationsOf(db, head.personId, 10);
    const read = (input: object, actor: Actor = head) => cast.perform(markRead, input, { actor, now: noon });
    expect(await unreadCount(db, head.personId)).toBe(2);
    await expect(read({ notification: newest!.id }, people.officer)).rejects.toThrow(
      "notification.not_found",
    );
    expect(await read({ notification: newest!.id })).toEqual({ read: 1 });
    expect((await notificationsOf(db, head.personId, 10)).map((each) => each.read)).toEqual([false, true]);
    expect(await read({})).toEqual({ read: 1 });
    expect(await unreadCount(db, head.personId)).toBe(0);
    expect(await unreadCount(db, people.officer!.personId)).toBe(2);
    await expect(read({}, cast.system)).rejects.toThrow("notification.not_a_person");
  });
});

describe("what happens to a matter after its answer, or beside it", () => {
  async function answered(): Promise<string> {
    const code = await assigned();
    await perform("draft_answer", { recommendation: code, outcome: "done", text: "Đã sửa" }, "officer");
    await perform("approve_answer", { recommendation: code }, "head");
    await perform("answer", { recommendation: code, reason: "Việc đã xong" }, "head");
    await told();
    return code;
  }
  const work = (words: string) => ({ head: [words], officer: [words], helper: [words] });

  test("a no: office, lead and chair, told whose it is and none of its words; a yes: nobody", async () => {
    const code = await answered();
    const said = { recommendation: code, by: "village_head" };
    await perform("confirm", { ...said, satisfied: true }, "village");
    expect(await told()).toEqual({});
    await perform("confirm", { ...said, satisfied: false, text: "Đường vẫn lầy" }, "village");
    const no = [`Kiến nghị ${code} đã trả lời nhưng bà con chưa đồng ý`];
    expect(await told()).toEqual({ office: no, chair: no, head: no, officer: no });
    await perform("close", { recommendation: code, reason: "Chờ dự án" });
    const closed = [`Kiến nghị ${code} đã kết thúc theo dõi, có nêu lý do`];
    expect(await told()).toEqual({ head: closed, officer: closed, village: closed });
    await perform(
      "confirm",
      { recommendation: code, by: "front", satisfied: false, text: "Chưa làm" },
      "front",
    );
    const found = [`Kiến nghị ${code} đã trả lời nhưng Mặt trận kiểm tra thấy chưa giải quyết`];
    expect(await told()).toEqual({ office: found, chair: found, head: found, officer: found });
    await perform("reopen", { recommendation: code, reason: "Mặt trận kiểm tra: chưa xong" }, "front");
    const again = `Kiến nghị ${code} được mở lại`;
    expect(await told()).toEqual({ ...work(again), office: [again], chair: [again], village: [again] });
  });

  test("a merge: those who work on it, its village, and who leads the other", async () => {
    const [code, other] = [await assigned(), await assigned()];
    await told();
    await perform("merge", { recommendation: code, into: other }, "chair");
    const here = `Kiến nghị ${code} được gộp vào ${other}`;
    const there = `Có kiến nghị trùng (${code}) gộp vào kiến nghị ${other}`;
    const heard = await told();
    expect(heard.village).toEqual([here]);
    expect(heard.helper).toEqual([here]);
    expect(heard.head).toEqual(expect.arrayContaining([here]));
    expect([here, there]).toEqual(expect.arrayContaining(heard.head!));
  });

  test("a rejection and a passing upward: those who work on it and the village; a hold: without a word of it, not the village", async () => {
    const rejected = await assigned();
    const passed = await assigned();
    const held = await assigned();
    await told();
    await perform("reject", { recommendation: rejected, reason: "Không phải kiến nghị" });
    const out = `Kiến nghị ${rejected} được ghi là không xử lý được`;
    expect(await told()).toEqual({ ...work(out), village: [out] });
    await perform("forward_up", { recommendation: passed, to: "T" });
    const up = `Kiến nghị ${passed} đã chuyển lên Tỉnh Thử`;
    const heard = await told();
    expect(heard).toMatchObject({ ...work(up), village: [up] });
    expect(heard.above).toEqual([expect.stringMatching(/^Xã An chuyển lên kiến nghị T-2026-/)]);
    await perform("reply_from_above", { recommendation: passed, outcome: "done", text: "x" }).catch(
      () => null,
    );
    await told();
    await perform("hold", { recommendation: held, reason: "Tố cáo ông X" }, "front");
    const away = `Nội dung ${held} đang tạm ẩn chờ xem xét`;
    expect(await told()).toEqual({ ...work(away), office: [away], reviewer: [away] });
  });

  test("a hold where nobody reviews: the reviewer above; where there is none, whoever may appoint one and whoever holds", async () => {
    people["office of C"] ??= await cast.holder("office_secretary", "C");
    people["administrator of K"] ??= await cast.holder("administrator", "K");
    const said = { text: "Đề nghị sửa đường", field: "giao_thong", received_on: "2026-02-02" };
    const received = async () => (await perform("receive", { unit: "C", ...said }, "office of C")).code;
    const code = await received();
    await told();
    await perform("hold", { recommendation: code, reason: "Tố cáo ông X" }, "office of C");
    const nobody = `Nội dung ${code} tạm ẩn chờ xem xét, mà xã Cao và các cấp trên chưa có ai giữ việc xem xét khiếu nại, tố cáo: cần bổ nhiệm`;
    expect(await told()).toEqual({ "office of C": [nobody], "administrator of K": [nobody] });
    people["reviewer of K"] ??= await cast.holder("complaint_reviewer", "K");
    const other = await received();
    await told();
    await perform("hold", { recommendation: other, reason: "Tố cáo ông Y" }, "office of C");
    expect(await told()).toEqual({ "reviewer of K": [`Nội dung ${other} đang tạm ẩn chờ xem xét`] });
  });
});
