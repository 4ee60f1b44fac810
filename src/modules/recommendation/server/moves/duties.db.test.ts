import { actNamed } from "#acts/registry.ts";
import type { Actor } from "#kernel/actor.ts";
import { readDesk } from "#modules/desk/server/index.ts";
import { exportRegister, importRegister } from "#modules/register/server/index.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../../tests/support/database.ts";
import { findMatter, listMatters, matterFilter, type MatterReading } from "../index.ts";

const { db } = await testDatabase();
let cast: Cast;
const people: Record<string, Actor & { kind: "person" }> = {};

const perform = (name: string, input: Record<string, unknown>, by = "office") =>
  cast.perform(actNamed(`recommendation.${name}`)!, input, {
    actor: people[by] ?? cast.system,
    now: noon,
  }) as Promise<{ id: string; code: string }>;
const found = async (code: string, by = "office") =>
  (await findMatter(db, people[by]!, code, today)) as MatterReading;

beforeAll(async () => {
  cast = await buildCast(db);
  await cast.perform(
    actNamed("organization.create_unit")!,
    { code: "A-X", kind: "agency", parent: "A", from: "2020-01-01", name: "Trạm khuyến nông" },
    { actor: cast.system, now: noon },
  );
  for (const [name, capacity, unit] of [
    ["office", "office_secretary", "A"],
    ["clerk", "office_secretary", "A"],
    ["chair", "chairperson", "A"],
    ["lead", "agency_head", "A-KT"],
    ["officer", "agency_officer", "A-KT"],
    ["helper", "agency_officer", "A-VH"],
    ["stranger", "agency_head", "B-KT"],
    ["village", "village_head", "A-1"],
  ] as const)
    people[name] = await cast.holder(capacity, unit);
});

async function given(...coordinators: string[]): Promise<string> {
  const said = { unit: "A", village: "A-1", text: "Đề nghị sửa mương", field: "giao_thong" };
  const { code } = await perform("receive", { ...said, received_on: "2026-02-02" });
  const work = { lead: "A-KT", due: "2026-03-20", coordinators };
  await perform("assign", { recommendation: code, on: "2026-02-03", ...work });
  return code;
}

describe("the part of a coordinating agency", () => {
  test("is called done by that agency with words, and by nobody who has no part in it", async () => {
    const code = await given("A-VH");
    const open = async () => (await found(code, "lead")).coordinators.map(({ doneOn }) => doneOn);
    expect(await open()).toEqual([null]);
    expect((await found(code, "helper")).moves).toEqual(["finish_duty"]);
    const done = { recommendation: code, text: "Đã đo đạc xong", on: "2026-02-10" };
    await expect(perform("finish_duty", done, "lead")).rejects.toThrow("recommendation.no_open_duty");
    expect((await found(code, "lead")).moves).not.toContain("finish_duty");
    await expect(perform("finish_duty", done, "stranger")).rejects.toThrow("recommendation.not_found");
    await perform("finish_duty", done, "helper");
    expect(await open()).toEqual(["2026-02-10"]);
    // Again, from another window: it is said that it is done, and when.
    await expect(perform("finish_duty", done, "helper")).rejects.toThrow(
      /recommendation\.duty_done.*10\/02\/2026/,
    );
    expect((await found(code, "lead")).events.at(-1)).toMatchObject({
      act: "finish_duty",
      coordinatorName: "Phòng Văn hóa xã An",
      text: "Đã đo đạc xong",
    });
    expect((await found(code, "village")).events.at(-1)).toMatchObject({ act: "finish_duty", text: null });
    await expect(perform("finish_duty", done, "helper")).rejects.toThrow();
  });

  test("is given to no village, whose head may not know of what another raised", async () => {
    await expect(given("A-2")).rejects.toThrow("recommendation.coordinator_elsewhere");
  });

  test("is chosen where several are open; the office enters it for one that has nobody", async () => {
    const code = await given("A-VH", "A-X");
    const done = { recommendation: code, text: "Xong" };
    await expect(perform("finish_duty", done)).rejects.toThrow("recommendation.which_duty");
    await expect(perform("finish_duty", { ...done, unit: "A-X" }, "helper")).rejects.toThrow(
      "recommendation.no_open_duty",
    );
    await perform("finish_duty", done, "helper");
    await perform("finish_duty", { ...done, unit: "A-X" });
    expect((await found(code)).coordinators.every(({ doneOn }) => doneOn === today)).toBe(true);
  });

  test("stands on its desk until it is done, and again once it is asked anew or the word is annulled", async () => {
    const waits = async () => (await readDesk(db, people.helper!, today)).counts.duties;
    const before = (await waits())!;
    const code = await given("A-VH");
    const list = await listMatters(
      db,
      people.helper!,
      matterFilter.parse({ own: "helping" }),
      { sort: "due", size: 50 },
      today,
    );
    expect(list.matters.map((line) => line.code)).toContain(code);
    expect(await waits()).toBe(before + 1);
    await perform("finish_duty", { recommendation: code, text: "Xong", on: "2026-02-10" }, "helper");
    expect(await waits()).toBe(before);
    await perform("annul", { recommendation: code, reason: "Ghi nhầm" }, "helper");
    expect(await waits()).toBe(before + 1);
    await perform("finish_duty", { recommendation: code, text: "Xong", on: "2026-02-10" }, "helper");
    const anew = { lead: "A-KT", due: "2026-03-20", coordinators: ["A-VH"] };
    await perform("assign", { recommendation: code, on: "2026-02-12", ...anew });
    expect(await waits()).toBe(before + 1);
  });

  test("an answer over it needs a reason, which stays with the answer", async () => {
    const code = await given("A-VH");
    const matter = { recommendation: code };
    await perform("draft_answer", { ...matter, outcome: "done", text: "Đã sửa" }, "officer");
    await perform("approve_answer", matter, "lead");
    const issue = (reason?: string) => perform("answer", { ...matter, symbol: "7/UBND", reason }, "lead");
    await expect(issue()).rejects.toMatchObject({
      definition: { code: "recommendation.open_duties" },
      vi: expect.stringContaining("Phòng Văn hóa xã An"),
    });
    await issue("Phòng Văn hóa đã trả lời miệng");
    expect((await found(code)).events.at(-1)).toMatchObject({ reason: "Phòng Văn hóa đã trả lời miệng" });
  });

  test("goes out with the register and comes in again", async () => {
    const code = await given("A-VH");
    await perform("finish_duty", { recommendation: code, text: "Xong", on: "2026-02-10" }, "helper");
    await perform("draft_answer", { recommendation: code, outcome: "done", text: "Đã sửa" }, "officer");
    await perform("send_back", { recommendation: code, reason: "Thiếu căn cứ" }, "lead");
    const file = await exportRegister(db, "T", cast.system, today);
    const events = file.recommendations!.find(({ ref }) => ref === code)!.events!;
    expect(events).toMatchObject([
      { act: "assign" },
      { act: "finish_duty", coordinator: "A-VH", text: "Xong" },
      { act: "draft_answer" },
      { act: "send_back", reason: "Thiếu căn cứ" },
    ]);
    const again = await cast.perform(importRegister, { file }, { actor: cast.system, now: noon });
    expect(again.changed).toBe(false);
  });
});

