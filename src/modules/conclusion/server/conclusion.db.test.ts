import type { Actor } from "#kernel/actor.ts";
import { actNamed } from "#acts/registry.ts";
import {
  findConference,
  findConferenceWithAgenda,
  readChecklist,
  readPaper,
} from "#modules/conference/server/index.ts";
import { fillStatutoryRules } from "#modules/deadline/server/index.ts";
import { findDocument } from "#modules/document/server/index.ts";
import { findMatter } from "#modules/recommendation/server/index.ts";
import { reportSummary } from "#modules/report/server/index.ts";
import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import {
  findNotice,
  findNoticePaper,
  noticeChanges,
  noticesOf,
  publicVersions,
  readPublication,
  lineInTheWay,
  rehearseIssue,
} from "./index.ts";

const { db } = await testDatabase();
let cast: Cast;
let secretary: Actor;
let chair: Actor;

type Made = { id: string; code: string; version: number; lines: number; edition: number; assigned: number };
type Issued = Made & { papers: { id: string; side: string; symbol: string }[] };
const act = (name: string, input: Record<string, unknown>, actor = secretary, now = noon) =>
  cast.perform(actNamed(name)!, input, { actor, now }) as Promise<Made>;
const later = (day: string) => Temporal.Instant.from(`${day}T05:00:00Z`);
const chairs = [{ name: "Bà Chủ Tọa", capacity: "party_secretary" }];

beforeAll(async () => {
  cast = await buildCast(db);
  await fillStatutoryRules(db, noon);
  await act(
    "deadline.add_rule",
    {
      name: "Trả lời bằng văn bản",
      purpose: "written_reply",
      amount: 15,
      unit: "calendar_day",
      start: "conference",
      citation: "Quy chế thử",
      rank: "provincial",
      valid_from: "2020-01-01",
      territory: "T",
    },
    cast.system,
  );
  secretary = await cast.holder("office_secretary", "A");
  chair = await cast.holder("chairperson", "A");
  await cast.holder("agency_head", "A-KT");
});

/** A conference of the commune held on 27 February with so many matters, each ruled as told. */
async function held(rulings: readonly (string | null)[], more: object = {}) {
  const heldOn = "2026-02-27";
  const { id } = await act("conference.record", { unit: "A", form: "periodic", held_on: heldOn, chairs });
  const codes: string[] = [];
  for (const [index, ruling] of rulings.entries()) {
    const text = `Đề nghị sửa đoạn đường số ${index + 1} của thôn`;
    const said = { unit: "A", conference: id, field: "giao_thong", received_on: heldOn, text, ...more };
    const { code } = await act("recommendation.receive", said);
    const ruled = { recommendation: code, ruling, on: heldOn, words_later: true };
    if (ruling) await act("recommendation.rule", ruled);
    codes.push(code);
  }
  return { id, codes };
}

const line = (matter: string, more: object = {}) => ({
  matter,
  task: `Khắc phục ${matter}`,
  lead: "A-KT",
  due: "2026-03-14",
  ...more,
});

/** A draft of such a conference with every line given to the economic office. */
async function drafted(count: number) {
  const { id, codes } = await held(Array.from({ length: count }, () => "written_answer"));
  const { id: notice } = await act("conclusion.draft", { conference: id });
  await act("conclusion.change_draft", { notice, put: codes.map((code) => line(code)) });
  return { id, codes, notice };
}

const issue = (notice: string, more: object = {}, actor = secretary, now = noon) =>
  act(
    "conclusion.issue",
    { notice, issued_on: today, sides: "government", ...more },
    actor,
    now,
  ) as Promise<Issued>;
const draftOf = (conference: string, actor = secretary) =>
  findNotice(db, actor, { conference, edition: "draft" }, today);
const editionOf = (conference: string, edition = 1, actor = secretary) =>
  findNotice(db, actor, { conference, edition }, today);
const statusOf = async (code: string) => {
  const matter = await findMatter(db, secretary, code, today);
  return "state" in matter ? matter.state.status : null;
};

