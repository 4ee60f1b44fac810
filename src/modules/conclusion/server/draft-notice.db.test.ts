import { findConference, readPaper } from "#modules/conference/server/index.ts";
import { describe, expect, test } from "vitest";
import { today } from "../../../../tests/support/cast.ts";
import { noticeScene } from "../../../../tests/support/notice-scene.ts";
import { findNoticePaper } from "./index.ts";

const { db, secretary, act, held, line, issue, draftOf } = await noticeScene();

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
    // As when all are issued, and in the same words: a village is given no part of another's matter.
    const helping = { coordinators: [{ unit: "A-VH" }, { unit: "A-1" }] };
    await expect(change({ put: [line(codes[1]!, helping)] })).rejects.toMatchObject({
      definition: { code: "recommendation.coordinator_elsewhere" },
      faults: [{ field: "coordinators", vi: expect.stringContaining("“A-1” không phối hợp được") }],
    });
    for (const lead of ["A-1", "B-KT"]) {
      const refused = { definition: { code: "recommendation.lead_elsewhere" }, faults: [{ field: "lead" }] };
      await expect(change({ put: [line(codes[1]!, { lead })] })).rejects.toMatchObject(refused);
      await expect(change({ fill: { lead } })).rejects.toMatchObject(refused);
    }
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