describe("a draft answer", () => {
  test("is sent back with a reason, stands with its writer, and is approved only when written anew", async () => {
    const code = await given();
    const matter = { recommendation: code };
    const draft = { ...matter, outcome: "done", text: "Đã sửa" };
    await perform("draft_answer", draft, "officer");
    await expect(perform("send_back", matter, "lead")).rejects.toThrow("act.invalid_input");
    await perform("send_back", { ...matter, reason: "Nêu rõ căn cứ" }, "lead");
    const { state, moves, events } = await found(code, "officer");
    expect([state.draft, moves[0], events.at(-1)!.reason]).toEqual([
      "sent_back",
      "draft_answer",
      "Nêu rõ căn cứ",
    ]);
    expect((await found(code, "village")).events.at(-1)).toMatchObject({ act: "send_back", reason: null });
    expect((await readDesk(db, people.officer!, today)).counts.sentBack).toBeGreaterThan(0);
    await expect(perform("approve_answer", matter, "lead")).rejects.toThrow("recommendation.no_draft");
    await perform("draft_answer", { ...draft, text: "Đã sửa theo NQ 12" }, "officer");
    await perform("approve_answer", matter, "lead");
    await perform("send_back", { ...matter, reason: "Sai số" }, "chair");
    expect((await found(code)).state.draft).toBe("sent_back");
  });

  test("is not approved by who wrote it, unless the unit's leader says so; another person may", async () => {
    const code = await given();
    const matter = { recommendation: code };
    await perform("draft_answer", { ...matter, outcome: "done", text: "Đã sửa" });
    await expect(perform("approve_answer", matter)).rejects.toThrow("recommendation.own_draft");
    const allow = (allowed: boolean, by: string) => perform("allow_own_approval", { unit: "A", allowed }, by);
    await expect(allow(true, "office")).rejects.toThrow("act.not_permitted");
    await allow(true, "chair");
    await perform("approve_answer", matter);
    await allow(false, "chair");
    await perform("draft_answer", { ...matter, outcome: "done", text: "Đã sửa hẳn" });
    await expect(perform("approve_answer", matter)).rejects.toThrow("recommendation.own_draft");
    await perform("approve_answer", matter, "clerk");
  });
});
