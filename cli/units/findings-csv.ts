import type { nationalFindings } from "#modules/organization/server/index.ts";

type Finding = Awaited<ReturnType<typeof nationalFindings>>[number];

const columns = ["row", "unit", "code", "outcome", "vi", "en"] as const;

/** One line for each finding, with the mark that makes spreadsheets read it as UTF-8. */
export function findingsAsCsv(findings: readonly Finding[]): string {
  const lines = findings.map((finding) => columns.map((column) => cell(finding[column])).join(","));
  return `\uFEFF${[columns.join(","), ...lines].join("\r\n")}\r\n`;
}

/** A leading sign that a spreadsheet would calculate with is put behind an apostrophe. */
function cell(value: string | null): string {
  const text = value ?? "";
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
