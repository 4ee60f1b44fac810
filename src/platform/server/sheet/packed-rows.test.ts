import { buffer } from "node:stream/consumers";
import type { SheetCell } from "#kernel/sheet-cell.ts";
import { readSheet } from "read-excel-file/node";
import { afterEach, describe, expect, test } from "vitest";
import { oddWork } from "../../../../tests/support/odd-work.ts";
import { currentWorkshop, openCurrentWorkshop } from "../workshop/current-workshop.ts";
import { packedRows, rowsAtOnce } from "./packed-rows.ts";
import { work } from "./rows-work.ts";
import { sheetStream } from "./sheet-stream.ts";
import { unzip } from "./unzip.ts";

const rows = (count: number): SheetCell[][] =>
  Array.from({ length: count }, (_, index) => [
    `dòng ${index}`,
    index,
    { day: "2026-03-02" },
    `${Math.sin(index)}`,
  ]);
const written = (count: number) =>
  buffer(sheetStream({ name: "a", widths: [9], frozen: 0, rows: rows(count) }));

afterEach(() => currentWorkshop().close());

describe("a sheet of many rows", () => {
  test.each([rowsAtOnce - 1, rowsAtOnce, rowsAtOnce + 1, 3 * rowsAtOnce + 60])(
    "of %i is read back whole, each row on its line",
    async (count) => {
      const back = await readSheet(await written(count));
      expect(back.map(([, index]) => index)).toEqual(rows(count).map(([, index]) => index));
      const sheet = unzip(await written(count), 9_000_000)
        .get("xl/worksheets/sheet1.xml")!
        .toString("utf8");
      expect([...sheet.matchAll(/<row r="(\d+)"/g)].map(([, line]) => Number(line))).toEqual(
        rows(count).map((_, index) => index + 1),
      );
    },
  );

  test("is the same, whether it was packed beside or here", async () => {
    const beside = await written(700);
    openCurrentWorkshop({ workshopProcesses: 1 });
    const busy = currentWorkshop().do(oddWork, { what: "sleep", milliseconds: 400, expected: 400 });
    expect(currentWorkshop().isFree).toBe(false);
    expect((await written(700)).equals(beside)).toBe(true);
    await busy;
  });

  test("is written to its end where the process beside dies over a part of it", async () => {
    openCurrentWorkshop({ workshopProcesses: 1 });
    const part = { rows: rows(200), line: 1, crc: 0 };
    const pid = await currentWorkshop().do(oddWork, { what: "pid" });
    const packing = packedRows(part);
    process.kill(pid, "SIGKILL");
    expect(await packing).toEqual(work(part));
  });
});
