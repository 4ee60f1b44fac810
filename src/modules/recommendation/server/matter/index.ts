/** What is asked of this room by modules on which the moves of this one rest: they cannot import the whole of it. */
export { stands } from "./event.store.ts";
export { findMatter } from "./find-matter.ts";
