import { Problem } from "#kernel/problem.ts";
import type { Handler } from "#platform/server/http.ts";
import { securityHeaders } from "#platform/server/security-headers.ts";
import { languageOf, problemDetails } from "./problem-details.ts";
import { apiProblems } from "./problems.ts";

/**
 * Refuses an address of the API whose path has a broken percent code, in the words of the API: the page server answers
 * such an address with a page, past all hooks.
 */
export function withReadableAddresses(handler: Handler): Handler {
  return (request, response, next) => {
    const path = (request.url ?? "").split("?", 1)[0]!;
    if (!path.startsWith("/api/") || isDecodable(path)) return handler(request, response, next);
    const requestId = crypto.randomUUID();
    const language = languageOf(request.headers["accept-language"] ?? null);
    const details = problemDetails(new Problem(apiProblems.address_unreadable), language, requestId);
    response.writeHead(details.status, {
      ...Object.fromEntries(securityHeaders(new URL("http://localhost/api/"))),
      "content-type": "application/problem+json; charset=utf-8",
      "cache-control": "no-store",
      "x-request-id": requestId,
    });
    response.end(JSON.stringify(details));
  };
}

function isDecodable(path: string): boolean {
  try {
    decodeURI(path);
    return true;
  } catch {
    return false; // what the answer says
  }
}
