import { runsOf, type Block } from "#modules/document/document-model.ts";
import { expect, test } from "vitest";
import { minutesPaper, type MinutesFacts } from "./minutes.ts";

const turn = {
  naming: "named",
  villageName: "Thôn Đông",
  praiseOnly: false,
  summary: null,
  matters: [],
} as const;
const facts: MinutesFacts = {
  outgoing: (text) => text.trim(),
  occasion: {
    unitName: "Xã An",
    issuer: "Ủy ban nhân dân xã An",
    form: "periodic",
    heldOn: "2026-03-05",
    topic: "đất đai",
    place: "Nhà văn hóa",
    collectUntil: null,
    legalBases: [],
    startsAt: null,
    chairs: [{ name: "Bà Bí thư", capacity: "party_secretary", isHead: true }],
  },
  agenda: [{ title: "Ý kiến của Nhân dân", speaker: null }],
  attendances: 1450,
  villagesRepresented: 12,
  turns: [
    {
      ...turn,
      position: 1,
      speaker: "Ông Một",
      matters: [
        {
          ...{ text: "Sửa đường.", ruling: "written_answer", rulingText: null },
          ...{ ruledOn: "2026-03-05", promised: "2026-03-20" },
        },
        { text: "Mắc đèn", ruling: null, rulingText: null, ruledOn: null, promised: null },
      ],
    },
    { ...turn, position: 2, speaker: "Bà Giấu", naming: "secretariat_only" },
    { ...turn, position: 3, speaker: null, naming: "anonymous", villageName: null },
    { ...turn, position: 4, speaker: "Cụ Ba", praiseOnly: true },
  ],
  loose: [],
  ballot: { issued: 60, returned: 58, valid: 57, pleased: 54 },
};

function textOf(block: Block): string {
  if ("text" in block)
    return runsOf(block.text)
      .map(({ text }) => text)
      .join("");
  if (block.kind !== "list") return block.kind;
  return block.items
    .map(
      (item) =>
        `- ${runsOf(item)
          .map(({ text }) => text)
          .join("")}`,
    )
    .join("\n");
}
const lines = (given: MinutesFacts) => minutesPaper(given, "government").body.map(textOf).join("\n");

test("the turns come in order with their rulings; who did not want to be named is a voter", () => {
  const written = lines(facts);
  expect(written).toContain("Có 4 lượt ý kiến, 2 kiến nghị.");
  expect(written).toContain(
    [
      "Lượt 1. Ông Một, thôn Đông.",
      "- Sửa đường. Kết luận: trả lời bằng văn bản, hạn 20/03/2026.",
      "- Mắc đèn. Chưa kết luận tại hội nghị.",
      "Lượt 2. Cử tri thôn Đông.",
      "Lượt 3. Một cử tri.",
      "Lượt 4. Cụ Ba, thôn Đông: ghi nhận, khen ngợi.",
    ].join("\n"),
  );
  expect(written).not.toContain("Bà Giấu");
});

test("an answer given in the room is told in its words; one without them says so", () => {
  const answered = {
    text: "Thay bóng đèn",
    ruling: "answered_now",
    ruledOn: "2026-03-05",
    promised: null,
  } as const;
  const loose = [
    { ...answered, rulingText: "Đã thay sáng nay." },
    { ...answered, rulingText: null },
  ];
  const written = lines({ ...facts, loose });
  expect(written).toContain("Kết luận: trả lời ngay tại hội nghị: Đã thay sáng nay.");
  expect(written).toContain("Kết luận: trả lời ngay tại hội nghị (chưa ghi nội dung trả lời).");
});

test("every ruling is told with the chair's words and what was promised there, and nothing that was ruled later", () => {
  const ruled = {
    text: "Thay cống",
    ruledOn: "2026-03-05",
    rulingText: "Giao Phòng Kinh tế khảo sát.",
  } as const;
  const loose = [
    { ...ruled, ruling: "written_answer", promised: "2026-03-20" },
    { ...ruled, ruling: "beyond_competence", promised: null },
    { ...ruled, ruling: "written_answer", promised: "2026-04-01", ruledOn: "2026-03-06" },
  ] as const;
  const written = lines({ ...facts, turns: [], loose });
  expect(written).toContain(
    [
      "- Thay cống. Kết luận: trả lời bằng văn bản, hạn 20/03/2026: Giao Phòng Kinh tế khảo sát.",
      "- Thay cống. Kết luận: vượt thẩm quyền: Giao Phòng Kinh tế khảo sát.",
      "- Thay cống. Chưa kết luận tại hội nghị.",
    ].join("\n"),
  );
});

test.each([
  ["its share", facts.ballot, "hợp lệ 57 phiếu; hài lòng và rất hài lòng 94,7 %."],
  ["no share of so few", { issued: 4, returned: 4, valid: 4, pleased: 3 }, "hợp lệ 4 phiếu."],
])("the ballot with %s", (_, ballot, text) => expect(lines({ ...facts, ballot })).toContain(text));

test("attendance is written as offices write numbers, and two sign", () => {
  expect(lines(facts)).toContain("Số người dự: 1.450, đại diện 12 thôn, tổ dân phố.");
  expect(minutesPaper(facts, "party").signatures).toMatchObject([
    { title: "Thư ký", name: null },
    { title: "Chủ trì", name: "Bí thư" },
  ]);
});

test("who wrote it and when the conference ended is written in by hand", () => {
  expect(lines(facts)).toMatch(/Thư ký: …+/);
  expect(lines(facts)).toContain("Hội nghị kết thúc vào …… giờ …… phút cùng ngày.");
});

test("without turns, count and ballot it is still whole", () => {
  const empty = lines({ ...facts, turns: [], attendances: null, ballot: null });
  expect(empty).toContain("Không ghi nhận ý kiến nào.");
  expect(empty).not.toContain("Số người dự");
});
