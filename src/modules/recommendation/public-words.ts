import { masked } from "#kernel/masking/masked.ts";

/**
 * The approved public version of a text of a matter, named by its code; undefined for words that nobody approved as they
 * stand. The same words of another matter may be another person's, who did not agree to what this one agreed to.
 */
export type Approved = (original: string, matter: string) => string | undefined;

/** A text of the matter with a code, as it is told in public. */
export type ToldInPublic = (text: string, matter: string) => string;

/** Words as they are told in public, of names and approvals that are known: as somebody approved them, else as proposed. */
export const publicWords =
  (names: readonly string[], approved: Approved): ToldInPublic =>
  (text, matter) =>
    approved(text, matter) ?? masked(text.trim(), names);
