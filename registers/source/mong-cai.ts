import { readFileSync } from "node:fs";
import type { RegisterFileInput } from "#modules/register/register-file.ts";
import { inventedPeople } from "./invented-people.ts";
import { mongCaiUnits } from "./mong-cai-units.ts";
import { type Chance, seeded } from "./seeded.ts";

type Matter = NonNullable<RegisterFileInput["recommendations"]>[number];
type MatterEvent = NonNullable<Matter["events"]>[number];
type Conference = NonNullable<RegisterFileInput["conferences"]>[number];

/** What the published account covers; nothing in the register is dated later. */
const ACCOUNT_ENDS = "2020-10-31";

type Session = {
  key: string;
  heldOn: string;
  attendances: number;
  topic: string | null;
  /** The notice of conclusion, by which everything is assigned. */
  noticeOn: string;
  notice: string;
  /** Fifteen days after the conference, as the notice gives it. */
  due: string;
  /** The first and last day of the answers; the account does not tell more of them than that they were in time. */
  answered: (order: number) => [first: string, last: string];
};

const SESSIONS: Session[] = [
  {
    key: "Q1",
    heldOn: "2020-01-14",
    attendances: 290,
    topic: null,
    noticeOn: "2020-01-16",
    notice: "18/TB-UBND",
    due: "2020-01-29",
    answered: () => ["2020-01-20", "2020-01-22"],
  },
  {
    key: "Q2",
    heldOn: "2020-05-14",
    attendances: 288,
    topic: null,
    noticeOn: "2020-05-18",
    notice: "147/TB-UBND",
    due: "2020-05-29",
    answered: () => ["2020-05-20", "2020-05-29"],
  },
  {
    key: "X",
    heldOn: "2020-06-18",
    attendances: 285,
    topic: "Giải phóng mặt bằng, môi trường và phòng chống thiên tai trước mùa mưa bão",
    noticeOn: "2020-06-22",
    notice: "201/TB-UBND",
    due: "2020-07-03",
    answered: (order) => (order <= 7 ? ["2020-06-24", "2020-06-30"] : ["2020-07-01", "2020-07-03"]),
  },
  {
    key: "Q3",
    heldOn: "2020-08-20",
    attendances: 291,
    topic: null,
    noticeOn: "2020-08-24",
    notice: "276/TB-UBND",
    due: "2020-09-04",
    answered: () => ["2020-08-26", "2020-09-04"],
  },
  {
    key: "Q4",
    heldOn: "2020-10-20",
    attendances: 294,
    topic: null,
    noticeOn: "2020-10-22",
    notice: "352/TB-UBND",
    due: "2020-11-04",
    answered: () => ["2020-10-26", "2020-10-30"],
  },
];

/** What the third quarter's conference asked and the autumn had not settled: extended twice, before each date ran out. */
const EXTENSIONS: MatterEvent[] = [
  {
    on: "2020-09-03",
    act: "extend",
    due: "2020-10-05",
    reason: "Chờ kết quả khảo sát và dự toán của đơn vị tư vấn",
  },
  { on: "2020-10-02", act: "extend", due: "2020-11-16", reason: "Chờ thẩm định nguồn vốn năm 2021" },
];

type Row = {
  session: string;
  field: string;
  village: string;
  lead: string;
  coordinators: string[];
  outcome: string;
  text: string;
  answer: string;
};

/** Móng Cái city, 1 January to 31 October 2020: five briefing conferences with 101 villages and quarters. */
export function mongCai(): RegisterFileInput {
  const chance = seeded(2020);
  const invent = inventedPeople(chance);
  const rows = readRows();
  return {
    format: "doi-thoai/register@1",
    units: mongCaiUnits(),
    plans: [
      {
        ref: "MC-KH-2020",
        unit: "MC",
        year: 2020,
        symbol: "05-KH/TU",
        issued_on: "2020-01-06",
        requirements: [{ unit: "MC", required: 4 }],
      },
    ],
    conferences: conferences([invent(), invent(), invent(), invent(), invent()]),
    recommendations: SESSIONS.flatMap((session) =>
      rows
        .filter((row) => row.session === session.key)
        .map((row, at) => matterOf(row, at + 1, session, chance, invent)),
    ),
  };
}

function readRows(): Row[] {
  const table = readFileSync(new URL("./mong-cai-2020.psv", import.meta.url), "utf8");
  const lines = table.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return lines.map((line) => {
    const [session, field, village, lead, coordinators, outcome, text, answer] = line.split("|") as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    const helping = coordinators === "" ? [] : coordinators.split(",");
    return {
      session,
      field,
      village,
      lead,
      coordinators: helping.map((code) => `MC-${code}`),
      outcome,
      text,
      answer,
    };
  });
}

