import { defineProblems, Problem } from "./problem.ts";

/** More than the fullest form of ours has: a plan with all its rows has some four thousand. */
const MOST_FIELDS = 10_000;
/** Names of ours are short; what is longer is nobody's field. */
const LONGEST_NAME = 200;

const problems = defineProblems("form", {
  too_many_fields: {
    status: 413,
    vi: "Biểu mẫu gửi lên có quá nhiều mục; không biểu mẫu nào ở đây cần đến thế.",
    en: "The form that was sent has too many fields; no form here needs that many.",
  },
  unreadable: {
    status: 400,
    vi: "Nội dung gửi lên không phải là một biểu mẫu đọc được.",
    en: "What was sent is no form that can be read.",
  },
});

/**
 * The form in the body of a request. Its fields are counted before they are taken apart.
 * @throws Problem `too_many_fields`, `unreadable`; whatever reading the body is refused with
 */
export async function readForm(request: Pick<Request, "arrayBuffer" | "headers">): Promise<FormData> {
  const type = request.headers.get("content-type") ?? "";
  const bytes = Buffer.from(await request.arrayBuffer());
  if (partsIn(bytes, separatorOf(type)) > MOST_FIELDS) throw new Problem(problems.too_many_fields);
  try {
    return await new Response(bytes, { headers: { "content-type": type } }).formData();
  } catch {
    throw new Problem(problems.unreadable);
  }
}

function separatorOf(type: string): string {
  const boundary = /\bboundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(type);
  return boundary ? `--${boundary[1] ?? boundary[2]}` : "&";
}

/** How often the separator is there, counted no further than matters. */
function partsIn(bytes: Buffer, separator: string): number {
  let count = 1;
  for (let at = bytes.indexOf(separator); at >= 0 && count <= MOST_FIELDS; count += 1)
    at = bytes.indexOf(separator, at + separator.length);
  return count;
}

/** Everything that was posted under each name, in one pass. A name that no form of ours can have is left out. */
function valuesByName(data: FormData): Map<string, FormDataEntryValue[]> {
  const values = new Map<string, FormDataEntryValue[]>();
  for (const [name, value] of data) {
    if (!isFieldName(name)) continue;
    const before = values.get(name);
    if (before) before.push(value);
    else values.set(name, [value]);
  }
  return values;
}

/** One that would change what an object is, is nobody's field. */
function isFieldName(name: string): boolean {
  return name !== "" && name.length <= LONGEST_NAME && !(name.replace(/\[\]$/, "") in Object.prototype);
}

/**
 * Posted texts by name; a name that comes more than once, or ends in `[]`, gives a list. A file stands for no text: the few
 * forms that take one ask for it by its name.
 */
export function fieldsOf(data: FormData): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {};
  for (const [name, posted] of valuesByName(data)) {
    const values = textsAmong(posted);
    if (values.length === 0) continue;
    if (name.endsWith("[]")) fields[name.slice(0, -2)] = values.filter((value) => value !== "");
    else fields[name] = values.length > 1 ? values : values[0]!;
  }
  return fields;
}

/** The texts among them, as a form shows them again: a file goes into no page. */
export function textsOf(data: FormData): Record<string, string | string[]> {
  const texts: Record<string, string | string[]> = {};
  for (const [name, posted] of valuesByName(data)) {
    const values = textsAmong(posted);
    texts[name] = values.length > 1 || name.endsWith("[]") ? values : (values[0] ?? "");
  }
  return texts;
}

/** The database takes every character but NUL. */
function textsAmong(posted: readonly FormDataEntryValue[]): string[] {
  return posted.filter((value) => typeof value === "string").map((value) => value.replaceAll("\0", ""));
}
