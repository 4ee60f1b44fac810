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

test("planned conferences are followed all together, and not where one of them was touched here", () => {
  const stored = { ...base, "planned-0-topic": "Môi trường", "planned-1-topic": "Y tế" };
  expect(meanwhile(base, stored, base).values).toMatchObject(stored);
  const typed = { ...base, "planned-0-planned_on": "2026-06-01" };
  const kept = meanwhile(base, stored, typed);
  expect(kept.values).toEqual(typed);
  expect(kept.changes.map(({ field, typed }) => [field, typed])).toEqual([
    ["planned-0-topic", "Đất đai"],
    ["planned-1-topic", ""],
  ]);
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
