import { dayAsRead } from "#kernel/day-as-read.ts";
import type { SheetCell } from "#kernel/sheet-cell.ts";
import { statusText } from "#modules/recommendation/ui/index.ts";
import { m } from "#paraglide/messages.js";
import type { CollectedField } from "../../server/index.ts";

type Line = { readonly field: string; readonly matter: CollectedField["matters"][number] };

/** How wide each column is, in characters. */
const widths = [18, 34, 70, 28, 12, 12, 24, 34];

/** What was collected, one matter a line, in the order of the page. */
export function collectedLines(fields: readonly CollectedField[]): Line[] {
  return fields.flatMap(({ name, matters }) => matters.map((matter) => ({ field: name, matter })));
}

/** What was collected as a sheet: its heads, and the cells of a line, in the language of the page. */
export function collectedList() {
  const late = m.collected_late();
  const heads = [
    m.recommendation_code(),
    m.recommendation_field(),
    m.recommendation_text(),
    m.recommendation_village(),
    m.collected_on(),
    late,
    m.recommendation_status(),
    m.collected_earlier(),
  ];
  const cells = ({ field, matter }: Line): SheetCell[] => [
    matter.code,
    field,
    matter.text,
    matter.villageName,
    { day: matter.receivedOn },
    matter.late ? late : null,
    statusText(matter.status),
    matter.earlier.map(({ code, receivedOn }) => `${code} (${dayAsRead(receivedOn)})`).join("\n"),
  ];
  return { name: m.conference_collected(), heads, widths, cells };
}
