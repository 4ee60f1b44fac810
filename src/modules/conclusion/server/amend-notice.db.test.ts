import { findMatter } from "#modules/recommendation/server/index.ts";
import { describe, expect, test } from "vitest";
import { today } from "../../../../tests/support/cast.ts";
import { noticeScene } from "../../../../tests/support/notice-scene.ts";
import { findNoticePaper, noticeChanges, noticesOf } from "./index.ts";

const { db, cast, secretary, chair, act, line, drafted, issue, editionOf, refusal, later } =
  await noticeScene();

describe("an amended edition", () => {
  test("after a merge is undone gives the work that the edition before only told of; what is merged can be added", async () => {
    const { id, codes, notice } = await drafted(2);
    const [merged, other] = codes as [string, string];
    const { codes: elsewhere } = await drafted(1);
    const into = elsewhere[0]!;
    await act("recommendation.assign", {
      recommendation: into,
      lead: "A-VH",
      due: "2026-03-20",
      on: today,
    });
    await act("recommendation.merge", { recommendation: merged, into, on: today });
    await act("conclusion.change_draft", { notice, remove: [merged] });
    await act("conclusion.change_draft", { notice, add: [merged] });
    expect(await issue(notice)).toMatchObject({ assigned: 1 });
    const told = (await editionOf(id)).lines.find(({ matter }) => matter === merged);
    expect(told).toMatchObject({ lead: "A-VH", dueOn: "2026-03-20" });
    expect(told!.task).toContain(`Đã gộp vào kiến nghị ${into}`);
    await act("recommendation.annul", { recommendation: merged, reason: "Gộp nhầm" });
    const { id: draft } = await act("conclusion.amend", { conference: id });
    expect(await issue(draft, {}, chair)).toMatchObject({ edition: 2, assigned: 1 });
    const given = (await editionOf(id, 2)).lines.find(({ matter }) => matter === merged);
    expect(given!.task).not.toContain("Đã gộp");
    expect((await editionOf(id, 2)).lines.map(({ matter }) => matter)).toContain(other);
  });

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
