import type { RegisterFile } from "#modules/register/register-file.ts";

/** Whether a unit stood under `root` (or was it) on a day: the first parent of each, moved by the reparentings so far. */
export function inSubtree(file: RegisterFile, root: string, code: string, day: string): boolean {
  const seen = new Set<string>();
  let at: string | undefined = code;
  while (at !== undefined && !seen.has(at)) {
    if (at === root) return true;
    seen.add(at);
    at = parentOn(file, at, day);
  }
  return false;
}

function parentOn(file: RegisterFile, code: string, day: string): string | undefined {
  const moves = file.successions.filter(
    ({ kind, on, from }) => kind === "reparent" && on <= day && from.includes(code),
  );
  const last = moves.sort((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on))).at(-1);
  return last?.to[0] ?? file.units.find((unit) => unit.code === code)?.parent ?? undefined;
}
