import { sql } from "kysely";
import pg from "pg";
import { isOutOfStep, isSilence } from "../act/database-problems.ts";
import { giveUp, type Listening } from "./silence.ts";

/** How often a text must have been seen before the server is asked to keep its plan. */
const oftenEnough = 3;
/** Every connection keeps its own plans; more than this would cost more memory than it saves time. */
const namedAtMost = 400;
const remembersAtMost = 5000;

/**
 * In a text that reads much of the register by one value and a little by another: no plan is right for both, so it is planned
 * for its values each time.
 */
export const plannedEachTime = sql.raw("/* planned each time */");

/** How best to look for words depends on the words too. */
const dependsOnValues = /\blike\b|\/\* planned each time \*\//i;

/** Which texts of a pool the server keeps the plans of, by what name. */
type Plans = {
  nameFor(text: string): string | undefined;
  /** A pooler gave us another server behind the same connection: no plan is kept any more. */
  stop(): void;
};

function plansKept(): Plans {
  const seen = new Map<string, number>();
  const names = new Map<string, string>();
  let keeps = true;
  return {
    stop() {
      keeps = false;
    },
    nameFor(text) {
      if (!keeps) return undefined;
      const named = names.get(text);
      if (named || names.size >= namedAtMost || dependsOnValues.test(text)) return named;
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
    },
  };
}

/**
 * The connections of one pool, which let the server keep the plan of what is asked again and again: planning a list costs
 * several times what reading it does. A text with a pattern is planned each time anew, and one that says so
 * (`plannedEachTime`). `listening` hears of every answer that is waited for.
 */
export function preparingClients(listening?: Listening): typeof pg.Client {
  const plans = plansKept();
  return class PreparingClient extends pg.Client {
    constructor(config?: string | pg.ClientConfig) {
      super(config);
      const send = this.query.bind(this) as (...args: unknown[]) => unknown;
      this.query = ((text: unknown, values: unknown, ...rest: unknown[]) => {
        const name =
          typeof text === "string" && Array.isArray(values) && values.length > 0
            ? plans.nameFor(text)
            : undefined;
        const answer = name ? send({ name, text, values }, ...rest) : send(text, values, ...rest);
        if (answer instanceof Promise) listening?.(this, answer);
        return watched(this, plans, answer);
      }) as typeof this.query;
    }
  };
}

function watched(client: pg.Client, plans: Plans, answer: unknown): unknown {
  if (!(answer instanceof Promise)) return answer;
  return answer.catch((error: unknown) => {
    if (isSilence(error)) giveUp(client);
    if (isOutOfStep(error)) plans.stop();
    throw error;
  });
}
