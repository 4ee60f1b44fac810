import type { MatterEvent } from "#modules/recommendation/matter.ts";
import type { Entered, History, HistoryMatter } from "./history.ts";

export const nothing: History = {
  units: [],
  successions: [],
  plans: [],
  conferences: [],
  turns: [],
  ballots: [],
  returns: [],
  matters: [],
};
export const at = (day: string): Entered => ({ day, late: false });

export function matter(
  ref: string,
  unit: string,
  on: string,
  events: [MatterEvent, day?: string][] = [],
): HistoryMatter {
  return {
    ref,
    unit,
    received: on,
    channel: "conference",
    field: "y_te",
    forwardedFrom: null,
    entered: at(on),
    events: events.map(([it, day]) => ({ it, entered: at(day ?? it.on) })),
  };
}

type Kind = "centre" | "province" | "district" | "commune" | "village";
export const unit = (code: string, kind: Kind, parent: string | null, days = {}) => ({
  code,
  name: `Đơn vị ${code}`,
  kind,
  parent,
  ...days,
});
