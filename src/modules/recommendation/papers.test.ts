import type { Block } from "#modules/document/document-model.ts";
import { describe, expect, test } from "vitest";
import { receivedState, type MatterState } from "./matter.ts";
import { papersAbout } from "./paper-choices.ts";
import { matterLetter, transferSlip, type MatterFacts } from "./papers.ts";

const facts: MatterFacts = {
  code: "A-2026-001",
  text: "Đề nghị sửa đường",
  receivedOn: "2026-02-02",
  heldOn: null,
  issuer: "Ủy ban nhân dân xã An",
  receiver: "Ủy ban nhân dân xã An",
  raisedBy: [{ code: "A-2026-001", name: "Bà Thử", village: "Thôn Một" }],
  lead: "Phòng Kinh tế",
  coordinators: [{ name: "Công an xã", duty: "phân luồng", dueOn: "2026-03-01" }],
  dueOn: "2026-03-10",
  assigned: {
    on: "2026-02-04",
    symbol: "12/TB-UBND",
    by: "Ủy ban nhân dân xã An",
    lead: "Phòng Kinh tế",
    handedOn: false,
  },
  answer: "Kết luận: đã sửa xong.\nCăn cứ: Kế hoạch 3",
  above: { name: "Tỉnh Thử", text: "Đường do tỉnh quản lý." },
};
const said = (body: readonly Block[]) =>
  body.flatMap((block) =>
    block.kind === "paragraph" ? [block.text] : block.kind === "list" ? block.items : [],
  );
const written = (
  kind: Parameters<typeof matterLetter>[0],
  changes: Partial<MatterFacts> = {},
  day = "2026-03-13",
) => {
  const letter = matterLetter(kind, { ...facts, ...changes }, "government", day);
  return { ...letter, said: said(letter.body).join("\n") };
};

describe("letters about a matter", () => {
  test("the assignment says who leads, who helps with what, and until when", () => {
    const { said, addressees, abstract } = written("assignment_letter");
    expect(addressees).toEqual(["Phòng Kinh tế", "Công an xã"]);
    expect(abstract).toBe("giải quyết kiến nghị của Nhân dân (mã A-2026-001)");
    expect(said).toContain("“Đề nghị sửa đường.”");
    expect(said).toContain("giao Phòng Kinh tế chủ trì, phối hợp với Công an xã");
    expect(said).toContain("Thời hạn hoàn thành: 10/03/2026.");
    expect(said).toContain("Công an xã: phân luồng; hạn 01/03/2026.");
  });

  test.each([
    ["2026-03-13", "đã quá hạn 3 ngày"],
    ["2026-03-10", "là ngày ký văn bản này"],
    ["2026-03-08", "còn 2 ngày"],
  ])("a reminder of %s counts the days: %s", (day, words) => {
    const { said, addressees } = written("reminder_letter", {}, day);
    expect(said).toContain(words);
    expect(said).toContain("tại văn bản số 12/TB-UBND");
    expect(addressees).toEqual(["Phòng Kinh tế"]);
  });

  test("the reply bears the answer line by line", () => {
    const lines = said(matterLetter("reply_letter", facts, "party", "2026-03-13").body);
    expect(lines).toContain("Kết luận: đã sửa xong.");
    expect(lines).toContain("Căn cứ: Kế hoạch 3");
  });

  test.each([
    [{}, "Bà Thử, thôn Một"],
    [{ name: "Trần Thử" }, "Ông (bà) Trần Thử, thôn Một"],
    [{ name: null }, "Nhân dân thôn Một"],
    [{ name: null, village: null }, "Người gửi kiến nghị mã A-2026-001"],
  ])("the reply is addressed to whoever may be named: %o", (changes, addressee) => {
    const raisedBy = facts.raisedBy.map((one) => ({ ...one, ...changes }));
    expect(written("reply_letter", { raisedBy }).addressees).toEqual([addressee]);
  });

  test("the reply to several is addressed to each once, and tells their villages", () => {
    const other = { code: "A-2026-002", name: null, village: "Thôn Hai" };
    const { addressees, alsoTo } = written("reply_letter", { raisedBy: [...facts.raisedBy, other, other] });
    expect(addressees).toEqual(["Bà Thử, thôn Một", "Nhân dân thôn Hai"]);
    expect(alsoTo).toEqual(["Như trên", "Thôn Một", "Thôn Hai"]);
  });

  test("the letter upward asks the unit above, and says why", () => {
    const { said, addressees } = written("upward_letter", { heldOn: "2026-02-02" });
    expect(addressees).toEqual(["Tỉnh Thử"]);
    expect(said).toContain("tại hội nghị đối thoại ngày 02/02/2026");
    expect(said).toContain("Đường do tỉnh quản lý.");
  });
});

test("a transfer slip says neither what it is about nor who raised it, even if told", () => {
  const slip = transferSlip({ ...facts, to: "Thanh tra tỉnh" }, "government");
  expect(slip.addressees).toEqual(["Thanh tra tỉnh"]);
  expect(slip.recipients).toEqual(["Như trên"]);
  const all = JSON.stringify(slip);
  expect(all).toContain("A-2026-001");
  expect(all).not.toMatch(/sửa đường|Bà Thử|Thôn Một|tố cáo|khiếu nại/);
});

describe("what can be written as a matter stands", () => {
  const state = (changes: Partial<MatterState>): MatterState => ({ ...receivedState, ...changes });
  const answered = [{ act: "answer" as const, on: "2026-03-01", text: "Đã sửa" }];
  test.each([
    ["just received", state({}), [], []],
    [
      "in hand",
      state({ status: "in_hand", class: "in_hand", assignmentActive: true }),
      [],
      ["assignment_letter", "reminder_letter"],
    ],
    [
      "given a roadmap",
      state({ status: "scheduled", class: "scheduled", assignmentActive: true }),
      [],
      ["assignment_letter"],
    ],
    ["passed up", state({ status: "passed_up", class: "passed_up" }), [], ["upward_letter"]],
    [
      "answered",
      state({ status: "answered", class: "done", assignmentActive: true }),
      answered,
      ["reply_letter"],
    ],
    [
      "answered without words",
      state({ status: "closed", class: "done" }),
      [{ act: "answer" as const, on: "2026-03-01" }],
      [],
    ],
    ["opened again", state({ status: "awaiting_assignment", class: "in_hand" }), answered, []],
    ["routed out", state({ status: "routed_out", class: "routed_out" }), answered, ["transfer_slip"]],
  ])("%s", (_, given, events, kinds) => {
    expect(papersAbout(given, events)).toEqual(kinds);
  });
});
