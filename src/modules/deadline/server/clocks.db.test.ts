import type { Actor } from "#kernel/actor.ts";
import { actNamed } from "#acts/registry.ts";
import { createUnit } from "#modules/organization/server/index.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { asked } from "../../../../tests/support/asking.ts";
import { buildCast, noon, type Cast } from "../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import type { Purpose } from "../rule.ts";
import {
  clocksOf,
  conferenceClocks,
  confirmYear,
  deadlineReadings,
  fillStatutoryRules,
  proposeDue,
  proposeYear,
  setDay,
} from "./index.ts";

const { db } = await testDatabase();
let cast: Cast;
const system: Actor = { kind: "system", name: "test" };
const perform = (name: string, input: Record<string, unknown>, actor = system) =>
  cast.perform(actNamed(name)!, input, { actor, now: noon }) as Promise<{ id: string; code: string }>;

beforeAll(async () => {
  cast = await buildCast(db);
  await fillStatutoryRules(db, noon);
  const units = [
    { code: "HD", name: "Tỉnh Hải Dương", kind: "province" },
    { code: "HD-X", name: "Xã Thử", kind: "commune", parent: "HD" },
    { code: "HD-X-KT", name: "Phòng Kinh tế xã Thử", kind: "agency", parent: "HD-X" },
  ];
  for (const unit of units) await cast.perform(createUnit, unit, { actor: system, now: noon });
});

/** A matter said at a conference of a commune, ruled on the same day; with a due date it is assigned. */
async function matterOf(unit: string, heldOn: string, assignment?: Record<string, unknown>) {
  const chairs = [{ name: "Người chủ trì", capacity: "party_secretary" }];
  const { id: conference } = await perform("conference.record", {
    unit,
    form: "periodic",
    held_on: heldOn,
    chairs,
  });
  const said = { text: "Đề nghị sửa đường", field: "giao_thong", received_on: heldOn };
  const { id, code } = await perform("recommendation.receive", { unit, conference, ...said });
  if (assignment) {
    await perform("recommendation.rule", { recommendation: code, on: heldOn, ruling: "written_answer" });
    await perform("recommendation.assign", { recommendation: code, lead: `${unit}-KT`, ...assignment });
  }
  return { id, code };
}

const explain = (code: string, purpose: Purpose, ruleCode?: string) =>
  asked(db, deadlineReadings.explained, { recommendation: code, purpose, rule: ruleCode }, system);

const dues = async (id: string) => {
  const { clocks } = (await clocksOf(db, id))!;
  return clocks.map(({ purpose, due, rank }) => `${purpose} ${due} ${rank}`);
};

describe("the clocks of a matter", () => {
  test("in Hải Dương a written reply is due 15 days after the conference, moved past Tết", async () => {
    const { id } = await matterOf("HD-X", "2026-02-03");
    expect(await dues(id)).toEqual([
      "notice_of_conclusion 2026-02-10 product_default",
      "publish_results 2026-02-13 law",
      "written_reply 2026-02-23 provincial",
      "word_of_party_head 2026-02-24 central_party",
    ]);
  });

  test("elsewhere no rule gives a date for the reply, and the one set with the assignment is shown", async () => {
    const { id } = await matterOf("A", "2026-02-03", {
      on: "2026-02-05",
      due: "2026-02-26",
      symbol: "7/TB-UBND",
    });
    const { clocks } = (await clocksOf(db, id))!;
    const replies = clocks.filter(({ purpose }) => purpose === "written_reply");
    expect(replies).toMatchObject([
      { due: "2026-02-26", rank: "set_date", citation: "Văn bản số 7/TB-UBND" },
    ]);
  });

  test("stop when their obligation is met, and the strictest is one that runs", async () => {
    const { id } = await matterOf("A", "2026-02-03", { on: "2026-02-05", due: "2026-02-26" });
    const { clocks, strictest } = (await clocksOf(db, id))!;
    expect(clocks.find(({ purpose }) => purpose === "word_of_party_head")?.metOn).toBe("2026-02-03");
    expect(strictest?.purpose).toBe("written_reply");
  });

  test("a date set beyond the provincial term binds nobody, and says why", async () => {
    const { id, code } = await matterOf("HD-X", "2026-02-03", { on: "2026-02-05", due: "2026-03-20" });
    const { shown, others } = await explain(code, "written_reply");
    expect([shown.due, shown.rank]).toEqual(["2026-02-23", "provincial"]);
    expect(others[0]?.ineffective?.because.vi).toContain("08-QC/TU");
    expect((await clocksOf(db, id))?.dates.originalDueOn).toBe("2026-03-20");
    const byRule = await explain(code, "written_reply", "written-reply-hai-duong-08");
    expect(byRule.shown.due).toBe("2026-02-23");
    await expect(explain(code, "written_reply", "none")).rejects.toThrow("deadline.clock_not_running");
  });

  test("there are none for a matter that does not exist", async () => {
    expect(await clocksOf(db, cast.unit("A"))).toBeNull();
  });
});

