import { createHash } from "node:crypto";
import type { Actor, Capacity } from "#kernel/actor.ts";
import { uuidv7 } from "#kernel/identifier.ts";
import { actNamed } from "#acts/registry.ts";
import { findDocument, printed } from "#modules/document/server/index.ts";
import { extractText, getDocumentProxy } from "unpdf";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../../tests/support/database.ts";
import { paragraphsOf, partsOf } from "../../../../../tests/support/word-file.ts";
import { findConference, listPapers, readChecklist, readPaper, sheetsOf } from "../index.ts";

const { db } = await testDatabase();
let cast: Cast;
let secretary: Actor;
let conference: string;

type Made = { id: string; symbol: string; code: string };
const act = (name: string, input: Record<string, unknown>, actor = secretary) =>
  cast.perform(actNamed(name)!, input, { actor, now: noon }) as Promise<Made>;
const found = (actor = secretary) => findConference(db, actor, conference, today);
const papers = async (actor = secretary) => listPapers(db, actor, await found(actor), today);
const paper = async (kind: string, side: string | null = null, actor = secretary) =>
  readPaper(db, actor, await found(actor), { kind, side }, today);
const issue = (kind: string, more: object = {}, actor = secretary) =>
  act("conference.issue_paper", { conference, kind, side: "government", issued_on: today, ...more }, actor);
const step = async (code: string) =>
  (await readChecklist(db, secretary, await found(), today)).find((each) => each.code === code);

const prepared = async (more: object = {}, actor = secretary) => {
  const chairs = [{ name: "Bà Chủ trì", capacity: "party_secretary" }];
  const given = { unit: "A", form: "periodic", held_on: "2026-03-20", place: "Hội trường", chairs };
  return (await act("conference.prepare", { ...given, ...more }, actor)).id;
};

beforeAll(async () => {
  cast = await buildCast(db);
  secretary = await cast.holder("office_secretary", "A");
});
beforeEach(async () => {
  conference = await prepared();
});

describe("an issued synthesis", () => {
  const about = "Ông Phó lấy đất của dân";
  const received = (text: string, more: object = {}) =>
    act("recommendation.receive", {
      unit: "A",
      text,
      received_on: "2026-03-01",
      channel: "collected_beforehand",
      conference,
      village: "A-1",
      field: "giao_thong",
      ...more,
    });

  test("tells no words of a matter that was put out of sight since, to nobody but the reviewer", async () => {
    const [accused] = [await received(about), await received("Thay bóng đèn")];
    const { id } = await issue("synthesis");
    const words = async (actor: Actor) => JSON.stringify((await findDocument(db, actor, id, today)).paper);
    expect(await words(secretary)).toContain(about);
    await act("recommendation.hold", { recommendation: accused.code, reason: "Có nội dung tố cáo" });
    const reviewer = await cast.holder("complaint_reviewer", "A");
    for (const actor of [secretary, await cast.holder("statistician", "T")]) {
      const said = await words(actor);
      expect(said).not.toContain(about);
      expect(said).not.toContain(accused.code);
      expect(said).toContain("Đã chuyển theo quy định");
      expect(said).toContain("Thay bóng đèn");
    }
    expect(await words(reviewer)).toContain(about);
    expect(JSON.stringify((await paper("synthesis")).paper)).not.toContain(about);
    await act("recommendation.release", { recommendation: accused.code, reason: "Không phải" }, reviewer);
    expect(await words(secretary)).toContain(about);
  });
});

