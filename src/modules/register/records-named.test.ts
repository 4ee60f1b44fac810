import { expect, test } from "vitest";
import { recordsNamed } from "./records-named.ts";

const bytesOf = (file: unknown) => new TextEncoder().encode(JSON.stringify(file));

test("a record is called what its file calls it", () => {
  const file = {
    units: [{ code: "A", name: "Xã An" }],
    recommendations: [{ ref: "A-1", events: [{}] }, { text: "không có mã" }, null],
  };
  const paths = [
    "recommendations[0]",
    "recommendations[0].events[0].on",
    "units[0].name",
    "recommendations[1]",
  ];
  expect(recordsNamed(bytesOf(file), [...paths, "recommendations[2]", "turns[0]", "format", ""])).toEqual({
    "recommendations[0]": "A-1",
    "recommendations[0].events[0].on": "A-1",
    "units[0].name": "A",
  });
});

test("of a file that cannot be read nothing is said", () => {
  expect(recordsNamed(new TextEncoder().encode("{"), ["units[0]"])).toEqual({});
  expect(recordsNamed(bytesOf(null), ["units[0]"])).toEqual({});
});