describe("the due date to propose", () => {
  const facts = { receivedOn: "2026-02-03", assignedOn: "2026-02-05", conferenceOn: "2026-02-03" };

  test("follows the rule of the province, with its citation and the warning of an unconfirmed year", async () => {
    const proposed = await proposeDue(db, await unitId("HD-X"), facts);
    expect(proposed).toMatchObject({
      due: "2026-02-23",
      term: { vi: "15 ngày sau hội nghị" },
      unconfirmedYears: [2026],
    });
    expect(proposed?.citation).toContain("08-QC/TU");
  });

  test("is left to the office where no rule speaks, or nobody said it at a conference", async () => {
    expect(await proposeDue(db, cast.unit("A"), facts)).toBeNull();
    expect(await proposeDue(db, await unitId("HD-X"), { ...facts, conferenceOn: null })).toBeNull();
  });
});

describe("an explanation", () => {
  test("counts every day over Tết, and over a Saturday worked for a swapped Monday", async () => {
    const { code } = await matterOf("HD-X", "2026-02-06", { on: "2026-02-06", due: "2026-02-25" });
    const before = await explain(code, "notice_of_conclusion");
    expect(before.shown.due).toBe("2026-02-13");

    await cast.perform(proposeYear, { year: 2026 }, { actor: system, now: noon });
    const swaps = [
      { date: "2026-02-09", kind: "compensation", name: "Nghỉ hoán đổi" },
      { date: "2026-02-07", kind: "worked_rest_day", name: "Làm bù ngày 09/02" },
    ];
    for (const day of swaps) await cast.perform(setDay, day, { actor: system, now: noon });
    await cast.perform(confirmYear, { year: 2026 }, { actor: system, now: noon });

    const { shown } = await explain(code, "notice_of_conclusion");
    const steps = shown.count!.steps.map(({ date, ordinal, reason }) => [
      date.slice(5),
      ordinal,
      reason.kind,
    ]);
    expect(steps).toEqual([
      ["02-06", null, "start"],
      ["02-07", 1, "make_up_day"],
      ["02-08", null, "rest"],
      ["02-09", null, "rest"],
      ["02-10", 2, "counted"],
      ["02-11", 3, "counted"],
      ["02-12", 4, "counted"],
      ["02-13", 5, "counted"],
    ]);
    expect(shown.count!.unconfirmedYears).toEqual([]);

    const reply = await explain(code, "written_reply");
    expect(reply.shown).toMatchObject({
      due: "2026-02-23",
      count: { moved: { from: "2026-02-21", to: "2026-02-23" } },
    });
  });

  test("keeps the original date beside each extension", async () => {
    const { code } = await matterOf("A", "2026-02-03", { on: "2026-02-05", due: "2026-03-04" });
    await perform("recommendation.ask_extension", {
      recommendation: code,
      on: "2026-02-20",
      due: "2026-03-20",
      reason: "chờ vật tư",
    });
    await perform("recommendation.extend", {
      recommendation: code,
      on: "2026-02-21",
      due: "2026-03-18",
      reason: "chờ vật tư",
    });
    const { matter, shown } = await explain(code, "written_reply");
    expect(shown.due).toBe("2026-03-04");
    expect(matter.dates).toMatchObject({ originalDueOn: "2026-03-04", dueOn: "2026-03-18" });
    expect(matter.dates.extensions).toEqual([
      { on: "2026-02-21", dueOn: "2026-03-18", reason: "chờ vật tư" },
    ]);
  });
});

describe("who may read the explanation of a matter of commune A, led by A-KT", () => {
  test.each([
    ["office_secretary", "A", true],
    ["steering_committee", "T", true],
    ["agency_officer", "A-KT", true],
    ["agency_officer", "A-VH", false],
    ["office_secretary", "B", false],
    ["administrator", "A", false],
    ["village_head", "A-1", false],
  ] as const)("%s of %s: %s", async (capacity, unit, allowed) => {
    const { code } = await matterOf("A", "2026-02-03", { on: "2026-02-05", due: "2026-03-04" });
    const query = { recommendation: code };
    const reading = asked(db, deadlineReadings.ofMatter, query, await cast.holder(capacity, unit));
    if (allowed) await expect(reading).resolves.toMatchObject({ dates: { code } });
    else await expect(reading).rejects.toThrow("recommendation.not_found");
  });
});

test("a conference of a commune is to be announced seven full days before, concluded and published after", async () => {
  const running = await conferenceClocks(db, { unitId: cast.unit("A"), heldOn: "2026-03-26" });
  expect(running.map(({ purpose, due }) => [purpose, due])).toEqual([
    ["announce", "2026-03-18"],
    ["notice_of_conclusion", "2026-04-02"],
    ["publish_results", "2026-04-06"],
  ]);
});

async function unitId(code: string): Promise<string> {
  return (await db.selectFrom("unit").select("id").where("code", "=", code).executeTakeFirstOrThrow()).id;
}
