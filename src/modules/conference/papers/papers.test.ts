import { paragraph } from "#modules/document/document-model.ts";
import { layOut } from "#modules/document/lay-out.ts";
import type { Side } from "#modules/document/document-model.ts";
import { paperOf, type Office, type PaperContent } from "#modules/document/office.ts";
import { describe, expect, test } from "vitest";
import { announcementPaper } from "./announcement.ts";
import { ballotForm, speakingForm } from "./forms.ts";
import { blankCopy, copiesFor, invitationPaper } from "./invitation.ts";
import type { PaperOccasion } from "./occasion.ts";
import { leftOutNote, outgoingTurns, readInTheRoom } from "./outgoing-text.ts";
import { publicWords } from "#modules/recommendation/public-words.ts";
import { resultsPaper, type ReportedMatter } from "./results-report.ts";
import { synthesisPaper } from "./synthesis.ts";

const occasion: PaperOccasion = {
  unitName: "Xã An",
  issuer: "Ủy ban nhân dân xã An",
  form: "periodic",
  heldOn: "2026-03-20",
  topic: "Đất đai",
  startsAt: null,
  place: "Hội trường xã",
  collectUntil: "2026-03-10",
  legalBases: ["Luật số 72/2025/QH15, Điều 43"],
  chairs: [
    { name: "Bà Chủ trì", capacity: "party_secretary", isHead: true },
    { name: "Ông Phó", capacity: "deputy", isHead: false, substitutionReason: "đi công tác" },
  ],
};
const agenda = [{ title: "Nhân dân phát biểu", speaker: "MTTQ xã" }];
const outgoing = readInTheRoom({ names: ["Nguyễn Thị Kín"], texts: ["Gọi 0912 345 678 để hỏi"], said: [] });

const office: Office = {
  superior: null,
  issuer: "Ủy ban nhân dân\nxã An",
  place: "An",
  suffix: "UBND",
  suffixes: [],
  signers: [{ authority: "TM. Ủy ban nhân dân", title: "Chủ tịch", name: "Lê Văn A" }],
  terms: [],
  recipients: ["Lưu: VT"],
};
const paper = (content: PaperContent) => paperOf(office, content);
/** Every text of the paper as it is laid out, one after another. */
const written = (content: PaperContent) => textsIn(layOut(paper(content))).join("\n");

function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) {
    const runs = value.every((each) => typeof each === "object" && each !== null && "text" in each);
    return runs && !value.some((each) => "size" in each)
      ? [value.map((each: { text: string }) => each.text).join("")]
      : value.flatMap(textsIn);
  }
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

describe("the invitation", () => {
  const guests = [
    { name: "Thôn Một", quota: 3 },
    { name: "Phòng Kinh tế", quota: 1 },
  ];
  const content = invitationPaper({ occasion, agenda, guests }, "government");

  test("says when, where, who is in the chair and what about; the hour is written in by hand", () => {
    const text = written(content);
    for (const part of [
      "Dự hội nghị đối thoại định kỳ ngày 20/03/2026",
      "Thời gian: …… giờ …… phút, ngày 20 tháng 3 năm 2026.",
      "Địa điểm: Hội trường xã.",
      "Chủ trì: Bà Chủ trì, Bí thư Đảng ủy; ông Phó, Cấp phó (thay người đứng đầu vắng mặt: đi công tác).",
      "với Nhân dân về đất đai.",
      "1. Báo cáo kết quả giải quyết kiến nghị kỳ trước.",
      "2. Nhân dân phát biểu (MTTQ xã).",
    ])
      expect(text).toContain(part);
  });

  test("with its hour known it says it as an office does", () => {
    const known = { occasion: { ...occasion, startsAt: "08:05" }, agenda, guests };
    expect(written(invitationPaper(known, "party"))).toContain("8 giờ 05 phút, ngày 20 tháng 3 năm 2026");
  });

  test("goes out as a copy for each, addressed to that one alone; a blank one to nobody", () => {
    const copies = copiesFor(paper(content), guests);
    expect(copies.map(({ addressees }) => addressees)).toEqual([
      ["Thôn Một (03 đại biểu)"],
      ["Phòng Kinh tế (01 đại biểu)"],
    ]);
    expect(copies.map(({ body }) => body)).toEqual([content.body, content.body]);
    expect(blankCopy(paper(content)).addressees).toEqual([expect.stringMatching(/^…+$/)]);
  });
});

