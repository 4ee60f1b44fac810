import type { Actor } from "#kernel/actor.ts";
import { describe, expect, test } from "vitest";
import { today } from "../../../../../tests/support/cast.ts";
import { matterScene } from "../../../../../tests/support/matter-scene.ts";
import { countMatters, findMatter, listMatters, matterFilter } from "../index.ts";

// The province T gives the commune A work to lead and the commune B a part in it.

const { db, people, who, move } = await matterScene([
  ["office_secretary", "T"],
  ["office_secretary", "A"],
  ["chairperson", "A"],
  ["party_secretary", "A"],
  ["front_chair", "A"],
  ["statistician", "A"],
  ["agency_head", "A-KT"],
  ["village_head", "A-1"],
  ["office_secretary", "B"],
  ["chairperson", "B"],
  ["office_secretary", "C"],
]);

async function given(): Promise<string> {
  const office = who("office_secretary T");
  const said = { text: "Đề nghị sửa cầu nối hai xã", field: "giao_thong", received_on: "2026-02-02" };
  const { code } = await move(
    "receive",
    { unit: "T", raised_by: "Bà Kín Tiếng", naming: "secretariat_only", ...said },
    office,
  );
  await move("rule", { recommendation: code, on: "2026-02-02", ruling: "written_answer" }, office);
  const work = { lead: "A", due: "2026-03-10", coordinators: ["B"] };
  await move("assign", { recommendation: code, on: "2026-02-04", ...work }, office);
  return code;
}

const listed = async (by: Actor, filter: object = {}) =>
  (await listMatters(db, by, matterFilter.parse(filter), { sort: "received", size: 200 }, today)).matters.map(
    ({ code }) => code,
  );

describe("work that a unit gives to a unit below it", () => {
  test("is read by the leaders and offices of those that lead and help, and by nobody else of them", async () => {
    const code = await given();
    const readers = [
      "office_secretary A",
      "chairperson A",
      "party_secretary A",
      "office_secretary B",
      "chairperson B",
    ];
    for (const [name, person] of people) {
      const may = readers.includes(name) || name === "office_secretary T";
      expect((await listed(person)).includes(code), name).toBe(may);
      const found = findMatter(db, person, code, today).then(
        () => true,
        () => false,
      );
      expect(await found, name).toBe(may);
    }
  });

  test("stands in their list beside their own, found by every filter, once", async () => {
    const code = await given();
    const secretary = who("office_secretary A");
    const own = await move(
      "receive",
      { unit: "A", text: "Việc của chính xã", field: "giao_thong", received_on: "2026-02-03" },
      secretary,
    );
    expect(await listed(secretary)).toEqual(expect.arrayContaining([code, own.code]));
    expect(await listed(secretary, { own: "yes" })).toEqual(expect.arrayContaining([code, own.code]));
    expect(await listed(secretary, { own: "given" })).toContain(code);
    expect(await listed(secretary, { own: "given" })).not.toContain(own.code);
    expect(await listed(secretary, { unit: "A" })).not.toContain(code);
    expect((await listed(secretary, { text: "cau noi" })).filter((each) => each === code)).toEqual([code]);
    const all = matterFilter.parse({});
    expect(await countMatters(db, secretary, all, today, 1000)).toBe((await listed(secretary)).length);
    expect(await listed(who("office_secretary B"), { own: "given" })).not.toContain(code);
  });

  test("counts among theirs while they lead it, not where they only help or have returned it", async () => {
    const code = await given();
    const [secretary, helper] = [who("office_secretary A"), who("office_secretary B")];
    expect(await listed(secretary, { own: "ours" })).toContain(code);
    expect(await listed(helper)).toContain(code);
    expect(await listed(helper, { own: "ours" })).not.toContain(code);
    await move("return", { recommendation: code, on: "2026-02-05", reason: "Cầu thuộc xã Bình" }, secretary);
    expect(await listed(secretary)).toContain(code);
    expect(await listed(secretary, { own: "ours", status: "awaiting_assignment" })).not.toContain(code);
    expect(await listed(who("office_secretary T"), { own: "ours" })).toContain(code);
    expect(await listed(who("agency_head A-KT"), { own: "ours" })).toEqual(
      await listed(who("agency_head A-KT")),
    );
  });

  test("does not tell them who raised it, where only the secretariat above knows", async () => {
    const code = await given();
    const found = await findMatter(db, who("office_secretary A"), code, today);
    expect(JSON.stringify(found)).not.toContain("Kín Tiếng");
    expect(JSON.stringify(await findMatter(db, who("office_secretary T"), code, today))).toContain(
      "Kín Tiếng",
    );
  });

  test("tells who wrote it down, in what post", async () => {
    expect(await findMatter(db, who("chairperson A"), await given(), today)).toMatchObject({
      recorded: {
        personName: "office_secretary T",
        post: { capacity: "office_secretary", unitName: "Tỉnh Thử" },
      },
    });
  });

  test("is answered below: asked more time for, drafted, approved, issued; its mistakes are taken back there", async () => {
    const recommendation = await given();
    const [secretary, chair] = [who("office_secretary A"), who("chairperson A")];
    await move(
      "ask_extension",
      { recommendation, on: "2026-02-10", due: "2026-03-20", reason: "Mưa lớn" },
      secretary,
    );
    const draft = { recommendation, on: "2026-02-20", outcome: "done", text: "Cầu đã sửa" };
    await move("draft_answer", draft, secretary);
    await move("annul", { recommendation, reason: "Ghi nhầm" }, chair);
    await move("draft_answer", draft, secretary);
    await move("approve_answer", { recommendation, on: "2026-02-21" }, chair);
    const helper = who("chairperson B");
    await move("finish_duty", { recommendation, on: "2026-02-21", text: "Đã đo bên kia cầu" }, helper);
    const issued = await move("answer", { recommendation, on: "2026-02-22", symbol: "9/UBND" }, chair);
    expect(issued.status).toBe("answered");
  });

  test("can be returned by whoever leads it, and by nobody who only helps", async () => {
    const recommendation = await given();
    const step = { recommendation, on: "2026-02-05", reason: "Cầu thuộc xã Bình" };
    for (const helper of ["office_secretary B", "chairperson B"])
      await expect(move("return", step, who(helper)), helper).rejects.toThrow("act.not_permitted");
    for (const stranger of ["office_secretary C", "front_chair A", "agency_head A-KT", "village_head A-1"])
      await expect(move("return", step, who(stranger)), stranger).rejects.toThrow("recommendation.not_found");
    expect((await move("return", step, who("office_secretary A"))).status).toBe("awaiting_assignment");
  });

  test("is not theirs to rule on, to give on, to extend, to close", async () => {
    const recommendation = await given();
    const chair = who("chairperson A");
    const steps: [string, object][] = [
      ["assign", { lead: "A-KT", due: "2026-03-01" }],
      ["extend", { due: "2026-04-01", reason: "Mưa" }],
      ["close", {}],
      ["reject", { reason: "Không phải kiến nghị" }],
    ];
    for (const [name, more] of steps)
      await expect(move(name, { recommendation, on: "2026-02-05", ...more }, chair), name).rejects.toThrow(
        "act.not_permitted",
      );
  });
});