describe("issuing", () => {
  test("gives the next number, freezes the paper with its hour, and does the step on its day", async () => {
    conference = await prepared({ starts_at: "7:30" });
    const { id, symbol } = await issue("announcement", { issued_on: "2026-03-01" });
    expect(symbol).toMatch(/^\d\d\/TB-UBND$/);
    const { paper: frozen } = await findDocument(db, secretary, id, today);
    expect(JSON.stringify(frozen.body)).toContain("7 giờ 30 phút, ngày 20 tháng 3 năm 2026");
    expect(frozen.header).toMatchObject({ symbol, date: "2026-03-01" });
    expect(await step("announce")).toMatchObject({ doneOn: "2026-03-01", note: symbol });
    expect(await paper("announcement")).toMatchObject({ issued: { id, symbol }, paper: frozen });
  });

  test("both sides issue, each in its series; the step keeps the day of the first", async () => {
    await issue("announcement", { issued_on: "2026-03-01" });
    const { symbol } = await issue("announcement", { side: "party" });
    expect(symbol).toMatch(/-TB\/ĐU$/);
    expect(await step("announce")).toMatchObject({ doneOn: "2026-03-01" });
  });

  test("a number that the paper already bears is entered; one that is taken is refused", async () => {
    const { symbol } = await issue("announcement", { symbol: "77/TB-UBND" });
    expect(symbol).toBe("77/TB-UBND");
    conference = await prepared({ held_on: "2026-03-27" });
    await expect(issue("announcement", { symbol: "77/TB-UBND" })).rejects.toThrow("document.number_used");
    expect(await step("announce")).toMatchObject({ doneOn: null });
  });

  test("a second one takes the place of the first and says so", async () => {
    const first = await issue("announcement");
    await expect(issue("announcement")).rejects.toThrow("conference.paper_issued_already");
    await expect(issue("announcement", { side: "party", replaces: first.id })).rejects.toThrow(
      "conference.paper_not_current",
    );
    const second = await issue("announcement", { replaces: first.id });
    expect(await findDocument(db, secretary, first.id, today)).toMatchObject({ replacedBy: second.id });
    expect(await paper("announcement")).toMatchObject({ issued: { id: second.id } });
  });

  test.each(["invitation", "synthesis"])("%s is not issued with nothing in it", async (kind) => {
    await expect(issue(kind)).rejects.toThrow("conference.paper_not_ready");
  });

  test("neither without a place, nor for a conference called off", async () => {
    conference = await prepared({ place: "" });
    await expect(issue("announcement")).rejects.toThrow("conference.paper_not_ready");
    conference = await prepared();
    await act("conference.call_off", { conference, reason: "Bão" });
    await expect(issue("announcement")).rejects.toThrow("conference.paper_not_ready");
  });
});

describe("who issues", () => {
  const cases: [Capacity, string, string | null][] = [
    ["office_secretary", "A", null],
    ["party_secretary", "A", null],
    ["chairperson", "A", null],
    ["front_officer", "A", "act.not_permitted"],
    ["office_secretary", "T", "act.not_permitted"],
    ["village_head", "A-1", "act.not_permitted"],
    ["agency_head", "A-KT", "act.not_permitted"],
    ["office_secretary", "B", "conference.not_found"],
    ["office_secretary", "C", "conference.not_found"],
  ];
  test.each(cases)("%s of %s: %s", async (capacity, unit, problem) => {
    const tried = issue("announcement", {}, await cast.holder(capacity, unit));
    if (problem) await expect(tried).rejects.toThrow(problem);
    else expect((await tried).symbol).toContain("TB-UBND");
  });
});

describe("who reads", () => {
  const open = ["announcement", "speaking_form", "ballot_form"];
  test.each([
    ["office_secretary", "A", 7],
    ["front_officer", "A", 7],
    ["office_secretary", "T", 7],
    ["village_head", "A-1", 3],
    ["agency_head", "A-KT", 3],
  ] as const)("%s of %s: %i papers", async (capacity, unit, count) => {
    const actor = await cast.holder(capacity, unit);
    const kinds = (await papers(actor)).map(({ kind }) => kind as string);
    expect(kinds).toHaveLength(count);
    if (count === 3) {
      expect(kinds.toSorted()).toEqual(open.toSorted());
      await expect(paper("minutes", null, actor)).rejects.toThrow("conference.paper_not_found");
    }
  });

  test("what it lacks is told", async () => {
    const lacks = Object.fromEntries((await papers()).map(({ kind, missing }) => [kind, missing]));
    expect(lacks).toMatchObject({
      announcement: [],
      invitation: ["guests"],
      synthesis: ["collected"],
      minutes: ["not_held"],
      speaking_form: [],
      ballot_form: [],
    });
  });
});

