import { isRealDay } from "#kernel/input.ts";
import { readTypedDay } from "#kernel/typed-date.ts";
import { z } from "zod";

/** A day that the calendar has, in a year that a register can speak of. */
function isDayOfRegister(text: string): boolean {
  return isRealDay(text) && text >= "1800-01-01" && text <= "2199-12-31";
}

/** The code of the fault in `params` is what `schema-faults.ts` finds the sentences by. */
export const day = z
  .string()
  .overwrite(dayAsTyped)
  .refine(isDayOfRegister, { params: { fault: "day_not_real" } })
  .meta({ format: "date", description: "A calendar day, YYYY-MM-DD." });

/** As people type it, too, with the year in full: a year of two figures may be the day. */
function dayAsTyped(value: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value) || !/\d{4}/.test(value)) return value;
  return readTypedDay(value) ?? value;
}

const oneLine = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .refine((text) => !text.includes("\n"), { params: { fault: "more_than_one_line" } });

/** A unit's code: the office's own, unique in the whole register. */
export const code = oneLine(100);
/** A name given to a record in the file, unique among its kind. */
export const ref = oneLine(200);
export const unitName = oneLine(200);
export const text = z.string().max(50_000);
/** A field's code: letters without tone marks, a part after a dot. */
export const fieldCode = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_./-]{0,79}$/);
/** A name or symbol that may be missing; an empty cell of a sheet says the same as none. */
export const nameIfAny = z
  .string()
  .max(500)
  .transform((typed) => (typed === "" ? null : typed))
  .nullish();
/** As large as a number of people or conferences can be said to be; the database holds no larger one. */
export const count = z.int().min(0).max(2_000_000_000);

/** In the years of a register, 1945–2199: `2020`, `2020-H1`, `2020-Q3`, `2020-9M` (nine months), `2020-05` (a month). */
export const returnPeriod = z
  .string()
  .regex(/^(19(4[5-9]|[5-9]\d)|2[01]\d\d)(-(H[12]|Q[1-4]|[1-9]M|1[0-2]M|0[1-9]|1[0-2]))?$/)
  .meta({
    description: "2020 (the year), 2020-H1, 2020-Q3, 2020-9M (the first nine months) or 2020-05 (the month).",
  });
