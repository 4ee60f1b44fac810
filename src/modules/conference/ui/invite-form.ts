type Fields = Readonly<Record<string, unknown>>;

export const GUEST_ROWS = 3;

/** Posted `quota-CODE` and `guest-0-name`, `guest-0-quota` → the guests of an invitation; an empty number invites nobody. */
export function guestsIn(fields: Fields): Record<string, unknown>[] {
  const units = Object.entries(fields).flatMap(([name, quota]) =>
    name.startsWith("quota-") && filled(quota) ? [{ unit: name.slice("quota-".length), quota }] : [],
  );
  const others = Array.from({ length: GUEST_ROWS }, (_, row) => row).flatMap((row) => {
    const [name, quota] = [fields[`guest-${row}-name`], fields[`guest-${row}-quota`]];
    return filled(name) || filled(quota) ? [{ name, quota: filled(quota) ? quota : "1" }] : [];
  });
  return [...units, ...others];
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
