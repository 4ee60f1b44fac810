import writeExcelFile from "write-excel-file/node";
import { afterAll, expect, test } from "vitest";
import { currentWorkshop } from "../workshop/current-workshop.ts";
import { cellsOfFile } from "./cells-of-file.ts";
import { sheetLimits } from "./read-cells.ts";

afterAll(() => currentWorkshop().close());

const fileOf = async (...rows: string[][]) =>
  new File([new Uint8Array(await writeExcelFile(rows).toBuffer())], "a.xlsx");
const codeOf = (code: string) => ({ definition: { code: `sheet.${code}` } });

test("a file chosen in a form is read in another process, its lines here", async () => {
  const lines = Array.from({ length: 600 }, (_, index) => [`dòng ${index}`, "đã xét"]);
  expect(await cellsOfFile(await fileOf(...lines), undefined)).toEqual(lines);
});

test("what is the matter with it is said as if it were read here", async () => {
  await expect(cellsOfFile(new File(["x"], "a.xlsx"), undefined)).rejects.toMatchObject(codeOf("unreadable"));
  const large = new File([new Uint8Array(sheetLimits.bytes + 1)], "a.xlsx");
  await expect(cellsOfFile(large, undefined)).rejects.toMatchObject(codeOf("too_large"));
});

test("a choice that is none, such as a second file, chooses nothing", async () => {
  const typed = await fileOf(["NguyÔn V¨n An", "§­êng vµo xãm bÞ háng, ®Ò nghÞ söa"]);
  await expect(cellsOfFile(typed, new File(["x"], "b"))).rejects.toMatchObject(codeOf("legacy_encoding"));
  expect((await cellsOfFile(typed, "convert"))[0]![0]).toBe("Nguyễn Văn An");
});
