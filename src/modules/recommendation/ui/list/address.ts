import type { MatterPaperKind } from "../../paper-choices.ts";
import type { Move } from "../../status-transitions.ts";

/** The page of a matter. */
export const matterHref = (code: string): string => `/recommendations/${encodeURIComponent(code)}`;

/** The page on which a move is made. */
export const moveHref = (code: string, move: Move): string => `${matterHref(code)}/${move}`;

/** The pages on which its words are put right, and its last step annulled. */
export const correctHref = (code: string): string => `${matterHref(code)}/correct`;
/** The page on which what was answered at the conference is written down afterwards. */
export const writeAnswerHref = (code: string): string => `${matterHref(code)}/write-answer`;
export const annulHref = (code: string, beforeHold = false): string =>
  `${matterHref(code)}/annul${beforeHold ? "?before_hold=yes" : ""}`;

/** The papers about it: what has been issued and what can be, and the page of one of them. */
export const papersHref = (code: string): string => `${matterHref(code)}/papers`;
export const paperHref = (code: string, kind: MatterPaperKind): string => `${papersHref(code)}/${kind}`;

/** The page that explains its dates. */
export const deadlinesHref = (code: string): string => `${matterHref(code)}/deadlines`;

/** The same list with some of its questions changed; a question set to null is dropped. */
export function listHref(asked: Iterable<[string, string]>, changes: Record<string, string | null>): string {
  const query = new URLSearchParams([...asked].filter(([, value]) => value !== ""));
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  return query.size > 0 ? `/recommendations?${query}` : "/recommendations";
}
