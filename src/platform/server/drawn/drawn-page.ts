/** What stays of a page, and between that what changes with each sending: the nonce of its scripts, the key of its form. */
export type Part = Buffer | keyof Fresh;

export type Fresh = { readonly nonce: string; readonly formKey: string };

export type DrawnPage = {
  readonly parts: readonly Part[];
  /** Each with the pieces of its value, between which the nonce stands. */
  readonly headers: readonly (readonly [name: string, value: readonly string[]])[];
  readonly bytes: number;
};

/** About the one answer that was drawn, not about the page. */
const ofOneAnswer: ReadonlySet<string> = new Set(["etag", "content-length"]);

/** A page as it was drawn once; null of what is no whole page, or is told to be remembered by a cookie. */
export function drawnPage(html: string, { status, headers }: Response, formKey: string): DrawnPage | null {
  const policy = headers.get("content-security-policy") ?? "";
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  if (!nonce || status !== 200 || headers.has("set-cookie")) return null;
  const parts = between(html.split(nonce), "nonce").flatMap((part) =>
    part === "nonce" ? [part] : between(part.split(formKey), "formKey"),
  );
  return {
    parts: parts.map((part) => (part === "nonce" || part === "formKey" ? part : Buffer.from(part))),
    headers: [...headers]
      .filter(([name]) => !ofOneAnswer.has(name))
      .map(([name, value]) => [name, value.split(nonce)] as const),
    bytes: Buffer.byteLength(html),
  };
}

const between = (texts: readonly string[], piece: keyof Fresh) =>
  texts.flatMap((text, at) => (at > 0 ? [piece, text] : [text]));

export const headersWith = ({ headers }: DrawnPage, { nonce }: Fresh): Record<string, string> =>
  Object.fromEntries(headers.map(([name, pieces]) => [name, pieces.join(nonce)]));

/** The page as it is sent. */
export const chunksWith = ({ parts }: DrawnPage, fresh: Fresh): readonly Buffer[] =>
  parts.map((part) => (typeof part === "string" ? Buffer.from(fresh[part]) : part));
