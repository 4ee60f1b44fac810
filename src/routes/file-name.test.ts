import { expect, test } from "vitest";
import { fileName } from "./file-name.ts";

test.each([
  [["Biên bản", "2026-03-02"], "pdf", "bien-ban-2026-03-02.pdf"],
  [["Thông báo kết luận", "89/TB-UBND"], "docx", "thong-bao-ket-luan-89-tb-ubnd.docx"],
  [["Sổ đối thoại", null, "Đắk Ơ"], "json", "so-doi-thoai-dak-o.json"],
])("%s .%s: %s", (words, ending, name) => expect(fileName(words, ending)).toBe(name));
