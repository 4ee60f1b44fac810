type Names = Readonly<Record<string, string>>;

const called = ["ref", "code", "symbol", "name"] as const;
const LONGEST = 100;

/**
 * What a register file calls the records at some paths: "recommendations[0].events[2]" → "MC-2020-Q1-01". Whoever looks for them
 * in a list of a thousand knows them by that. Empty where the file cannot be read.
 */
export function recordsNamed(bytes: Uint8Array, paths: readonly string[]): Names {
  try {
    const file = JSON.parse(new TextDecoder().decode(bytes)) as unknown;
    return Object.fromEntries(
      paths.flatMap((path) => {
        const name = nameAt(file, path);
        return name === null ? [] : [[path, name] as const];
      }),
    );
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

function nameAt(file: unknown, path: string): string | null {
  const [, part, place] = /^(\w+)\[(\d+)\]/.exec(path) ?? [];
  if (part === undefined) return null;
  const records = (file as Record<string, unknown> | null)?.[part];
  const record = Array.isArray(records) ? (records[Number(place)] as Record<string, unknown> | null) : null;
  const name = called.map((key) => record?.[key]).find((value) => typeof value === "string" && value !== "");
  return typeof name === "string" ? name.slice(0, LONGEST) : null;
}
