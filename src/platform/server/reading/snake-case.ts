type Snake<K> = K extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${Snake<Rest>}`
  : K;

/** The same with the keys as the API writes them. */
export type InSnakeCase<T> = T extends readonly (infer One)[]
  ? InSnakeCase<One>[]
  : T extends object
    ? { -readonly [K in keyof T as Snake<K>]: InSnakeCase<T[K]> }
    : T;

/** What a reading of a module gives, in the API's spelling: `heldOn` is `held_on`, at every level. */
export function inSnakeCase<T>(value: T): InSnakeCase<T> {
  return rewritten(value) as InSnakeCase<T>;
}

function rewritten(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rewritten);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [snake(key), rewritten(one)]));
}

const spelled = new Map<string, string>();

/** The keys of answers are few and come again; those of a tally are names of the work. */
function snake(key: string): string {
  const known = spelled.get(key);
  if (known !== undefined) return known;
  const made = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  if (spelled.size < 2000) spelled.set(key, made);
  return made;
}
