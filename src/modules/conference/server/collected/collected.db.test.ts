import { ofToday } from "#modules/document/paper-day.ts";
import type { Actor, Capacity } from "#kernel/actor.ts";
import { actNamed } from "#acts/registry.ts";
import { readCells } from "#platform/server/sheet/read-cells.ts";
import { unzip } from "#platform/server/sheet/unzip.ts";
import { packed } from "#platform/server/sheet/packed.ts";
import { zipStream } from "#platform/server/sheet/zip-stream.ts";
import writeExcelFile, { type SheetData } from "write-excel-file/node";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../../tests/support/database.ts";
import type { CollectedRow } from "../../collected/collected-rows.ts";
import { collectedColumns, collectedRowsIn, headingTwice } from "../../ui/collected/collected-sheet.ts";
import { faultsOfCollected, findConference, readCollected } from "../index.ts";

const { db } = await testDatabase();
let cast: Cast;
let secretary: Actor;
let conference: string;

type Made = { id: string; code: string; count: number };
const act = (name: string, input: Record<string, unknown>, actor = secretary) =>
  cast.perform(actNamed(name)!, input, { actor, now: noon }) as Promise<Made>;
const found = (actor = secretary) => findConference(db, actor, conference, today);
const collected = async (actor = secretary) => readCollected(db, actor, await found(actor), ofToday(today));
const bring = (rows: CollectedRow[], actor = secretary) =>
  act("conference.import_collected", { conference, rows }, actor);

beforeAll(async () => {
  cast = await buildCast(db);
  secretary = await cast.holder("office_secretary", "A");
});
beforeEach(async () => {
  const given = { unit: "A", form: "periodic", held_on: "2026-03-20", chairs: [] };
  conference = (await act("conference.prepare", given)).id;
});

const headings = collectedColumns.map(({ heading }) => heading);
const rowsOf = async (rows: SheetData, titles: SheetData = [headings]) =>
  collectedRowsIn(await readCells((await writeExcelFile([...titles, ...rows]).toBuffer()) as Buffer));

/** The same file with one of its columns hidden, counted from 1, as a spreadsheet hides it. */
async function hidingColumn(column: number, file: Buffer): Promise<Buffer> {
  const hidden = `<cols><col min="${column}" max="${column}" width="0" hidden="1" customWidth="1"/></cols>`;
  const entries = [...unzip(file, 1_000_000)].map(([name, content]) => {
    const text = content.toString("utf8");
    if (!name.endsWith("sheet1.xml")) return { name, content: [packed(text)] };
    const changed = text.replace(/<cols>.*?<\/cols>/s, "").replace("<sheetData", `${hidden}<sheetData`);
    return { name, content: [packed(changed)] };
  });
  return Buffer.concat(await Array.fromAsync(zipStream(entries)));
}

