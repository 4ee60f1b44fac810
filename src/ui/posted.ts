import { readTypedDate } from "#kernel/typed-date.ts";
import { readTypedHour } from "#ui/typed-hour.ts";

type Fields = Record<string, unknown>;

/** Posted fields with the named days as `YYYY-MM-DD`, however they were typed; what is no day stays for the act to refuse. */
export function withDays(fields: Fields, ...names: string[]): Fields {
  const days = names.filter((name) => name in fields).map((name) => [name, dayOf(fields[name])]);
  return { ...fields, ...Object.fromEntries(days) };
}

/** However a day was typed; what is no day stays as it is, for the act to refuse. */
export function dayOf(typed: unknown): unknown {
  return typeof typed === "string" ? (readTypedDate(typed)?.toString() ?? typed) : typed;
}

/** However an hour was typed; what is no hour stays as it is, for the act to refuse. */
export function hourOf(typed: unknown): unknown {
  return typeof typed === "string" ? (readTypedHour(typed) ?? typed) : typed;
}

/** Codes typed into one box, by line, comma or space. */
export function codesIn(typed: unknown): string[] {
  return typeof typed === "string" ? typed.split(/[\s,;]+/).filter((code) => code !== "") : [];
}
