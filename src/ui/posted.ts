import { readTypedHour } from "#ui/typed-hour.ts";

/** However an hour was typed; what is no hour stays as it is, for the act to refuse. */
export function hourOf(typed: unknown): unknown {
  return typeof typed === "string" ? (readTypedHour(typed) ?? typed) : typed;
}
