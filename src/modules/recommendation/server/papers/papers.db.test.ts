import { ofToday } from "#modules/document/paper-day.ts";
import type { Actor, Capacity } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import { askOn } from "#acts/ask.ts";
import { actNamed } from "#acts/registry.ts";
import { findDocument, listDocuments, printed } from "#modules/document/server/index.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../../tests/support/database.ts";
import { paragraphsOf, partsOf } from "../../../../../tests/support/word-file.ts";
import { bookOf, draftMatterPaper, matterPaperReadings, papersOfMatter } from "../index.ts";

const { db } = await testDatabase();
let cast: Cast;
let secretary: Actor;
let reviewer: Actor;

beforeAll(async () => {
  cast = await buildCast(db);
  secretary = await cast.holder("office_secretary", "A");
  reviewer = await cast.holder("complaint_reviewer", "A");
});

type Done = { code: string; document: string; symbol: string };
let moment = noon;
const perform = (name: string, input: Record<string, unknown>, actor: Actor = secretary) =>
  cast.perform(actNamed(`recommendation.${name}`)!, input, { actor, now: moment }) as Promise<Done>;

const words = "Đề nghị sửa đường vào thôn Một";

async function received(extra: Record<string, unknown> = {}): Promise<string> {
  const said = { unit: "A", village: "A-1", text: words, field: "giao_thong", received_on: "2026-02-02" };
  return (await perform("receive", { ...said, raised_by: "Bà Thử", ...extra })).code;
}

async function assigned(extra: Record<string, unknown> = {}): Promise<string> {
  const recommendation = await received(extra);
  const given = { recommendation, on: "2026-02-04", lead: "A-KT", due: "2026-02-27", symbol: "12/TB-UBND" };
  await perform("assign", { ...given, coordinators: [{ unit: "A-VH", duty: "vận động các hộ" }] });
  return recommendation;
}

async function answered(extra: Record<string, unknown> = {}, symbol?: string): Promise<string> {
  const recommendation = await assigned(extra);
  await perform("finish_duty", { recommendation, on: "2026-02-19", text: "Các hộ đồng thuận" });
  await answer(recommendation, "2026-02-20", symbol);
  return recommendation;
}

async function answer(recommendation: string, on: string, symbol?: string): Promise<void> {
  const said = { text: "Đã sửa xong.", basis: "Kế hoạch 3", outcome: "done", on };
  await perform("draft_answer", { recommendation, ...said });
  await perform("approve_answer", { recommendation, on }, cast.system);
  await perform("answer", { recommendation, on, symbol });
}

const letter = (
  recommendation: string,
  paper: string,
  actor = secretary,
  more: Record<string, unknown> = {},
) => perform("issue_paper", { recommendation, paper, issued_on: today, ...more }, actor);

async function refusal(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
  } catch (problem) {
    if (problem instanceof Problem) return problem.definition.code;
    throw problem;
  }
  return "done";
}

async function wordText(actor: Actor, document: string): Promise<string> {
  const { paper } = await findDocument(db, actor, document, today);
  return paragraphsOf(partsOf(await printed("docx", paper)).get("word/document.xml")!).join("\n");
}

