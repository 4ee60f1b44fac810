import type { Actor } from "#kernel/actor.ts";
import { actNamed } from "#acts/registry.ts";
import type { DB } from "#db";
import { Kysely, PostgresDialect } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../../tests/support/database.ts";
import { plantMatters, type Planted } from "../../../../../tests/support/many-matters.ts";
import { similarMatters } from "../index.ts";
import type { Said } from "./similar-matters.ts";

const { db, pool } = await testDatabase();
let cast: Cast;
let secretary: Actor;
const names = new Map<string, string>();

const matters: [name: string, field: string, village: string | undefined, text: string][] = [
  ["road", "giao_thong", "A-1", "Đường bê tông thôn Một vỡ nhiều đoạn, xe máy hay ngã; đề nghị sửa chữa"],
  [
    "drain",
    "thuy_loi_cap_thoat_nuoc",
    "A-1",
    "Rãnh thoát nước dọc đường chưa có nắp; đề nghị đậy nắp toàn tuyến",
  ],
  [
    "lamp one",
    "dien_chieu_sang_vien_thong",
    "A-1",
    "Ngõ vào chợ không có đèn đường, tối om; đề nghị lắp đèn",
  ],
  [
    "lamp two",
    "dien_chieu_sang_vien_thong",
    "A-2",
    "Ngõ vào chợ không có đèn đường, tối om; đề nghị lắp đèn",
  ],
  [
    "title",
    "dat_dai.cap_gcn",
    undefined,
    "Nhiều hộ chưa được cấp giấy chứng nhận quyền sử dụng đất; đề nghị trả lời",
  ],
  [
    "border",
    "dat_dai",
    undefined,
    "Ranh giới đất giữa nhà văn hóa và ba hộ liền kề chưa rõ; đề nghị phân định",
  ],
  ["school", "giao_duc", undefined, "Mái trường mầm non còn dột; đề nghị sửa kịp khai giảng"],
  [
    "market",
    "quy_hoach_xay_dung_do_thi",
    undefined,
    "Dự án chợ treo nhiều năm, nhà không sửa được; đề nghị hủy quy hoạch",
  ],
  [
    "thanks",
    "chinh_sach_xa_hoi",
    undefined,
    "Hai cụ già neo đơn chưa được trợ cấp; đề nghị quan tâm xem xét",
  ],
];

beforeAll(async () => {
  cast = await buildCast(db);
  secretary = await cast.holder("office_secretary", "A");
  for (const [name, field, village, text] of matters) {
    const said = { unit: "A", field, village, text, received_on: "2026-02-02" };
    const request = { actor: secretary, now: noon };
    const { code } = (await cast.perform(actNamed("recommendation.receive")!, said, request)) as {
      code: string;
    };
    names.set(code, name);
  }
});

const found = async (said: Omit<Said, "unit">) =>
  (await similarMatters(db, secretary, { unit: "A", ...said }, today)).map(({ code }) => names.get(code));

describe("what asks for the same", () => {
  test.each<[string, Omit<Said, "unit">, string[]]>([
    [
      "the same thing in other words, of its field",
      { text: "Sửa đường bê tông hỏng", field: "giao_thong" },
      ["road"],
    ],
    ["not of another field", { text: "Sửa đường thôn bị hỏng", field: "y_te" }, []],
    [
      "nor while no field is chosen, unless nearly in its words",
      { text: "Đường bê tông thôn Một vỡ" },
      ["road"],
    ],
    [
      "nearly the same words, whatever the field",
      { text: "Chưa được cấp giấy chứng nhận quyền sử dụng đất", field: "y_te" },
      ["title"],
    ],
    [
      "a field below the same main one",
      { text: "Cấp giấy chứng nhận quyền sử dụng đất cho các hộ", field: "dat_dai" },
      ["title"],
    ],
    [
      "of two villages one's own comes first",
      { text: "Lắp đèn đường ngõ vào chợ", field: "dien_chieu_sang_vien_thong", village: "A-2" },
      ["lamp two", "lamp one"],
    ],
    [
      "and the other's where that is one's own",
      { text: "Lắp đèn đường ngõ vào chợ", field: "dien_chieu_sang_vien_thong", village: "A-1" },
      ["lamp one", "lamp two"],
    ],
    ["words of politeness are like nothing", { text: "Đề nghị quan tâm, xem xét" }, []],
    ["nothing at all", { text: "  " }, []],
    [
      "another matter of the same field that has nothing in common",
      { text: "Thiếu giáo viên dạy nhạc", field: "giao_duc" },
      [],
    ],
    [
      "a field that is not there counts as none",
      { text: "Mái trường mầm non dột", field: "khong_co" },
      ["school"],
    ],
  ])("%s", async (_, said, expected) => {
    expect(await found(said)).toEqual(expected);
  });

  test.each([
    ["as it is written", (text: string) => text],
    ["without tone marks", (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d")],
    ["decomposed", (text: string) => text.normalize("NFD")],
    ["in capitals", (text: string) => text.toUpperCase()],
  ])("%s", async (_, write) => {
    const said = { text: write("Rãnh thoát nước chưa đậy nắp"), field: "thuy_loi_cap_thoat_nuoc" };
    expect(await found(said)).toEqual(["drain"]);
  });
});

describe("in a register of thousands", () => {
  const MANY = 6000;
  const asked: { sql: string; parameters: readonly unknown[] }[] = [];
  const heard = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    log: ({ query }) => void asked.push(query),
  });

  beforeAll(async () => {
    const things = "đường điện nước rác chợ trường trạm cầu mương ngõ".split(" ");
    const planted = Array.from({ length: MANY }, (_, at): Planted => ({
      unitId: cast.unit("A"),
      rootUnitId: cast.unit("T"),
      receivedOn: Temporal.PlainDate.from("2026-02-03")
        .add({ days: at % 20 })
        .toString(),
      text: `Đề nghị sửa ${things[at % 10]} và ${things[(at * 7) % 9]} ở đoạn ${at % 500}, hỏng đã lâu`,
      status: "closed",
    }));
    await plantMatters(db, planted, noon);
    await pool.query("vacuum analyze");
  }, 60_000);

  const likeRoad = { unit: "A", text: "Sửa đường bê tông vỡ, xe máy hay ngã", field: "giao_thong" };

  test("an old one is found behind all that came in since", async () => {
    const found = await similarMatters(db, secretary, likeRoad, today);
    expect(found.map(({ code }) => names.get(code))).toContain("road");
  });

  test("few are looked at", async () => {
    asked.length = 0;
    await similarMatters(heard, secretary, likeRoad, today);
    const { sql: text, parameters } = asked.find((query) => query.sql.includes("similarity("))!;
    const { rows } = await pool.query<{ "QUERY PLAN": [{ Plan: Node }] }>(
      `explain (analyze, format json) ${text}`,
      [...parameters],
    );
    const looked = rowsOf(rows[0]!["QUERY PLAN"][0].Plan);
    expect(looked).toBeLessThan(MANY / 2);
  });
});

type Node = { Plans?: Node[]; [key: string]: unknown };

/** The most rows that any part of a plan looked at. */
function rowsOf(node: Node): number {
  const own =
    (Number(node["Actual Rows"]) + Number(node["Rows Removed by Filter"] ?? 0)) *
    Number(node["Actual Loops"]);
  return Math.max(own, ...(node.Plans ?? []).map(rowsOf));
}
