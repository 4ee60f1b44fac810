import { describe, expect, it } from "vitest";
import { readRegister, readRegisterValue, type RegisterReading } from "./read-register.ts";

const FORMAT = "doi-thoai/register@1";
const roomy = { maxBytes: 1_000_000 };
const utf8 = (text: string) => new TextEncoder().encode(text);

function read(value: unknown): RegisterReading {
  return readRegister(utf8(JSON.stringify(value)), roomy);
}

function faults(reading: RegisterReading): string[] {
  return reading.ok
    ? []
    : reading.problems.map(({ path, code }) => `${path}: ${code.replace("register.", "")}`);
}

const matter = { ref: "a", unit: "MC", received_on: "2020-01-14" };

describe("a register file", () => {
  it("needs nothing but its format", () => {
    const reading = read({ format: FORMAT });
    expect(reading).toEqual({
      ok: true,
      legacy: [],
      file: {
        format: FORMAT,
        units: [],
        successions: [],
        plans: [],
        conferences: [],
        turns: [],
        recommendations: [],
        ballots: [],
        returns: [],
      },
    });
  });

  it("may leave out or leave empty what no figure is counted from", () => {
    const assigned = { on: "2020-01-14", act: "assign", lead: "MC-QLDT", due: null, symbol: "" };
    const reading = read({
      format: FORMAT,
      recommendations: [{ ...matter, raised_by: "", events: [assigned] }],
    });
    expect(reading.ok && reading.file.recommendations[0]).toEqual({
      ...matter,
      channel: "conference",
      kind: "recommendation",
      field: "khac",
      text: "",
      raised_by: null,
      events: [{ ...assigned, symbol: null }],
    });
  });

  it("is read with a byte order mark and with decomposed or disguised letters", () => {
    const name = "Thành phố\u200b Móng Cái ".normalize("NFD");
    const text = JSON.stringify({ format: FORMAT, units: [{ code: "M\u200bC", name, kind: "district" }] });
    const reading = readRegister(utf8("\ufeff" + text), roomy);
    expect(reading.ok && reading.file.units[0]).toMatchObject({ code: "MC", name: "Thành phố Móng Cái" });
  });
});