/** Everything that issuing writes, counted. */
async function written() {
  const { rows } = await sql<Record<string, number>>`select
    (select count(*) from recommendation_event where act = 'assign')::int as assigned,
    (select count(*) from issued_document)::int as documents, (select count(*) from outbox)::int as words,
    (select count(*) from conference_step)::int as steps,
    (select count(*) from notice_of_conclusion where issued_on is not null)::int as issued`.execute(db);
  return rows[0]!;
}

async function refusal(promise: Promise<unknown>) {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error as { definition: { code: string }; faults: { field: string; vi: string }[]; vi: string };
}

describe("what was said in the room", () => {
  const room = async (ruled: object) => {
    const { id, codes } = await held([null]);
    await act("recommendation.rule", { recommendation: codes[0], on: "2026-02-27", ...ruled });
    await act("conclusion.draft", { conference: id });
    return { id, code: codes[0]!, draft: await draftOf(id) };
  };

  test("the line starts from the chair's words and the promised date", async () => {
    const { draft } = await room({
      ruling: "written_answer",
      text: "Giao Phòng Kinh tế khảo sát.",
      due: "2026-03-20",
    });
    expect(draft.lines).toMatchObject([
      {
        task: "Giao Phòng Kinh tế khảo sát.\nNội dung kiến nghị: Đề nghị sửa đoạn đường số 1 của thôn",
        ...{ dueOn: "2026-03-20", saidWords: "Giao Phòng Kinh tế khảo sát.", saidOn: "2026-03-20" },
      },
    ]);
  });

  test("a date in the chair's words is the date of the line, before any rule's", async () => {
    const { draft } = await room({ ruling: "written_answer", text: "Xã sẽ sửa xong trước 25/3." });
    expect(draft.lines[0]!.dueOn).toBe("2026-03-25");
  });

  test("a promise that has passed leaves the date open, and is told", async () => {
    const { draft } = await room({ ruling: "written_answer", due: "2026-03-01" });
    expect(draft.lines[0]).toMatchObject({ dueOn: null, saidOn: "2026-03-01" });
  });

  test("another date says on the paper which one was promised; the minutes keep what was said", async () => {
    const { id, code, draft } = await room({
      ruling: "written_answer",
      text: "Xã xem xét.",
      due: "2026-03-20",
    });
    await act("conclusion.change_draft", { notice: draft.id, put: [line(code, { due: "2026-03-31" })] });
    await issue(draft.id);
    const { paper } = await findNoticePaper(
      db,
      secretary,
      { conference: id, edition: 1, side: "government" },
      today,
    );
    expect(JSON.stringify(paper.body)).toContain("31/03/2026 (tại hội nghị hẹn 20/03/2026)");
    const conference = await findConference(db, secretary, id, today);
    const { paper: minutes } = await readPaper(
      db,
      secretary,
      conference,
      { kind: "minutes", side: null },
      today,
    );
    const said = JSON.stringify(minutes.body);
    expect(said).toContain("trả lời bằng văn bản, hạn 20/03/2026: Xã xem xét.");
    expect(said).not.toContain("31/03/2026");
  });
});

