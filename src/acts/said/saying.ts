import type { Act, Place } from "#platform/server/act/act.ts";
import type { z } from "zod";
import type { Called } from "./called.store.ts";
import type { Said, Value } from "./said.ts";

/** What is known once an act was done. */
type Done<Input, Output> = { readonly input: Input; readonly output: Output; readonly called: Called };

/** How it is said of one act what it has done, and to what. */
export type Saying = {
  readonly act: string;
  readonly inputOf: (posted: unknown) => unknown;
  readonly says: (done: Done<unknown, unknown>) => Said | Promise<Said>;
};

export function saying<Schema extends z.ZodType, Output, P extends Place>(
  act: Act<Schema, Output, P>,
  says: (done: Done<z.output<Schema>, Output>) => Said | Promise<Said>,
): Saying {
  return {
    act: act.name,
    inputOf: (posted) => act.input.parse(posted),
    says: says as Saying["says"],
  };
}

/** A word of the work as it stands within a sentence. */
export function withinSentence({ vi, en }: { readonly vi: string; readonly en: string }): Value {
  const lower = (word: string) => word.charAt(0).toLowerCase() + word.slice(1);
  return { vi: lower(vi), en: lower(en) };
}

/** A text of the pages in both languages. */
export const inBoth = (text: (inputs: object, options: { locale: "vi" | "en" }) => string) => ({
  vi: text({}, { locale: "vi" }),
  en: text({}, { locale: "en" }),
});
