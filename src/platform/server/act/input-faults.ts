import type { FieldFault } from "#kernel/problem.ts";
import { isUnclearNumber } from "#kernel/typed-number.ts";
import type { z } from "zod";

type Issue = z.core.$ZodIssue;

/** Faults of an input in both languages, one for each field, in the order of the form. */
export function inputFaults(error: z.ZodError): FieldFault[] {
  const faults = error.issues.flatMap((issue) => issuesWithin(issue).map(faultOf));
  const seen = new Set<string>();
  return faults.filter(({ field }) => !seen.has(field) && seen.add(field));
}

/** A union says which of its branches came closest only inside the issue. */
function issuesWithin(issue: Issue): Issue[] {
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return [issue];
  const closest = issue.errors.reduce((best, branch) => (branch.length < best.length ? branch : best));
  return closest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

function faultOf(issue: Issue): FieldFault {
  return { field: issue.path.map(String).join("."), ...sentences(issue) };
}

function sentences(issue: Issue): { vi: string; en: string } {
  if (issue.code === "custom" && isSentencePair(issue.params))
    return { vi: issue.params.vi, en: issue.params.en };
  if (issue.code === "unrecognized_keys") return unknownKeys(issue.keys);
  if (issue.code === "too_big") return tooBig(issue);
  if (issue.code === "too_small") return tooSmall(issue);
  if (issue.code === "invalid_value" && issue.values.length > 1) {
    return { vi: "Cần chọn một trong các mục cho sẵn.", en: "Choose one of the values offered." };
  }
  if (issue.code === "invalid_type" && issue.input === undefined) {
    return { vi: "Cần điền mục này.", en: "This is required." };
  }
  if (issue.code === "invalid_type" && (issue.expected === "int" || issue.expected === "number")) {
    return typeof issue.input === "string" && isUnclearNumber(issue.input) ? unclearNumber : noNumber;
  }
  return { vi: "Giá trị không đúng dạng.", en: "The value is not of the right form." };
}

const noNumber = { vi: "Ghi một số nguyên, ví dụ 15.", en: "Write a whole number, such as 15." };
const unclearNumber = {
  vi: "Không rõ là số nào. Ghi số nguyên, dấu chấm chỉ để tách hàng nghìn, ví dụ 1450 hoặc 1.450.",
  en: "It is not clear which number is meant. Write a whole number, with a point between thousands only, such as 1450 or 1.450.",
};

function isSentencePair(params: unknown): params is { vi: string; en: string } {
  return typeof params === "object" && params !== null && "vi" in params && "en" in params;
}

function unknownKeys(keys: readonly string[]) {
  return {
    vi: `Không có mục nào tên là ${keys.join(", ")}.`,
    en: `There is no entry named ${keys.join(", ")}.`,
  };
}

function tooBig(issue: Extract<Issue, { code: "too_big" }>) {
  return issue.origin === "string"
    ? { vi: `Dài quá ${issue.maximum} ký tự.`, en: `Longer than ${issue.maximum} characters.` }
    : { vi: `Không được lớn hơn ${issue.maximum}.`, en: `Must not be more than ${issue.maximum}.` };
}

function tooSmall(issue: Extract<Issue, { code: "too_small" }>) {
  if (issue.origin === "string" || issue.origin === "array") {
    return { vi: "Cần điền mục này.", en: "This is required." };
  }
  return { vi: `Không được nhỏ hơn ${issue.minimum}.`, en: `Must not be less than ${issue.minimum}.` };
}
