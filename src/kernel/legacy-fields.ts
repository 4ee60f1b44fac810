import { LEGACY_CHOICE, legacySentence } from "./legacy-choice.ts";
import { fromLegacy, legacyEncoding } from "./legacy-text.ts";
import type { FieldFault } from "./problem.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Rows of a sheet were judged when it was read, a register file is warned of; of a password nothing is known. */
const notJudged = /^(?:rows|file)$|password|token/;

/** The texts that are in an encoding of before Unicode, each as a fault that can be chosen away; of a list the whole. */
export function legacyFaults(fields: Fields): FieldFault[] {
  return Object.entries(fields).flatMap(([field, value]) =>
    notJudged.test(field) ? [] : faultsIn(field, value),
  );
}

function faultsIn(field: string, value: unknown): FieldFault[] {
  if (typeof value === "string") return legacyEncoding(value) ? [{ field, ...legacySentence }] : [];
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value) && value.some((each) => typeof each === "string" && legacyEncoding(each)))
    return [{ field, ...legacySentence }];
  return Object.entries(value).flatMap(([name, each]) =>
    Array.isArray(value) && typeof each === "string" ? [] : faultsIn(`${field}.${name}`, each),
  );
}

/** The same fields with those texts in Unicode, whatever was chosen taken out. */
export function inUnicode<Each extends Fields>(fields: Each): Each {
  const converted = Object.entries(fields)
    .filter(([field]) => field !== LEGACY_CHOICE)
    .map(([field, value]) => [field, notJudged.test(field) ? value : converting(value)]);
  return Object.fromEntries(converted) as Each;
}

function converting(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(converting);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, converting(each)]));
  const encoding = typeof value === "string" ? legacyEncoding(value) : null;
  return encoding ? fromLegacy(value as string, encoding) : value;
}