test("the announcement tells how to take part, and until when; without a last day: before the conference", () => {
  const text = written(announcementPaper({ occasion, agenda }, "government"));
  expect(text).toContain("Căn cứ Luật số 72/2025/QH15, Điều 43.");
  expect(text).toContain("chậm nhất ngày 10/03/2026");
  const open = { ...occasion, collectUntil: null };
  expect(written(announcementPaper({ occasion: open, agenda }, "party"))).toContain("trước ngày hội nghị.");
});

describe("the synthesis", () => {
  const matter = (code: string, text: string, villageName: string | null) => ({
    code,
    text,
    villageName,
    late: false,
    earlier: [],
  });
  const fields = [
    {
      name: "Giao thông",
      villages: 2,
      matters: [
        {
          ...matter("A-1", "Bà Nguyễn Thị Kín đề nghị sửa cầu", "Thôn Một"),
          earlier: [{ receivedOn: "2025-09-01" }],
        },
        matter("A-2", "Gọi 0912 345 678 để hỏi", "Thôn Hai"),
      ],
    },
    { name: "Môi trường", villages: 1, matters: [{ ...matter("A-3", "Bãi rác", "Thôn Một"), late: true }] },
  ];
  const content = synthesisPaper({ occasion, fields, asOf: "2026-03-11", outgoing }, "party");

  test("says of what came in after the last day of collecting that it did", () => {
    expect(written(content)).toContain("Bãi rác (đến muộn)");
    expect(written(content).match(/đến muộn/g)).toHaveLength(1);
  });

  test("counts by field; a village that asks in two fields counts once", () => {
    const text = written(content);
    expect(text).toContain(
      "Tính đến ngày 11/03/2026, Văn phòng nhận được 3 ý kiến, kiến nghị thuộc 2 lĩnh vực, từ 2 thôn, tổ dân phố.",
    );
    const [counts] = content.body.filter((block) => block.kind === "table");
    expect(counts).toMatchObject({
      rows: [
        ["1", "Giao thông", "2", "2"],
        ["2", "Môi trường", "1", "1"],
      ],
      total: ["", "Cộng", "3", "2"],
    });
    expect(text).toContain("01/09/2025");
  });

  test("names nobody who did not agree to it, nor the telephone in their words", () => {
    const text = written(content);
    expect(text).not.toMatch(/Kín|0912/);
    expect(text).toContain("Bà [tên] đề nghị sửa cầu");
  });
});

test("the report on last time tells what became of each, and what is open from earlier ones", () => {
  const matter: ReportedMatter = {
    code: "A-1",
    text: "Sửa đường",
    villageName: "Thôn Một",
    status: "in_hand",
    class: "in_hand",
    open: true,
    leadName: "Phòng Kinh tế",
    dueOn: "2026-04-01",
    answeredOn: null,
    answer: null,
    unsettled: false,
    ...{
      daysLeft: 21,
      firstDueOn: "2026-03-05",
      blockedBecause: null,
      passedTo: null,
      reopenedOn: null,
      closedOn: null,
      no: null,
    },
  };
  const done: ReportedMatter = {
    ...matter,
    code: "A-2",
    text: "Đèn đường",
    status: "closed",
    class: "done",
    open: false,
    answeredOn: "2026-01-15",
    closedOn: "2026-02-20",
    answer: "Đã lắp, báo bà Nguyễn Thị Kín",
  };
  const blocked = {
    code: "A-9",
    status: "blocked",
    class: "blocked",
    daysLeft: null,
    firstDueOn: null,
  } as const;
  const facts = {
    occasion,
    previous: [{ heldOn: "2025-12-01", unitName: "Xã An" }],
    matters: [done, matter],
    carriedOver: [
      { ...matter, code: "A-0", text: "Việc cũ" },
      { ...matter, ...blocked, blockedBecause: "Chờ bà Nguyễn Thị Kín giao đất." },
    ],
    asOf: "2026-03-11",
    outgoing,
  };
  const text = written(resultsPaper(facts, "government"));
  for (const part of [
    "(xã An ngày 01/12/2025) có 2 kiến nghị. Tính đến ngày 11/03/2026, đã kết thúc hoặc đã trả lời 1, còn theo dõi 1.",
    "Sửa đường (thôn Một)",
    "Đang giải quyết, hạn 01/04/2026; hạn ban đầu 05/03/2026",
    "Vướng khách quan: Chờ bà [tên] giao đất, hạn 01/04/2026",
    "Đã kết thúc ngày 20/02/2026, trả lời ngày 15/01/2026.\nĐã lắp, báo bà [tên]",
    "Kiến nghị của các kỳ trước nữa còn theo dõi (2)",
    "Việc cũ (thôn Một)",
  ])
    expect(text).toContain(part);
  expect(text).not.toContain("Kín");
});

