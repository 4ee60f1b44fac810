import { CARRIED_ROWS } from "./carried.ts";
import { defineProblems, Problem } from "./problem.ts";

/** More than the fullest form of ours has: a plan with all its rows has some four thousand. */
const MOST_FIELDS = 10_000;
/** Names of ours are short; what is longer is nobody's field. */
const LONGEST_NAME = 200;

/** Bytes of a form without files: a sheet of thousands of rows, as a browser writes letters with marks, has a few million. */
const MOST_BYTES = 16 * 1024 * 1024;
/** Characters of one field and of all that a refused form gives back: the longest text that people write has 20,000. */
const LONGEST_BACK = 200_000;
const MOST_BACK = 4_000_000;

const problems = defineProblems("form", {
  too_many_fields: {
    status: 413,
    vi: "Biểu mẫu gửi lên có quá nhiều mục; không biểu mẫu nào ở đây cần đến thế.",
    en: "The form that was sent has too many fields; no form here needs that many.",
  },
  too_long: {
    status: 413,
    vi: "Biểu mẫu gửi lên quá dài; không biểu mẫu nào ở đây cần đến thế.",
    en: "The form that was sent is too long; no form here needs that much.",
  },
  broken_off: {
    status: 400,
    vi: "Kết nối bị ngắt khi biểu mẫu chưa gửi xong; chưa có gì được lưu.",
    en: "The connection was closed before the form had been sent; nothing was saved.",
  },
  unreadable: {
    status: 400,
    vi: "Nội dung gửi lên không phải là một biểu mẫu đọc được.",
    en: "What was sent is no form that can be read.",
  },
});

/**
 * The form in the body of a request. It is measured and its fields are counted before they are taken apart; only files may be
 * longer than any text of ours.
 * @throws Problem `too_many_fields`, `too_long`, `broken_off`, `unreadable`; whatever reading the body is refused with
 */
export async function readForm(request: Pick<Request, "arrayBuffer" | "headers">): Promise<FormData> {
  const type = request.headers.get("content-type") ?? "";
  const most = /^multipart\//i.test(type) ? Infinity : MOST_BYTES;
  if (Number(request.headers.get("content-length") ?? 0) > most) throw new Problem(problems.too_long);
  const bytes = await bytesOf(request);
  if (bytes.length > most) throw new Problem(problems.too_long);
  if (partsIn(bytes, separatorOf(type)) > MOST_FIELDS) throw new Problem(problems.too_many_fields);
  const data = await formIn(bytes, type);
  if (lengthOfTexts(data) > MOST_BYTES) throw new Problem(problems.too_long);
  return data;
}

/** The sender may hang up in the middle, and hears no answer then. */
async function bytesOf(request: Pick<Request, "arrayBuffer">): Promise<Buffer<ArrayBuffer>> {
  try {
    return Buffer.from(await request.arrayBuffer());
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ECONNRESET")
      throw new Problem(problems.broken_off);
    throw error;
  }
}

async function formIn(bytes: Buffer<ArrayBuffer>, type: string): Promise<FormData> {
  try {
    return await new Response(bytes, { headers: { "content-type": type } }).formData();
  } catch {
    throw new Problem(problems.unreadable);
  }
}

function lengthOfTexts(data: FormData): number {
  return [...data.values()].reduce((sum, value) => sum + (typeof value === "string" ? value.length : 0), 0);
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

/**
 * The texts among them, as a form shows them again: a file goes into no page, and no field that is longer than any of ours. The
 * rows of a sheet, which a form carries, are as long as the sheet.
 */
export function textsOf(data: FormData): Record<string, string | string[]> {
  const texts: Record<string, string | string[]> = {};
  let left = MOST_BACK;
  for (const [name, posted] of valuesByName(data)) {
    const values = textsAmong(posted);
    const length = values.reduce((sum, value) => sum + value.length, 0);
    if (length > (name === CARRIED_ROWS ? left : Math.min(left, LONGEST_BACK))) continue;
    left -= length;
    texts[name] = values.length > 1 || name.endsWith("[]") ? values : (values[0] ?? "");
  }
  return texts;
}

/** The database takes every character but NUL. */
function textsAmong(posted: readonly FormDataEntryValue[]): string[] {
  return posted.filter((value) => typeof value === "string").map((value) => value.replaceAll("\0", ""));
}
