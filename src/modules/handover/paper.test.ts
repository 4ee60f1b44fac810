import { expect, test } from "vitest";
import { recordPaper, type RecordFacts, type RecordLine } from "./paper.ts";

const line: RecordLine = {
  code: "B-2026-001",
  receivedOn: "2026-01-05",
  hidden: false,
  status: "in_hand",
  lead: "Phòng Kinh tế",
  dueOn: "2026-03-10",
  originalDueOn: "2026-02-10",
  text: "Sửa đường",
  to: "Xã An",
  isOwner: true,
  isLead: false,
  isCoordinator: false,
};
const facts: RecordFacts = {
  on: "2026-03-01",
  symbol: null,
  from: { name: "Xã Bình" },
  note: "Kèm hồ sơ giấy.",
  givenBy: "Ông Giao",
  receivedBy: null,
  lines: [line, { ...line, code: "B-2026-002", hidden: true, text: "Tố cáo", to: "Xã Cao" }],
};
const paper = recordPaper(facts, "government");
const rows = paper.body.flatMap((block) => (block.kind === "table" ? block.rows : []));

test("each matter stands with its part, its dates and who takes it; what is hidden with its code alone", () => {
  expect(rows).toEqual([
    [
      "1",
      "B-2026-001\n05/01/2026",
      "Sửa đường",
      "theo dõi, giải quyết\nĐang giải quyết\nChủ trì: Phòng Kinh tế",
      "10/03/2026\n(hạn đầu 10/02/2026)",
      "Xã An",
    ],
    ["2", "B-2026-002\n05/01/2026", "Nội dung không hiển thị theo quy định.", "", "", "Xã Cao"],
  ]);
  expect(JSON.stringify(paper)).not.toContain("Tố cáo");
});

test("both sides sign, by name where it is known, and the note has a heading of its own", () => {
  expect(paper.signatures?.map(({ title, name }) => [title, name])).toEqual([
    ["Đại diện bên giao", "Ông Giao"],
    ["Đại diện bên nhận", null],
  ]);
  const said = paper.body.flatMap((block) => (block.kind === "paragraph" ? [block.text] : []));
  expect(said).toContain("Bên nhận: Xã An, Xã Cao.");
  expect(said).toContain("Kèm hồ sơ giấy.");
  expect(recordPaper({ ...facts, note: null }, "party").body.length).toBe(paper.body.length - 2);
});
