import type { Actor } from "#kernel/actor.ts";
import { actNamed } from "#acts/registry.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../../tests/support/database.ts";
import { countMatters, listMatters, matterFilter, similarMatters } from "../index.ts";

const { db } = await testDatabase();
let cast: Cast;
let office: Actor;
let chair: Actor;

const words = "Chị Miên bán hàng ở đầu chợ, gọi 0987654321; bà Tạ Thị Mộc Miên xin lắp đèn ở khu tập thể";

beforeAll(async () => {
  cast = await buildCast(db);
  office = await cast.holder("office_secretary", "A");
  chair = await cast.holder("chairperson", "A");
  for (const text of [words, "Đường vào bản Miền hỏng"]) {
    const who = { raised_by: "Bà Tạ Thị Mộc Miên", naming: "secretariat_only" };
    const said = { unit: "A", field: "giao_thong", received_on: today, text };
    await cast.perform(
      actNamed("recommendation.receive")!,
      { ...said, ...(text === words ? who : {}) },
      { actor: office, now: noon },
    );
  }
});

const found = async (actor: Actor, text: string) => {
  const filter = matterFilter.parse({ text });
  const { matters } = await listMatters(db, actor, filter, { sort: "received", size: 9 }, today);
  expect(await countMatters(db, actor, filter, today, 100)).toBe(matters.length);
  return matters.filter(({ excerpt }) => excerpt?.includes("bán hàng")).length;
};

describe("what is masked for a reader finds nothing for that reader", () => {
  const masked = ["Miên", "mien", "Mộc", "chị Miên", "Tạ Thị Mộc Miên", "09876", "0987654321", "Miên chợ"];
  test.each(masked)("in a list: %s", async (text) => {
    expect(await found(chair, text)).toBe(0);
    expect(await found(office, text)).toBe(1);
  });

  test.each(["lắp đèn", "chợ", "tập", "A-2026-0001", "hàng đầu"])(
    "what is read is found: %s",
    async (text) => {
      expect(await found(chair, text)).toBe(1);
    },
  );

  test("where a like one is looked for", async () => {
    const like = async (actor: Actor, text: string) =>
      (await similarMatters(db, actor, { text, unit: "A" }, today)).filter(({ excerpt }) =>
        excerpt.includes("bán hàng"),
      ).length;
    for (const text of ["Tạ Thị Mộc Miên", "Mộc Miên", "Tạ Thị", "0987654321"]) {
      expect(await like(chair, text)).toBe(0);
      expect(await like(office, text)).toBe(1);
    }
    expect(await like(chair, "bán hàng ở đầu chợ")).toBe(1);
  });
});
