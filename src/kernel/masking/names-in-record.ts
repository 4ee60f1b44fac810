import { withoutNames } from "./name-in-text.ts";

/** A value with names taken out of every text in it, whatever its shape. */
export function withoutNamesIn<Value>(value: Value, names: readonly string[]): Value {
  if (names.length === 0) return value;
  if (typeof value === "string") return withoutNames(value, names) as Value;
  if (Array.isArray(value)) return value.map((one: unknown) => withoutNamesIn(one, names)) as Value;
  if (typeof value !== "object" || value === null) return value;
  const parts = Object.entries(value).map(([key, part]) => [key, withoutNamesIn(part, names)]);
  return Object.fromEntries(parts) as Value;
}
