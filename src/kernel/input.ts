import { z } from "zod";
import { readTypedDay } from "./typed-date.ts";
import { numberOf } from "./typed-number.ts";
import { cleanText } from "./vietnamese-text.ts";

// The pieces that inputs of acts are made of. A form sends an empty string for what was left empty.

const sentences = {
  required: { vi: "Cần điền mục này.", en: "This is required." },
  notADay: {
    vi: "Không có ngày này trong lịch. Ghi ngày, tháng, năm, ví dụ 17/2/2026.",
    en: "There is no such day. Write day, month and year, such as 17/2/2026 or 2026-02-17.",
  },
  notAnHour: {
    vi: "Không rõ giờ nào. Ghi giờ và phút từ 0:00 đến 23:59, ví dụ 7:30 hoặc 14:00.",
    en: "It is not clear which hour is meant. Write hours and minutes from 0:00 to 23:59, such as 7:30 or 14:00.",
  },
  reversed: {
    vi: "Ngày cuối sớm hơn ngày đầu.",
    en: "The last day is before the first.",
  },
  yearOutOfRange: { vi: "Năm phải từ 1945 đến 2200.", en: "The year must be between 1945 and 2200." },
};

const FIRST_YEAR = 1945;
const LAST_YEAR = 2200;

function emptyToUndefined(value: unknown): unknown {
  return typeof value === "string" && value.trim() === "" ? undefined : value;
}

/** A text that no cleaning makes short enough: marks typed apart treble it at most, and some of it nobody sees. */
const isHopeless = (text: string, maximum: number) => text.length > 4 * maximum + 1000;

/** A required text, brought to its stored form, of at most `maximum` characters. */
export function textInput(maximum: number) {
  const written = z.string().superRefine((text, context) => {
    if (isHopeless(text, maximum))
      context.addIssue({ code: "too_big", origin: "string", maximum, input: text });
  });
  return z.preprocess(emptyToUndefined, written.transform(cleanText).pipe(z.string().min(1).max(maximum)));
}

/** A text that may be left out. */
export function optionalText(maximum: number) {
  return z.preprocess(emptyToUndefined, textInput(maximum).optional());
}

/** However a day was typed; what is no day is left for its sentence. */
const dayTyped = (value: unknown): unknown =>
  typeof value === "string" ? (readTypedDay(value) ?? emptyToUndefined(value)) : value;

/**
 * A real day within the years that a register can be about, `YYYY-MM-DD` once it is read. It is read as people type it,
 * from a form, an address, the API and the command line alike.
 */
export const dayInput = z.preprocess(
  dayTyped,
  z
    .string()
    .meta({ format: "date" })
    .superRefine((value, context) => {
      if (!isRealDay(value)) context.addIssue({ code: "custom", params: sentences.notADay });
      else if (value < `${FIRST_YEAR}-01-01` || value > `${LAST_YEAR}-12-31`) {
        context.addIssue({ code: "custom", params: sentences.yearOutOfRange });
      }
    }),
);

/** Whether a fault of a field is that there is no such day. */
export const isNoDay = ({ vi }: { readonly vi: string }): boolean => vi === sentences.notADay.vi;

export const optionalDay = z.preprocess(emptyToUndefined, dayInput.optional());

type Period = { readonly from?: string | undefined; readonly to?: string | undefined };

/** A period is read from its first day to its last; one that is reversed would only have nothing in it. */
export function inOrder({ from, to }: Period, context: z.RefinementCtx): void {
  if (from && to && to < from) context.addIssue({ code: "custom", params: sentences.reversed, path: ["to"] });
}

/** An hour by the clock on the wall, `HH:MM`; `7:30` is kept as `07:30`. */
export const optionalHour = z.preprocess(
  emptyToUndefined,
  z
    .string()
    .transform((value) => value.trim().padStart(5, "0"))
    .superRefine((value, context) => {
      if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(value))
        context.addIssue({ code: "custom", params: sentences.notAnHour });
    })
    .optional(),
);

/** A checkbox of a form or a boolean of the API. */
export const yesNo = z.preprocess(
  (value) =>
    value === "on" || value === "true" || value === "yes"
      ? true
      : value === "false" || value === "no"
        ? false
        : value,
  z.boolean(),
);

const asNumber = (value: unknown) => numberOf(emptyToUndefined(value));

/** A whole number, read as people type it, from a form, an address, the API and the command line alike. */
export function wholeNumber(minimum: number, maximum: number) {
  return z.preprocess(asNumber, z.int().min(minimum).max(maximum));
}

/** A year of the calendar, in figures; whatever else is written is told which years there are. */
export function yearInput(minimum = FIRST_YEAR, maximum = LAST_YEAR) {
  const notAYear = {
    vi: `Ghi năm bằng bốn chữ số, từ ${minimum} đến ${maximum}.`,
    en: `Write the year in four figures, from ${minimum} to ${maximum}.`,
  };
  const isYear = (value: unknown) =>
    Number.isInteger(value) && Number(value) >= minimum && Number(value) <= maximum;
  const written = z.unknown().superRefine((value, context) => {
    if (value === undefined) context.addIssue({ code: "invalid_type", expected: "int", input: value });
    else if (!isYear(value)) context.addIssue({ code: "custom", params: notAYear });
  });
  return z.preprocess(asNumber, written.pipe(z.int().min(minimum).max(maximum)));
}

export function optionalWholeNumber(minimum: number, maximum: number) {
  return z.preprocess(emptyToUndefined, wholeNumber(minimum, maximum).optional());
}

/** A choice that a form may leave empty. */
export function optionalOf<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess(emptyToUndefined, schema.optional());
}

/** What a correction may leave as it is, by saying nothing, or take away, by leaving it empty: then it is null. */
export function orNone<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess(
    (value) => (typeof value === "string" && value.trim() === "" ? null : value),
    schema.nullable().optional(),
  );
}

/** Units are named by their code everywhere outside the database. */
export const unitCodeInput = textInput(100);
export const optionalUnitCode = optionalText(100);

/** Whether a text is a real day in the ISO form: 31/2, 29/2/2025 and the year 0, which PostgreSQL does not know, are not. */
export function isRealDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || value.startsWith("0000")) return false;
  try {
    Temporal.PlainDate.from(value, { overflow: "reject" });
    return true;
  } catch {
    return false;
  }
}
