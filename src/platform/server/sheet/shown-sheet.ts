/** A sheet of a workbook: its number, counted from 1, and the unpacked file that holds it. */
export type ShownSheet = { readonly number: number; readonly path: string };

const attribute = (tag: string, name: string) =>
  new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`).exec(tag)?.slice(1).find(Boolean);

/** The first sheet that whoever opens the workbook can see: not a hidden one, in which programs keep lists of their own. */
export function shownSheet(files: ReadonlyMap<string, Buffer>): ShownSheet {
  const workbook = files.get("xl/workbook.xml")?.toString("utf8") ?? "";
  const sheets = [...workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)].map(([tag], index) => ({
    number: index + 1,
    isHidden: /^(?:hidden|veryHidden)$/.test(attribute(tag, "state") ?? ""),
    path: pathOf(files, attribute(tag, "\\w+:id")),
  }));
  const cells = sheets.filter(({ path }) => !path.includes("chartsheets/"));
  return cells.find(({ isHidden }) => !isHidden) ?? cells[0] ?? { number: 1, path: pathOf(files, undefined) };
}

function pathOf(files: ReadonlyMap<string, Buffer>, id: string | undefined): string {
  const relations = files.get("xl/_rels/workbook.xml.rels")?.toString("utf8") ?? "";
  const relation = [...relations.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)].find(
    ([tag]) => attribute(tag, "Id") === id,
  );
  const target = (relation && attribute(relation[0], "Target")) ?? "worksheets/sheet1.xml";
  return target.startsWith("/") ? target.slice(1) : `xl/${target}`;
}
