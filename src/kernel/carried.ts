/** The field in which a form carries the rows of a sheet. */
export const CARRIED_ROWS = "rows";

/** One row of a sheet, as a form carries it: each cell a text or a number. */
type CarriedRow = Readonly<Record<string, string | number>>;

/**
 * What a hidden field carries as JSON, or null: for whoever sends a form writes in it what they like. Everything that a form
 * carries is read by this, and what comes of it is judged before it is used.
 */
export function carriedIn(text: unknown): unknown {
  if (typeof text !== "string") return null;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The rows of a sheet that a form carries; null for anything that is no list of rows, which the act then refuses. */
export function rowsCarriedIn(text: unknown): CarriedRow[] | null {
  const rows = carriedIn(text);
  return Array.isArray(rows) && rows.every(isRow) ? rows : null;
}

function isRow(row: unknown): row is CarriedRow {
  return (
    typeof row === "object" &&
    row !== null &&
    !Array.isArray(row) &&
    Object.values(row).every((cell) => typeof cell === "string" || typeof cell === "number")
  );
}
