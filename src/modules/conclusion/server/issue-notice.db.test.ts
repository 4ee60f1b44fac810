import { actNamed } from "#acts/registry.ts";
import { findConference, readChecklist } from "#modules/conference/server/index.ts";
import { findDocument } from "#modules/document/server/index.ts";
import { findMatter } from "#modules/recommendation/server/index.ts";
import { reportSummary } from "#modules/report/server/index.ts";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { noon, today } from "../../../../tests/support/cast.ts";
import { noticeScene } from "../../../../tests/support/notice-scene.ts";
import { lineInTheWay, rehearseIssue } from "./index.ts";

const {
  db,
  cast,
  secretary,
  chair,
  act,
  held,
  line,
  drafted,
  issue,
  draftOf,
  editionOf,
  statusOf,
  written,
  refusal,
} = await noticeScene();

describe("issuing", () => {
  test("a hundred lines are numbered, assigned, told and ticked off in one go; the report counts them", async () => {
    const { id, codes, notice } = await drafted(100);
    const question = { unit: "A", from: "2026-02-01", to: today, today, basis: "as-was" as const };
    const before = (await reportSummary(db, question)).recommendations;
    const words = (await written()).words!;
    const rehearsed = await rehearseIssue(db, secretary, notice, today);
    expect(rehearsed).toMatchObject({
      stands: 0,
      faults: [],
      refused: false,
      nothing: null,
      told: [{ unit: "A-KT", people: 1 }],
    });
    expect(rehearsed.assigns.length).toBe(100);

    const issued = await issue(notice, {}, chair);
    expect(issued).toMatchObject({ edition: 1, assigned: 100 });
    expect(issued.papers[0]!.symbol).toMatch(/^\d+\/TB-UBND$/);
    const matter = await findMatter(db, secretary, codes[99]!, today);
    expect(matter).toMatchObject({ state: { status: "in_hand", dueOn: "2026-03-14" } });
    const { rows } = await sql<{
      symbol: string;
      text: string;
    }>`select e.symbol, e.text from recommendation_event e
      join recommendation r on r.id = e.recommendation_id where r.code = ${codes[99]} and e.act = 'assign'`.execute(
      db,
    );
    expect(rows).toEqual([{ symbol: issued.papers[0]!.symbol, text: `Khắc phục ${codes[99]}` }]);
    expect((await written()).words! - words).toBe(100);
    const steps = await readChecklist(db, secretary, await findConference(db, secretary, id, today), today);
    expect(steps.find(({ code }) => code === "notice_of_conclusion")!.doneOn).toBe(today);

    const after = (await reportSummary(db, question)).recommendations;
    expect(after.in_hand - before.in_hand).toBe(0); // awaiting their assignment they were in hand already
    expect(after.by_lead["A-KT"]! - (before.by_lead["A-KT"] ?? 0)).toBe(100);
    expect(after.directed - before.directed).toBe(0);
  });

  test(
    "of four hundred recommendations none is left out, from the draft to the paper",
    { timeout: 120_000 },
    async () => {
      const { id, codes } = await held(Array.from({ length: 400 }, () => "written_answer"));
      const made = await act("conclusion.draft", { conference: id });
      expect(made).toMatchObject({ lines: 400, left: 0 });
      const draft = await draftOf(id);
      expect(draft.lines.map(({ matter }) => matter)).toEqual(codes);
      await act("conclusion.change_draft", { notice: made.id, put: codes.map((code) => line(code)) });
      const rehearsed = await rehearseIssue(db, secretary, made.id, today);
      expect([rehearsed.assigns.length, rehearsed.faults]).toEqual([400, []]);
      const issued = await issue(made.id);
      expect(issued.assigned).toBe(400);
      const { paper } = await findDocument(db, secretary, issued.papers[0]!.id, today);
      const tables = paper.body.filter((block) => block.kind === "table");
      expect(tables.map(({ rows }) => rows.length)).toEqual([400]);
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from present_matter p
      join recommendation r on r.id = p.recommendation_id
      where r.conference_id = ${id} and p.status = 'in_hand' and p.lead_id is not null`.execute(db);
      expect(rows[0]!.n).toBe(400);
    },
  );

  test("a task says all that its matter says, however long", async () => {
    const said = `${"Dài dòng nhưng phải đủ. ".repeat(400)}Hết.`;
    const { id } = await held(["written_answer"], { text: said });
    const { id: notice } = await act("conclusion.draft", { conference: id });
    const { lines } = await draftOf(id);
    expect(lines.map(({ task }) => task)).toEqual([said]);
    await act("conclusion.change_draft", { notice, put: [line(lines[0]!.matter, { task: said })] });
    expect((await issue(notice)).assigned).toBe(1);
  });

  test("the line of a merged matter says where it goes on, and gives no work of its own", async () => {
    const { id, codes, notice } = await drafted(2);
    const [merged, other] = codes as [string, string];
    const { codes: elsewhere } = await held(["written_answer"]);
    const into = elsewhere[0]!;
    const given = { lead: "A-VH", due: "2026-03-20", on: today };
    await act("recommendation.assign", { recommendation: into, ...given });
    await act("recommendation.merge", { recommendation: merged, into, on: today });
    expect(await lineInTheWay(db, secretary, { notice, matter: merged }, today)).toBeNull();
    const rehearsed = await rehearseIssue(db, secretary, notice, today);
    expect(rehearsed).toMatchObject({ stands: 1, faults: [], refused: false });
    expect(rehearsed.assigns.map(({ matter }) => matter)).toEqual([other]);
    const early = await refusal(issue(notice, { issued_on: "2026-02-27" }));
    expect(early.faults.map(({ field }) => field)).toEqual(["lines.1"]);
    const issued = await issue(notice);
    expect(issued.assigned).toBe(1);
    expect(await statusOf(merged)).toBe("merged");
    const [kept] = (await editionOf(id)).lines;
    expect(kept).toMatchObject({ matter: merged, lead: "A-VH", dueOn: "2026-03-20" });
    expect(kept!.task).toBe(`Khắc phục ${merged}\n(Đã gộp vào kiến nghị ${into} để tiếp tục giải quyết.)`);
    const { paper } = await findDocument(db, secretary, issued.papers[0]!.id, today);
    expect(JSON.stringify(paper.body)).toContain(`Đã gộp vào kiến nghị ${into}`);
  });

  test("what breaks in the last line leaves nothing at all", async () => {
    const { id, codes, notice } = await drafted(30);
    const before = await written();
    await sql`create function break_off() returns trigger language plpgsql as
      $$ begin raise exception 'cut off'; end $$`.execute(db);
    const matter = await db
      .selectFrom("recommendation")
      .select("id")
      .where("code", "=", codes[29]!)
      .executeTakeFirstOrThrow();
    await sql`create trigger break_off before insert on recommendation_event for each row
      when (new.recommendation_id = ${sql.lit(matter.id)}) execute function break_off()`.execute(db);
    try {
      await expect(issue(notice)).rejects.toThrow("cut off");
    } finally {
      await sql`drop trigger break_off on recommendation_event`.execute(db);
    }
    expect(await written()).toEqual(before);
    expect(await statusOf(codes[0]!)).toBe("awaiting_assignment");
    expect((await issue(notice)).assigned).toBe(30);
    expect((await editionOf(id)).lines.length).toBe(30);
  });

  test("of two at once one issues; with the same key it is one act", async () => {
    const { notice } = await drafted(5);
    const before = await written();
    const answers = await Promise.allSettled([issue(notice), issue(notice, {}, chair)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(String(answers.find((each) => each.status === "rejected")!.reason)).toContain("not_a_draft");
    expect((await written()).assigned! - before.assigned!).toBe(5);

    const { notice: other } = await drafted(1);
    const input = { notice: other, issued_on: today, sides: ["government"] };
    const twice = { actor: secretary, now: noon, idempotencyKey: "same-form-1" };
    const first = await cast.perform(actNamed("conclusion.issue")!, input, twice);
    expect(await cast.perform(actNamed("conclusion.issue")!, input, twice)).toEqual(first);
  });

  test("a number that another paper bears stops it; for both sides there are two numbers of two series", async () => {
    const { notice } = await drafted(1);
    const first = await drafted(1);
    const { papers } = await issue(first.notice);
    const used = { government_symbol: papers[0]!.symbol };
    expect((await refusal(issue(notice, used))).definition.code).toBe("document.number_used");
    await act("document.set_office", {
      unit: "A",
      side: "party",
      issuer: "Đảng ủy xã An",
      place: "An",
      suffix: "ĐU",
      superior: "Tỉnh ủy Thử",
      terms: [{ name: "2025-2030", from_on: "2025-08-01" }],
    });
    const both = await issue(notice, { sides: ["party", "government"], party_symbol: "34-TB/ĐU" });
    expect(both.papers.map(({ side, symbol }) => [side, symbol])).toEqual([
      ["party", "34-TB/ĐU"],
      ["government", expect.stringMatching(/^\d+\/TB-UBND$/)],
    ]);
  });

  test("is never older than its conference, also where that is put right afterwards", async () => {
    const { id, notice } = await drafted(1);
    await issue(notice, { issued_on: "2026-02-28" });
    const chairs = [{ name: "Bà Chủ trì", capacity: "party_secretary" }];
    const later = {
      conference: id,
      form: "periodic",
      chairs,
      held_on: "2026-03-01",
      rulings_may_precede: "yes",
    };
    expect((await refusal(act("conference.correct", later))).definition.code).toBe(
      "conference.notice_before_day",
    );
  });

  test("needs its lines whole, and a day between the conference and today", async () => {
    const { id, codes } = await held(["written_answer", "beyond_competence"]);
    const { id: notice } = await act("conclusion.draft", { conference: id });
    await act("conclusion.change_draft", { notice, put: [line(codes[0]!, { lead: "", due: "2026-03-10" })] });
    const refused = await refusal(issue(notice));
    expect(refused.definition.code).toBe("conclusion.lines_stand_in_the_way");
    expect(refused.faults.map(({ field }) => field)).toEqual(["lines.1", "lines.2"]);
    expect(refused.faults[0]!.vi).toBe(`Dòng 1 (${codes[0]}): Chưa có cơ quan chủ trì.`);
    expect((await refusal(issue(notice, { issued_on: "2026-03-03" }))).definition.code).toBe(
      "conclusion.issued_in_the_future",
    );
    expect((await refusal(issue(notice, { issued_on: "2026-02-26" }))).definition.code).toBe(
      "conclusion.issued_before",
    );
    // What is refused on any day is not offered, and the page says what lacks.
    expect(await rehearseIssue(db, secretary, notice, today)).toMatchObject({ refused: true, nothing: null });
    await act("conclusion.change_draft", { notice, remove: codes });
    expect((await refusal(issue(notice))).definition.code).toBe("conclusion.empty");
    expect(await rehearseIssue(db, secretary, notice, today)).toMatchObject({
      refused: true,
      nothing: { vi: "Dự thảo chưa có dòng việc nào nên chưa ban hành được." },
    });
  });

  test("names every line whose matter has changed meanwhile; those assigned just so stand", async () => {
    const { codes, notice } = await drafted(6);
    const [merged, held_, up, otherwise, same, plain] = codes as [
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    const on = today;
    await act("recommendation.merge", { recommendation: merged, into: plain, on });
    await act("recommendation.hold", { recommendation: held_, reason: "Có nội dung tố cáo", on });
    await act("recommendation.forward_up", { recommendation: up, to: "T", text: "Vượt thẩm quyền", on });
    await act("recommendation.assign", { recommendation: otherwise, lead: "A-VH", due: "2026-03-14", on });
    await act("recommendation.assign", { recommendation: same, lead: "A-KT", due: "2026-03-14", on });
    const before = await written();
    const refused = await refusal(issue(notice));
    expect(refused.faults.map(({ field }) => field)).toEqual(["lines.2", "lines.3", "lines.4"]);
    const [second, third, fourth] = refused.faults.map(({ vi }) => vi);
    expect(second).toContain("chờ người có thẩm quyền xem xét");
    expect(third).toContain("“Đã chuyển lên cấp trên”");
    expect(fourth).toContain("đã được giao cho Phòng Văn hóa xã An, hạn 14/03/2026");
    expect(fourth).toContain("(cơ quan chủ trì)");
    expect(await written()).toEqual(before);
    expect(await rehearseIssue(db, secretary, notice, today)).toMatchObject({
      faults: refused.faults,
      refused: true,
    });
    // Told already where the line is written.
    const told = (matter: string) => lineInTheWay(db, secretary, { notice, matter }, today);
    expect(await Promise.all([told(otherwise), told(same)])).toEqual([refused.faults[2], null]);
    await act("conclusion.change_draft", {
      notice,
      remove: [held_, up],
      put: [line(otherwise, { lead: "A-VH" })],
    });
    expect(await issue(notice)).toMatchObject({ assigned: 1 });
  });

  test("an agency dissolved meanwhile is named with its day", async () => {
    await act(
      "organization.create_unit",
      { code: "A-CU", name: "Phòng Cũ xã An", kind: "agency", parent: "A", from: "2020-01-01" },
      cast.system,
    );
    const { codes, notice } = await drafted(2);
    await act("conclusion.change_draft", { notice, put: [line(codes[1]!, { lead: "A-CU" })] });
    await db.updateTable("unit").set({ until_on: "2026-03-01" }).where("code", "=", "A-CU").execute();
    const refused = await refusal(issue(notice));
    expect(refused.faults).toEqual([
      expect.objectContaining({
        vi: `Dòng 2 (${codes[1]}): Phòng Cũ xã An đã kết thúc từ ngày 01/03/2026; hãy chọn cơ quan khác.`,
      }),
    ]);
  });
});