test("invitations are one file with a copy for each; read back in Word, each begins with its own header", async () => {
  const guests = [
    { unit: "A-1", quota: 3 },
    { unit: "A-KT", quota: 1 },
  ];
  await act("conference.invite", { conference, guests });
  const { symbol } = await issue("invitation");
  const sheets = await sheetsOf(db, await found(), await paper("invitation"), { blank: false, today });
  const xml = partsOf(await printed("docx", ...sheets)).get("word/document.xml")!;
  const lines = paragraphsOf(xml);
  expect(lines.filter((line) => line.startsWith("Kính gửi:"))).toEqual([
    "Kính gửi: Thôn Một (03 đại biểu)",
    "Kính gửi: Phòng Kinh tế xã An (01 đại biểu)",
  ]);
  expect(lines.filter((line) => line === `Số: ${symbol}`)).toHaveLength(2);
  expect(xml.match(/<w:sectPr>/g)).toHaveLength(2);
  const { text: pages } = await extractText(await getDocumentProxy(await printed("pdf", ...sheets)));
  expect(pages.map((page) => /Kính gửi: [^(]+/.exec(page.normalize("NFC"))?.[0].trim())).toEqual([
    "Kính gửi: Thôn Một",
    "Kính gửi: Phòng Kinh tế xã An",
  ]);
  expect(pages.filter((page) => /^\s*\d/.test(page))).toEqual([]);
  expect(await step("invite")).toMatchObject({ doneOn: today });
});

describe("what goes out", () => {
  const said = (more: object) => ({
    unit: "A",
    field: "giao_thong",
    received_on: today,
    village: "A-1",
    channel: "collected_beforehand",
    conference,
    ...more,
  });
  const words = async (kind: string, actor = secretary) =>
    JSON.stringify((await paper(kind, null, actor)).paper);

  test("the synthesis names nobody known to the secretariat only, even to the secretary", async () => {
    const secret = { raised_by: "Trần Thị Giấu", naming: "secretariat_only" };
    await act(
      "recommendation.receive",
      said({ text: "Bà Trần Thị Giấu xin sửa cầu, gọi 0912345678", ...secret }),
    );
    const text = await words("synthesis");
    expect(text).toContain("xin sửa cầu");
    expect(text).not.toMatch(/Giấu|0912345678/);
  });

  test("the synthesis and the minutes have the words of those who agreed to be named without telephone and house, and say so", async () => {
    const text = "Nhà Trần Thị Tỏ ở số nhà 12, gọi 0912345678";
    await act("recommendation.receive", said({ text, raised_by: "Trần Thị Tỏ", naming: "named" }));
    const told = "Nhà Trần Thị Tỏ ở [địa chỉ], gọi [số điện thoại]";
    for (const kind of ["synthesis", "minutes"]) {
      const paper = await words(kind);
      expect(paper).toContain(told);
      expect(paper).toContain("đã được lược");
    }
  });

  test("the report on results is issued once somebody has read what is only proposed, and is in their name", async () => {
    const office = await cast.holder("office_secretary", "B");
    const chairs = [{ name: "Bà Chủ trì", capacity: "party_secretary" }];
    const past = { unit: "B", form: "periodic", held_on: "2026-03-01", chairs };
    const { id: before } = await act("conference.record", past, office);
    const text = "Ông Lê Văn Tỏ, gọi 0912345678, xin sửa cầu";
    const raised = { unit: "B", field: "giao_thong", received_on: "2026-03-01", conference: before, text };
    await act("recommendation.receive", raised, office);
    conference = await prepared({ unit: "B" }, office);
    const draft = await paper("results_report", null, office);
    expect(draft.wording).toEqual({ approved: 0, proposed: 1 });
    expect(JSON.stringify(draft.paper)).toContain("Ông [tên], gọi [số điện thoại], xin sửa cầu");
    await expect(issue("results_report", {}, office)).rejects.toThrow("conference.words_not_read");
    await issue("results_report", { words_read: true }, office);
    const issued = await paper("results_report", null, office);
    expect(issued).toMatchObject({ issuedBy: expect.any(String), wording: { proposed: 1 } });
  });

  test("what one agreed to is not told of another who said the same words", async () => {
    const office = await cast.holder("office_secretary", "B");
    const chairs = [{ name: "Bà Chủ trì", capacity: "party_secretary" }];
    const past = { unit: "B", form: "periodic", held_on: today, chairs };
    const { id: before } = await act("conference.record", past, office);
    const text = "Nhà bà Trần Thị Tỏ bị ngập";
    const raised = { unit: "B", field: "giao_thong", received_on: today, conference: before, text };
    const { id: agreed } = await act("recommendation.receive", { ...raised, naming: "named" }, office);
    await act("recommendation.receive", { ...raised, naming: "secretariat_only" }, office);
    const original_digest = createHash("sha256").update(text, "utf8").digest();
    const version = { recommendation_id: agreed, original_digest, text, approved_at: noon.toString() };
    await db
      .insertInto("public_version")
      .values({ ...version, id: uuidv7(noon), approved_by: office.personId })
      .execute();
    conference = await prepared({ unit: "B" }, office);
    const { paper: draft, wording } = await paper("results_report", null, office);
    expect(wording).toMatchObject({ approved: 1 });
    expect(JSON.stringify(draft).match(/Trần Thị Tỏ/g)).toHaveLength(1);
  });

  test("a denunciation is in no paper, whoever asks for it", async () => {
    await act("recommendation.receive", said({ text: "Xin sửa cầu Thượng" }));
    await act("recommendation.receive", said({ text: "Tố cáo ông cán bộ", kind: "denunciation" }));
    const reviewer = await cast.holder("complaint_reviewer", "A");
    for (const actor of [secretary, reviewer, cast.system]) {
      const text = await words("synthesis", actor);
      expect(text).toContain("cầu Thượng");
      expect(text).not.toContain("Tố cáo");
    }
  });

  test("minutes tell each turn as its speaker agreed to", async () => {
    conference = await prepared({ held_on: today });
    await act("conference.open", { conference, attendances: 50, villages_represented: 2 });
    const turn = (speaker: string, naming: string, summary: string) =>
      act("conference.record_turn", { conference, village: "A-1", speaker, naming, summary });
    await turn("Ông Công Khai", "named", "Cảm ơn xã");
    await turn("Trần Thị Giấu", "secretariat_only", "Tôi là Trần Thị Giấu, xin nước sạch");
    const text = await words("minutes");
    expect(text).toContain("Ông Công Khai, thôn Một");
    expect(text).toContain("Cử tri thôn Một");
    expect(text).toContain("xin nước sạch");
    expect(text).not.toContain("Giấu");
  });

  test("minutes keep back the held part of a turn, who spoke it and nothing else: every matter of the notice is counted", async () => {
    conference = await prepared({ held_on: today });
    await act("conference.open", { conference, attendances: 50, villages_represented: 2 });
    const summary = "Tố cán bộ nhận tiền; xin thêm xe buýt";
    const { id: turn } = await act("conference.record_turn", {
      ...{ conference, village: "A-1", speaker: "Ông Nói", naming: "named", summary },
    });
    const split = (text: string) =>
      act("recommendation.receive", said({ turn, text, conference, channel: "conference" }));
    const [held, bus] = [await split("Cán bộ nhận tiền"), await split("Thêm xe buýt")];
    const ruled = { ruling: "beyond_competence", on: today, text: "Xã không có quyền" };
    await act("recommendation.rule", { recommendation: bus.code, ...ruled });
    await act("recommendation.hold", { recommendation: held.code, reason: "Có nội dung tố cáo" });
    const text = await words("minutes");
    expect(text).toContain("Có 1 lượt ý kiến, 1 kiến nghị.");
    expect(text).toContain("một phần nội dung được chuyển theo quy định");
    expect(text).toContain("Thêm xe buýt. ");
    expect(text).toContain("Kết luận: vượt thẩm quyền: Xã không có quyền.");
    expect(text).not.toMatch(/nhận tiền|Ông Nói|thôn Một/);
  });
});
