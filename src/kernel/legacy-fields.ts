import { LEGACY_CHOICE, legacySentence } from "./legacy-choice.ts";
import { fromLegacy, legacyEncoding } from "./legacy-text.ts";
import type { FieldFault } from "./problem.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Rows of a sheet were judged when it was read; of a password nothing is known. */
const notJudged = /^rows$|password/;

/** The posted texts that are in an encoding of before Unicode, each as a fault that can be chosen away. */
export function legacyFaults(fields: Fields): FieldFault[] {
  return Object.entries(fields).flatMap(([field, value]) =>
    !notJudged.test(field) && [value].flat().some((each) => typeof each === "string" && legacyEncoding(each))
      ? [{ field, ...legacySentence }]
      : [],
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
  const encoding = typeof value === "string" ? legacyEncoding(value) : null;
  return encoding ? fromLegacy(value as string, encoding) : value;
}
