/** Deeper than any input of ours; what hashes, checks and stores it goes down one level a call. */
const DEEPEST = 50;

/** Whether an input has more levels than anything of ours needs; looked at level by level, so that no depth is too deep. */
export function isTooDeep(input: unknown): boolean {
  let level = [input].filter(hasParts);
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    if (level.length === 0) return false;
    level = level.flatMap((one) => Object.values(one).filter(hasParts));
  }
  return level.length > 0;
}

/** Lists and objects that came out of JSON or a form; a file is one value. */
function hasParts(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}
