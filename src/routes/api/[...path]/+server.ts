import { api } from "#api/application.ts";
import type { RequestHandler } from "./$types";

/** All of /api is one application of its own; this is its only door. */
export const fallback: RequestHandler = ({ request, locals }) =>
  api.fetch(request, { requestId: locals.requestId, actor: locals.actor });