describe("a draft", () => {
  test("proposes what was ruled so and nobody has, with who led such a field before and the strictest date", async () => {
    const earlier = await held(["written_answer"]);
    await act("recommendation.assign", { recommendation: earlier.codes[0], lead: "A-VH", due: "2026-03-10" });
    const { id, codes } = await held(["written_answer", "beyond_competence", "answered_now", "noted", null]);
    await act("recommendation.schedule", {
      recommendation: codes[0],
      until_on: "2026-06-30",
      reason: "Chờ vốn",
      on: today,
    }).catch(() => null);
    const made = await act("conclusion.draft", { conference: id });
    expect(made).toMatchObject({ lines: 2, edition: 1 });
    const { lines, opening, state } = await draftOf(id);
    expect(state).toBe("draft");
    expect(lines.map(({ matter, lead }) => [matter, lead])).toEqual([
      [codes[0], "A-VH"],
      [codes[1], null],
    ]);
    // Fifteen days after the conference: Saturday 14 March, so the Monday after.
    expect(lines[1]!.dueOn).toBe("2026-03-16");
    expect(opening).toContain("Ngày 27/02/2026, xã An tổ chức hội nghị đối thoại định kỳ, do bà Chủ Tọa");
  });

  test("one date and one lead fill in what is missing, and nothing that is there", async () => {
    const { id, codes } = await held(["written_answer", "beyond_competence", "written_answer"]);
    const { id: notice } = await act("conclusion.draft", { conference: id });
    const empty = { lead: "", due: "" };
    const helped = { ...empty, coordinators: [{ unit: "A-VH" }] };
    const put = [line(codes[0]!), line(codes[1]!, empty), line(codes[2]!, helped)];
    await act("conclusion.change_draft", { notice, put });
    const fill = { lead: "A-VH", due: "2026-03-20" };
    const { filled } = (await act("conclusion.change_draft", { notice, fill })) as unknown as {
      filled: unknown;
    };
    // Whoever helps with a line does not lead it as well.
    expect(filled).toEqual({ dates: 2, leads: 1 });
    expect((await draftOf(id)).lines.map(({ lead, dueOn }) => [lead, dueOn])).toEqual([
      ["A-KT", "2026-03-14"],
      ["A-VH", "2026-03-20"],
      [null, "2026-03-20"],
    ]);
    await expect(act("conclusion.change_draft", { notice, fill: {} })).rejects.toThrow(
      "nothing_to_fill_with",
    );
    const unknown = { lead: "A-KHONG" };
    await expect(act("conclusion.change_draft", { notice, fill: unknown })).rejects.toThrow("unknown_unit");
  });

  test("of two who change it the second is told, and what the first wrote stands", async () => {
    const { id, codes } = await held(["written_answer"]);
    const { id: notice } = await act("conclusion.draft", { conference: id });
    const change = { notice, expected_version: "1" };
    await act("conclusion.change_draft", { ...change, put: [line(codes[0]!)] });
    const second = act("conclusion.change_draft", { ...change, words: { opening: "Khác" } });
    await expect(second).rejects.toThrow("conclusion.changed_meanwhile");
    expect((await draftOf(id)).lines[0]).toMatchObject({ task: `Khắc phục ${codes[0]}`, lead: "A-KT" });
  });

  test("takes matters in, puts them in order and lets them go; of this conference only, each once", async () => {
    const { id, codes } = await held(["written_answer", "written_answer", null]);
    const other = await held(["written_answer"]);
    const { id: notice } = await act("conclusion.draft", { conference: id });
    const change = (more: object) => act("conclusion.change_draft", { notice, ...more });
    await change({ add: [codes[2]] });
    await change({ put: [line(codes[2]!, { position: "1" })] });
    await change({ remove: [codes[0]] });
    expect((await draftOf(id)).lines.map(({ matter }) => matter)).toEqual([codes[2], codes[1]]);
    await expect(change({ add: other.codes })).rejects.toThrow("conclusion.matter_elsewhere");
    await expect(change({ put: [line(codes[1]!), line(codes[1]!)] })).rejects.toThrow(
      "conclusion.matter_twice",
    );
    const both = line(codes[1]!, { coordinators: [{ unit: "A-KT" }] });
    await expect(change({ put: [both] })).rejects.toThrow("conclusion.lead_also_coordinates");
    await expect(change({ put: [line(codes[1]!, { lead: "KHONG" })] })).rejects.toThrow(
      "conclusion.unknown_unit",
    );
  });

  test("there is one for a conference that was held; discarded, there may be another", async () => {
    const { id } = await held(["written_answer"]);
    const { id: notice } = await act("conclusion.draft", { conference: id });
    await expect(act("conclusion.draft", { conference: id })).rejects.toThrow("conclusion.draft_already");
    await act("conclusion.discard_draft", { notice });
    await act("conclusion.draft", { conference: id });
    const prepared = await act("conference.prepare", { unit: "A", form: "periodic", held_on: "2026-04-01" });
    await expect(act("conclusion.draft", { conference: prepared.id })).rejects.toThrow("conclusion.not_held");
  });
});

