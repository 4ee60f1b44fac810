/** What is asked of this room by modules on which the papers of this one rest: they cannot import the whole of it. */
export { namesQuotedIn } from "./names-of-units.ts";
export { namesWithheldIn } from "./visibility.ts";
