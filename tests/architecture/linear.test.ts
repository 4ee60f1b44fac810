import { describe, test } from "vitest";
import { fieldsOf, readForm, textsOf } from "#kernel/form-fields.ts";
import { optionalText, textInput } from "#kernel/input.ts";
import { csvLine } from "#kernel/csv-line.ts";
import { withoutListMark, withPlainMarks } from "#kernel/list-mark.ts";
import { pastedCells } from "#kernel/pasted-cells.ts";
import { cleanText, composed, foldTone } from "#kernel/vietnamese-text.ts";
import { masked } from "#kernel/masking/masked.ts";
import { withoutNames } from "#kernel/masking/name-in-text.ts";
import { checkRegister } from "#modules/register/check-register.ts";
import { readRegister, readRegisterValue } from "#modules/register/read-register.ts";
import { NOTHING_KNOWN } from "#modules/register/register-references.ts";
import { expectLinear } from "../support/growth.ts";

// Whatever is done with what was sent takes time that grows with its length, and no faster.

const hostile: [string, string][] = [
  ["marks in the wrong order", "\u0301\u0323"],
  ["blanks", " "],
  ["line breaks", "\r\n "],
  ["quotation marks", '"'],
  ["open quotations", '"a\t""b\n'],
  ["signs of a formula", ";= "],
  ["marks of a list", "- "],
  ["points", ".,;"],
  ["letters", "a"],
  ["names", "bà Ánh "],
  ["digits", "0 1-"],
  ["joiners", "\u200d\ufe0f"],
];

const readings: [string, (text: string) => unknown][] = [
  ["brought to its stored form", cleanText],
  ["composed", composed],
  ["without tone marks", foldTone],
  ["as an input", (text) => textInput(50_000).safeParse(text)],
  ["as an input that may be left out", (text) => optionalText(100).safeParse(text)],
  ["as pasted cells", pastedCells],
  ["as a line of CSV", (text) => csvLine([text])],
  ["with plain marks", withPlainMarks],
  ["without its mark", withoutListMark],
  ["masked", (text) => masked(text, ["Nguyễn Văn An", "Ánh"])],
  ["without names", (text) => withoutNames(text, ["Nguyễn Văn An", "Ánh"])],
];

describe.each(readings)("a text %s", (_title, read) => {
  test.each(hostile)("of %s", async (what, piece) => {
    await expectLinear(what, 4000, (size) => read(`a${piece.repeat(size / piece.length)}`));
  });
});

describe("a form", () => {
  const fields = (size: number) => Array.from({ length: size }, (_, n): [string, string] => [`f${n}`, "x"]);
  test("of many fields", async () => {
    await expectLinear("texts", 1000, async (size) => {
      const data = await readForm(
        new Request("http://here.invalid", { method: "POST", body: new URLSearchParams(fields(size)) }),
      );
      return [fieldsOf(data), textsOf(data)];
    });
  });
  test("of one field that comes many times", async () => {
    await expectLinear("texts", 1000, (size) => {
      const data = new FormData();
      for (let n = 0; n < size; n += 1) data.append("a", "x");
      return fieldsOf(data);
    });
  });
});

const province = { code: "QN", name: "Quảng Ninh", kind: "province", from: "1900-01-01" };
const commune = (code: string, parent: string) => ({
  code,
  name: "Xã",
  kind: "commune",
  parent,
  from: "1950-01-01",
});
const several = <T>(count: number, each: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => each(n));
const day = (n: number) => Temporal.PlainDate.from("1951-01-01").add({ days: n }).toString();
const matter = { ref: "m", unit: "QN", received_on: "1951-01-01" };

const registers: [string, (size: number) => object][] = [
  [
    "units below each other",
    (size) => ({ units: several(size, (n) => commune(`U${n}`, n === 0 ? "QN" : `U${n - 1}`)) }),
  ],
  [
    "one unit that is moved again and again",
    (size) => ({
      units: [commune("U", "QN")],
      successions: several(size, (n) => ({ kind: "reparent", on: day(n), from: ["U"], to: ["QN"] })),
    }),
  ],
  [
    "units merged in a row",
    (size) => ({
      units: several(size + 1, (n) => commune(`U${n}`, "QN")),
      successions: several(size, (n) => ({ kind: "merge", on: day(n), from: [`U${n}`], to: [`U${n + 1}`] })),
    }),
  ],
  [
    "a matter with many requesters",
    (size) => ({ recommendations: [{ ...matter, requesters: several(size, () => ({ name: "An" })) }] }),
  ],
  [
    "matters passed upward in a row",
    (size) => ({
      recommendations: several(size, (n) => ({
        ...matter,
        ref: `m${n}`,
        ...(n > 0 && { forwarded_from: `m${n - 1}` }),
      })),
    }),
  ],
  [
    "plans that ask one unit often",
    (size) => ({
      plans: [
        {
          ref: "p",
          unit: "QN",
          year: 2020,
          requirements: several(size, () => ({ unit: "QN", required: 1 })),
        },
      ],
    }),
  ],
];

describe("a register", () => {
  test.each(registers)("of %s", async (what, parts) => {
    await expectLinear(what, 500, (size) => {
      const { units = [], ...rest } = parts(size) as { units?: object[] };
      const reading = readRegisterValue({
        format: "doi-thoai/register@1",
        units: [province, ...units],
        ...rest,
      });
      return reading.ok && checkRegister(reading.file, NOTHING_KNOWN);
    });
  });

  test("of objects in objects, each with a key twice", async () => {
    await expectLinear("levels", 2000, (size) => {
      const text = '{"a":1,"a":'.repeat(size) + "1" + "}".repeat(size);
      return readRegister(new TextEncoder().encode(text), { maxBytes: 1e9 });
    });
  });
});
