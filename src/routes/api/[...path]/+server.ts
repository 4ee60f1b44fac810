import { api } from "#api/application.ts";
import { apiPolicy } from "#api/policy.ts";
import type { RequestHandler } from "./$types";

/**
 * All of /api is one application of its own. What programs ask of it comes to it past the page server (`withApi`); this is
 * the door of browsers, and of everybody under `bin/dev`.
 */
export const fallback: RequestHandler = async ({ request, locals }) => {
  const response = await api.fetch(request, { requestId: locals.requestId, actor: locals.actor });
  response.headers.set("content-security-policy", apiPolicy);
  return response;
};
