import type { RegisterFileInput } from "#modules/register/register-file.ts";

/** The file's text: one record a line, so that a difference shows the record it concerns. */
export function registerText(file: RegisterFileInput): string {
  const parts = Object.entries(file).map(([key, value]) => `  ${JSON.stringify(key)}: ${partText(value)}`);
  return `{\n${parts.join(",\n")}\n}\n`;
}

function partText(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return JSON.stringify(value);
  return `[\n${value.map((record) => `    ${JSON.stringify(record)}`).join(",\n")}\n  ]`;
}