function conferences([secretary, council, chairperson, front, deputy]: string[]): Conference[] {
  return SESSIONS.map(({ key, heldOn, attendances, topic }) => ({
    ref: `MC-2020-${key}`,
    unit: "MC",
    form: "briefing",
    held_on: heldOn,
    plan: key === "X" ? null : "MC-KH-2020",
    chairs: [
      { name: secretary, capacity: "party_secretary", is_head: true },
      { name: council, capacity: "council", is_head: true },
      key === "X"
        ? {
            name: deputy,
            capacity: "deputy",
            is_head: false,
            substitution_reason: "Chủ tịch dự họp tại tỉnh",
          }
        : { name: chairperson, capacity: "chairperson", is_head: true },
      { name: front, capacity: "front", is_head: true },
    ],
    attendances,
    villages_represented: 101,
    topic,
  }));
}

function matterOf(row: Row, order: number, session: Session, chance: Chance, invent: () => string): Matter {
  const others = order === 7 ? { requesters: [{ name: invent(), village: neighbour(row.village) }] } : {};
  return {
    ref: `MC-2020-${session.key}-${String(order).padStart(2, "0")}`,
    unit: "MC",
    conference: `MC-2020-${session.key}`,
    channel: "conference",
    received_on: session.heldOn,
    kind: row.text.includes("đề nghị") ? "recommendation" : "report",
    field: row.field as Matter["field"],
    text: row.text,
    raised_by: invent(),
    village: `MC-${row.village}`,
    ...others,
    events: [
      { on: session.heldOn, act: "rule", ruling: "written_answer" },
      {
        on: session.noticeOn,
        act: "assign",
        lead: `MC-${row.lead}`,
        coordinators: row.coordinators,
        due: session.due,
        symbol: session.notice,
      },
      ...(row.outcome === "-" ? stillInHand(session) : settled(row, order, session, chance)),
    ],
  };
}

/** The village numbered one lower in the same commune, or the next one. */
function neighbour(village: string): string {
  const [commune, number] = village.split("-") as [string, string];
  return `MC-${commune}-${number === "1" ? 2 : Number(number) - 1}`;
}

function stillInHand({ due }: Session): MatterEvent[] {
  return due > ACCOUNT_ENDS ? [] : EXTENSIONS;
}

function settled(row: Row, order: number, session: Session, chance: Chance): MatterEvent[] {
  const [first, last] = session.answered(order);
  const answeredOn = workingDay(first, last, chance);
  const outcome = row.outcome as "done" | "document_issued" | "inspected";
  const symbol = `${letterNumber(session, order, chance)}/CV-${row.lead}`;
  return [
    { on: answeredOn, act: "answer", outcome, text: row.answer, symbol },
    ...confirmed(answeredOn, chance),
  ];
}

/** Rising through the year, and no number of an agency twice. */
function letterNumber(session: Session, order: number, chance: Chance): number {
  return (SESSIONS.indexOf(session) + 1) * 100 + order * 3 + chance.between(0, 2);
}

/** Some confirm within days, some never say a word and the file is closed without them; some are still asked. */
function confirmed(answeredOn: string, chance: Chance): MatterEvent[] {
  const confirmedOn = notInTet(later(answeredOn, chance.between(1, 12)));
  const by = chance.oneOf(["requester", "requester", "village_head", "village_head", "front"] as const);
  const speaks = chance.next() < 0.75;
  const closedOn = speaks ? confirmedOn : later(answeredOn, 30);
  if (closedOn > ACCOUNT_ENDS) return [];
  return [
    ...(speaks ? [{ on: confirmedOn, act: "confirm", by, satisfied: true } as const] : []),
    { on: closedOn, act: "close" },
  ];
}

function later(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** From 23 to 29 January 2020 nobody came to an office. */
function notInTet(day: string): string {
  return day >= "2020-01-23" && day <= "2020-01-29" ? "2020-01-31" : day;
}

function workingDay(first: string, last: string, chance: Chance): string {
  const start = Temporal.PlainDate.from(first);
  const days = start.until(last, { largestUnit: "day" }).days;
  const all = Array.from({ length: days + 1 }, (_, at) => start.add({ days: at }));
  return chance.oneOf(all.filter(({ dayOfWeek }) => dayOfWeek <= 5)).toString();
}
