import type { DrawnPages } from "./drawn-pages.ts";

/** Where the built bundle, which draws pages, tells the server entry of those that it keeps (as in `database/current.ts`). */
const slot = Symbol.for("doi-thoai.drawn-pages");
type Holder = { [slot]?: DrawnPages };

export function setCurrentPages(pages: DrawnPages): void {
  (globalThis as Holder)[slot] = pages;
}

/** None where none were drawn yet. */
export const currentPages = (): DrawnPages | undefined => (globalThis as Holder)[slot];
