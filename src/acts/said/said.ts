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
export const LONGEST_VALUE = 120;

const cut = (text: string) => (text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE - 1)}…` : text);

/** A value as it is said: no longer than that. */
export function shortened(value: Value): Value {
  if (typeof value === "object") return { vi: cut(value.vi), en: cut(value.en) };
  return typeof value === "string" ? cut(value) : value;
}

/** Whether every name is there that the sentence asks for. */
export function missesNothing({ what, values }: Said): boolean {
  const missing: unknown[] = [];
  const asked = new Proxy(values, {
    get(given, name) {
      if (typeof name === "string" && !Object.hasOwn(given, name)) missing.push(name);
      return "";
    },
  });
  const sentence = sentences[what] as (values: unknown, options: { locale: "vi" }) => string;
  sentence(asked, { locale: "vi" });
  return missing.length === 0;
}

/** As it is said in a language. */
export function saidInWords({ what, values }: Said, language: "vi" | "en"): string {
  const inWords = (value: Value) => cut(String(typeof value === "object" ? value[language] : value));
  const sentence = sentences[what] as (
    values: Record<string, string>,
    options: { locale: "vi" | "en" },
  ) => string;
  const given = Object.entries(values).map(([name, value]) => [name, inWords(value)]);
  return sentence(Object.fromEntries(given) as Record<string, string>, { locale: language });
}
