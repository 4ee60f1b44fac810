import type { SheetCell } from "#kernel/sheet-cell.ts";
import { m } from "#paraglide/messages.js";
import type { DraftRequestLine } from "../../server/index.ts";

/** How wide each column is, in characters. */
const widths = [18, 12, 70, 34, 12, 70];

/** Drafts asked for as a sheet: its heads, and the cells of a line, in the language of the page. */
export function draftsSheet() {
  const heads = [
    m.recommendation_code(),
    m.conference_date(),
    m.recommendation_text(),
    m.draft_agency(),
    m.draft_due(),
    m.draft_answers(),
  ];
  const cells = ({ code, conferenceOn, text, agencyName, dueOn, draft }: DraftRequestLine): SheetCell[] => [
    code,
    { day: conferenceOn },
    text,
    agencyName,
    { day: dueOn },
    draft,
  ];
  return { name: m.draft_answers(), heads, widths, cells };
}
