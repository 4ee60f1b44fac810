import { withoutPersons } from "./person-in-text.ts";

/** Every text in a value, whatever its shape. */
export function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** A value with some people taken out of every text in it, by name and number, whatever its shape. */
export function withoutNamesIn<Value>(value: Value, names: readonly string[]): Value {
  if (names.length === 0) return value;
  if (typeof value === "string") return withoutPersons(value, names) as Value;
  if (Array.isArray(value)) return value.map((one: unknown) => withoutNamesIn(one, names)) as Value;
  if (typeof value !== "object" || value === null) return value;
  const parts = Object.entries(value).map(([key, part]) => [key, withoutNamesIn(part, names)]);
  return Object.fromEntries(parts) as Value;
}