test("who speaks chooses among three ways of being named; no tick is no consent", () => {
  const content = speakingForm(occasion, "government");
  expect(content.body.find((block) => block.kind === "choices")?.items).toHaveLength(3);
  expect(written(content)).toContain("Không chọn ô nào thì không nêu tên.");
});

test("the ballot is the Front's, has five answers and no place for a name", () => {
  const content = ballotForm(occasion);
  expect(content.side satisfies Side).toBe("front");
  expect(content.body.find((block) => block.kind === "choices")?.items).toEqual([
    "Rất hài lòng",
    "Hài lòng",
    "Bình thường",
    "Không hài lòng",
    "Rất không hài lòng",
  ]);
  expect(written(content)).not.toContain("Họ và tên");
});

test("turns that go out: named by consent alone; of one that holds what is out of sight only what else was raised", () => {
  const turn = {
    position: 1,
    naming: "named" as const,
    speaker: "Ông Nói",
    villageName: "Thôn Một",
    untold: false,
    praiseOnly: false,
    summary: "Nhắc bà Nguyễn Thị Kín",
    matters: [{ text: "Số nhà 12 bị ngập", rulingText: "Sẽ báo bà Nguyễn Thị Kín" }],
  };
  const turns = outgoingTurns(
    [
      turn,
      { ...turn, naming: "secretariat_only" as const, speaker: "Nguyễn Thị Kín" },
      { ...turn, naming: "anonymous" as const, speaker: null },
      { ...turn, untold: true },
      { ...turn, untold: true, matters: [] },
    ],
    outgoing,
  );
  expect(turns.map(({ speaker, villageName }) => [speaker, villageName])).toEqual([
    ["Ông Nói", "Thôn Một"],
    [null, "Thôn Một"],
    [null, null],
    [null, null],
    [null, null],
  ]);
  const told = { text: "Số nhà 12 bị ngập", rulingText: "Sẽ báo bà [tên]" };
  expect(turns[0]).toMatchObject({ summary: "Nhắc bà [tên]", matters: [told] });
  const routed = "nội dung được chuyển theo quy định, không ghi trong biên bản này";
  expect(turns[3]).toMatchObject({ matters: [told], summary: `một phần ${routed}` });
  expect(turns[4]).toMatchObject({ matters: [], summary: routed });
});

test("what is read out in the room stands without what people are found by, and says so; in public it is in approved words", () => {
  const text = "Bà Lý ở số nhà 12 gọi 0912345678";
  const office = readInTheRoom({ names: [], texts: [], said: [text] });
  expect(office(text)).toBe("Bà Lý ở [địa chỉ] gọi [số điện thoại]");
  expect(office("Gọi 0912 345 678 hoặc đường dây 0203 388 9999, trụ sở số nhà 1")).toBe(
    "Gọi [số điện thoại] hoặc đường dây 0203 388 9999, trụ sở số nhà 1",
  );
  const approved = (original: string) => (original === text ? "Một người dân gọi" : undefined);
  expect(publicWords([], approved)(text, "A-1")).toBe("Một người dân gọi");
  expect(publicWords(["Trần Văn Tám"], approved)("Tran Van Tam, số nhà 12", "A-1")).toBe("[tên], [địa chỉ]");
  expect(leftOutNote([paragraph(office(text))])).toHaveLength(1);
  expect(leftOutNote([paragraph("Đường hỏng")])).toEqual([]);
});
