import { m } from "#paraglide/messages.js";
import { formatNumber } from "#ui/date-text.ts";
import type { Against } from "../against.ts";
import type { AgainstAsked, Shown } from "./against-address.ts";
import { quarterText, stateText } from "./texts.ts";

/** What the list behind a figure holds: "Xã An, Quý II, Đã tổ chức (3)". */
export function listTitle(against: Against, { host, quarter, show }: AgainstAsked, count: number): string {
  const unit = against.units.find((line) => line.unit === host)?.name ?? host;
  const parts = [unit, quarter === null ? "" : quarterText(quarter), show === null ? "" : shownText(show)];
  const what = parts.filter((part) => part !== "").join(", ");
  return `${what} (${formatNumber(count)})`;
}

function shownText(show: Shown): string {
  if (show === "planned") return m.planning_foreseen();
  return show === "ad_hoc" ? m.planning_not_foreseen() : stateText(show);
}
