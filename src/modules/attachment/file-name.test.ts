import { expect, test } from "vitest";
import { fileNameKept, isCalledOtherwise } from "./file-name.ts";

test.each([
  ["Ảnh cống trước.JPG", "jpeg", "Ảnh cống trước.jpg"],
  ["A\u0309nh.jpg", "jpeg", "Ảnh.jpg"],
  ["../../etc/passwd", "pdf", "passwd.pdf"],
  ["C:\\Users\\Thư ký\\Biên bản.docx", "docx", "Biên bản.docx"],
  ["/tmp/.htaccess", "png", "htaccess.png"],
  ["12/TB-UBND.pdf", "pdf", "TB-UBND.pdf"],
  ["a\u0000b\nc\u202egpj.pdf", "pdf", "a b c gpj.pdf"],
  ['x<">|?*.png', "png", "x.png"],
  ["anh.jpg", "webp", "anh.webp"],
  ["bao-cao.v2", "pdf", "bao-cao.v2.pdf"],
  ["", "pdf", "tệp.pdf"],
  ["...", "pdf", "tệp.pdf"],
  [".pdf", "pdf", "tệp.pdf"],
] as const)("%j of a %s is kept as %j", (sent, kind, kept) => {
  expect(fileNameKept(sent, kind)).toBe(kept);
});

test("a name of 300 letters is cut to 200 and keeps its ending and its last letter whole", () => {
  const kept = fileNameKept(`${"ế".repeat(300)}.pdf`, "pdf");
  expect(kept).toHaveLength(200);
  expect(kept.endsWith("ế.pdf")).toBe(true);
  expect(fileNameKept(`${"😀".repeat(150)}.pdf`, "pdf").isWellFormed()).toBe(true);
});

test("a photograph called by another kind of image is one all the same; a PDF called an image is not", () => {
  expect(isCalledOtherwise("anh.jpg", "webp")).toBe(false);
  expect(isCalledOtherwise("anh", "png")).toBe(false);
  expect(isCalledOtherwise("anh.jpg", "pdf")).toBe(true);
  expect(isCalledOtherwise("so.xlsx", "docx")).toBe(true);
});
