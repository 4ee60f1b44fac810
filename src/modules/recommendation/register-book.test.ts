import { expect, test } from "vitest";
import { bookCells, registerBook, type BookLine } from "./register-book.ts";

const line: BookLine = {
  code: "A-2026-001",
  hidden: null,
  excerpt: "Sửa đường",
  villageName: "Thôn Một",
  receivedOn: "2026-02-02",
  status: "in_hand",
  leadName: "Phòng Kinh tế",
  dueOn: "2026-03-10",
  daysLeft: -2,
  promisedOn: "2026-03-01",
  why: "Chờ vốn",
  passedTo: null,
};
// As a mistaken reading would give it: with everything still there.
const secret: BookLine = { ...line, code: "A-2026-002", hidden: "held", excerpt: "Tố cáo ông X" };

test("a landscape book numbers its lines and reads days as people do", () => {
  const book = registerBook([line, secret], { from: "2026-01-01", to: "2026-03-31" }, "government");
  expect(book).toMatchObject({ kind: "register_book", signature: null, recipients: [] });
  expect(book.abstract).toBe("Từ ngày 01/01/2026 đến ngày 31/03/2026");
  const [table] = book.body;
  const rows = table?.kind === "table" ? table.rows : [];
  expect(rows[0]).toEqual([
    "1",
    "A-2026-001",
    "02/02/2026",
    "Sửa đường",
    "Thôn Một",
    "Phòng Kinh tế",
    "01/03/2026",
    "10/03/2026",
    "Đang giải quyết; quá hạn 2 ngày",
    "",
    "Chờ vốn",
  ]);
  expect(rows[1]).toEqual([
    ...["2", "A-2026-002", "02/02/2026", "Nội dung đang được xem xét."],
    ...["", "", "", "", "", "", ""],
  ]);
  expect(JSON.stringify(book)).not.toContain("Tố cáo");
});

test("a sheet keeps days as days, and tells as little of what is hidden", () => {
  expect(bookCells(line, 4).slice(0, 3)).toEqual([5, "A-2026-001", { day: "2026-02-02" }]);
  expect(bookCells({ ...line, daysLeft: 0, passedTo: "Tỉnh Thử" }, 4).slice(-3)).toEqual([
    "Đang giải quyết",
    "Tỉnh Thử",
    "Chờ vốn",
  ]);
  expect(bookCells(secret, 0).slice(4)).toEqual([null, null, null, null, null, null, null]);
});

test("a book without a period says none", () => {
  expect(registerBook([], {}, "party").abstract).toBeNull();
  expect(registerBook([], { from: "2026-01-01" }, "party").abstract).toBe("Từ ngày 01/01/2026");
});
