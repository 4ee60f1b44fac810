import { refuseTogether } from "#kernel/all-faults.ts";
import {
  dayInput,
  optionalDay,
  optionalHour,
  optionalText,
  optionalWholeNumber,
  textInput,
  yesNo,
} from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { z } from "zod";
import { chairCapacities, forms } from "../../conference.ts";
import { conferenceProblems as problems } from "../../problems.ts";
import type { Chair } from "./conference.store.ts";

/** Who chaired, in order: the head, or a substitute with the reason. */
const chairInput = z.strictObject({
  name: textInput(200),
  capacity: z.enum(chairCapacities),
  is_head: yesNo.default(true),
  substitution_reason: optionalText(500),
});

/** When an old register is put right: it may say in which capacity one chaired, and not who. */
export const correctedChairs = z
  .array(z.strictObject({ ...chairInput.shape, name: optionalText(200) }))
  .max(20)
  .default([]);

/** What is said of a conference when it is recorded, and when the record is put right. */
export const conferenceFields = {
  form: z.enum(forms),
  held_on: dayInput,
  /** When it begins, by the clock of its place. */
  starts_at: optionalHour,
  topic: optionalText(500),
  place: optionalText(300),
  ad_hoc_reason: optionalText(1000),
  legal_bases: z.array(textInput(300)).max(20).default([]),
  collect_until: optionalDay,
  attendances: optionalWholeNumber(0, 1_000_000),
  villages_represented: optionalWholeNumber(0, 10_000),
  chairs: z.array(chairInput).max(20).default([]),
};

type Fields = z.output<z.ZodObject<Omit<typeof conferenceFields, "chairs">>> & {
  chairs: z.output<typeof correctedChairs>;
};

/** What is said of a conference, or as much of it as could be read. */
type Said = Partial<Fields>;

/** @throws Problem where it cannot have been held so: a day to come, or nobody in the chair; and where it is not sound */
export function refuseUnlessHeldSo(input: Said, today: string): void {
  const { held_on, form, chairs } = input;
  refuseTogether(
    () => {
      if (held_on && held_on > today)
        throw new Problem(problems.held_in_the_future, { field: "held_on", values: { on: held_on } });
    },
    () => {
      if (form && form !== "indirect" && chairs?.length === 0)
        throw new Problem(problems.no_chair, { field: "chairs" });
    },
    () => refuseUnlessSound(input),
  );
}

/** @throws Problem where what is said of it does not hold together, held or to come */
export function refuseUnlessSound({ form, ad_hoc_reason, collect_until, held_on, chairs = [] }: Said): void {
  const silent = chairs.flatMap((chair, at) =>
    !chair.is_head && !chair.substitution_reason ? [`chairs.${at}.substitution_reason`] : [],
  );
  refuseTogether(
    () => {
      if (form === "ad_hoc" && !ad_hoc_reason)
        throw new Problem(problems.ad_hoc_without_reason, { field: "ad_hoc_reason" });
    },
    () => {
      if (collect_until && held_on && collect_until > held_on)
        throw new Problem(problems.collected_after_day, { field: "collect_until" });
    },
    ...silent.map((field) => () => {
      throw new Problem(problems.substitution_without_reason, { field });
    }),
  );
}

export function rowOf(input: Fields) {
  const { form, held_on, topic, place, ad_hoc_reason, legal_bases, collect_until } = input;
  const { starts_at, attendances, villages_represented } = input;
  return {
    form,
    held_on,
    starts_at: starts_at ?? null,
    topic: topic ?? null,
    place: place ?? null,
    ad_hoc_reason: ad_hoc_reason ?? null,
    legal_bases,
    collect_until: collect_until ?? null,
    attendances: attendances ?? null,
    villages_represented: villages_represented ?? null,
  };
}

export function chairsOf(input: Fields): Chair[] {
  return input.chairs.map(({ name, capacity, is_head, substitution_reason }) => ({
    name: name ?? null,
    capacity,
    isHead: is_head,
    substitutionReason: substitution_reason,
  }));
}
