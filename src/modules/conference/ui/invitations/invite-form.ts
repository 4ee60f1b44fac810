type Fields = Readonly<Record<string, unknown>>;

export const GUEST_ROWS = 3;

/** Posted `quota-CODE` and `guest-0-name`, `guest-0-quota` → the guests of an invitation; an empty number invites nobody. */
export function guestsIn(fields: Fields): Record<string, unknown>[] {
  const units = unitRows(fields).map((name) => ({ unit: name.slice("quota-".length), quota: fields[name] }));
  const others = guestRows(fields).map((row) => {
    const [name, quota] = [fields[`guest-${row}-name`], fields[`guest-${row}-quota`]];
    return { name, quota: filled(quota) ? quota : "1" };
  });
  return [...units, ...others];
}

const unitRows = (fields: Fields) =>
  Object.keys(fields).filter((name) => name.startsWith("quota-") && filled(fields[name]));
const guestRows = (fields: Fields) =>
  Array.from({ length: GUEST_ROWS }, (_, row) => row).filter(
    (row) => filled(fields[`guest-${row}-name`]) || filled(fields[`guest-${row}-quota`]),
  );

/** The field of the form that a fault of the act is about: `guests.2.quota` is of the third guest that was filled in. */
export function fieldOfGuest(fault: string, fields: Fields): string {
  const [, index, part] = /^guests\.(\d+)\.(\w+)$/.exec(fault) ?? [];
  const units = unitRows(fields);
  const at = Number(index);
  if (at < units.length) return units[at]!;
  const row = guestRows(fields)[at - units.length];
  return row === undefined ? fault : `guest-${row}-${part}`;
}

/** "Bà Nguyễn Thị Thử, Bí thư chi bộ" by line → name and title. */
export function delegatesIn(typed: unknown): { name: string; title?: string }[] {
  if (typeof typed !== "string") return [];
  return typed
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      const [name, ...title] = line.split(",");
      const rest = title.join(",").trim();
      return { name: name!.trim(), ...(rest && { title: rest }) };
    });
}

/** Name and title by line, as `delegatesIn` reads them. */
export function delegateLines(delegates: readonly { name: string; title: string | null }[]): string {
  return delegates.map(({ name, title }) => (title ? `${name}, ${title}` : name)).join("\n");
}

function filled(value: unknown): boolean {
  return typeof value === "string" && value.trim() !== "";
}
