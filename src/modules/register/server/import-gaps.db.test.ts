import { performOn } from "#acts/perform.ts";
import type { Problem } from "#kernel/problem.ts";
import { expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";
import type { RegisterFileInput } from "../register-file.ts";
import { exportRegister, importRegister, type ImportSummary } from "./index.ts";

// Acts and import judge the same facts by the same checks. What paper may lack is taken, and told with its line; what would make
// a figure wrong is refused.

const { db } = await testDatabase();
const perform = performOn(db);
const asked = {
  actor: { kind: "system", name: "test" } as const,
  now: Temporal.Instant.from("2026-03-02T05:00:00Z"),
};
const bring = (file: object) => perform(importRegister, { file }, asked) as Promise<ImportSummary>;

const units = [
  { code: "T", name: "Tỉnh T", kind: "province" },
  { code: "T-SO", name: "Sở T", kind: "agency", parent: "T" },
  { code: "K", name: "Tỉnh K", kind: "province" },
  { code: "K-SO", name: "Sở K", kind: "agency", parent: "K" },
  { code: "A", name: "Xã A", kind: "commune", parent: "T" },
  { code: "A-1", name: "Thôn A1", kind: "village", parent: "A" },
  { code: "A-P", name: "Phòng A", kind: "agency", parent: "A" },
  { code: "B", name: "Xã B", kind: "commune", parent: "T" },
  { code: "N", name: "Xã không rõ cấp trên", kind: "commune" },
  { code: "H", name: "Huyện H", kind: "district", parent: "T" },
  { code: "C", name: "Xã C", kind: "commune", parent: "H" },
];

let brought = 0;
const file = (events: object[], unit = "A", more: object = {}) => ({
  format: "doi-thoai/register@1",
  units,
  recommendations: [
    {
      ref: `m${(brought += 1)}`,
      unit,
      channel: "letter",
      received_on: "2020-01-10",
      text: "Đường hỏng",
      events,
    },
  ],
  ...more,
});
const day = (number: number) => `2020-02-${String(number).padStart(2, "0")}`;
const ruled = { on: day(1), act: "rule", ruling: "written_answer" };
const given = { on: day(2), act: "assign", lead: "A-P", due: day(20) };
const answered = { on: day(10), act: "answer", outcome: "done", text: "Đã sửa" };
const no = { on: day(11), act: "confirm", by: "requester", satisfied: false };

test.each<[string, object[], string[]]>([
  ["whole history", [ruled, given, answered], []],
  [
    "an answer in the room without words",
    [{ on: day(1), act: "rule", ruling: "answered_now" }],
    ["0.text lacks"],
  ],
  [
    "a day promised with another ruling",
    [{ ...ruled, ruling: "noted", due: day(9) }],
    ["0.due promise_without_answer"],
  ],
  ["a day promised before the ruling", [{ ...ruled, due: "2020-01-20" }], ["0.due promise_before_ruling"]],
  ["work given by no day", [ruled, { ...given, due: null }], ["1.due lacks"]],
  ["work given by a day before", [ruled, { ...given, due: day(1) }], ["1.due due_before_assignment"]],
  [
    "work given to villages",
    [ruled, { ...given, lead: "A-1", coordinators: ["A-P"] }, { ...given, coordinators: ["A-1"] }],
    ["1.lead lead_elsewhere", "2.coordinators[0] coordinator_elsewhere"],
  ],
  ["a return without its reason", [ruled, given, { on: day(3), act: "return" }], ["2.reason lacks"]],
  ["a rejection without its ground", [{ on: day(3), act: "reject" }], ["0.reason lacks"]],
  [
    "an answer that refuses without its law, and one that names it",
    [ruled, { ...answered, outcome: "refused", text: "Không giải quyết" }],
    ["1.text refused_without_basis"],
  ],
  [
    "a refusal with its law",
    [ruled, { ...answered, outcome: "refused", text: "Kết luận: Không\nCăn cứ: Điều 5 Luật Đất đai" }],
    [],
  ],
  ["an answer without words", [ruled, { ...answered, text: null }], ["1.text lacks"]],
  [
    "what is no number of a paper",
    [ruled, { ...answered, symbol: "có công văn" }],
    ["1.symbol paper_number"],
  ],
  [
    "a roadmap to a day before, without words",
    [ruled, given, { on: day(5), act: "schedule", until: day(4) }],
    ["2.text lacks", "2.until until_before_schedule"],
  ],
  [
    "a hindrance without reason that was looked at before",
    [ruled, given, { on: day(5), act: "block", review_on: day(4) }],
    ["2.reason lacks", "2.review_on review_before_block"],
  ],
  [
    "a closing over a no",
    [ruled, answered, no, { on: day(12), act: "close" }],
    ["3.reason closed_over_a_no"],
  ],
  ["a closing where nobody said no", [ruled, answered, { on: day(12), act: "close" }], []],
  [
    "a reopening by a day before, without reason",
    [ruled, answered, { on: day(12), act: "reopen", due: day(5) }],
    ["2.reason lacks", "2.due due_before_reopening"],
  ],
  [
    "a reopening without a date of what never had one, and of what had",
    [
      { on: day(1), act: "rule", ruling: "answered_now", text: "Đã sửa" },
      { on: day(2), act: "reopen", reason: "Chưa xong" },
      { ...given, on: day(3) },
      answered,
      { on: day(12), act: "reopen", reason: "Chưa xong" },
    ],
    ["1.due lacks"],
  ],
  [
    "more time asked for late",
    [ruled, given, { on: day(21), act: "ask_extension", due: "2020-03-20", reason: "Mưa" }],
    ["2] extension_asked_late"],
  ],
  ["where it was routed is not said", [{ on: day(3), act: "route_out" }], ["0.to lacks"]],
])("%s: taken, and told with its line", async (_, events, told) => {
  const one = file(events);
  const { warnings, counts } = await bring(one);
  const place = (path: string) => path.replace("recommendations[0].events[", "").replace("].", ".");
  expect(warnings.told.map(({ path, code }) => `${place(path)} ${code.split(".")[1]}`)).toEqual(told);
  expect(warnings.total).toBe(told.length);
  expect(counts.events).toMatchObject({ created: events.length });
  // A second time nothing is new, and nothing is told of what is there.
  expect((await bring(one)).warnings.total).toBe(0);
});

const up = (to: string) => [ruled, { on: day(3), act: "forward_up", to }];

test.each([
  ["its province", "A", "T"],
  ["a department of its province", "A", "T-SO"],
  ["the province over its district", "C", "T"],
])("passed upward to %s: taken", async (_, unit, to) => {
  expect((await bring(file(up(to), unit))).warnings.total).toBe(0);
});

test.each([
  ["another province", "A", "K"],
  ["a department of another province", "A", "K-SO"],
  ["a commune beside", "A", "B"],
  ["a village of its own", "A", "A-1"],
  ["its own village, where more lies between", "T", "A-1"],
  ["a commune below", "T", "A"],
])("passed upward to %s: refused at its line", async (_, unit, to) => {
  const refused = await bring(file(up(to), unit)).then(
    () => null,
    (error: unknown) => error as Problem,
  );
  expect(refused?.faults).toMatchObject([{ field: "recommendations[0].events[1].to" }]);
  expect(refused?.details.faults).toMatchObject([{ code: "register.forward_not_above" }]);
});

test.each([
  ["of which nobody knows what was above it", "N", "K"],
  ["whose district may have lain elsewhere", "C", "K"],
])("passed upward by one %s: taken, and told with its line", async (_, unit, to) => {
  const { warnings } = await bring(file(up(to), unit));
  expect(warnings.told).toMatchObject([
    { path: "recommendations[0].events[1].to", code: "register.forward_not_seen_above" },
  ]);
});

test("plans, conferences, turns and what was said there: taken, and told with their lines", async () => {
  const held = { ref: "hn", unit: "A", form: "periodic", held_on: "2020-01-05" };
  const chairs = [{ capacity: "deputy" }, { capacity: "party_secretary" }];
  const matter = { ref: "hn-1", unit: "A", received_on: "2020-01-10", conference: "hn" };
  const turn = { conference: "hn", naming: "named" };
  const all = {
    format: "doi-thoai/register@1",
    units,
    plans: [{ ref: "kh", unit: "A", year: 2020, symbol: "Kế hoạch năm" }],
    conferences: [{ ...held, chairs }],
    turns: [
      { ref: "l1", ...turn, speaker: "Bà Tư" },
      { ref: "l2", ...turn },
    ],
    recommendations: [
      { ...matter, channel: "collected_beforehand" },
      { ...matter, ref: "hn-2", unit: "B", channel: "conference" },
    ],
  };
  expect((await bring(all)).warnings.told.map(({ path, code }) => [path, code])).toEqual([
    ["plans[0].symbol", "register.paper_number"],
    ["conferences[0].chairs[0].substitution_reason", "conference.substitution_without_reason"],
    ["turns[1].speaker", "conference.speaker_needed"],
    ["recommendations[0].received_on", "recommendation.collected_too_late"],
    ["recommendations[1].conference", "recommendation.conference_elsewhere"],
  ]);
  expect((await bring(all)).warnings.total).toBe(0);
});

test("a unit that moved: who was above it then, and who is now", async () => {
  const moved = {
    units: [...units, { code: "M", name: "Xã M", kind: "commune", parent: "T" }],
    successions: [{ kind: "reparent", on: "2020-02-02", from: ["M"], to: ["K"] }],
  };
  for (const to of ["T", "K"]) expect((await bring(file(up(to), "M", moved))).warnings.total).toBe(0);
});

test("what was taken with a warning goes out, and in again elsewhere, the same", async () => {
  const out = (await exportRegister(db, "T", asked.actor, "2026-03-02")) as RegisterFileInput;
  const other = await testDatabase();
  const summary = (await performOn(other.db)(importRegister, { file: out }, asked)) as ImportSummary;
  expect(summary.counts.recommendations!.created).toBe(out.recommendations!.length);
  expect(summary.warnings.total).toBeGreaterThan(10);
});