describe("a register file is refused, with the path,", () => {
  const withEvent = (event: object) => ({
    format: FORMAT,
    recommendations: [{ ...matter, events: [event] }],
  });
  const on = "2020-01-14";
  const event = "recommendations[0].events[0]";

  it.each([
    ["for a key nobody knows", { format: FORMAT, unit: [] }, ["unit: unknown_key"]],
    [
      "for a key nobody knows inside",
      withEvent({ on, act: "close", because: "x" }),
      [`${event}.because: unknown_key`],
    ],
    ["for another format", { format: "doi-thoai/register@2" }, ["format: unknown_format"]],
    ["for no format", {}, ["format: unknown_format"]],
    ["for an act outside the list", withEvent({ on, act: "finish" }), [`${event}.act: not_in_list`]],
    [
      "for an act that is no word at all",
      withEvent({ on, act: { toString: 1 } }),
      [`${event}.act: not_in_list`],
    ],
    [
      "for a day that is no word at all",
      withEvent({ on: { toString: 1 }, act: "close" }),
      [`${event}.on: wrong_type`],
    ],
    ["for an event without act", withEvent({ on }), [`${event}.act: missing`]],
    ["for a ruling without its word", withEvent({ on, act: "rule" }), [`${event}.ruling: missing`]],
    ["for an assignment without lead", withEvent({ on, act: "assign" }), [`${event}.lead: missing`]],
    ["for an extension without date", withEvent({ on, act: "extend" }), [`${event}.due: missing`]],
    [
      "for an answer without outcome",
      withEvent({ on, act: "answer", text: "x" }),
      [`${event}.outcome: missing`],
    ],
    ["for a merge into nothing", withEvent({ on, act: "merge" }), [`${event}.into: missing`]],
    [
      "for a confirmation by nobody, of nothing",
      withEvent({ on, act: "confirm" }),
      [`${event}.by: missing`, `${event}.satisfied: missing`],
    ],
    ["for a list that is none", { format: FORMAT, units: {} }, ["units: wrong_type"]],
    [
      "for a field that is no code",
      { format: FORMAT, recommendations: [{ ...matter, field: "đường sá" }] },
      ["recommendations[0].field: wrong_form"],
    ],
    [
      "for a count below zero and one that is not whole",
      { format: FORMAT, ballots: [{ conference: "c", issued: -1, returned: 1.5, valid: 1, counts: {} }] },
      ["ballots[0].issued: too_small", "ballots[0].returned: wrong_type"],
    ],
    [
      "for a code of two lines, and an empty one",
      { format: FORMAT, recommendations: [{ ...matter, unit: "M\nC", ref: " " }] },
      ["recommendations[0].ref: too_short", "recommendations[0].unit: more_than_one_line"],
    ],
    ...["0020", "1944-H1", "2200-Q1"].map((period): [string, object, string[]] => [
      `for the period ${period}, which no register speaks of`,
      { format: FORMAT, returns: [{ unit: "HL", period }] },
      ["returns[0].period: wrong_form"],
    ]),
    [
      "for an indicator's name that is none",
      { format: FORMAT, returns: [{ unit: "HL", period: "2020-H3", values: { "Số lượt": 1 } }] },
      ["returns[0].period: wrong_form", "returns[0].values.Số lượt: wrong_form"],
    ],
  ])("%s", (_, value, expected) => expect(faults(read(value))).toEqual(expected));

  it.each(["2020-02-31", "2025-02-29", "2020-13-01", "20-01-01", "0020-01-01", "14/01/20", "14/01", ""])(
    "for the day %j, which no calendar has in this form",
    (day) =>
      expect(faults(read(withEvent({ on: day, act: "close" })))).toEqual([`${event}.on: day_not_real`]),
  );

  it.each(["14/1/2020", "14–01–2020", "2020-1-14", "ngày 14 tháng 1 năm 2020"])(
    "but not for %j as people type it",
    (day) => expect(faults(read(withEvent({ on: day, act: "close" })))).toEqual([]),
  );

  it("nor for the 29th of February of a leap year", () => {
    expect(faults(read(withEvent({ on: "2020-02-29", act: "close" })))).toEqual([]);
  });

  it("with all that is wrong up to a hundred, and the number of the rest", () => {
    const reading = read({
      format: FORMAT,
      recommendations: Array.from({ length: 70 }, () => ({ unit: "MC" })),
    });
    expect(reading).toMatchObject({ ok: false, total: 140 });
    expect(faults(reading)).toHaveLength(100);
    expect(faults(reading).at(-1)).toBe("recommendations[49].received_on: missing");
  });

  it("without breaking on a hundred thousand faults", () => {
    const reading = readRegisterValue({ format: FORMAT, units: Array.from({ length: 120_000 }, () => 1) });
    expect(reading).toMatchObject({ ok: false, total: 120_000 });
  });

  it("with a sentence in both languages that shows what was written", () => {
    const reading = read(withEvent({ on: "2020-02-31", act: "close" }));
    expect(reading.ok ? [] : reading.problems).toEqual([
      {
        path: "recommendations[0].events[0].on",
        code: "register.day_not_real",
        vi: "“2020-02-31” không phải là một ngày có thật, dạng năm-tháng-ngày (2020-01-31).",
        en: "“2020-02-31” is not a real day of the form year-month-day (2020-01-31).",
      },
    ]);
  });
});

it("texts in an encoding of before Unicode are told by their paths before they are cleaned", () => {
  const [one, other] = ["§Ò nghÞ söa ®\u00adêng", "Đề nghị sửa đường, H'Bĭa Niê"];
  const reading = read({
    format: FORMAT,
    recommendations: [one, other].map((text) => ({ ...matter, text })),
  });
  expect(reading).toMatchObject({ ok: true, legacy: ["recommendations[0].text"] });
});

