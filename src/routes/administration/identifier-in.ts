import { error } from "@sveltejs/kit";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The identifier in an address; anything else is a page that does not exist. */
export function identifierIn(text: string): string {
  if (!uuid.test(text)) error(404);
  return text;
}
