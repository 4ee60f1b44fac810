import { legacyEncoding } from "#kernel/legacy-text.ts";
import { cleanText } from "#kernel/vietnamese-text.ts";
import { decodeRegister } from "./decode-register.ts";
import { duplicateKeys } from "./duplicate-keys.ts";
import { locateJsonFault } from "./json-fault.ts";
import { registerFile, type RegisterFile } from "./register-file.ts";
import { pathText, problemAt, PROBLEMS_TOLD, type RegisterProblem } from "./register-problem.ts";
import { schemaFaults } from "./schema-faults.ts";

export type RegisterReading =
  /** `legacy` names the texts that are in an encoding of before Unicode and are kept as they are. */
  | { readonly ok: true; readonly file: RegisterFile; readonly legacy: readonly string[] }
  /** `total` counts all faults; `problems` holds the first hundred. */
  | { readonly ok: false; readonly problems: readonly RegisterProblem[]; readonly total: number };

const MEGABYTE = 1024 * 1024;
const DEEPEST = 16;
/** What is longer than this no cleaning brings to a length that the schema takes. */
const LONGEST = 200_000;

/**
 * The bytes of a register file → its value, with every text in its one stored form.
 * Reads nothing else and never throws: all that is wrong comes back with the path in the file.
 * Whether the references hold together is asked afterwards, of `checkRegister`.
 */
export function readRegister(bytes: Uint8Array, limits: { maxBytes: number }): RegisterReading {
  if (bytes.length > limits.maxBytes) return refuse(tooLarge(bytes.length, limits.maxBytes));
  const decoded = decodeRegister(bytes);
  if (!decoded.ok) return refuse(decoded.problem);
  if (decoded.text.trim() === "") return refuse(problemAt("", "empty"));
  const parsed = parse(decoded.text);
  if (!parsed.ok) return refuse(parsed.problem);
  if (deeperThan(parsed.value, DEEPEST)) return refuse(problemAt("", "too_deep", { limit: DEEPEST }));
  const twice = duplicateKeys(decoded.text);
  if (twice.length > 0) return writtenTwice(twice);
  return readRegisterValue(parsed.value);
}

/** The same for a value that is JSON already, as the API receives it. */
export function readRegisterValue(value: unknown): RegisterReading {
  if (deeperThan(value, DEEPEST)) return refuse(problemAt("", "too_deep", { limit: DEEPEST }));
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return refuse(problemAt("", "not_an_object"));
  }
  const result = registerFile.safeParse(cleaned(value), { reportInput: true });
  return result.success
    ? { ok: true, file: result.data, legacy: legacyPaths(value) }
    : { ok: false, ...schemaFaults(result.error.issues) };
}

function refuse(problem: RegisterProblem): RegisterReading {
  return { ok: false, problems: [problem], total: 1 };
}

function writtenTwice(paths: readonly PropertyKey[][]): RegisterReading {
  const problems = paths.slice(0, PROBLEMS_TOLD).map((path) => problemAt(pathText(path), "duplicate_key"));
  return { ok: false, problems, total: paths.length };
}

function tooLarge(size: number, limit: number): RegisterProblem {
  const megabytes = (bytes: number) => Math.ceil((bytes / MEGABYTE) * 10) / 10;
  return problemAt("", "too_large", { size: megabytes(size), limit: megabytes(limit) });
}

type Parsed = { ok: true; value: unknown } | { ok: false; problem: RegisterProblem };

function parse(text: string): Parsed {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return { ok: false, problem: problemAt("", "json_syntax", locateJsonFault(text)) };
  }
}

function deeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => deeperThan(inner, levels - 1));
}

/** Looked for in what was written: cleaning takes letters of such a text away. */
function legacyPaths(value: unknown): string[] {
  const found: string[] = [];
  const look = (inner: unknown, path: readonly PropertyKey[]): void => {
    if (found.length >= PROBLEMS_TOLD) return;
    if (typeof inner === "string" && inner.length <= LONGEST && legacyEncoding(inner))
      found.push(pathText(path));
    if (typeof inner !== "object" || inner === null) return;
    const isList = Array.isArray(inner);
    for (const [key, each] of Object.entries(inner)) look(each, [...path, isList ? Number(key) : key]);
  };
  look(value, []);
  return found;
}

/** The same value with every text cleaned; keys stay as written, so that a disguised one is refused as unknown. */
function cleaned(value: unknown): unknown {
  if (typeof value === "string") return value.length > LONGEST ? value : cleanText(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cleaned(inner)]));
}
