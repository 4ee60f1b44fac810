import pg from "pg";

/** How often a text must have been seen before the server is asked to keep its plan. */
const oftenEnough = 3;
/** Every connection keeps its own plans; more than this would cost more memory than it saves time. */
const namedAtMost = 400;
const remembersAtMost = 5000;

const seen = new Map<string, number>();
const names = new Map<string, string>();

/**
 * A connection that lets the server keep the plan of what is asked again and again: planning a list costs several
 * times what reading it does. A text with a pattern is planned anew each time: how best to look for words depends on
 * the words.
 */
export class PreparingClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    const send = this.query.bind(this) as (...args: unknown[]) => unknown;
    this.query = ((text: unknown, values: unknown, ...rest: unknown[]) => {
      const name =
        typeof text === "string" && Array.isArray(values) && values.length > 0 ? nameFor(text) : undefined;
      return name ? send({ name, text, values }, ...rest) : send(text, values, ...rest);
    }) as typeof this.query;
  }
}

function nameFor(text: string): string | undefined {
  const named = names.get(text);
  if (named || names.size >= namedAtMost || /\blike\b/i.test(text)) return named;
  const times = (seen.get(text) ?? 0) + 1;
  if (times < oftenEnough) {
    if (seen.size >= remembersAtMost) seen.clear();
    seen.set(text, times);
    return undefined;
  }
  seen.delete(text);
  const name = `dt${names.size}`;
  names.set(text, name);
  return name;
}
