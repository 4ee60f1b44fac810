import type { z } from "zod";
import { REGISTER_FORMAT } from "./register-file.ts";
import {
  pathText,
  problemAt,
  PROBLEMS_TOLD,
  type RegisterFault,
  type RegisterProblem,
} from "./register-problem.ts";

type Issue = z.core.$ZodIssue;

const TYPES: Record<string, [vi: string, en: string]> = {
  string: ["văn bản", "a text"],
  int: ["một số nguyên", "a whole number"],
  number: ["một số", "a number"],
  boolean: ["true hoặc false", "true or false"],
  array: ["một danh sách [ ]", "a list [ ]"],
  object: ["một đối tượng { }", "an object { }"],
  record: ["một đối tượng { }", "an object { }"],
};

/** What the schema found, as problems with the path in the file. The issues must carry their input (`reportInput`). */
export function schemaFaults(issues: readonly Issue[]): { problems: RegisterProblem[]; total: number } {
  const problems = issues.slice(0, PROBLEMS_TOLD).flatMap(faultsOf).slice(0, PROBLEMS_TOLD);
  const total = issues.reduce(
    (sum, issue) => sum + (issue.code === "unrecognized_keys" ? issue.keys.length : 1),
    0,
  );
  return { problems, total };
}

function faultsOf(issue: Issue): RegisterProblem[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => problemAt(pathText([...issue.path, key]), "unknown_key"));
  }
  return [faultOf(issue, pathText(issue.path))];
}

function faultOf(issue: Issue, path: string): RegisterProblem {
  if (path === "format") return problemAt(path, "unknown_format", { wanted: REGISTER_FORMAT });
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? problemAt(path, "missing") : wrongType(path, issue.expected);
    case "invalid_value":
      return issue.input === undefined
        ? problemAt(path, "missing")
        : notInList(path, issue.input, issue.values);
    case "invalid_union":
      return actFault(path, issue);
    case "too_small":
      return issue.origin === "string" || issue.origin === "array"
        ? problemAt(path, "too_short")
        : problemAt(path, "too_small", { limit: Number(issue.minimum) });
    case "too_big":
      return problemAt(path, issue.origin === "string" ? "too_long" : "too_big", {
        limit: Number(issue.maximum),
      });
    case "custom":
      // In its marks already: a day is shown as it stands in the file, not as people read it.
      return problemAt(path, issue.params?.["fault"] as RegisterFault, { value: `“${shown(issue.input)}”` });
    default:
      return problemAt(path, "wrong_form");
  }
}

function wrongType(path: string, expected: string): RegisterProblem {
  const [wanted, wanted_en] = TYPES[expected] ?? [expected, expected];
  return problemAt(path, "wrong_type", { wanted, wanted_en });
}

function notInList(path: string, value: unknown, allowed: readonly unknown[]): RegisterProblem {
  return problemAt(path, "not_in_list", { value: shown(value), allowed: allowed.map(String).join(", ") });
}

/** Events are told apart by `act`, and zod points at the `act` itself; a coordinator is a code or an object. */
function actFault(path: string, issue: Extract<Issue, { code: "invalid_union" }>): RegisterProblem {
  if (/coordinators\[\d+\]$/.test(path)) return problemAt(path, "wrong_form");
  const act = (issue.input as { act?: unknown } | undefined)?.act;
  const options = "options" in issue && Array.isArray(issue.options) ? issue.options : [];
  return act === undefined ? problemAt(path, "missing") : notInList(path, act, options);
}

/** A value as it stands in the file; an object has no text of its own. */
function shown(value: unknown): string {
  return (typeof value === "string" ? value : JSON.stringify(value)).slice(0, 80);
}
