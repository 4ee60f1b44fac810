import { sentences } from "./sentences.ts";

type Sentences = typeof sentences;
export type What = keyof Sentences;

/** What stands in a sentence: a code, a name, a day as people read it, a number; a word of the work in both languages. */
export type Value = string | number | { readonly vi: string; readonly en: string };

type Values<K extends What> =
  Parameters<Sentences[K]> extends [infer Inputs extends object, ...unknown[]]
    ? { readonly [Name in keyof Inputs]: Value }
    : Record<never, never>;

/** What was done to what: it is said once, where the one who did it goes on. */
export type Said = { readonly what: What; readonly values: Readonly<Record<string, Value>> };

export function say<K extends What>(what: K, values: Values<K>): Said {
  return { what, values: values as Said["values"] };
}

/** A name as long as a line is cut: what was done is heard in one breath. */
const LONGEST = 120;

/** As it is said in a language. */
export function saidInWords({ what, values }: Said, language: "vi" | "en"): string {
  const inWords = (value: Value) => {
    const text = String(typeof value === "object" ? value[language] : value);
    return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
  };
  const sentence = sentences[what] as (
    values: Record<string, string>,
    options: { locale: "vi" | "en" },
  ) => string;
  const given = Object.entries(values).map(([name, value]) => [name, inWords(value)]);
  return sentence(Object.fromEntries(given) as Record<string, string>, { locale: language });
}