describe("a letter about a matter", () => {
  test("is numbered in its unit's series, frozen, listed, and reads in Word as it was written", async () => {
    const code = await assigned();
    const first = await letter(code, "assignment_letter");
    const second = await letter(code, "reminder_letter");
    expect([first.symbol, second.symbol]).toEqual(["01/UBND-VP", "02/UBND-VP"]);
    const text = await wordText(secretary, second.document);
    expect(text).toContain("02/UBND-VP");
    expect(text).toContain("Ủy ban nhân dân xã An đã giao Phòng Kinh tế xã An");
    expect(text).toContain("tại văn bản số 12/TB-UBND");
    expect(text).toContain("đã quá hạn 3 ngày");
    expect(await wordText(secretary, first.document)).toContain("Phòng Văn hóa xã An: vận động các hộ.");
    const { issued, kinds } = await papersOfMatter(db, secretary, code, today);
    expect(issued.map(({ symbol }) => symbol).toSorted()).toEqual(["01/UBND-VP", "02/UBND-VP"]);
    expect(kinds).toEqual(["assignment_letter", "reminder_letter"]);
    const register = await listDocuments(db, secretary, { kind: "reminder_letter" }, today);
    expect(register.lines.map(({ id }) => id)).toContain(second.document);
  });

  test("the reply bears the answer and the name, unless the name is the secretariat's alone", async () => {
    const named = await letter(await answered(), "reply_letter", secretary, { side: "party" });
    const text = await wordText(secretary, named.document);
    expect(text).toContain("Bà Thử, thôn Một");
    expect(text).toContain("Kết luận: Đã sửa xong.");
    const code = await answered({ naming: "secretariat_only" });
    const discreet = await wordText(secretary, (await letter(code, "reply_letter")).document);
    expect(discreet).toContain("Nhân dân thôn Một");
    expect(discreet).not.toContain("Bà Thử");
  });

  test("the reply goes to everybody whose matter goes on in it by its day, named as each may be", async () => {
    const code = await answered();
    const merged = async (said: Record<string, unknown>, into: string, on: string) => {
      const recommendation = await received({ text: "Đường thôn hư", ...said });
      await perform("merge", { recommendation, into, on, ended: into === code ? "same_answer" : undefined });
      return recommendation;
    };
    const second = await received({ village: "A-2", raised_by: "Ông Hai" });
    await merged({ village: "A-2", raised_by: "Ông Kín", naming: "secretariat_only" }, second, "2026-02-10");
    await perform("merge", { recommendation: second, into: code, on: "2026-02-21", ended: "same_answer" });
    await merged({ village: "A-2", raised_by: "Bà Muộn" }, code, "2026-02-25");
    const hidden = await merged({ raised_by: "Bà Khuất" }, code, "2026-02-21");
    const on = async (day: string) => {
      const asked = { code, kind: "reply_letter", side: "government" } as const;
      const { addressees, recipients } = await draftMatterPaper(db, secretary, asked, { day, today });
      return { addressees, villages: recipients.filter((one) => one.startsWith("Thôn")) };
    };
    expect(await on("2026-02-20")).toEqual({ addressees: ["Bà Thử, thôn Một"], villages: [] });
    const then = await on("2026-02-22");
    expect(then.addressees).toEqual([
      "Bà Thử, thôn Một",
      "Ông Hai, thôn Hai",
      "Nhân dân thôn Hai",
      "Bà Khuất, thôn Một",
    ]);
    expect(then.villages).toEqual(["Thôn Một", "Thôn Hai"]);
    expect((await on(today)).addressees).toContain("Bà Muộn, thôn Hai");
    await perform("hold", { recommendation: hidden });
    expect((await on("2026-02-22")).addressees).not.toContain("Bà Khuất, thôn Một");
    const { document, symbol } = await letter(code, "reply_letter");
    expect(symbol).toMatch(/UBND-VP$/);
    const text = await wordText(secretary, document);
    expect(text).toContain("Bà Muộn, thôn Hai");
    expect(text).not.toContain("Ông Kín");
  });

  test("of an answer that was entered with its number takes over number and day, and there is no other letter of it", async () => {
    const given = { issued_on: "2026-02-20" };
    const code = await answered({}, "45/UBND-VP");
    const drafted = async (side: string) => {
      const query = { recommendation: code, kind: "reply_letter", side };
      const request = { actor: secretary, now: moment, by: "page" } as const;
      const { header } = (await askOn({ db, reports: db })(matterPaperReadings.paper, query, request)).paper;
      return [header.symbol, header.date];
    };
    expect(await drafted("government")).toEqual(["45/UBND-VP", "2026-02-20"]);
    expect(await drafted("party")).toEqual([null, null]);
    expect(await refusal(letter(code, "reply_letter"))).toBe("recommendation.answer_numbered");
    expect(await refusal(letter(code, "reply_letter", secretary, { ...given, symbol: "46/UBND-VP" }))).toBe(
      "recommendation.answer_numbered",
    );
    expect(await refusal(letter(code, "reply_letter", secretary, { ...given, side: "party" }))).toBe(
      "recommendation.answer_numbered",
    );
    const reply = await letter(code, "reply_letter", secretary, given);
    expect(reply.symbol).toBe("45/UBND-VP");
    expect((await findDocument(db, secretary, reply.document, today)).issuedOn).toBe("2026-02-20");
    expect(await refusal(letter(code, "reply_letter", secretary, given))).toBe(
      "recommendation.answer_numbered",
    );
    const other = await answered();
    await letter(other, "reply_letter");
    expect(await refusal(letter(other, "reply_letter"))).toBe("recommendation.answer_numbered");
    await perform("reopen", {
      recommendation: other,
      on: "2026-03-01",
      reason: "Chưa xong",
      due: "2026-03-20",
    });
    await perform("assign", { recommendation: other, on: "2026-03-01", lead: "A-KT", due: "2026-03-20" });
    // What was answered anew has another letter, with its own number.
    moment = noon.add({ minutes: 1 });
    await answer(other, "2026-03-02");
    expect(await refusal(letter(other, "reply_letter"))).toBe("done");
    moment = noon;
  });

  test("the letter upward goes to the unit above", async () => {
    const recommendation = await received();
    await perform("forward_up", {
      recommendation,
      on: "2026-02-05",
      to: "T",
      text: "Đường do tỉnh quản lý.",
    });
    const text = await wordText(secretary, (await letter(recommendation, "upward_letter")).document);
    expect(text).toContain("Ủy ban nhân dân tỉnh Thử");
    expect(text).toContain("Đường do tỉnh quản lý.");
  });

  test("bears what held on its own day and nothing that came after it", async () => {
    const code = await answered();
    await perform("reopen", {
      recommendation: code,
      on: "2026-02-22",
      reason: "Chưa xong",
      due: "2026-03-20",
    });
    const again = { recommendation: code, on: "2026-02-23", lead: "A-VH", due: "2026-03-20" };
    await perform("assign", { ...again, coordinators: [{ unit: "A-KT", duty: "khảo sát lại" }] });
    const asked = (kind: "assignment_letter" | "reply_letter") =>
      ({ code, kind, side: "government" }) as const;
    const on = async (kind: "assignment_letter" | "reply_letter", day: string) =>
      JSON.stringify((await draftMatterPaper(db, secretary, asked(kind), { day, today })).body);
    expect(await on("assignment_letter", "2026-02-05")).toContain("giao Phòng Kinh tế xã An chủ trì");
    expect(await on("assignment_letter", "2026-02-05")).not.toContain("khảo sát lại");
    expect(await on("assignment_letter", "2026-02-24")).toContain("khảo sát lại");
    expect(await on("reply_letter", "2026-02-21")).toContain("Đã sửa xong");
    for (const [kind, day] of [
      ["assignment_letter", "2026-02-03"],
      ["reply_letter", "2026-02-19"],
      ["reply_letter", "2026-02-23"],
      ["assignment_letter", "2026-02-20"],
    ] as const)
      expect(await refusal(draftMatterPaper(db, secretary, asked(kind), { day, today }))).toBe(
        "recommendation.paper_not_then",
      );
  });

  test("is refused while the matter does not stand so, and on a day that cannot be", async () => {
    const code = await assigned();
    expect(await refusal(letter(code, "reply_letter"))).toBe("recommendation.paper_not_now");
    expect(await refusal(letter(code, "reminder_letter", secretary, { issued_on: "2026-03-03" }))).toBe(
      "recommendation.in_the_future",
    );
    expect(await refusal(letter(code, "reminder_letter", secretary, { issued_on: "2026-02-01" }))).toBe(
      "recommendation.before_receipt",
    );
    expect((await papersOfMatter(db, secretary, code, today)).issued).toEqual([]);
  });

  const others: [string, Capacity, string, string][] = [
    ["its chair", "chairperson", "A", "done"],
    ["its Party secretary", "party_secretary", "A", "done"],
    ["the reviewer, who writes slips alone", "complaint_reviewer", "A", "act.not_permitted"],
    ["the office above", "office_secretary", "T", "act.not_permitted"],
    ["the village below", "village_head", "A-1", "act.not_permitted"],
    ["the agency assigned", "agency_head", "A-KT", "act.not_permitted"],
    ["an agency not assigned", "agency_head", "T-SO", "recommendation.not_found"],
    ["the office beside", "office_secretary", "B", "recommendation.not_found"],
    ["a stranger", "office_secretary", "C", "recommendation.not_found"],
  ];
  test.each(others)("by %s", async (_, capacity, unit, outcome) => {
    const code = await assigned();
    const actor = await cast.holder(capacity, unit);
    expect(await refusal(letter(code, "assignment_letter", actor))).toBe(outcome);
    const asked = { code, kind: "assignment_letter" as const, side: "government" as const };
    expect(await refusal(draftMatterPaper(db, actor, asked, ofToday(today)))).toBe(outcome);
  });

  test("goes out of sight with the words of its matter, and none is written meanwhile", async () => {
    const recommendation = await assigned();
    const { document } = await letter(recommendation, "assignment_letter");
    await perform("hold", { recommendation });
    expect(await refusal(findDocument(db, secretary, document, today))).toBe("document.not_found");
    const { lines } = await listDocuments(db, secretary, {}, today, 1, 500);
    expect(lines.map(({ id }) => id)).not.toContain(document);
    expect((await findDocument(db, reviewer, document, today)).id).toBe(document);
    expect(await refusal(letter(recommendation, "reminder_letter"))).toBe("recommendation.held_for_review");
    await perform("release", { recommendation }, reviewer);
    expect((await findDocument(db, secretary, document, today)).id).toBe(document);
  });
});

