import { dayBefore } from "#modules/organization/unit.ts";
import type { RegisterFile, RegisterSuccession } from "./register-file.ts";

/** What the units and successions of a file say together of the days of its units. */
export type UnitsInTime = {
  /** The succession by which a unit ends, the first of the file; -1 where it ends by none. */
  endedBy(code: string): number;
  /** The last day of a unit; undefined where it goes on. */
  lastDay(code: string): string | undefined;
  /** The unit above on a day; undefined at the top. */
  above(code: string, day: string): string | undefined;
};

const ENDING: ReadonlySet<RegisterSuccession["kind"]> = new Set(["merge", "split", "rename", "abolish"]);
const TAKES_CHILDREN: ReadonlySet<RegisterSuccession["kind"]> = new Set(["merge", "rename"]);

/** Whether a succession ends a unit: it goes over into others and is not among them. */
export function endsUnit({ kind, from, to }: RegisterSuccession, code: string): boolean {
  return ENDING.has(kind) && from.includes(code) && !to.includes(code);
}

/** Successions take effect in the order of the file, as an import carries them out. */
export function unitsInTime(file: RegisterFile): UnitsInTime {
  const written = new Map(file.units.map(({ code, until }) => [code, until]));
  const ended = endings(file);
  const lines = linesOfParents(file);
  return {
    endedBy: (code) => ended.get(code) ?? -1,
    lastDay(code) {
      const by = ended.get(code);
      return by === undefined ? (written.get(code) ?? undefined) : dayBefore(file.successions[by]!.on);
    },
    above: (code, day) => parentOn(lines.get(code) ?? [], day),
  };
}

function endings({ successions }: RegisterFile): Map<string, number> {
  const ended = new Map<string, number>();
  for (const [at, succession] of successions.entries()) {
    for (const code of succession.from)
      if (endsUnit(succession, code) && !ended.has(code)) ended.set(code, at);
  }
  return ended;
}

/** The units above one, each with the day from which on. */
type Line = { readonly from: string; readonly parent: string }[];
const BEGINNING = "";

function linesOfParents({ units, successions }: RegisterFile): Map<string, Line> {
  const lines = new Map<string, Line>();
  const everBelow = new Map<string, Set<string>>();
  const put = (code: string, parent: string, from: string) => {
    const line = lines.get(code) ?? [];
    // What was written of the same day and of later ones counts no more; a line is in the order of its days.
    while (line.length > 0 && line.at(-1)!.from >= from) line.pop();
    line.push({ from, parent });
    lines.set(code, line);
    everBelow.set(parent, (everBelow.get(parent) ?? new Set()).add(code));
  };
  for (const { code, parent } of units) if (parent) put(code, parent, BEGINNING);
  for (const { kind, on, from, to } of successions) {
    const [next] = to;
    if (next === undefined) continue;
    if (kind === "reparent") for (const code of from) put(code, next, on);
    if (!TAKES_CHILDREN.has(kind)) continue;
    const gone = new Set(from.filter((code) => !to.includes(code)));
    const below = [...gone].flatMap((code) => [...(everBelow.get(code) ?? [])]);
    for (const code of below) {
      const stays = code === next || gone.has(code);
      if (!stays && gone.has(parentOn(lines.get(code)!, on) ?? "")) put(code, next, on);
    }
  }
  return lines;
}

function parentOn(line: Line, day: string): string | undefined {
  return line.findLast(({ from }) => from <= day)?.parent;
}
