import { extractText, getDocumentProxy } from "unpdf";
import type { Answer } from "./planted-server.ts";
import { partsOf } from "./word-file.ts";

/** All that an answer tells, head and body: a file is opened, what is written in codes is read. */
export async function textOfAnswer({ headers, body }: Answer): Promise<string> {
  const head = [...headers].map(([name, value]) => `${name}: ${readable(value)}`).join("\n");
  return `${head}\n${await textOfBody(headers.get("content-type") ?? "", body)}`;
}

async function textOfBody(type: string, body: Uint8Array): Promise<string> {
  if (type.startsWith("application/pdf")) return textOfPdf(body);
  if (type.startsWith("application/vnd.openxmlformats")) return [...partsOf(body)].join("\n");
  if (/^(text\/|application\/([\w.+-]*json|javascript|xml))/.test(type))
    return readable(new TextDecoder().decode(body));
  if (body.length === 0 || type.startsWith("image/")) return "";
  throw new Error(`Nobody knows how to read ${type || "a body without a type"}.`);
}

async function textOfPdf(body: Uint8Array): Promise<string> {
  const document = await getDocumentProxy(body);
  const { text } = await extractText(document, { mergePages: true });
  return text;
}

/** Entities of HTML and percent codes as what they stand for. */
function readable(text: string): string {
  const decoded = text.replace(/(?:%[0-9a-f]{2})+/gi, (codes) => {
    try {
      return decodeURIComponent(codes);
    } catch {
      return codes; // Not letters.
    }
  });
  return decoded.replace(/&#(x[0-9a-f]+|\d+);/gi, (_, code: string) =>
    String.fromCodePoint(Number(code.startsWith("x") ? `0${code}` : code)),
  );
}