describe("issuing", () => {
  test("a hundred lines are numbered, assigned, told and ticked off in one go; the report counts them", async () => {
    const { id, codes, notice } = await drafted(100);
    const question = { unit: "A", from: "2026-02-01", to: today, today, basis: "as-was" as const };
    const before = (await reportSummary(db, question)).recommendations;
    const words = (await written()).words!;
    const rehearsed = await rehearseIssue(db, secretary, notice, today);
    expect(rehearsed).toMatchObject({ stands: 0, faults: [], told: [{ unit: "A-KT", people: 1 }] });
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
    await act("conclusion.change_draft", { notice, remove: codes });
    expect((await refusal(issue(notice))).definition.code).toBe("conclusion.empty");
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
    expect(refused.faults.map(({ field }) => field)).toEqual(["lines.1", "lines.2", "lines.3", "lines.4"]);
    const [first, second, third, fourth] = refused.faults.map(({ vi }) => vi);
    expect(first).toContain("“Đã gộp” (“Gộp vào kiến nghị trùng” ngày 02/03/2026)");
    expect(second).toContain("chờ người có thẩm quyền xem xét");
    expect(third).toContain("“Đã chuyển cấp trên”");
    expect(fourth).toContain("đã được giao cho Phòng Văn hóa xã An, hạn 14/03/2026");
    expect(fourth).toContain("(cơ quan chủ trì)");
    expect(await written()).toEqual(before);
    expect((await rehearseIssue(db, secretary, notice, today)).faults).toEqual(refused.faults);
    // Told already where the line is written.
    const told = (matter: string) => lineInTheWay(db, secretary, { notice, matter }, today);
    expect(await Promise.all([told(otherwise), told(same)])).toEqual([refused.faults[3], null]);
    await act("conclusion.change_draft", {
      notice,
      remove: [merged, held_, up],
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

describe("an amended edition", () => {
  test("shows what it changes and assigns only that; the first stays readable with its paper", async () => {
    const { id, codes, notice } = await drafted(4);
    const { papers } = await issue(notice);
    const { id: draft } = await act("conclusion.amend", { conference: id });
    await expect(act("conclusion.amend", { conference: id })).rejects.toThrow("conclusion.draft_already");
    await expect(act("conclusion.change_draft", { notice, words: {} })).rejects.toThrow("not_a_draft");
    const words = db.updateTable("notice_of_conclusion").set({ opening: "Khác" }).where("id", "=", notice);
    await expect(words.execute()).rejects.toThrow("notice_of_conclusion");
    const lines = db.deleteFrom("notice_line").where("notice_id", "=", notice);
    await expect(lines.execute()).rejects.toThrow("final once its notice is issued");
    expect((await refusal(issue(draft))).definition.code).toBe("conclusion.nothing_changed");
    const added = await act("recommendation.receive", {
      unit: "A",
      conference: id,
      field: "giao_thong",
      received_on: "2026-02-27",
      text: "Thêm cột điện",
    });
    const put = [
      line(codes[0]!, { task: "Viết lại lời" }),
      line(codes[1]!, { lead: "A-VH", due: "2026-03-10" }),
      line(added.code),
    ];
    await act("conclusion.change_draft", { notice: draft, put, remove: [codes[3]] });
    const second = await issue(draft, {}, chair, later("2026-03-03"));
    expect(second).toMatchObject({ edition: 2, assigned: 2 });

    const changes = (await noticeChanges(db, secretary, await editionOf(id, 2), today))!;
    expect(changes.map(({ matter, kind, parts }) => [matter, kind, parts.join()])).toEqual([
      [codes[0], "changed", "task"],
      [codes[1], "changed", "lead,due"],
      [codes[2], "same", ""],
      [added.code, "added", ""],
      [codes[3], "removed", ""],
    ]);
    expect(await findMatter(db, secretary, codes[1]!, today)).toMatchObject({
      state: { dueOn: "2026-03-10" },
    });
    const first = await findNoticePaper(
      db,
      secretary,
      { conference: id, edition: 1, side: "government" },
      today,
    );
    expect(first.symbol).toBe(papers[0]!.symbol);
    const now = await findNoticePaper(
      db,
      secretary,
      { conference: id, edition: 2, side: "government" },
      today,
    );
    expect(now.paper.abstract).toContain(
      `Sửa đổi, bổ sung Thông báo số ${papers[0]!.symbol} ngày 02/03/2026`,
    );
    expect(JSON.stringify(now.paper.body)).toContain("Đưa ra khỏi thông báo");
    expect((await noticesOf(db, secretary, id, today)).editions.map(({ edition }) => edition)).toEqual([
      2, 1,
    ]);
    // A step that the notice made is put right by amending the notice.
    await expect(
      act(
        "recommendation.annul",
        { recommendation: codes[1], reason: "Nhầm" },
        secretary,
        later("2026-03-04"),
      ),
    ).rejects.toThrow("recommendation.assigned_by_notice");
  });

  test("gives no more time for work in hand: that is an extension, asked for and granted", async () => {
    const { id, codes, notice } = await drafted(1);
    await issue(notice);
    const { id: draft } = await act("conclusion.amend", { conference: id });
    await act("conclusion.change_draft", { notice: draft, put: [line(codes[0]!, { due: "2026-04-01" })] });
    const refused = await refusal(issue(draft));
    expect(refused.faults.map(({ field }) => field)).toEqual(["lines.1"]);
    expect(refused.faults[0]!.vi).toContain("gia hạn");
  });

  test("does not undo unseen what was granted or assigned since", async () => {
    const { id, codes, notice } = await drafted(2);
    await issue(notice);
    const agency = await cast.holder("agency_head", "A-KT");
    const [first, other] = codes as [string, string];
    const asked = { recommendation: first, due: "2026-04-20", reason: "Chờ thẩm định" };
    await act("recommendation.ask_extension", asked, agency);
    await act("recommendation.extend", { recommendation: first, due: "2026-04-20", reason: "Đồng ý" });
    const { id: draft } = await act("conclusion.amend", { conference: id });
    await act("conclusion.change_draft", {
      notice: draft,
      put: [line(first, { lead: "A-VH" }), line(other, { lead: "A-VH" })],
    });
    const refused = await refusal(issue(draft));
    expect(refused.faults.map(({ field }) => field)).toEqual(["lines.1"]);
    expect(refused.faults[0]!.vi).toContain("hạn 20/04/2026, khác với dòng này (thời hạn)");
    const put = [line(first, { lead: "A-VH", due: "2026-04-20" })];
    await act("conclusion.change_draft", { notice: draft, put });
    expect((await issue(draft)).assigned).toBe(2);
  });
});

describe("who may read and do what", () => {
  let conference: string;
  let draft: string;
  let codes: string[];

  beforeAll(async () => {
    const made = await drafted(3);
    ({ id: conference, notice: draft, codes } = made);
    await act("conclusion.change_draft", { notice: draft, put: [line(codes[2]!, { lead: "A-VH" })] });
  });

  test.each([
    ["self", "office_secretary", "A", true],
    ["self", "chairperson", "A", true],
    ["self", "party_secretary", "A", true],
    ["the Front", "front_officer", "A", false],
    ["ancestor", "office_secretary", "T", false],
    ["descendant", "village_head", "A-1", false],
    ["assigned", "agency_head", "A-KT", false],
    ["sibling", "office_secretary", "B", false],
    ["stranger", "chairperson", "C", false],
  ] as const)("%s: %s of %s reads the draft: %s", async (_, capacity, unit, may) => {
    const actor = await cast.holder(capacity, unit);
    const read = findNotice(db, actor, { conference, edition: "draft" }, today);
    if (may) await expect(read).resolves.toMatchObject({ state: "draft" });
    else await expect(read).rejects.toThrow("conclusion.not_found");
    expect((await noticesOf(db, actor, conference, today)).draft !== null).toBe(may);
    const changed = refusal(act("conclusion.change_draft", { notice: draft, words: {} }, actor));
    if (capacity !== "office_secretary" || !may)
      expect((await changed).definition.code).toBe(may ? "act.not_permitted" : "conclusion.not_found");
    if (!may) expect((await refusal(issue(draft, {}, actor))).definition.code).toBe("conclusion.not_found");
  });

  test("issued, it is read by those who read the conference, an agency seeing which lines are its own", async () => {
    await issue(draft, {}, await cast.holder("party_secretary", "A"));
    for (const [capacity, unit] of [
      ["front_officer", "A"],
      ["village_head", "A-1"],
      ["office_secretary", "T"],
    ] as const) {
      expect((await editionOf(conference, 1, await cast.holder(capacity, unit))).lines.length).toBe(3);
    }
    const agency = await editionOf(conference, 1, await cast.holder("agency_officer", "A-VH"));
    expect(agency.lines.map(({ own, opens }) => [own, opens])).toEqual([
      [false, false],
      [false, false],
      [true, true],
    ]);
    for (const [capacity, unit] of [
      ["office_secretary", "B"],
      ["agency_head", "B-KT"],
      ["chairperson", "C"],
    ] as const) {
      const stranger = await cast.holder(capacity, unit);
      await expect(editionOf(conference, 1, stranger)).rejects.toThrow("conclusion.not_found");
      await expect(readPublication(db, stranger, conference, today)).rejects.toThrow("conclusion.not_found");
    }
  });

  test("what is put out of sight afterwards leaves the lines, the paper and the posted text", async () => {
    await act("recommendation.hold", { recommendation: codes[1], reason: "Xem xét" });
    const agency = await cast.holder("agency_head", "A-KT");
    const reviewer = await cast.holder("complaint_reviewer", "A");
    for (const actor of [secretary, agency]) {
      const notice = await editionOf(conference, 1, actor);
      expect([notice.lines.length, notice.hidden]).toEqual([2, [2]]);
      const { paper } = await findNoticePaper(
        db,
        actor,
        { conference, edition: 1, side: "government" },
        today,
      );
      expect(JSON.stringify(paper)).not.toContain(`Khắc phục ${codes[1]}`);
      expect(JSON.stringify(paper)).toContain("Đã chuyển theo quy định");
      // Held is not moved on, and its number would tell that there is one.
      const posted = await readPublication(db, actor, conference, today);
      expect([posted.matters.length, posted.hidden]).toEqual([2, 0]);
      expect(JSON.stringify(posted)).not.toContain(codes[1]);
    }
    expect((await editionOf(conference, 1, reviewer)).lines.length).toBe(3);
    const [paper] = (await editionOf(conference)).papers;
    await expect(findDocument(db, secretary, paper!.id, today)).rejects.toThrow("document.not_found");
    expect((await findDocument(db, reviewer, paper!.id, today)).symbol).toBe(paper!.symbol);
  });
});

/** A conference with one matter answered in the room and one given to an agency, in words with a name in them. */
async function toPost() {
  const { id } = await held(["answered_now"]);
  const spoken = { speaker: "Trần Thị Hoa", naming: "named", summary: "Hỏi" };
  await act("conference.record_turn", { conference: id, ...spoken });
  const text = "Bà Trần Thị Hoa, ĐT 0912345678, đề nghị sửa cống";
  const said = { unit: "A", conference: id, field: "giao_thong", received_on: "2026-02-27", text };
  const { code } = await act("recommendation.receive", said);
  await act("recommendation.rule", { recommendation: code, ruling: "written_answer", on: "2026-02-27" });
  const { id: notice } = await act("conclusion.draft", { conference: id });
  await act("conclusion.change_draft", { notice, put: [line(code, { task: text })] });
  return { id, code, notice, text };
}

const afterNoon = noon.add({ minutes: 5 });
const versionsOf = (conference: string, actor = secretary) => publicVersions(db, actor, conference, today);
/** The proposals as they are, read by a person. */
async function approveAll(conference: string, actor = secretary, now = noon) {
  const versions = (await versionsOf(conference)).map(({ matter, part, digest, proposed }) => ({
    matter,
    part,
    digest,
    text: proposed,
  }));
  return act("conclusion.approve_public", { conference, versions }, actor, now);
}
const postedIn = async (conference: string) =>
  (await readPublication(db, secretary, conference, today)).matters.map(({ text, awaits }) => [text, awaits]);

test("the results are posted in approved words; what is open is told as open with its date; the clock stops", async () => {
  const { id, notice } = await toPost();
  await expect(readPublication(db, secretary, id, today)).rejects.toThrow("conclusion.not_issued");
  await expect(act("conclusion.publish", { conference: id })).rejects.toThrow("conclusion.not_issued");
  await issue(notice);
  await approveAll(id);
  const posted = await readPublication(db, secretary, id, today);
  expect(posted.matters.map((matter) => [matter.open, matter.dueOn, matter.text])).toEqual([
    [true, "2026-03-14", "Bà [tên], ĐT [số điện thoại], đề nghị sửa cống"],
    [false, null, "Đề nghị sửa đoạn đường số 1 của thôn"],
  ]);
  await expect(act("conclusion.publish", { conference: id, on: "2026-02-26" })).rejects.toThrow(
    "step_before_day",
  );
  await act("conclusion.publish", { conference: id, note: "Niêm yết tại trụ sở" });
  const afterwards = await readPublication(db, secretary, id, today);
  expect(afterwards.publishedOn).toBe(today);
  // Of the answer in the room nobody has written down what was said: that is told, not left empty.
  expect(afterwards.matters.map(({ wordless }) => wordless).toSorted()).toEqual([false, true]);
  await expect(act("conclusion.publish", { conference: id })).rejects.toThrow("conference.step_done_already");
});

describe("the public version of a text", () => {
  test("is a proposal until a person approves it: nothing is shown, nothing is published", async () => {
    const { id, code, notice, text } = await toPost();
    await issue(notice);
    expect(await postedIn(id)).toEqual([
      [null, true],
      [null, true],
    ]);
    const refused = await refusal(act("conclusion.publish", { conference: id }));
    expect([refused.definition.code, refused.vi]).toEqual([
      "conclusion.not_approved",
      expect.stringContaining("Còn 2 nội dung"),
    ]);
    const [first] = await versionsOf(id);
    expect(first).toMatchObject({ matter: code, part: "text", original: text, approved: null });
    expect(first!.proposed).toBe("Bà [tên], ĐT [số điện thoại], đề nghị sửa cống");
    const { matter, part, digest } = first!;
    const own = "Một người dân đề nghị sửa cống";
    await act("conclusion.approve_public", {
      conference: id,
      versions: [{ matter, part, digest, text: own }],
    });
    expect(await postedIn(id)).toEqual([
      [own, false],
      [null, true],
    ]);
    expect((await versionsOf(id))[0]).toMatchObject({ approved: own, approvedBy: expect.any(String) });
  });

  test("is withdrawn by a change of the original; words that were not read are not approved", async () => {
    const { id, notice, code } = await toPost();
    await issue(notice);
    await approveAll(id);
    const other = (await versionsOf(id)).find(({ matter }) => matter !== code)!;
    await act("recommendation.correct", {
      recommendation: other.matter,
      text: "Ông Lê Văn Tám đề nghị sửa đường",
      reason: "Ghi sai",
      field: "giao_thong",
      kind: "recommendation",
      received_on: "2026-02-27",
      naming: "anonymous",
    });
    expect(await postedIn(id)).toEqual([
      [expect.stringContaining("sửa cống"), false],
      [null, true],
    ]);
    await expect(act("conclusion.publish", { conference: id })).rejects.toThrow("conclusion.not_approved");
    const { matter, part, digest } = other;
    const stale = { conference: id, versions: [{ matter, part, digest, text: "Sửa đường" }] };
    const refused = await refusal(act("conclusion.approve_public", stale));
    expect(refused.faults).toEqual([
      expect.objectContaining({
        field: "versions.0",
        vi: `Nội dung gốc của ${matter} đã thay đổi; hãy đọc lại.`,
      }),
    ]);
    const elsewhere = { conference: id, versions: [{ ...stale.versions[0]!, part: "answer" }] };
    await expect(act("conclusion.approve_public", elsewhere)).rejects.toThrow("conclusion.not_as_read");
    await approveAll(id, chair, afterNoon);
    await act("conclusion.publish", { conference: id });
  });

  test("is withdrawn where the speaker's naming changes, and only then: what may be posted was agreed under the other", async () => {
    const { id, notice, code } = await toPost();
    const [turn] = (await findConferenceWithAgenda(db, secretary, id, today)).turns;
    const spoken = { turn: turn!.id, position: 1, speaker: "Trần Thị Hoa", naming: "named" };
    await db.updateTable("recommendation").set({ turn_id: turn!.id }).where("code", "=", code).execute();
    await issue(notice);
    await approveAll(id);
    await act("conference.correct_turn", { ...spoken, summary: "Hỏi rõ hơn" }, secretary, afterNoon);
    expect((await postedIn(id)).map(([, awaits]) => awaits)).toEqual([false, false]);
    await act("conference.correct_turn", { ...spoken, naming: "secretariat_only" }, secretary, afterNoon);
    expect((await postedIn(id)).map(([, awaits]) => awaits)).toEqual([true, false]);
    await approveAll(id, chair, afterNoon.add({ minutes: 5 }));
    expect((await postedIn(id)).map(([, awaits]) => awaits)).toEqual([false, false]);
  });

  test("is given once in a request: of two for the same text nobody could tell which holds", async () => {
    const { id, notice, code } = await toPost();
    await issue(notice);
    const { matter, part, digest } = (await versionsOf(id)).find((each) => each.matter === code)!;
    const versions = ["Sửa cống", "Sửa đường"].map((text) => ({ matter, part, digest, text }));
    const refused = await refusal(act("conclusion.approve_public", { conference: id, versions }));
    expect(refused.faults).toEqual([
      expect.objectContaining({ field: "versions.1", vi: expect.stringContaining("gửi hai lần") }),
    ]);
    expect((await versionsOf(id)).every(({ approved }) => approved === null)).toBe(true);
  });

  test("of what is out of sight there is none to approve; an approval is never changed or taken away", async () => {
    const { id, notice, code } = await toPost();
    await issue(notice);
    const before = await versionsOf(id);
    await approveAll(id);
    await act("recommendation.hold", { recommendation: code, reason: "Xem xét" });
    expect((await versionsOf(id)).map(({ matter }) => matter)).not.toContain(code);
    const { matter, part, digest } = before.find((version) => version.matter === code)!;
    const versions = [{ matter, part, digest, text: "Sửa cống" }];
    await expect(act("conclusion.approve_public", { conference: id, versions })).rejects.toThrow(
      "not_as_read",
    );
    await expect(db.updateTable("public_version").set({ text: "Khác" }).execute()).rejects.toThrow();
    await expect(db.deleteFrom("public_version").execute()).rejects.toThrow();
  });

  test("is approved by the office and the heads of the unit, and its originals are read by nobody else", async () => {
    const { id, notice } = await toPost();
    await issue(notice);
    const { matter, part, digest } = (await versionsOf(id))[0]!;
    const given = { conference: id, versions: [{ matter, part, digest, text: "Sửa cống" }] };
    for (const [capacity, unit, code] of [
      ["village_head", "A-1", "act.not_permitted"],
      ["front_chair", "A", "act.not_permitted"],
      ["agency_head", "A-KT", "act.not_permitted"],
      ["office_secretary", "T", "act.not_permitted"],
      ["office_secretary", "B", "not_found"],
      ["chairperson", "C", "not_found"],
    ] as const) {
      const actor = await cast.holder(capacity, unit);
      await expect(act("conclusion.approve_public", given, actor)).rejects.toThrow(code);
      await expect(versionsOf(id, actor)).rejects.toThrow(code);
    }
    await act("conclusion.approve_public", given, await cast.holder("party_secretary", "A"));
  });
});
