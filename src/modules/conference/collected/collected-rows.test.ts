import { expect, test } from "vitest";
import { checkCollectedRows, type KnownForCollecting } from "./collected-rows.ts";

const known: KnownForCollecting = {
  fields: [{ code: "giao_thong", name: "Giao thông" }],
  villages: [],
  ownVillages: null,
  lastDay: "2026-03-01",
};

test.each([
  ["a name without a word on naming stays with the secretariat", { raised_by: "Bà Ba" }, "secretariat_only"],
  ["nobody is named where nobody is written down", {}, "anonymous"],
  ["who agreed is named", { raised_by: "Bà Ba", naming: "Nêu tên" }, "named"],
  ["who asked for it is not recorded", { naming: "Không nêu tên" }, "anonymous"],
])("%s", (_, row, naming) => {
  const { matters } = checkCollectedRows([{ text: "Sửa cầu", field: "giao_thong", ...row }], known);
  expect(matters[0]!.naming).toBe(naming);
});

test("a name beside the word that nobody is recorded is told at its cell, and not dropped", () => {
  const row = { text: "Sửa cầu", field: "giao_thong", raised_by: "Bà Ba", naming: "Không nêu tên" };
  expect(checkCollectedRows([row], known).faults).toMatchObject([{ field: "rows.0.raised_by" }]);
});