describe("a transfer slip", () => {
  async function routedOut(): Promise<string> {
    const recommendation = await received({ kind: "denunciation", text: "Ông X nhận tiền của dân" });
    await perform("route_out", { recommendation, to: "Thanh tra tỉnh" }, reviewer);
    return recommendation;
  }
  const slip = (recommendation: string, actor: Actor) =>
    perform("issue_transfer_slip", { recommendation, issued_on: today }, actor);

  test("is the reviewer's to write and to read, and does not say what it is about", async () => {
    const code = await routedOut();
    const { document, symbol } = await slip(code, reviewer);
    expect(symbol).toBe("01/PC-UBND");
    const text = await wordText(reviewer, document);
    expect(text).toContain("Thanh tra tỉnh");
    expect(text).toContain(code);
    expect(text).not.toMatch(/nhận tiền|Bà Thử|Thôn Một/);
    expect(await refusal(findDocument(db, secretary, document, today))).toBe("document.not_found");
    expect(await refusal(papersOfMatter(db, secretary, code, today))).toBe("act.not_permitted");
    expect(await refusal(letter(code, "assignment_letter"))).toBe("recommendation.words_routed_out");
  });

  const writers: [Capacity, string, string][] = [
    ["complaint_reviewer", "T", "done"],
    ["office_secretary", "A", "act.not_permitted"],
    ["chairperson", "A", "act.not_permitted"],
    ["complaint_reviewer", "B", "recommendation.not_found"],
    ["village_head", "A-1", "act.not_permitted"],
    ["complaint_reviewer", "C", "recommendation.not_found"],
  ];
  test.each(writers)("by the %s of %s: %s", async (capacity, unit, outcome) => {
    expect(await refusal(slip(await routedOut(), await cast.holder(capacity, unit)))).toBe(outcome);
  });

  test("is not written of a matter that stays", async () => {
    expect(await refusal(slip(await assigned(), reviewer))).toMatch(/paper_not_now|not_permitted/);
  });
});

test("the register book keeps to the list's filter and tells stubs of what is hidden", async () => {
  const [plain, hidden] = [
    await received({ received_on: "2026-01-15" }),
    await received({ received_on: "2026-01-16" }),
  ];
  await perform("hold", { recommendation: hidden });
  const filter = { view: "all" as const, unit: "A", from: "2026-01-01", to: "2026-01-31" };
  const book = await bookOf(db, secretary, { filter, sort: "received", side: "government" }, today);
  const [table] = book.body;
  const rows = table?.kind === "table" ? table.rows : [];
  expect(rows.map((row) => [row[1], row[3]])).toEqual([
    [hidden, "Nội dung đang được xem xét."],
    [plain, words],
  ]);
  expect(book).toMatchObject({
    landscape: true,
    signature: null,
    header: { symbol: null, blankSymbol: null },
  });
  const stranger = await cast.holder("office_secretary", "C");
  const theirs = await bookOf(db, stranger, { filter, sort: "received", side: "government" }, today);
  expect(theirs.body[0]).toMatchObject({ rows: [] });
});
