import { z } from "zod";
import { carriedIn } from "#kernel/carried.ts";
import { localPath } from "#kernel/local-path.ts";

/** What was typed into a form whose session had ended, on its way through the sign-in page. */
export type KeptForm = {
  /** The path that the form was sent to. */
  readonly action: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** Files cannot be kept; they must be chosen again. */
  readonly filesLost: boolean;
};

/** Characters in all; a page carries the text back and forth. */
const most = 400_000;
const secret = /password|passwd|code|secret|token/i;

/** The texts of a posted form, without passwords and files; null where the action is foreign or it is too much. */
export function keepForm(data: FormData, action: string): KeptForm | null {
  const path = localPath(action);
  const entries = [...data].filter(([name]) => !secret.test(name));
  const fields = entries.filter((entry): entry is [string, string] => typeof entry[1] === "string");
  const size = fields.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  if (path === null || size > most) return null;
  const files = entries.filter(([, value]) => typeof value !== "string" && value.size > 0);
  return { action: path, fields, filesLost: files.length > 0 };
}

const schema = z.object({
  action: z.string(),
  fields: z.array(z.tuple([z.string(), z.string()])),
  filesLost: z.boolean(),
});

/** Reads what the page carried; null for anything that is not a kept form of this site. */
export function readKept(text: unknown): KeptForm | null {
  if (typeof text !== "string" || text === "" || text.length > 2 * most) return null;
  const parsed = schema.safeParse(carriedIn(text));
  const action = parsed.success ? localPath(parsed.data.action) : null;
  return parsed.success && action !== null ? { ...parsed.data, action } : null;
}

/** What a person wrote, as opposed to choices and numbers: the texts of several words. */
export function writtenTexts(kept: KeptForm): string[] {
  return kept.fields.map(([, value]) => value).filter((value) => value.trim().includes(" "));
}
