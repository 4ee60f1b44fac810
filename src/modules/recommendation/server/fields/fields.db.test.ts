import { actNamed } from "#acts/registry.ts";
import type { Actor } from "#kernel/actor.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../../tests/support/database.ts";
import { fieldsOn, readFields } from "../index.ts";

const { db } = await testDatabase();
let cast: Cast;
let centre: Actor;

const perform = (name: string, input: Record<string, unknown>, actor: Actor = centre) =>
  cast.perform(actNamed(`recommendation.${name}`)!, input, { actor, now: noon }) as Promise<{ code: string }>;

beforeAll(async () => {
  cast = await buildCast(db);
  const centreUnit = await db
    .selectFrom("unit")
    .select("id")
    .where("code", "=", "VN")
    .executeTakeFirstOrThrow();
  const held = (await cast.holder("administrator", "T")) as Actor & { kind: "person" };
  const post = { ...held.posts[0]!, unitId: centreUnit.id };
  await db.updateTable("post").set({ unit_id: centreUnit.id }).where("id", "=", post.id).execute();
  centre = { ...held, posts: [post] };
});

const names = async (day: string) => (await fieldsOn(db, day)).map(({ name }) => name);

describe("the taxonomy of fields", () => {
  test("a field and a part of it can be chosen from their day on", async () => {
    const { code } = await perform("add_field", { name: "Chuyển đổi số", from: "2026-02-01" });
    expect(code).toBe("chuyen_doi_so");
    const part = await perform("add_field", { name: "Dịch vụ công", parent: code, from: "2026-02-15" });
    expect(part.code).toBe("chuyen_doi_so.dich_vu_cong");
    expect(await names("2026-01-31")).not.toContain("Chuyển đổi số");
    expect(await names("2026-02-01")).toContain("Chuyển đổi số");
    expect(await names("2026-02-14")).not.toContain("Dịch vụ công");
    const all = await names("2026-02-15");
    expect(all.indexOf("Dịch vụ công")).toBeGreaterThan(-1);
    expect(all.at(-1)).toBe("Lĩnh vực khác");
  });

  test("a renamed field bears each name in its time; its code and its matters stay", async () => {
    await perform("rename_field", { field: "y_te", name: "Y tế, dân số", on: "2026-02-01" });
    await perform("rename_field", { field: "y_te", name: "Chăm sóc sức khỏe", on: "2026-03-01" });
    expect(await names("2026-01-31")).toContain("Y tế");
    expect(await names("2026-02-01")).toContain("Y tế, dân số");
    expect(await names("2026-03-01")).toContain("Chăm sóc sức khỏe");
    const line = (await readFields(db, today)).find(({ code }) => code === "y_te");
    expect(line).toMatchObject({
      name: "Chăm sóc sức khỏe",
      earlier: [
        { name: "Y tế, dân số", until: "2026-02-28" },
        { name: "Y tế", until: "2026-01-31" },
      ],
    });
  });

  test("an ended field takes nothing new, and its parts end with it", async () => {
    await perform("end_field", { field: "dat_dai", until: "2026-02-20" });
    expect(await names("2026-02-20")).toEqual(expect.arrayContaining(["Đất đai", "Lấn chiếm đất"]));
    const after = await names("2026-02-21");
    expect(after).not.toContain("Đất đai");
    expect(after).not.toContain("Lấn chiếm đất");
    const said = { unit: "A", text: "Sổ đỏ", field: "dat_dai", received_on: "2026-02-25" };
    await expect(perform("receive", said, cast.system)).rejects.toThrow("recommendation.unknown_field");
  });

  test.each([
    ["add_field", { name: "giao thông", from: "2026-02-01" }, "field_name_taken"],
    ["add_field", { name: "Sâu", parent: "dat_dai.cap_gcn", from: "2026-02-01" }, "field_not_a_parent"],
    ["add_field", { name: "Lạ", parent: "khong_co", from: "2026-02-01" }, "unknown_field"],
    ["rename_field", { field: "giao_thong", name: "Giao thông", on: "2026-02-01" }, "field_name_same"],
    ["rename_field", { field: "giao_thong", name: "Giáo dục", on: "2026-02-01" }, "field_name_taken"],
    ["rename_field", { field: "giao_thong", name: "Đường sá", on: "2026-03-03" }, "in_the_future"],
    ["rename_field", { field: "y_te", name: "Sức khỏe", on: "2026-02-10" }, "field_renamed_since"],
    ["end_field", { field: "dat_dai", until: "2026-05-01" }, "field_ended"],
    ["end_field", { field: "khac", until: "2026-05-01" }, "field_for_the_rest"],
  ])("%s %j is refused: %s", async (name, input, problem) => {
    await expect(perform(name, input)).rejects.toThrow(`recommendation.${problem}`);
  });

  test.each([
    ["administrator", "T"],
    ["administrator", "A"],
    ["office_secretary", "T"],
    ["chairperson", "T"],
    ["statistician", "T"],
  ] as const)("%s of %s keeps no field of the nation's", async (capacity, unit) => {
    const actor = await cast.holder(capacity, unit);
    for (const [name, input] of [
      ["add_field", { name: "Mới", from: "2026-02-01" }],
      ["rename_field", { field: "giao_duc", name: "Học hành", on: "2026-02-01" }],
      ["end_field", { field: "giao_duc", until: "2026-05-01" }],
    ] as const) {
      await expect(perform(name, input, actor)).rejects.toThrow("act.not_permitted");
    }
  });
});
