import type { FieldFault, Problem } from "#kernel/problem.ts";

export type Language = "vi" | "en";

/** RFC 9457 problem details, with our code, the fields at fault, and whatever the problem adds. */
export type ProblemDetails = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly instance?: string;
  readonly errors?: readonly { field: string; detail: string }[];
  readonly details?: Readonly<Record<string, unknown>>;
};

/** The sentences in the language asked for; Vietnamese unless English is preferred. */
export function languageOf(acceptLanguage: string | null): Language {
  const first = acceptLanguage?.split(",")[0]?.trim().toLowerCase() ?? "";
  return first.startsWith("en") ? "en" : "vi";
}

export function problemDetails(problem: Problem, language: Language, requestId: string): ProblemDetails {
  const { code, status } = problem.definition;
  return {
    ...header(code, status, problem[language], requestId),
    ...(problem.faults.length > 0 && { errors: problem.faults.map((fault) => faultIn(fault, language)) }),
    ...(Object.keys(problem.details).length > 0 && { details: problem.details }),
  };
}

function header(code: string, status: number, title: string, requestId: string) {
  return { type: `/api/problems#${code}`, title, status, code, instance: `urn:uuid:${requestId}` };
}

function faultIn(fault: FieldFault, language: Language) {
  return { field: fault.field, detail: fault[language] };
}
