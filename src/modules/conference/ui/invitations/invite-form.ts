import { isPersonsName } from "#kernel/masking/persons-name.ts";
import { withoutListMark } from "#kernel/list-mark.ts";

type Fields = Readonly<Record<string, unknown>>;

export const GUEST_ROWS = 3;

/** The field with one number for all villages that have none of their own. */
export const EACH_VILLAGE = "each_village";

/**
 * Posted `quota-CODE`, `guest-0-name`, `guest-0-quota` → the guests of an invitation. An empty number invites nobody, but for
 * the villages (`villages[]`) where one number was written for all of them; a nought invites nobody there either. Of a guest it
 * is for as many as are named.
 */
export function guestsIn(fields: Fields): Record<string, unknown>[] {
  const units = unitRows(fields).map(({ unit, quota }) => ({ unit, quota }));
  const others = guestRows(fields).map((row) => {
    const [name, quota] = [fields[`guest-${row}-name`], fields[`guest-${row}-quota`]];
    return { name, quota: filled(quota) ? quota : String(Math.max(1, delegatesIn(name).length)) };
  });
  return [...units, ...others];
}

type UnitRow = { readonly unit: string; readonly quota: unknown; readonly field: string };

function unitRows(fields: Fields): UnitRow[] {
  const each = fields[EACH_VILLAGE];
  const villages = new Set([fields.villages ?? fields["villages[]"] ?? []].flat());
  return Object.keys(fields).flatMap((field) => {
    if (!field.startsWith("quota-")) return [];
    const [unit, own] = [field.slice("quota-".length), fields[field]];
    if (filled(own)) return isNought(own) ? [] : [{ unit, quota: own, field }];
    return filled(each) && !isNought(each) && villages.has(unit)
      ? [{ unit, quota: each, field: EACH_VILLAGE }]
      : [];
  });
}

const isNought = (quota: unknown) => typeof quota === "string" && /^\s*0+\s*$/.test(quota);
const guestRows = (fields: Fields) =>
  Array.from({ length: GUEST_ROWS }, (_, row) => row).filter(
    (row) => filled(fields[`guest-${row}-name`]) || filled(fields[`guest-${row}-quota`]),
  );

/** The field of the form that a fault of the act is about: `guests.2.quota` is of the third guest that was filled in. */
export function fieldOfGuest(fault: string, fields: Fields): string {
  const [, index, part] = /^guests\.(\d+)\.(\w+)$/.exec(fault) ?? [];
  const units = unitRows(fields);
  const at = Number(index);
  if (at < units.length) return units[at]!.field;
  const row = guestRows(fields)[at - units.length];
  return row === undefined ? fault : `guest-${row}-${part}`;
}

type Delegate = { name: string; title?: string };

/**
 * "Bà Nguyễn Thị Thử, Bí thư chi bộ" → name and title. One stands on a line of their own or after a semicolon, as people
 * write lists; what is pasted from a table has a tab before the title, from a list a number before the name. Behind a name and
 * a comma, or "và", another name begins another one: what a person is, is not called as people are.
 */
export function delegatesIn(typed: unknown): Delegate[] {
  if (typeof typed !== "string") return [];
  return typed
    .split(/[\n;]/)
    .map(withoutListMark)
    .filter((one) => one !== "")
    .flatMap(delegatesOfLine);
}

function delegatesOfLine(line: string): Delegate[] {
  const [first, ...more] = line.split(/[,\t]/).map((part) => part.trim());
  const [named, ...beside] = namesApart(first!);
  const people: { name: string; title: string[] }[] = [named!, ...beside].map((name) => ({
    name,
    title: [],
  }));
  const areNamed = isPersonsName(named!);
  for (const part of more) {
    const names = areNamed ? namesApart(part) : [part];
    if (areNamed && isPersonsName(names[0]!)) people.push(...names.map((name) => ({ name, title: [] })));
    else people.at(-1)!.title.push(part);
  }
  return people.map(({ name, title }) => {
    const rest = title.join(", ").trim();
    return { name, ...(rest && { title: rest }) };
  });
}

/** "ông Hai và bà Ba": two, where both are called as people are. */
function namesApart(part: string): string[] {
  const names = part.split(/\svà\s/).map((name) => name.trim());
  return names.every(isPersonsName) ? names : [part];
}

/** Name and title by line, as `delegatesIn` reads them. */
export function delegateLines(delegates: readonly { name: string; title: string | null }[]): string {
  return delegates.map(({ name, title }) => (title ? `${name}, ${title}` : name)).join("\n");
}

function filled(value: unknown): boolean {
  return typeof value === "string" && value.trim() !== "";
}
