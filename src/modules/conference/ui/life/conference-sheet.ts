import type { SheetCell } from "#kernel/sheet-cell.ts";
import { m } from "#paraglide/messages.js";
import type { ConferenceLine } from "../../server/index.ts";
import { formText, lifeText } from "../texts.ts";

/** How wide each column is, in characters. */
const widths = [12, 10, 34, 26, 18, 60, 12, 12, 12, 12, 16];

/** The list of conferences as a sheet: its heads, and the cells of a line, in the language of the page. */
export function conferenceSheet() {
  const heads = [
    m.conference_date(),
    m.conference_starts_at(),
    m.conference_unit(),
    m.conference_form(),
    m.conference_life(),
    m.conference_topic(),
    m.conference_attendances(),
    m.conference_count_turns(),
    m.conference_count_recommendations(),
    m.conference_open_matters(),
    m.conference_others_head(),
  ];
  const cells = (line: ConferenceLine): SheetCell[] => [
    { day: line.heldOn },
    line.startsAt,
    line.unitName,
    formText(line.form),
    lifeText(line.life),
    line.topic,
    line.attendances,
    line.turns,
    line.recommendations,
    line.open,
    line.others,
  ];
  return { name: m.conference_list_title(), heads, widths, cells };
}
