import { searchKey } from "#kernel/vietnamese-text.ts";
import { matterCode, uuidv7 } from "#kernel/identifier.ts";
import type pg from "pg";
import { copyInto } from "./copy-into.ts";
import { countedLives, type CountedLife } from "./lives.ts";
import { matterText } from "./words.ts";

export type Commune = { id: string; code: string; rootId: string; agencies: string[]; villages: string[] };

const AT_ONCE = 10_000;
const YEARS = 10;

/**
 * Writes `size` matters over ten years, with the events, periods and requester that the acts
 * write. By COPY, because two million matters through the acts would take a day.
 */
export async function fillMatters(
  client: pg.PoolClient,
  communes: readonly Commune[],
  fields: readonly string[],
  size: number,
  today: Temporal.PlainDate,
  tell: (done: number) => void,
): Promise<void> {
  const days = lastDays(today);
  const numbers = new Map<string, number>();
  const cities = communes.filter(({ code }) => code.endsWith("-C001"));
  for (let first = 0; first < size; first += AT_ONCE) {
    const lines: Lines = { recommendation: [], requester: [], recommendation_event: [], state_period: [] };
    for (let n = first; n < Math.min(first + AT_ONCE, size); n++) {
      const day = Math.floor((n / size) * (days.length - 1));
      addMatter(
        lines,
        n,
        communeOf(n, communes, cities),
        fields[(n * 7) % fields.length]!,
        days,
        day,
        numbers,
      );
    }
    for (const [table, rows] of Object.entries(lines))
      await copyInto(client, table, columns[table as Table], rows);
    tell(Math.min(first + AT_ONCE, size));
  }
  await copyInto(client, "recommendation_counter", ["unit_id", "year", "last"], counters(numbers));
}

/** Half of all is said in one city of each province, the rest in all communes alike: a register is mostly small or large. */
function communeOf(n: number, communes: readonly Commune[], cities: readonly Commune[]): Commune {
  const among = n % 2 === 0 ? cities : communes;
  return among[Math.floor(n / 2) % among.length]!;
}

type Table = "recommendation" | "requester" | "recommendation_event" | "state_period";
type Lines = Record<Table, string[]>;

const columns: Record<Table, readonly string[]> = {
  recommendation: [
    "id",
    "code",
    "unit_id",
    "root_unit_id",
    "channel",
    "kind",
    "field_code",
    "received_on",
    "text",
    "search",
    "naming",
    "village_id",
    "version",
    "recorded_at",
  ],
  requester: ["id", "recommendation_id", "position", "name", "village_id"],
  recommendation_event: [
    "id",
    "recommendation_id",
    "sequence",
    "act",
    "on_date",
    "ruling",
    "outcome",
    "lead_id",
    "due_on",
    "until_on",
    "confirmed_by",
    "satisfied",
    "reason",
    "text",
    "recorded_at",
  ],
  state_period: [
    "id",
    "recommendation_id",
    "ordinal",
    "status",
    "class",
    "is_open",
    "was_open",
    "lead_id",
    "due_on",
    "original_due_on",
    "answered_on",
    "entered_on",
    "left_on",
    "recorded_at",
  ],
};

function addMatter(
  lines: Lines,
  n: number,
  commune: Commune,
  field: string,
  days: readonly string[],
  day: number,
  numbers: Map<string, number>,
): void {
  const today = days.length - 1;
  const received = days[day]!;
  const at = Temporal.Instant.from(`${received}T02:00:00Z`);
  const id = uuidv7(at);
  const year = received.slice(0, 4);
  const counter = `${commune.id} ${year}`;
  const number = (numbers.get(counter) ?? 0) + 1;
  numbers.set(counter, number);
  const code = matterCode(commune.code, Number(year), number);
  const village = commune.villages[n % commune.villages.length]!;
  const lead = commune.agencies[n % commune.agencies.length]!;
  const text = matterText(n);
  const on = (after: number | null) => (after === null ? null : dayOf(days, day + after));

  lines.recommendation.push(
    row(
      id,
      code,
      commune.id,
      commune.rootId,
      "conference",
      "recommendation",
      field,
      received,
      text,
      searchKey(`${code} ${text}`),
      "named",
      village,
      2,
      `${received}T02:00:00Z`,
    ),
  );
  lines.requester.push(row(uuidv7(at), id, 1, `Người dân số ${n}`, village));
  const life = livedUntil(lifeOf(n), today - day);
  for (const [index, event] of life.events.entries()) {
    lines.recommendation_event.push(
      row(
        uuidv7(at),
        id,
        index + 1,
        event.act,
        on(event.after),
        event.ruling,
        event.outcome,
        event.leadId ? lead : null,
        on(event.due ?? null),
        event.untilOn,
        event.confirmedBy,
        event.satisfied,
        event.reason,
        event.text,
        `${on(event.after)}T03:00:00Z`,
      ),
    );
  }
  for (const [index, period] of life.periods.entries()) {
    const last = index === life.periods.length - 1;
    lines.state_period.push(
      row(
        uuidv7(at),
        id,
        period.ordinal,
        period.status,
        period.class,
        period.isOpen,
        period.wasOpen,
        period.leadId ? lead : null,
        on(period.due),
        on(period.originalDue),
        on(period.answered),
        on(period.enters),
        last ? "infinity" : on(period.leaves),
        `${on(period.enters)}T03:00:00Z`,
      ),
    );
  }
}

/** What of a life has happened by now. */
function livedUntil(life: CountedLife, age: number): Pick<CountedLife, "events" | "periods"> {
  return {
    events: life.events.filter(({ after }) => after <= age),
    periods: life.periods.filter(({ enters }) => enters <= age),
  };
}

function lifeOf(n: number): CountedLife {
  let place = (n * 37) % 100;
  return countedLives.find(({ share }) => (place -= share) < 0)!;
}

function row(...values: (string | number | boolean | null | undefined)[]): string {
  return values.map((value) => (value === null || value === undefined ? "\\N" : String(value))).join("\t");
}

function counters(numbers: ReadonlyMap<string, number>): string[] {
  return [...numbers].map(([key, last]) => row(...key.split(" "), last));
}

/** The days of ten years until today, and those to come that dates may need. */
function lastDays(today: Temporal.PlainDate): string[] {
  const first = today.subtract({ years: YEARS });
  const count = first.until(today, { largestUnit: "day" }).days + 1;
  return Array.from({ length: count }, (_, at) => first.add({ days: at }).toString());
}

const later = new Map<number, string>();

function dayOf(days: readonly string[], at: number): string {
  if (at < days.length) return days[at]!;
  const known =
    later.get(at) ??
    Temporal.PlainDate.from(days.at(-1)!)
      .add({ days: at - days.length + 1 })
      .toString();
  later.set(at, known);
  return known;
}
