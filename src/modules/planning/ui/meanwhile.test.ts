import { expect, test } from "vitest";
import { baseIn, meanwhile } from "./meanwhile.ts";

const base = {
  note: "",
  "asked-0-unit": "A",
  "asked-0-required": "2",
  "asked-1-required": "",
  "planned-0-unit": "A",
  "planned-0-planned_on": "2026-05-20",
  "planned-0-topic": "Đất đai",
};

test("what was left alone follows the others, what was typed stays; both are told", () => {
  const stored = { ...base, note: "Căn cứ mới", "asked-0-required": "4", "asked-1-required": "3" };
  const typed = { ...base, "asked-0-required": "5", "planned-0-planned_on": "20/05/2026" };
  const { changes, values } = meanwhile(base, stored, typed);
  expect(changes).toEqual([
    { field: "note", was: "", now: "Căn cứ mới", typed: null },
    { field: "asked-0-required", was: "2", now: "4", typed: "5" },
    { field: "asked-1-required", was: "", now: "3", typed: null },
  ]);
  expect(values).toMatchObject({
    note: "Căn cứ mới",
    "asked-0-required": "5",
    "asked-1-required": "3",
  });
});

const planned = (row: number, topic: string, more = {}) => ({
  [`planned-${row}-unit`]: "A",
  [`planned-${row}-quarter`]: "2",
  [`planned-${row}-topic`]: topic,
  ...more,
});
const three = { ...planned(0, "Đất đai"), ...planned(1, "Môi trường"), ...planned(2, "Y tế") };
const topicsOf = (values: Readonly<Record<string, string>>) =>
  [0, 1, 2, 3, 4].flatMap((row) => values[`planned-${row}-topic`] || []);

test.each<[string, object, object, string[]]>([
  [
    "each changed another: both stand",
    { ...three, ...planned(0, "Đất ở") },
    { ...three, ...planned(2, "Trạm y tế") },
    ["Đất ở", "Môi trường", "Trạm y tế"],
  ],
  [
    "both changed one: what was typed stays",
    { ...three, ...planned(0, "Đất ở"), ...planned(1, "Rác thải") },
    { ...three, ...planned(0, "Đất rừng") },
    ["Đất rừng", "Rác thải", "Y tế"],
  ],
  [
    "both added one: theirs stands behind",
    { ...three, ...planned(3, "Giáo dục") },
    { ...three, ...planned(3, "Giao thông") },
    ["Đất đai", "Môi trường", "Y tế", "Giao thông", "Giáo dục"],
  ],
  [
    "they added one, here one was changed",
    { ...three, ...planned(3, "Giáo dục") },
    { ...three, ...planned(0, "Đất rừng") },
    ["Đất rừng", "Môi trường", "Y tế", "Giáo dục"],
  ],
  [
    "they took one out and here one was changed: what stands here stays",
    { ...planned(0, "Đất đai"), ...planned(1, "Y tế") },
    { ...three, ...planned(0, "Đất rừng") },
    ["Đất rừng", "Môi trường", "Y tế"],
  ],
  [
    "here one was taken out and they changed one: what stands here stays",
    { ...three, ...planned(2, "Trạm y tế") },
    { ...planned(0, "Đất đai"), ...planned(1, "Y tế") },
    ["Đất đai", "Y tế"],
  ],
])("planned conferences are followed row by row; %s", (_, stored, typed, topics) => {
  const { changes, values } = meanwhile(three, stored as never, typed as never);
  expect(topicsOf(values)).toEqual(topics);
  expect(changes.length).toBeGreaterThan(0);
});

test("where nothing was touched here all of theirs is taken, also what they took out", () => {
  const stored = { ...planned(0, "Đất đai"), ...planned(1, "Y tế") };
  expect(topicsOf(meanwhile(three, stored, three).values)).toEqual(["Đất đai", "Y tế"]);
});

test("an empty row whose unit and form stand there from the beginning was not touched", () => {
  const stored = { ...base, "planned-1-unit": "B", "planned-1-topic": "Y tế" };
  const posted = { ...base, "planned-1-unit": "A", "planned-1-form": "periodic", "planned-1-topic": "" };
  expect(meanwhile(base, stored, posted).values).toMatchObject(stored);
});

test("who typed the same as the others is told nothing", () => {
  const stored = { ...base, "asked-0-required": "4" };
  expect(meanwhile(base, stored, { ...base, "asked-0-required": "4" }).changes).toEqual([]);
});

test.each([[undefined], [""], ["{"], ["[1]"], ["null"], ['{"a":1}']])("a base of %j is none", (recorded) => {
  expect(baseIn(recorded === undefined ? {} : { recorded })).toEqual({});
});
