import { api } from "#api/application.ts";
import type { RequestHandler } from "./$types";

/** All of /api is one application of its own; this is its only door. */
export const fallback: RequestHandler = async ({ request, locals }) => {
  const response = await api.fetch(request, { requestId: locals.requestId, actor: locals.actor });
  response.headers.set(
    "content-security-policy",
    "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  );
  return response;
};