describe("bytes that are no register file are refused", () => {
  it.each([
    ["an Excel or Word file", [0x50, 0x4b, 3, 4, 0x14, 0]],
    ["a PDF", [...utf8("%PDF-1.7\n"), 0xe2, 0xe3]],
    ["a picture", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]],
  ])("and called what they are, not an encoding: %s", (_, bytes) => {
    expect(faults(readRegister(Uint8Array.from(bytes), roomy))).toEqual([": no_register"]);
  });

  const sentence = (bytes: Uint8Array, limits = roomy) => {
    const reading = readRegister(bytes, limits);
    return reading.ok ? "read" : reading.problems.map(({ vi }) => vi).join("\n");
  };

  it("when there are too many, with the limit", () => {
    expect(sentence(new Uint8Array(3 * 1024 * 1024), { maxBytes: 2 * 1024 * 1024 })).toContain(
      "Tệp có 3 MB, lớn hơn mức cho phép là 2 MB",
    );
  });

  it.each([
    ["UTF-16 LE", Buffer.from("\ufeff{}", "utf16le")],
    ["UTF-16 LE", Buffer.from("{}", "utf16le")],
    ["UTF-16 BE", Buffer.from("{}", "utf16le").swap16()],
    ["Windows-1258", Buffer.from([0x7b, 0x22, 0x54, 0x68, 0xf4, 0xd2, 0x22, 0x3a, 0x31, 0x7d])],
    ["TCVN3", Buffer.from([0x7b, 0x22, 0xb8, 0xb5, 0xb6, 0x22, 0x3a, 0x31, 0x7d])],
  ])("when they seem to be %s", (encoding, bytes) =>
    expect(sentence(bytes)).toContain(`có vẻ là ${encoding}`),
  );

  it.each([
    ["", "Tệp trống."],
    ["  \n", "Tệp trống."],
    ["[]", "phải là một đối tượng JSON"],
    ["null", "phải là một đối tượng JSON"],
    ['{\n "format": "x",\n}', "dòng 3, cột 1, gần: }"],
    ["[".repeat(100) + "]".repeat(100), "lồng nhau quá 16 cấp"],
  ])("%j", (text, expected) => expect(sentence(utf8(text))).toContain(expected));

  it.each([
    [`{"format":"${FORMAT}","units":[],"units":[]}`, ["units: duplicate_key"]],
    [`{"format":"${FORMAT}","units":[{"code":"{,\\"","c\\u006fde":"B"}]}`, ["units[0].code: duplicate_key"]],
    [
      `{"returns":[{"values":{"a":1}},{"values":{"a":1,"b":[2,"a"],"a":2}}]}`,
      ["returns[1].values.a: duplicate_key"],
    ],
  ])("when a key stands twice: %s", (text, expected) =>
    expect(faults(readRegister(utf8(text), roomy))).toEqual(expected),
  );

  it("and a key that would reach into the machinery of objects is but an unknown key", () => {
    const reading = readRegister(utf8(`{"format":"${FORMAT}","__proto__":{"units":[]}}`), roomy);
    expect(faults(reading)).toEqual(["__proto__: unknown_key"]);
  });
});

describe("what has no effect in a file", () => {
  const events = (event: object) => ({
    format: FORMAT,
    recommendations: [{ ...matter, events: [{ on: "2020-01-14", ...event }] }],
  });
  const at = "recommendations[0].events[0]";

  it.each([
    [{ act: "merge", into: "b", into_elsewhere: "MC-2020-0007" }, "into_elsewhere: merged_twice"],
    [{ act: "merge", into: "b", ended: "reopen" }, "ended: unknown_key"],
    [{ act: "rule", ruling: "noted", promise: "told" }, "promise: unknown_key"],
    [{ act: "rule", ruling: "noted", words_later: true }, "words_later: unknown_key"],
  ])("is refused: %j", (event, fault) => {
    expect(faults(read(events(event)))).toEqual([`${at}.${fault}`]);
  });
});
