import { expect, test } from "vitest";
import type { PublicVersion } from "../server/index.ts";
import { isTickProposed, versionsFrom } from "./posted-versions.ts";

const version = (original: string, more: Partial<PublicVersion> = {}): PublicVersion => ({
  matter: "A-2026-1",
  part: "text",
  original,
  digest: "0".repeat(64),
  proposed: original,
  approved: null,
  approvedAt: null,
  approvedBy: null,
  ...more,
});

test.each([
  ["Đề nghị sửa cống đầu thôn", true],
  ["Nguyễn Văn Bình xây lấn ra mương", false],
  ["Đất của hộ TRẦN THỊ HOA chưa có sổ", false],
  ["Hộ Giàng A Páo thiếu nước", false],
  ["Đường Lê Lợi ngập, xã cần nạo vét", false],
  ["Hồ chứa nước cần nạo vét; La Phù là tên thôn", false],
  ["Cao tốc qua thôn ồn về đêm", true],
])("%s: the tick is proposed: %s", (original, proposed) => {
  expect(isTickProposed(version(original))).toBe(proposed);
  expect(isTickProposed(version(original.normalize("NFD")))).toBe(proposed);
});

test("what was masked, or approved before, is ticked by whoever has read it", () => {
  expect(isTickProposed(version("Sửa cống", { proposed: "Sửa [tên]" }))).toBe(false);
  expect(isTickProposed(version("Sửa cống", { approved: "Sửa cống" }))).toBe(false);
});

test("one tick approves whatever waits, each in the words of its box; what was approved before is left alone", () => {
  const given = { "text:A:text": "Một", "digest:A:text": "1", "text:B:text": "Hai", "digest:B:text": "2" };
  const fields = { ...given, waiting: ["A:text"], approve: [] };
  expect(versionsFrom({ ...fields, all: "yes" })).toEqual([
    { matter: "A", part: "text", digest: "1", text: "Một" },
  ]);
  expect(versionsFrom(fields)).toEqual([]);
  expect(versionsFrom({ ...fields, all: "yes", approve: ["A:text", "B:text"] })).toHaveLength(2);
});
