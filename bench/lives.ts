import { statePeriods, FOREVER, type StatePeriod } from "#modules/recommendation/state-periods.ts";
import type { MatterEvent } from "#modules/recommendation/matter.ts";

/** A way that a matter can go: how many in a hundred go it, and its events by days after receipt. */
type Life = { readonly share: number; readonly events: readonly RelativeEvent[] };
type RelativeEvent = Omit<MatterEvent, "on" | "dueOn"> & { readonly after: number; readonly due?: number };

/** The same life counted out: each row with its day as a number of days after receipt. */
export type CountedLife = {
  readonly share: number;
  readonly events: readonly RelativeEvent[];
  readonly periods: readonly RelativePeriod[];
};
export type RelativePeriod = StatePeriod & {
  readonly enters: number;
  readonly leaves: number | null;
  readonly due: number | null;
  readonly originalDue: number | null;
  readonly answered: number | null;
};

const LEAD = "lead";
const base = Temporal.PlainDate.from("2020-01-01");
const ruled: RelativeEvent = { act: "rule", ruling: "written_answer", after: 0 };
const assigned = (after: number, due: number): RelativeEvent => ({
  act: "assign",
  leadId: LEAD,
  coordinators: [],
  after,
  due,
});

const lives: readonly Life[] = [
  {
    share: 60,
    events: [
      ruled,
      assigned(2, 17),
      { act: "draft_answer", text: "Dự thảo", after: 9 },
      { act: "approve_answer", after: 11 },
      { act: "answer", outcome: "done", text: "Đã làm", after: 12 },
      { act: "confirm", confirmedBy: "requester", satisfied: true, after: 20 },
      { act: "close", after: 25 },
    ],
  },
  {
    share: 10,
    events: [
      ruled,
      assigned(2, 17),
      { act: "ask_extension", reason: "Chờ vật tư", after: 14, due: 40 },
      { act: "extend", reason: "Chờ vật tư", after: 15, due: 40 },
      { act: "answer", outcome: "document_issued", text: "Đã ban hành", after: 35 },
      { act: "close", after: 50 },
    ],
  },
  {
    share: 9,
    events: [ruled, assigned(1, 16), { act: "answer", outcome: "explained", text: "Giải thích", after: 22 }],
  },
  { share: 10, events: [{ act: "rule", ruling: "answered_now", text: "Đã trả lời", after: 0 }] },
  { share: 2, events: [{ act: "rule", ruling: "noted", after: 0 }] },
  {
    share: 2,
    events: [ruled, assigned(2, 17), { act: "schedule", untilOn: "2099-12-31", text: "Lộ trình", after: 15 }],
  },
  { share: 4, events: [ruled, assigned(2, 17)] },
  { share: 3, events: [] },
];

/** Every life with its periods, reckoned by the product's own rule. */
export const countedLives: readonly CountedLife[] = lives.map(({ share, events }) => {
  const dated = events.map(({ after, due, ...event }) => ({
    ...event,
    on: dayAfter(after),
    dueOn: due === undefined ? null : dayAfter(due),
  }));
  return { share, events, periods: statePeriods(dayAfter(0), dated).map(relative) };
});

function dayAfter(days: number): string {
  return base.add({ days }).toString();
}

function relative(period: StatePeriod): RelativePeriod {
  return {
    ...period,
    enters: after(period.enteredOn)!,
    leaves: period.leftOn === FOREVER ? null : after(period.leftOn),
    due: after(period.dueOn),
    originalDue: after(period.originalDueOn),
    answered: after(period.answeredOn),
  };
}

function after(day: string | null): number | null {
  return day === null ? null : base.until(Temporal.PlainDate.from(day), { largestUnit: "day" }).days;
}
