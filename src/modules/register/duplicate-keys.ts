/** An object or a list that is being read: its keys so far (none for a list) and where in it we are. */
type Level = { readonly keys: Set<string> | null; step: string | number; awaitsKey: boolean };

/**
 * Where a key stands a second time in one object: `JSON.parse` keeps the last silently and drops the others.
 * One pass over a text that is JSON for certain, without building its value.
 */
export function duplicateKeys(text: string): PropertyKey[][] {
  const found: PropertyKey[][] = [];
  const open: Level[] = [];
  for (let at = 0; at < text.length; at++) {
    const level = open.at(-1);
    switch (text[at]) {
      case '"': {
        const end = endOfString(text, at);
        if (level?.awaitsKey && repeats(level, keyAt(text, at, end)))
          found.push(open.map(({ step }) => step));
        at = end;
        break;
      }
      case "{":
        open.push({ keys: new Set(), step: "", awaitsKey: true });
        break;
      case "[":
        open.push({ keys: null, step: 0, awaitsKey: false });
        break;
      case ",":
        if (level) goOn(level);
        break;
      case "}":
      case "]":
        open.pop();
    }
  }
  return found;
}

function goOn(level: Level): void {
  if (level.keys) level.awaitsKey = true;
  else level.step = Number(level.step) + 1;
}

function repeats(level: Level, key: string): boolean {
  level.step = key;
  level.awaitsKey = false;
  if (level.keys!.has(key)) return true;
  level.keys!.add(key);
  return false;
}

/** The same key may be written with and without escapes. */
function keyAt(text: string, start: number, end: number): string {
  const written = text.slice(start, end + 1);
  return written.includes("\\") ? (JSON.parse(written) as string) : written.slice(1, -1);
}

/** The offset of the quotation mark that ends the string: the first with an even number of backslashes before it. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (escaped(text, end)) end = text.indexOf('"', end + 1);
  return end;
}

function escaped(text: string, at: number): boolean {
  let before = at;
  while (text[before - 1] === "\\") before--;
  return (at - before) % 2 === 1;
}
