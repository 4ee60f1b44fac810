import { ofToday } from "#modules/document/paper-day.ts";
import { actNamed } from "#acts/registry.ts";
import type { Actor } from "#kernel/actor.ts";
import { drawSample, readDesk } from "#modules/desk/server/index.ts";
import { lastTime } from "#modules/conference/server/index.ts";
import { reportCases, reportSummary } from "#modules/report/server/index.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../../tests/support/database.ts";
import { findMatter, listMatters, matterFilter, type MatterReading } from "../index.ts";

const { db } = await testDatabase();
let cast: Cast;
const people: Record<string, Actor & { kind: "person" }> = {};

const perform = (name: string, input: Record<string, unknown>, by = "office") =>
  cast.perform(actNamed(name.includes(".") ? name : `recommendation.${name}`)!, input, {
    actor: people[by] ?? cast.system,
    now: noon,
  }) as Promise<{ id: string; code: string }>;

beforeAll(async () => {
  cast = await buildCast(db);
  for (const [name, capacity, unit] of [
    ["office", "office_secretary", "A"],
    ["chair", "chairperson", "A"],
    ["lead", "agency_head", "A-KT"],
    ["village", "village_head", "A-1"],
    ["front", "front_chair", "A"],
  ] as const)
    people[name] = await cast.holder(capacity, unit);
});

/** A matter of the village that was answered on 20/2, and to which the village said no on 22/2. */
async function answeredAndNo(more: Record<string, unknown> = {}): Promise<string> {
  const said = { unit: "A", village: "A-1", text: "Đề nghị sửa mương", field: "giao_thong" };
  const { code } = await perform("receive", { ...said, received_on: "2026-02-02", ...more });
  const on = { recommendation: code };
  await perform("assign", { ...on, on: "2026-02-03", lead: "A-KT", due: "2026-03-20" });
  await perform("draft_answer", { ...on, on: "2026-02-19", outcome: "done", text: "Đã sửa" }, "lead");
  await perform("approve_answer", { ...on, on: "2026-02-20" });
  await perform("answer", { ...on, on: "2026-02-20", symbol: "7/UBND" });
  await perform("confirm", { ...on, on: "2026-02-22", by: "village_head", satisfied: false }, "village");
  return code;
}

/** Where it stands on the desks of those who have to do with it. */
async function onDesks(): Promise<Record<string, number | undefined>> {
  const names = ["office", "chair", "lead", "front"];
  const desks = names.map(
    async (name) => [name, (await readDesk(db, people[name]!, today)).counts.unsettled] as const,
  );
  return Object.fromEntries(await Promise.all(desks));
}
const nobody = { office: 0, chair: 0, lead: 0, front: 0 };
const everybody = { office: 1, chair: 1, lead: 1, front: 1 };

async function listed(): Promise<string[]> {
  const filter = matterFilter.parse({ unsettled: "yes" });
  const { matters } = await listMatters(db, people.office!, filter, { sort: "due", size: 50 }, today);
  return matters.map(({ code }) => code);
}