describe("a sheet", () => {
  test("with a title above, merged villages, marks of Word, curly quotes and days in every writing", async () => {
    const rows = await rowsOf(
      [
        [
          "\uf0b7 Sửa cầu “Ông Tư”",
          "Giao thông",
          { value: "Thôn Một", rowSpan: 2 },
          null,
          null,
          null,
          "1/3/2026",
        ],
        ["• Thắp đèn ngõ 3\n• Thay 5 bóng", "dien", null, null, null, null, "46082"],
        ["Mở lớp mầm non", "GIÁO DỤC", "A-2", "Bà Ba", "chi van phong biet ten", "Câu hỏi", null],
      ],
      [["TỔNG HỢP KIẾN NGHỊ"], [], headings],
    );
    expect(rows).toEqual([
      { line: 4, text: "Sửa cầu “Ông Tư”", field: "Giao thông", village: "Thôn Một", on: "2026-03-01" },
      {
        line: 5,
        text: "- Thắp đèn ngõ 3\n- Thay 5 bóng",
        field: "dien",
        village: "Thôn Một",
        on: "2026-03-01",
      },
      expect.objectContaining({ line: 6, kind: "Câu hỏi", raised_by: "Bà Ba" }),
    ]);
  });

  test("with hidden columns: what stands in them is read and shown; one heading over two columns is refused", async () => {
    const cells = async (titles: string[], row: string[]) =>
      readCells(await hidingColumn(2, (await writeExcelFile([titles, row]).toBuffer()) as Buffer));
    const hidden = await cells(
      ["Nội dung kiến nghị", "Lĩnh vực", "Thôn"],
      ["Sửa cầu", "Giao thông", "Thôn Một"],
    );
    expect(collectedRowsIn(hidden)).toEqual([
      { line: 2, text: "Sửa cầu", field: "Giao thông", village: "Thôn Một" },
    ]);
    expect(headingTwice(hidden)).toBeNull();
    const twice = await cells(
      ["Nội dung kiến nghị", "Lĩnh vực", "LĨNH VỰC"],
      ["Sửa cầu", "cũ", "Giao thông"],
    );
    expect(headingTwice(twice)).toBe("Lĩnh vực");
  });

  test("with titles merged across it between the rows, and one opinion merged over two villages", async () => {
    const crossing = (value: string) => [{ value, columnSpan: 7 }, null, null, null, null, null, null];
    const rows = await rowsOf([
      crossing("I. LĨNH VỰC GIAO THÔNG"),
      [
        { value: "Sửa cầu", rowSpan: 2 },
        { value: "Giao thông", rowSpan: 2 },
        "Thôn Một",
        null,
        null,
        null,
        null,
      ],
      [null, null, "Thôn Hai", null, null, null, null],
      crossing("II. KHÁC"),
    ]);
    expect(rows).toEqual([
      { line: 3, text: "Sửa cầu", field: "Giao thông", village: "Thôn Một" },
      { line: 4, text: "Sửa cầu", field: "Giao thông", village: "Thôn Hai" },
    ]);
  });

  test.each([
    ["15/02/2026", "2026-02-15"],
    ["15-2-2026", "2026-02-15"],
    ["15.02.2026", "2026-02-15"],
    ["2026-02-15", "2026-02-15"],
    ["46068", "2026-02-15"],
    ["ngày rằm", "ngày rằm"],
    ["31/2/2026", "31/2/2026"],
  ])("with the day written as the text %j, read as %s", async (written, on) => {
    const rows = await rowsOf([["Sửa cầu", "Giao thông", null, null, null, null, written]]);
    expect(rows).toMatchObject([{ on }]);
  });

  test("without the two columns that every row needs is no such sheet", async () => {
    expect(await rowsOf([["Sửa cầu"]], [["Nội dung kiến nghị"]])).toBeNull();
  });
});

describe("the verdict", () => {
  const at = async (rows: CollectedRow[], actor = secretary) =>
    (await faultsOfCollected(db, actor, await found(), rows, today)).map(({ field }) => field);

  test.each<[string, CollectedRow, string[]]>([
    ["sound", { text: "Sửa cầu", field: "giao thong", village: "thôn một", on: today }, []],
    ["empty", { village: "A-1" }, ["rows.0.text", "rows.0.field"]],
    [
      "an unknown field, a village of another commune",
      { text: "x", field: "Vũ trụ", village: "B-1" },
      ["rows.0.field", "rows.0.village"],
    ],
    ["a complaint", { text: "x", field: "giao_thong", kind: "Tố cáo" }, ["rows.0.kind"]],
    ["31/2", { text: "x", field: "giao_thong", on: "31/2/2026" }, ["rows.0.on"]],
    ["tomorrow", { text: "x", field: "giao_thong", on: "2026-03-03" }, ["rows.0.on"]],
    ["an unknown naming", { text: "x", field: "giao_thong", naming: "ẩn" }, ["rows.0.naming"]],
  ])("%s", async (_, row, faults) => expect(await at([row])).toEqual(faults));

  test("the same twice is told with the first line", async () => {
    const row = { text: "Sửa cầu", field: "giao_thong", village: "A-1" };
    expect(await at([row, { ...row, text: "SỬA  CẦU" }, { ...row, village: "A-2" }])).toEqual([
      "rows.1.text",
    ]);
  });

  test("one faulty cell and no row is written", async () => {
    const sound = { text: "Sửa cầu", field: "giao_thong" };
    await expect(bring([sound, { text: "Thắp đèn" }])).rejects.toThrow("conference.rows_at_fault");
    expect(await collected()).toEqual([]);
  });
});

test("a village head brings their own village's, the Front anyone's, others nothing", async () => {
  const head = await cast.holder("village_head", "A-1");
  await bring([{ text: "Sửa cầu", field: "giao_thong" }], head);
  const [field] = await collected();
  expect(field!.matters[0]!.villageName).toBe("Thôn Một");
  await expect(bring([{ text: "Chợ", field: "giao_thong", village: "A-2" }], head)).rejects.toThrow(
    "conference.rows_at_fault",
  );
  const front = await cast.holder("front_officer", "A");
  expect((await bring([{ text: "Chợ", field: "giao_thong", village: "A-2" }], front)).count).toBe(1);
  for (const [capacity, unit, problem] of [
    ["agency_officer", "A-KT", "act.not_permitted"],
    ["village_head", "B-1", "conference.not_found"],
    ["statistician", "A", "act.not_permitted"],
  ] as const) {
    const other = await cast.holder(capacity, unit);
    await expect(bring([{ text: "Cầu khác", field: "giao_thong" }], other)).rejects.toThrow(problem);
  }
});

