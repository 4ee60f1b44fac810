import type { Actor, Capacity } from "#kernel/actor.ts";
import { actNamed } from "#acts/registry.ts";
import { clocksOf } from "#modules/deadline/server/index.ts";
import { fillStatutoryRules } from "#modules/deadline/server/index.ts";
import { conferencesOf } from "#modules/recommendation/server/index.ts";
import { reportSummary } from "#modules/report/server/index.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../../tests/support/database.ts";
import { findConference, listConferences } from "../index.ts";

const { db } = await testDatabase();
let cast: Cast;
let secretary: Actor;

type Made = { id: string; code: string };
function act(name: string, input: Record<string, unknown>, actor = secretary, now = noon) {
  return cast.perform(actNamed(name)!, input, { actor, now }) as Promise<Made>;
}

const chairs = [{ name: "Bà Chủ trì", capacity: "party_secretary" }];
const prepare = async (heldOn: string, more: Record<string, unknown> = {}, by = secretary) =>
  (await act("conference.prepare", { unit: "A", form: "periodic", held_on: heldOn, chairs, ...more }, by)).id;
const later = (day: string) => Temporal.Instant.from(`${day}T05:00:00Z`);

beforeAll(async () => {
  cast = await buildCast(db);
  await fillStatutoryRules(db, noon);
  secretary = await cast.holder("office_secretary", "A");
});

describe("who prepares, opens and calls off", () => {
  const cases: [Capacity, string, boolean][] = [
    ["office_secretary", "A", true],
    ["party_secretary", "A", true],
    ["chairperson", "A", true],
    ["office_secretary", "T", false],
    ["office_secretary", "B", false],
    ["front_officer", "A", false],
    ["village_head", "A-1", false],
    ["agency_head", "A-KT", false],
    ["administrator", "A", false],
  ];

  test.each(cases)("%s of %s: %s", async (capacity, unit, may) => {
    const actor = await cast.holder(capacity, unit);
    const refused = /not_permitted|not_found/;
    const given = { unit: "A", form: "periodic", held_on: today, chairs };
    const [one, other] = [await prepare(today), await prepare("2026-04-01")];
    const tried = async (name: string, input: Record<string, unknown>, life: string) => {
      const done = act(name, input, actor);
      if (!may) return expect(done).rejects.toThrow(refused);
      expect(await findConference(db, secretary, (await done).id, today)).toMatchObject({ life });
    };
    await tried("conference.prepare", given, "prepared");
    await tried("conference.open", { conference: one }, "held");
    await tried("conference.call_off", { conference: other, reason: "mưa lũ" }, "called_off");
  });
});

