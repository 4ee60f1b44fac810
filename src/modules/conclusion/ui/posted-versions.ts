import type { FormError } from "#ui/field.ts";
import { mayNameSomebody } from "#kernel/masking/unknown-names.ts";
import type { PublicVersion } from "../server/index.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Names a text among those of a form: the matter's code and which of its words. */
export const versionKey = ({ matter, part }: Pick<PublicVersion, "matter" | "part">): string =>
  `${matter}:${part}`;

/**
 * Whether a form proposes to approve a text: where nothing was masked and nothing looks like a name that was overlooked.
 * Everything else is ticked by whoever has read it.
 */
export const isTickProposed = ({ approved, proposed, original }: PublicVersion): boolean =>
  approved === null && proposed === original && !mayNameSomebody(original);

/** The fields of one text, by its key. */
export const versionFields = (key: string) => ({ text: `text:${key}`, digest: `digest:${key}` });

/** The texts that a form approves: those ticked, and with one tick for all whatever in it waits. */
export function approvedIn(fields: Fields): string[] {
  const keys = (value: unknown) => (Array.isArray(value) ? (value as string[]) : []);
  const ticked = keys(fields.approve);
  return fields.all === "yes" ? [...new Set([...keys(fields.waiting), ...ticked])] : ticked;
}

/** From the posted fields to the act's input: those that are approved, each with its words. */
export function versionsFrom(fields: Fields) {
  return approvedIn(fields).map((key) => {
    const { text, digest } = versionFields(key);
    const at = key.lastIndexOf(":");
    return { matter: key.slice(0, at), part: key.slice(at + 1), digest: fields[digest], text: fields[text] };
  });
}

/** What was refused of the ticked texts, at the fields in which their words stand. */
export function errorsOfVersions(errors: readonly FormError[], ticked: readonly string[]): FormError[] {
  return errors.map((error) => {
    const [, index] = /^versions\.(\d+)/.exec(error.field ?? "") ?? [];
    const key = index === undefined ? undefined : ticked[Number(index)];
    return key === undefined ? error : { ...error, field: versionFields(key).text };
  });
}