test("the synthesis: by field, with the villages counted and what was like it before; each reads what is theirs", async () => {
  const earlier = "Đề nghị sửa cầu qua suối đầu thôn Một";
  await act("recommendation.receive", {
    unit: "A",
    field: "giao_thong",
    received_on: "2025-03-01",
    text: earlier,
    channel: "reception",
  });
  await act("recommendation.receive", {
    unit: "A",
    field: "giao_duc",
    received_on: "2025-04-01",
    text: earlier,
    channel: "reception",
  });
  await bring([
    { text: "Đề nghị sửa cầu qua suối ở đầu thôn Một", field: "giao_thong", village: "A-1" },
    { text: "Mở rộng chợ xã", field: "giao_thong", village: "A-2" },
    { text: "Cấp sổ đỏ cho 12 hộ", field: "dat_dai.cap_gcn", village: "A-2" },
  ]);
  const fields = await collected();
  expect(fields.map(({ code, villages, matters }) => [code, villages, matters.length])).toEqual([
    ["dat_dai", 1, 1],
    ["giao_thong", 2, 2],
  ]);
  const before = fields[1]!.matters[1]!.earlier.map(({ receivedOn }) => receivedOn);
  expect(before).toContain("2025-03-01");
  expect(before, "of another field").not.toContain("2025-04-01");
  const village = await collected(await cast.holder("village_head", "A-1"));
  expect(village.flatMap(({ matters }) => matters).map(({ text }) => text)).toEqual([
    "Đề nghị sửa cầu qua suối ở đầu thôn Một",
  ]);
  expect(await collected(await cast.holder("agency_head", "A-KT"))).toEqual([]);
});

describe("once the last day of collecting has passed", () => {
  const collect_until = "2026-02-28";
  const one = (actor: Actor, more: object = {}) => {
    const said = { unit: "A", village: "A-1", field: "giao_thong", received_on: today, text: "Sửa cầu" };
    const brought = { ...said, conference, channel: "collected_beforehand", ...more };
    return act("recommendation.receive", brought, actor);
  };

  beforeEach(async () => {
    const chairs = [{ name: "Bà Chủ trì", capacity: "party_secretary" }];
    const given = { unit: "A", form: "periodic", held_on: "2026-03-20", collect_until, chairs };
    conference = (await act("conference.prepare", given)).id;
  });

  test.each<[Capacity, string]>([
    ["village_head", "A-1"],
    ["front_officer", "A"],
    ["front_chair", "A"],
  ])(
    "%s of %s brings nothing more, one by one or in a sheet, whatever day it bears",
    async (capacity, unit) => {
      const actor = await cast.holder(capacity, unit);
      const over = "recommendation.collecting_is_over";
      await expect(one(actor)).rejects.toThrow(over);
      await expect(one(actor, { received_on: "2026-02-20" })).rejects.toThrow(over);
      const row = { text: "Lắp đèn", field: "giao_thong", village: "A-1" };
      await expect(bring([row], actor)).rejects.toThrow(over);
      expect(await collected()).toEqual([]);
    },
  );

  test("the office adds what comes late, and it is told apart from what came in time and was entered later", async () => {
    await one(secretary);
    await one(secretary, { received_on: "2026-02-20", text: "Lắp đèn" });
    await bring([{ text: "Nạo vét mương", field: "giao_thong", village: "A-2", on: "2026-02-28" }]);
    const [field] = await collected();
    expect(Object.fromEntries(field!.matters.map(({ text, late }) => [text, late]))).toEqual({
      "Sửa cầu": true,
      "Nạo vét mương": false,
      "Lắp đèn": false,
    });
  });

  test("who is of the office and of the Front at once adds as the office", async () => {
    const front = await cast.holder("front_officer", "A");
    const office = await cast.holder("office_secretary", "A");
    const both = { ...front, posts: [...front.posts, ...office.posts] };
    expect(await one(both)).toMatchObject({ code: expect.stringMatching(/^A-2026-/) });
  });

  test("on the last day itself everybody still brings theirs", async () => {
    const head = await cast.holder("village_head", "A-1");
    const evening = Temporal.Instant.from("2026-02-28T16:30:00Z");
    const said = {
      unit: "A",
      village: "A-1",
      field: "giao_thong",
      received_on: "2026-02-28",
      text: "Sửa cầu",
    };
    const brought = { ...said, conference, channel: "collected_beforehand" };
    const by = { actor: head, now: evening };
    const made = await cast.perform(actNamed("recommendation.receive")!, brought, by);
    expect(made).toHaveProperty("code");
  });
});
