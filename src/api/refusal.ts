import { Problem } from "#kernel/problem.ts";
import { asProblem } from "#platform/server/act/database-problems.ts";
import { logDatabaseFault } from "#platform/server/database/fault-log.ts";
import { log } from "#platform/server/log.ts";
import { languageOf, problemDetails } from "./problem-details.ts";
import { apiProblems } from "./problems.ts";

/** What is sent to whoever is refused. */
export type Refusal = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

type AskedBy = {
  readonly requestId: string;
  readonly path: string;
  readonly acceptLanguage: string | undefined;
};

/** What is said of whatever was thrown: a problem as it is; of a fault of ours, which is logged, only that it is one. */
export function refusalOf(thrown: unknown, by: AskedBy): Refusal {
  const error = asProblem(thrown) as Error;
  const { requestId, path } = by;
  logDatabaseFault(thrown, { requestId });
  if (error instanceof Problem) return refusal(error, by);
  log.error({ err: error, requestId, path }, "request failed");
  return refusal(new Problem(apiProblems.internal), by);
}

/** A problem as it is sent, in the language that is preferred. */
export function refusal(
  problem: Problem,
  { requestId, acceptLanguage }: Pick<AskedBy, "requestId" | "acceptLanguage">,
  more: Readonly<Record<string, string>> = {},
): Refusal {
  const details = problemDetails(problem, languageOf(acceptLanguage ?? null), requestId);
  const later: Record<string, string> =
    problem.retryAfter === undefined ? {} : { "retry-after": String(problem.retryAfter) };
  const headers = {
    "content-type": "application/problem+json; charset=utf-8",
    ...headersFor[problem.definition.status],
    ...later,
    ...more,
  };
  return { status: details.status, headers, body: JSON.stringify(details) };
}

const headersFor: Readonly<Record<number, Record<string, string>>> = {
  401: { "www-authenticate": "Bearer" },
  429: { "retry-after": "60" },
  503: { "retry-after": "5" },
};
