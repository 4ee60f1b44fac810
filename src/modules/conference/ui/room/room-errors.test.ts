import { expect, test } from "vitest";
import { roomErrors } from "./room-errors.ts";

const villages = [
  { code: "A-1", name: "Thôn Đông" },
  { code: "A-2", name: "Thôn Đoài" },
];
const fields = [{ code: "y_te", name: "Y tế", under: null }];

const refused = (form: string, field: string, values: Record<string, string>) => ({
  form,
  problem: { code: "act.invalid_input", vi: "Sai.", en: "Wrong." },
  faults: [{ field, vi: "Chưa đúng.", en: "Not right." }],
  details: {},
  values,
});
const told = (...given: Parameters<typeof refused>) =>
  roomErrors(refused(...given), { villages, fields }).map(({ field, label, message }) => [
    field,
    label,
    message,
  ]);

test("a ruling is named by its matter and its box", () => {
  const values = { recommendation: "MC-2026-0012", due: "31/2/2026" };
  expect(told("recommendation.rule", "due", values)).toEqual([
    ["due:MC-2026-0012", "MC-2026-0012, Hẹn trả lời ngày", "Chưa đúng."],
  ]);
  expect(told("recommendation.rule", "ruling", values)).toEqual([
    ["ruling", undefined, "MC-2026-0012: Chưa đúng."],
  ]);
});

const choose = "Không có mục nào như vậy, hoặc có nhiều mục. Gõ thêm rồi chọn.";
test.each([
  ["a name that means none", "Thôn Tây", choose],
  ["a name that means two", "thon do", choose],
  ["what means one is at fault for another reason", "doai", "Chưa đúng."],
  ["nothing", " ", "Chưa đúng."],
])("a village: %s", (_, village, message) => {
  expect(told("conference.record_turn", "village", { village })).toEqual([["village", "Thôn, khu", message]]);
});

test("a village where there are too many for a list is told how it is named", () => {
  const refusal = refused("conference.record_turn", "village", { village: "Thôn Tây" });
  const [error] = roomErrors(refusal, { villages: [], fields });
  expect(error!.message).toMatch(/^Chưa rõ thôn, khu nào\./);
});

test("another form is told as everywhere", () => {
  expect(told("conference.count_attendance", "attendances", { attendances: "12a" })).toEqual([
    ["attendances", "Người dự", "Chưa đúng."],
  ]);
});
