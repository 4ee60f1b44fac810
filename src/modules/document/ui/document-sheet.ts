import type { SheetCell } from "#kernel/sheet-cell.ts";
import { m } from "#paraglide/messages.js";
import { getLocale } from "#paraglide/runtime.js";
import { paperKindWord } from "../paper-kinds.ts";
import type { DocumentLine } from "../server/index.ts";
import { sideWords } from "../words.ts";

/** How wide each column is in a spreadsheet, in characters. */
const widths = [20, 12, 28, 60, 24, 28];

/** The register of documents as a sheet: its heads, and the cells of a line, in the language of the page. */
export function documentSheet() {
  const locale = getLocale();
  const heads = [
    m.document_symbol(),
    m.document_issued_on(),
    m.document_kind(),
    m.document_abstract(),
    m.document_side(),
    m.document_unit(),
  ];
  const cells = (line: DocumentLine): SheetCell[] => [
    line.symbol,
    { day: line.issuedOn },
    paperKindWord(line.kind, locale),
    line.abstract,
    sideWords[line.side][locale],
    line.unitName,
  ];
  return { name: m.document_list_title(), heads, widths, cells };
}
