import { m } from "#paraglide/messages.js";
import type { SheetCell } from "#kernel/sheet-cell.ts";
import type { MatterLine } from "../../server/index.ts";
import { classWords, statusWords } from "../../words.ts";

/** How wide each column is in a spreadsheet, in characters. */
const widths = [16, 12, 28, 28, 70, 20, 20, 28, 12, 10];

/** The list as a sheet in one language: its heads, and the cells of a line. */
export function matterSheet(locale: "vi" | "en") {
  const say = (text: (inputs: object, options: { locale: "vi" | "en" }) => string) => text({}, { locale });
  const hidden = {
    held: say(m.recommendation_hidden_held),
    routed_out: say(m.recommendation_hidden_routed_out),
  };
  const heads = [
    m.recommendation_code,
    m.recommendation_received,
    m.recommendation_unit,
    m.recommendation_village,
    m.recommendation_text,
    m.recommendation_status,
    m.recommendation_class,
    m.recommendation_lead,
    m.recommendation_due,
    m.recommendation_days_left,
  ].map(say);
  const cells = (matter: MatterLine): SheetCell[] => [
    matter.code,
    { day: matter.receivedOn },
    matter.unitName,
    matter.villageName,
    matter.hidden ? hidden[matter.hidden] : matter.excerpt,
    matter.status && statusWords[matter.status][locale],
    matter.class && classWords[matter.class][locale],
    matter.leadName,
    matter.dueOn === null ? null : { day: matter.dueOn },
    matter.daysLeft,
  ];
  return { name: say(m.recommendation_list_sheet), heads, widths, cells };
}
