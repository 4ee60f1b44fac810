type Fields = Readonly<Record<string, unknown>>;

/** No text that anybody types, and no day. */
const MARK = "\u0001 here \u0001";

/**
 * The posted field that fills a place of an act's input, such as "due:A-VH" for `coordinators.0.due`: the one whose change
 * changes that place. Forms say by their input alone which is which, so nothing has to be kept beside it. Null where no
 * field fills the place as it was typed.
 */
export function postedField(
  path: string,
  fields: Fields,
  toInput: (fields: Record<string, unknown>) => unknown,
): string | null {
  const typed = valueAt(toInput({ ...fields }), path);
  if (typeof typed !== "string") return null;
  const same = Object.keys(fields).filter((name) => fields[name] === typed);
  return same.find((name) => valueAt(toInput({ ...fields, [name]: MARK }), path) === MARK) ?? null;
}

function valueAt(input: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (value, part) => (typeof value === "object" && value !== null ? (value as Fields)[part] : undefined),
      input,
    );
}
