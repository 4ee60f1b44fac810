import { dayInput, optionalText, textInput, unitCodeInput } from "#kernel/input.ts";
import { z } from "zod";
import { sides } from "./document-model.ts";
import type { Office } from "./office.ts";

const written = {
  vi: "Ký hiệu viết liền, chỉ gồm chữ, số, “-” và “/”; ví dụ UBND-VP.",
  en: "A symbol is written without spaces, in letters, digits, “-” and “/”, such as UBND-VP.",
};

const symbolInput = textInput(40).refine((text) => /^[\p{L}\d/-]+$/u.test(text), { params: written });

const signer = z.strictObject({
  authority: optionalText(200),
  title: textInput(200),
  name: optionalText(200),
});

/** How the papers of one side of a unit look. */
export const officeInput = z.strictObject({
  unit: unitCodeInput,
  side: z.enum(sides),
  superior: optionalText(300),
  issuer: textInput(300),
  place: textInput(100),
  suffix: symbolInput,
  suffixes: z
    .array(z.strictObject({ type: symbolInput, suffix: symbolInput }))
    .max(20)
    .default([]),
  signers: z.array(signer).max(10).default([]),
  recipients: z.array(textInput(300)).max(50).default([]),
  terms: z
    .array(z.strictObject({ name: textInput(40), from_on: dayInput }))
    .max(20)
    .default([]),
});

/** The settings as they are kept. */
export function officeFrom(input: z.output<typeof officeInput>): Office {
  const { unit: _unit, side: _side, superior, signers, terms, ...rest } = input;
  return {
    ...rest,
    superior: superior ?? null,
    signers: signers.map(({ authority, title, name }) => {
      return { authority: authority ?? null, title, name: name ?? null };
    }),
    terms: terms.map(({ name, from_on }) => ({ name, fromOn: from_on })),
  };
}