describe("the people's no", () => {
  test.each<[string, (code: string) => Promise<unknown>]>([
    ["reopened", (code) => perform("reopen", { recommendation: code, reason: "Chưa xong" })],
    [
      "a yes",
      (code) => perform("confirm", { recommendation: code, by: "village_head", satisfied: true }, "village"),
    ],
    [
      "closed with a reason",
      (code) => perform("close", { recommendation: code, reason: "Đã hết thẩm quyền" }),
    ],
  ])(
    "stands on the desks of office, chair, lead and Front until something happened: %s",
    async (_, happens) => {
      const code = await answeredAndNo();
      expect(await onDesks()).toEqual(everybody);
      expect(await listed()).toEqual([code]);
      await happens(code);
      expect(await onDesks()).toEqual(nobody);
      expect(await listed()).toEqual([]);
    },
  );

  test("is not closed without a reason, and after a closing it stands again until it is closed with one", async () => {
    const code = await answeredAndNo();
    const close = (reason?: string) => perform("close", { recommendation: code, reason });
    await expect(close()).rejects.toThrow("recommendation.closed_over_a_no");
    await close("Đã giải thích");
    await expect(close("lần nữa")).rejects.toThrow("recommendation.move_not_allowed");
    await perform("confirm", { recommendation: code, by: "front", satisfied: false }, "front");
    expect(await onDesks()).toEqual(everybody);
    await close("Đã giải thích với Mặt trận");
    expect(await onDesks()).toEqual(nobody);
  });

  test("counts beside done whether it was closed or not, opens its cases, and is known from its day on", async () => {
    const code = await answeredAndNo({ received_on: "2026-01-15" });
    const asked = { unit: "A", from: "2026-01-10", to: "2026-01-31", asOf: "2026-02-28", today };
    const count = async (more: object = {}) => {
      const { recommendations } = await reportSummary(db, { ...asked, ...more });
      return [recommendations.done, recommendations.answered_not_satisfied];
    };
    expect(await count()).toEqual([1, 1]);
    expect(await count({ asOf: "2026-02-21" })).toEqual([1, 0]);
    expect(await count({ knownOn: "2026-02-28" })).toEqual([0, 0]);
    await perform("close", { recommendation: code, on: "2026-02-25", reason: "Đã giải thích" });
    expect(await count()).toEqual([1, 1]);
    const { cases } = await reportCases(db, asked, "answered_not_satisfied");
    expect(cases).toMatchObject([{ code }]);
    await perform("annul", { recommendation: code, reason: "ghi nhầm" });
    await perform("annul", { recommendation: code, reason: "ghi nhầm" }, "village");
    expect(await count()).toEqual([1, 0]);
  });

  test("is in the first item of the next conference, however long ago and however it came in", async () => {
    const given = { unit: "A", form: "periodic", chairs: [{ name: "Bà Chủ", capacity: "chairperson" }] };
    const old = await perform("conference.record", { ...given, held_on: "2025-12-01" });
    const inTheRoom = await answeredAndNo({ conference: old.id, received_on: "2025-12-01" });
    const byLetter = await answeredAndNo({ channel: "letter" });
    const last = await perform("conference.record", { ...given, held_on: "2026-02-25" });
    const next = {
      unitId: cast.unit("A"),
      id: crypto.randomUUID(),
      heldOn: "2026-03-20",
      form: "periodic",
    } as const;
    const firstItem = async () => {
      const { carriedOver } = await lastTime(db, people.office!, next, ofToday(today));
      return carriedOver.map(({ code, unsettled }) => [code, unsettled]);
    };
    expect(last.id).not.toBe(old.id);
    expect((await firstItem()).toSorted()).toEqual(
      [
        [inTheRoom, true],
        [byLetter, true],
      ].toSorted(),
    );
    await perform("confirm", { recommendation: byLetter, by: "village_head", satisfied: true }, "village");
    expect(await firstItem()).toEqual([[inTheRoom, true]]);
    await perform("confirm", { recommendation: inTheRoom, by: "front", satisfied: false }, "front");
    await perform("reopen", { recommendation: inTheRoom, reason: "Kiểm tra: chưa xong" }, "front");
    const { carriedOver } = await lastTime(db, people.office!, next, ofToday(today));
    expect(carriedOver).toMatchObject([
      { code: inTheRoom, answer: null, reopenedOn: today, no: { by: "front", on: today } },
    ]);
  });

  test("is by the day: a yes of an earlier day entered afterwards does not undo it", async () => {
    const code = await answeredAndNo();
    const yes = { recommendation: code, on: "2026-02-21", by: "requester", satisfied: true };
    await perform("confirm", yes);
    expect(((await findMatter(db, people.office!, code, today)) as MatterReading).state.unsettled).toBe(true);
    expect(await listed()).toEqual([code]);
    await perform("reopen", { recommendation: code, reason: "Chưa xong" });
  });
});

test("the Front's sample draws from all that ended: answered, in the room, noted, closed", async () => {
  const at = noon.toString();
  const before = (await drawSample(db, people.front!, { size: 100, seed: "abcd", at }, today)).of;
  const said = { unit: "A", text: "Đề nghị", field: "giao_thong", received_on: "2026-02-02" };
  for (const ruling of ["answered_now", "noted", "written_answer"]) {
    const { code } = await perform("receive", said);
    await perform("rule", { recommendation: code, on: "2026-02-02", ruling, text: "Sẽ làm" });
  }
  const { of, matters } = await drawSample(db, people.front!, { size: 100, seed: "abcd", at }, today);
  expect(of).toBe(before + 2);
  expect(new Set(matters.map(({ status }) => status))).toEqual(
    new Set(["answered", "answered_in_room", "noted", "closed"]),
  );
});
