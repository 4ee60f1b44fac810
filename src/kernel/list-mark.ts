/** What Word and its like put before the items of a list, some in fonts of symbols; a sign before a figure is no mark. */
const bullet = "(?:[•◦▪■●○➢➤✓\\uf0a7\\uf0b7\\uf0d8]|[*+–—-](?!\\d))";
const startsWithBullet = new RegExp(`^${bullet}\\s*`, "u");
const startsWithNumber = /^(?:\d{1,2}|[a-zđ]|[IVX]{1,4})[.)]\s+/u;
const onlyMark = new RegExp(`^(?:${bullet}|(?:\\d{1,2}|[a-zđ]|[IVX]{1,4})[.)]?)$`, "u");

/** A text of several lines with one kind of mark, a dash; a mark before its only line says nothing. */
export function withPlainMarks(text: string): string {
  const lines = text.split(/\r\n?|\n/).map((line) => line.trimStart().replace(startsWithBullet, "- "));
  return lines.length === 1 ? lines[0]!.replace(/^- /, "") : lines.join("\n");
}

/** An item without the mark or the number of the list from which it was taken: it gets a number of its own. */
export function withoutListMark(item: string): string {
  return item.trim().replace(startsWithBullet, "").replace(startsWithNumber, "").trim();
}

/** Whether a cell holds nothing but the mark or the number of an item: a list of Word has a tab behind it. */
export function isListMark(cell: string): boolean {
  return onlyMark.test(cell.trim());
}
