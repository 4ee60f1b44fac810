import { cleanText } from "#kernel/vietnamese-text.ts";

/** What people are looked for by. */
export function peopleAsked({ searchParams }: URL) {
  return { text: cleanText((searchParams.get("q") ?? "").slice(0, 200)) };
}
