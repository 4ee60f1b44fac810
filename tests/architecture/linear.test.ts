import { describe, test } from "vitest";
import { fieldsOf, readForm, textsOf } from "#kernel/form-fields.ts";
import { optionalText, textInput } from "#kernel/input.ts";
import { csvLine } from "#kernel/csv-line.ts";
import { withoutListMark, withPlainMarks } from "#kernel/list-mark.ts";
import { pastedCells } from "#kernel/pasted-cells.ts";
import { cleanText, composed, foldTone } from "#kernel/vietnamese-text.ts";
import { masked } from "#kernel/masking/masked.ts";
import { withoutNames } from "#kernel/masking/name-in-text.ts";
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