describe("its day", () => {
  test("is today or to come when it is prepared, and in the days of the unit", async () => {
    await expect(prepare("2026-03-01")).rejects.toThrow("conference.day_has_passed");
    await act("organization.create_unit", { ...unitFrom("2026-06-01"), code: "A-MOI" }, cast.system);
    const office = await cast.holder("office_secretary", "A");
    await expect(prepare("2026-05-31", { unit: "A-MOI" }, office)).rejects.toThrow(
      "organization.unit_not_there",
    );
  });

  test("is waited for: nobody records it as held before, nor with nobody in the chair", async () => {
    const id = await prepare("2026-03-10");
    await expect(act("conference.open", { conference: id })).rejects.toThrow("conference.not_yet");
    await expect(
      act("conference.open", { conference: id, held_on: "2026-03-03" }, secretary, noon),
    ).rejects.toThrow("conference.not_yet");
    await act("conference.open", { conference: id, attendances: "80" }, secretary, later("2026-03-10"));
    const held = await findConference(db, secretary, id, "2026-03-10");
    expect(held).toMatchObject({ life: "held", attendances: 80, heldOn: "2026-03-10" });
    await expect(act("conference.open", { conference: id }, secretary, later("2026-03-11"))).rejects.toThrow(
      "conference.already_held",
    );

    const chairless = await prepare(today, { chairs: [] });
    await expect(act("conference.open", { conference: chairless })).rejects.toThrow("conference.no_chair");
  });

  test("is put off by a correction, and put right when it was another; of one held it is never to come", async () => {
    const id = await prepare("2026-03-05", { collect_until: "2026-03-03" });
    const given = { conference: id, form: "periodic", chairs };
    await act("conference.correct", { ...given, held_on: "2026-04-05" });
    expect((await findConference(db, secretary, id, today)).heldOn).toBe("2026-04-05");
    await act("conference.open", { conference: id, held_on: "2026-04-03" }, secretary, later("2026-04-06"));
    await expect(
      act("conference.correct", { ...given, held_on: "2026-05-01" }, secretary, later("2026-04-06")),
    ).rejects.toThrow("conference.held_in_the_future");
  });

  test("begins at an hour by the clock of its place, as far as that is known", async () => {
    const startsAt = async (id: string) => (await findConference(db, secretary, id, today)).startsAt;
    const id = await prepare("2026-03-05", { starts_at: "7:30" });
    expect(await startsAt(id)).toBe("07:30");
    await act("conference.correct", {
      conference: id,
      form: "periodic",
      chairs,
      held_on: "2026-03-05",
      starts_at: "",
    });
    expect(await startsAt(id)).toBeNull();
    for (const starts_at of ["24:00", "7:60", "sáng", "730"]) {
      await expect(prepare("2026-03-05", { starts_at })).rejects.toThrow("act.invalid_input");
    }
  });

  test("comes after the collecting", async () => {
    await expect(prepare("2026-03-05", { collect_until: "2026-03-06" })).rejects.toThrow(
      "conference.collected_after_day",
    );
  });

  test("of two secretaries who change it at once the second is told", async () => {
    const id = await prepare("2026-03-09");
    const given = { conference: id, form: "periodic", chairs, expected_version: "1" };
    const answers = await Promise.allSettled([
      act("conference.correct", { ...given, held_on: "2026-03-12" }),
      act(
        "conference.correct",
        { ...given, held_on: "2026-03-13" },
        await cast.holder("office_secretary", "A"),
      ),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const refused = answers.find((answer) => answer.status === "rejected")!;
    expect(String(refused.reason)).toContain("conference.changed_meanwhile");
  });
});

test("an ad hoc conference needs its reason, a planned one a plan of its unit", async () => {
  await expect(prepare("2026-03-05", { form: "ad_hoc" })).rejects.toThrow("conference.ad_hoc_without_reason");
  const planned = await plannedFor("A", false);
  const id = await prepare("2026-03-05", { planned });
  const row = await db.selectFrom("conference").select("planned_id").where("id", "=", id).executeTakeFirst();
  expect(row).toEqual({ planned_id: planned });
  for (const other of [await plannedFor("B", false), await plannedFor("A", true), crypto.randomUUID()]) {
    await expect(prepare("2026-03-05", { planned: other })).rejects.toThrow("conference.planned_not_found");
  }
});

test("one called off stays so, with its reason, and takes no turn, no matter, no correction", async () => {
  const id = await prepare("2026-03-06");
  await act("conference.call_off", { conference: id, reason: "Bão số 3" });
  expect(await findConference(db, secretary, id, today)).toMatchObject({
    life: "called_off",
    calledOffReason: "Bão số 3",
  });
  await expect(act("conference.open", { conference: id })).rejects.toThrow("conference.was_called_off");
  await expect(act("conference.call_off", { conference: id, reason: "x" })).rejects.toThrow(
    "conference.was_called_off",
  );
  const corrected = { conference: id, form: "periodic", held_on: "2026-03-06", chairs };
  await expect(act("conference.correct", corrected)).rejects.toThrow("conference.was_called_off");
  await expect(act("conference.record_turn", { conference: id, speaker: "Ông Nói" })).rejects.toThrow(
    "conference.not_held",
  );
  await expect(collected(id)).rejects.toThrow("recommendation.conference_called_off");
});

describe("what is still to come is kept out of", () => {
  test("the lists of held ones, and found by its state and its year", async () => {
    const id = await prepare("2027-01-05");
    const listed = async (filter: object) =>
      (await listConferences(db, secretary, filter, today, 1, 100)).lines.filter((line) => line.id === id);
    expect(await listed({ life: "held" })).toEqual([]);
    expect(await listed({ life: "prepared", year: 2027 })).toMatchObject([{ life: "prepared" }]);
    expect((await conferencesOf(db, secretary, "A", today)).filter((choice) => choice.id === id)).toEqual([]);
  });

  test("the report, until it is held", async () => {
    const held = async (asOf: string) =>
      (
        await reportSummary(db, {
          unit: "A",
          from: "2026-08-01",
          to: "2026-08-31",
          asOf,
          basis: "as-was",
          today: asOf,
        })
      ).conferences.held;
    const id = await prepare("2026-08-04");
    await prepare("2026-08-05");
    expect(await held("2026-08-31")).toBe(0);
    await act("conference.open", { conference: id }, secretary, later("2026-08-04"));
    expect(await held("2026-08-31")).toBe(1);
  });

  test("the clocks of a matter: the term after the conference begins once it was held", async () => {
    const id = await prepare("2026-03-02");
    const { id: matter } = await collected(id);
    const starts = async () => (await clocksOf(db, matter))!.starts;
    expect(await starts()).toEqual({ receipt: today });
    await act("conference.open", { conference: id });
    expect(await starts()).toEqual({ receipt: today, conference: today });
  });

  test("what is said at a conference: no turn, no matter but those collected beforehand", async () => {
    const id = await prepare("2026-03-20");
    await expect(act("conference.record_turn", { conference: id, speaker: "Bà Nói" })).rejects.toThrow(
      "conference.not_held",
    );
    await expect(collected(id, { channel: "conference" })).rejects.toThrow(
      "recommendation.conference_not_held",
    );
    expect((await collected(id)).code).toMatch(/^A-2026-/);
  });
});

test("what is collected beforehand comes in by the day; a village head brings only their own village's", async () => {
  const id = await prepare(today);
  await act("conference.open", { conference: id });
  await expect(
    act("recommendation.receive", said(id, { received_on: "2026-03-03" }), secretary, later("2026-03-05")),
  ).rejects.toThrow("recommendation.collected_too_late");
  const head = await cast.holder("village_head", "A-1");
  expect((await collected(id, { village: "A-1" }, head)).code).toMatch(/^A-/);
  for (const village of ["A-2", ""]) {
    await expect(collected(id, { village }, head)).rejects.toThrow("recommendation.not_own_village");
  }
  expect((await collected(id, {}, await cast.holder("front_officer", "A"))).code).toMatch(/^A-/);
  for (const [capacity, unit] of [
    ["village_head", "B-1"],
    ["front_officer", "B"],
    ["agency_head", "A-KT"],
  ] as const) {
    const stranger = await cast.holder(capacity, unit);
    await expect(collected(id, { village: "A-1" }, stranger)).rejects.toThrow("act.not_permitted");
  }
});

const said = (conference: string, more: Record<string, unknown> = {}) => ({
  unit: "A",
  conference,
  channel: "collected_beforehand",
  field: "giao_thong",
  received_on: today,
  text: "Sửa cầu qua suối",
  ...more,
});
const collected = (conference: string, more: Record<string, unknown> = {}, by = secretary) =>
  act("recommendation.receive", said(conference, more), by);
const unitFrom = (from: string) => ({ name: "Xã Mới", kind: "commune", parent: "T", from });

async function plannedFor(unit: string, isDraft: boolean): Promise<string> {
  const [plan, planned] = [crypto.randomUUID(), crypto.randomUUID()];
  const issued = isDraft ? {} : { symbol: `${plan.slice(0, 4)}-KH/ĐU`, issued_on: "2026-01-05" };
  await db
    .insertInto("plan")
    .values({
      id: plan,
      unit_id: cast.unit(unit),
      year: 2026,
      is_draft: isDraft,
      ...issued,
      recorded_at: noon.toString(),
    })
    .execute();
  await db
    .insertInto("planned_conference")
    .values({
      id: planned,
      plan_id: plan,
      position: 1,
      unit_id: cast.unit(unit),
      quarter: 1,
      form: "periodic",
    })
    .execute();
  return planned;
}

describe("a conference entered as held by mistake", () => {
  const held = async () =>
    (await act("conference.record", { unit: "A", form: "briefing", held_on: "2026-02-03", chairs })).id;
  const heldIn = async (knownOn: string | null) => {
    const question = { unit: "A", from: "2026-01-01", to: "2026-12-31", knownOn, today: "2026-06-30" };
    return (await reportSummary(db, question)).conferences.by_form.briefing ?? 0;
  };

  test("counts no more, but still as known before it was put right", async () => {
    const before = await heldIn(null);
    const id = await held();
    expect(await heldIn(null)).toBe(before + 1);
    await act(
      "conference.call_off",
      { conference: id, reason: "ghi hai lần" },
      secretary,
      later("2026-05-20"),
    );
    expect(await heldIn(null)).toBe(before);
    expect(await heldIn("2026-05-19")).toBe(before + 1);
    expect(await heldIn("2026-05-20")).toBe(before);
    expect(await findConference(db, secretary, id, today)).toMatchObject({ life: "called_off" });
  });

  test("stays as it is once a turn was recorded in it", async () => {
    const id = await held();
    await act("conference.record_turn", { conference: id, speaker: "Bà Lượt" });
    const done = act("conference.call_off", { conference: id, reason: "ghi nhầm" });
    await expect(done).rejects.toThrow("conference.held_and_used");
  });
});

test("what is put right of a conference that was held changes no figure as known on a day before", async () => {
  const conference = (
    await act(
      "conference.record",
      {
        unit: "B",
        form: "periodic",
        held_on: "2026-02-03",
        chairs,
        attendances: 40,
      },
      await cast.holder("office_secretary", "B"),
      later("2026-02-05"),
    )
  ).id;
  const office = await cast.holder("office_secretary", "B");
  await act("conference.count_attendance", { conference, attendances: 44 }, office, later("2026-02-08"));
  const right = { conference, form: "briefing", held_on: "2026-01-30", chairs, attendances: 45 };
  await act("conference.correct", right, office, later("2026-02-20"));
  const known = async (knownOn: string | null, from = "2026-02-01") => {
    const question = { unit: "B", from, to: "2026-02-28", knownOn, today: "2026-06-30" };
    const { conferences, attendances } = await reportSummary(db, question);
    return [conferences.by_form, attendances];
  };
  expect(await known("2026-02-05")).toEqual([{ periodic: 1 }, 40]);
  expect(await known("2026-02-19")).toEqual([{ periodic: 1 }, 44]);
  expect(await known("2026-02-20")).toEqual([{}, 0]);
  expect(await known(null, "2026-01-01")).toEqual([{ briefing: 1 }, 45]);
  const change = db.updateTable("conference").set({ attendances: 1 }).where("id", "=", conference);
  await expect(change.execute()).rejects.toThrow("is kept in conference_version first");
});
