import { dayAsRead } from "./day-as-read.ts";

/** A refusal that a person can act on: a stable code, an HTTP status, one sentence in each language. */
export type ProblemDefinition = {
  readonly code: string;
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500 | 503;
  readonly vi: string;
  readonly en: string;
};

/** The place of a fault in the input, with its own sentence. */
export type FieldFault = { readonly field: string; readonly vi: string; readonly en: string };

/** Thrown by acts and readings; translated once, at the edge (page, API, command line). */
export class Problem extends Error {
  readonly definition: ProblemDefinition;
  readonly vi: string;
  readonly en: string;
  readonly faults: readonly FieldFault[];
  readonly details: Readonly<Record<string, unknown>>;
  /** In how many seconds it makes sense to ask again, where that is known. */
  readonly retryAfter: number | undefined;

  constructor(definition: ProblemDefinition, extra: ProblemExtra = {}) {
    const values = extra.values ?? {};
    const vi = fill(definition.vi, values);
    super(`${definition.code}: ${vi}`);
    this.name = "Problem";
    this.definition = definition;
    this.vi = vi;
    this.en = fill(definition.en, values);
    this.faults = extra.faults ?? faultsOf(extra.field, this.vi, this.en);
    this.details = extra.details ?? {};
    this.retryAfter = extra.retryAfter;
  }
}

type ProblemExtra = {
  /** What stands in the braces of the sentences. */
  values?: Record<string, string | number>;
  /** The input field at fault, when there is one. */
  field?: string;
  faults?: readonly FieldFault[];
  /** Further members of the API's problem details. */
  details?: Record<string, unknown>;
  /** Seconds. */
  retryAfter?: number;
};

function faultsOf(field: string | undefined, vi: string, en: string): readonly FieldFault[] {
  return field === undefined ? [] : [{ field, vi, en }];
}

function fill(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => dayAsRead(String(values[name] ?? `{${name}}`)));
}

/** A module's catalogue: the key is the code's last part. */
// @__NO_SIDE_EFFECTS__
export function defineProblems<const K extends string>(
  module: string,
  catalogue: Record<K, Omit<ProblemDefinition, "code">>,
): Record<K, ProblemDefinition> {
  const entries = Object.entries<Omit<ProblemDefinition, "code">>(catalogue);
  return Object.fromEntries(
    entries.map(([key, definition]) => [key, { code: `${module}.${key}`, ...definition }]),
  ) as Record<K, ProblemDefinition>;
}
