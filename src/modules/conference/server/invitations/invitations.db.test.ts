import type { Actor, Capacity } from "#kernel/actor.ts";
import { actNamed } from "#acts/registry.ts";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../../tests/support/database.ts";
import { findConference, invitableUnits, readAttendance, readInvitations } from "../index.ts";

const { db } = await testDatabase();
let cast: Cast;
let secretary: Actor;
let conference: string;

type Made = { id: string; name: string; again: boolean };
const act = (name: string, input: Record<string, unknown>, actor = secretary, now = noon) =>
  cast.perform(actNamed(`conference.${name}`)!, input, { actor, now }) as Promise<Made>;
const chairs = [{ name: "Bà Chủ trì", capacity: "party_secretary" }];
const read = async (actor = secretary) =>
  readInvitations(db, actor, await findConference(db, actor, conference, today), today);
const invite = (guests: object[], actor = secretary) => act("invite", { conference, guests }, actor);
const invitationOf = async (unit: string) => (await read()).find((line) => line.unit === unit)!;

beforeAll(async () => {
  cast = await buildCast(db);
  secretary = await cast.holder("office_secretary", "A");
});
beforeEach(async () => {
  const given = { unit: "A", form: "periodic", held_on: "2026-03-20", chairs };
  conference = (await act("prepare", given)).id;
});

describe("inviting", () => {
  test("villages, agencies and guests at once, in the order of the list; the same again changes nothing", async () => {
    const found = await findConference(db, secretary, conference, today);
    expect((await invitableUnits(db, found)).map(({ code }) => code)).toEqual(["A-2", "A-1", "A-KT", "A-VH"]);
    await invite([
      { unit: "A-1", quota: "3" },
      { unit: "A-KT", quota: 1 },
      { name: "Cụ Thử", quota: 1 },
    ]);
    await invite([{ unit: "A-1", quota: "3" }]);
    expect((await read()).map(({ unit, name, quota }) => [unit, name, quota])).toEqual([
      ["A-1", "Thôn Một", 3],
      ["A-KT", "Phòng Kinh tế xã An", 1],
      [null, "Cụ Thử", 1],
    ]);
    expect((await invitableUnits(db, found)).map(({ code }) => code).toSorted()).toEqual(["A-2", "A-VH"]);
  });

  test("villages of several communes are told with their commune, those of one commune one after the other", async () => {
    const above = await cast.holder("office_secretary", "T");
    const given = { unit: "T", form: "briefing", held_on: "2026-03-20", chairs };
    conference = (await act("prepare", given, above)).id;
    const found = await findConference(db, above, conference, today);
    const names = (lines: { name: string }[]) =>
      lines.map(({ name }) => name).filter((name) => /^Thôn/.test(name));
    const told = ["Thôn Hai, Xã An", "Thôn Một, Xã An", "Thôn Ba, Xã Bình"];
    expect(names(await invitableUnits(db, found))).toEqual(told);
    await invite(
      ["B-1", "A-1", "A-2"].map((unit) => ({ unit, quota: 1 })),
      above,
    );
    expect(names(await read(above))).toEqual(told);
  });

  test.each([
    [{ unit: "B-1", quota: 1 }, "conference.guest_elsewhere"],
    [{ unit: "T-SO", quota: 1 }, "conference.guest_elsewhere"],
    [{ unit: "A", quota: 1 }, "conference.guest_elsewhere"],
    [{ unit: "X-9", quota: 1 }, "organization.unit_not_found"],
    [{ quota: 1 }, "conference.guest_unnamed"],
    [{ unit: "A-1", quota: 0 }, "act.invalid_input"],
  ])("%j is refused, and nobody of the list is invited", async (guest, problem) => {
    await expect(invite([{ unit: "A-2", quota: 2 }, guest])).rejects.toThrow(problem);
    expect(await read()).toEqual([]);
  });
});

describe("two secretaries and one list", () => {
  const change = async (unit: string, quota: number, expected_quota: number, actor = secretary) => {
    const { id: invitation } = await invitationOf(unit);
    return act("change_quotas", { conference, changes: [{ invitation, quota, expected_quota }] }, actor);
  };
  const quotas = async () => (await read()).map(({ unit, quota }) => [unit, quota]);

  test("who invite the same unit at once: the same number is one invitation, another is told and nobody is invited", async () => {
    const second = await cast.holder("office_secretary", "A");
    const both = [secretary, second].map((actor) => invite([{ unit: "A-1", quota: 3 }], actor));
    await Promise.all(both);
    const other = [
      { unit: "A-2", quota: 2 },
      { unit: "A-1", quota: 5 },
    ];
    await expect(invite(other, second)).rejects.toThrow("conference.invited_already");
    expect(await quotas()).toEqual([["A-1", 3]]);
  });

  test("who change different units are merged; who change the same one, the second is told", async () => {
    await invite([
      { unit: "A-1", quota: 3 },
      { unit: "A-2", quota: 3 },
    ]);
    await Promise.all([change("A-1", 4, 3), change("A-2", 6, 3)]);
    expect((await quotas()).toSorted()).toEqual([
      ["A-1", 4],
      ["A-2", 6],
    ]);
    await expect(change("A-1", 5, 3)).rejects.toThrow("conference.quota_changed_meanwhile");
    await change("A-1", 4, 3);
    await change("A-1", 5, 4);
    expect((await invitationOf("A-1")).quota).toBe(5);
  });

  test("of several numbers one that cannot be keeps all of them as they were", async () => {
    await invite([
      { unit: "A-1", quota: 3 },
      { unit: "A-2", quota: 3 },
    ]);
    const [one, two] = [await invitationOf("A-1"), await invitationOf("A-2")];
    const changes = [
      { invitation: two.id, quota: 9, expected_quota: 3 },
      { invitation: one.id, quota: 9, expected_quota: 1 },
    ];
    await expect(act("change_quotas", { conference, changes })).rejects.toThrow("quota_changed_meanwhile");
    expect((await invitationOf("A-2")).quota).toBe(3);
  });

  test("fewer than have been named already are refused; an answer that was given stays", async () => {
    await invite([{ unit: "A-1", quota: 3 }]);
    const delegates = [{ name: "Bà Một" }, { name: "Ông Hai" }];
    const { id } = await invitationOf("A-1");
    await act("answer_invitation", { invitation: id, answer: "accepted", delegates });
    await expect(change("A-1", 1, 3)).rejects.toThrow("conference.quota_below_named");
    await change("A-1", 2, 3);
    expect(await invitationOf("A-1")).toMatchObject({ quota: 2, answer: "accepted" });
  });

  test("an invitation that was withdrawn meanwhile, or of another conference, is not there", async () => {
    await invite([{ unit: "A-1", quota: 3 }]);
    const { id: invitation } = await invitationOf("A-1");
    const changes = [{ invitation, quota: 5, expected_quota: 3 }];
    const given = { unit: "A", form: "periodic", held_on: "2026-03-25", chairs };
    const other = (await act("prepare", given)).id;
    await expect(act("change_quotas", { conference: other, changes })).rejects.toThrow(
      "invitation_not_found",
    );
    await act("withdraw_invitation", { invitation });
    await expect(act("change_quotas", { conference, changes })).rejects.toThrow("invitation_not_found");
  });

  test.each<[Capacity, string, string]>([
    ["party_secretary", "A", "act.not_permitted"],
    ["village_head", "A-1", "act.not_permitted"],
    ["office_secretary", "T", "act.not_permitted"],
    ["office_secretary", "B", "conference.not_found"],
  ])("%s of %s changes no number: %s", async (capacity, unit, problem) => {
    await invite([{ unit: "A-1", quota: 3 }]);
    await expect(change("A-1", 5, 3, await cast.holder(capacity, unit))).rejects.toThrow(problem);
  });
});

test("whose unit goes to another province reads no invitations of conferences from after that day on", async () => {
  const administrator = await cast.holder("administrator", "VN");
  const make = (name: string, input: object) =>
    cast.perform(actNamed(`organization.${name}`)!, input, { actor: administrator, now: noon });
  await make("create_unit", { code: "C-1", name: "Thôn Cao", kind: "village", parent: "C" });
  await make("arrange_units", { kind: "reparent", on: "2026-03-01", from: ["C"], to: ["T"], symbol: "9/NQ" });
  const [office, left, joined] = [
    await cast.holder("office_secretary", "C"),
    await cast.holder("office_secretary", "K"),
    await cast.holder("office_secretary", "T"),
  ];
  const at = async (held_on: string, now: Temporal.Instant) => {
    const { id } = await act("prepare", { unit: "C", form: "periodic", held_on, chairs }, office, now);
    await act("invite", { conference: id, guests: [{ unit: "C-1", quota: 1 }] }, office, now);
    return { id, unitId: cast.unit("C"), heldOn: held_on };
  };
  const seen = async (where: Awaited<ReturnType<typeof at>>) =>
    Promise.all([left, joined].map(async (actor) => (await readInvitations(db, actor, where, today)).length));
  expect(await seen(await at("2026-02-20", day("2026-02-01")))).toEqual([1, 1]);
  expect(await seen(await at("2026-03-20", noon))).toEqual([0, 1]);
});

describe("who does what", () => {
  const cases: [Capacity, string, send: boolean, answers: string[], sees: string[]][] = [
    ["office_secretary", "A", true, ["A-1", "A-KT"], ["A-1", "A-KT"]],
    ["party_secretary", "A", false, [], ["A-1", "A-KT"]],
    ["front_officer", "A", false, [], ["A-1", "A-KT"]],
    ["village_head", "A-1", false, ["A-1"], ["A-1"]],
    ["village_head", "A-2", false, [], []],
    ["agency_head", "A-KT", false, ["A-KT"], ["A-KT"]],
    ["agency_officer", "A-VH", false, [], []],
    ["office_secretary", "T", false, [], ["A-1", "A-KT"]],
  ];

  test.each(cases)("%s of %s", async (capacity, unit, send, answers, sees) => {
    await invite([
      { unit: "A-1", quota: 2 },
      { unit: "A-KT", quota: 2 },
    ]);
    const actor = await cast.holder(capacity, unit);
    const tried = async (done: Promise<unknown>) =>
      done.then(
        () => true,
        (problem: Error) => /not_permitted/.test(problem.message) && false,
      );
    expect((await read(actor)).map((line) => line.unit)).toEqual(sees);
    for (const invited of ["A-1", "A-KT"]) {
      const { id } = await invitationOf(invited);
      const answered = await tried(act("answer_invitation", { invitation: id, answer: "accepted" }, actor));
      expect([invited, answered]).toEqual([invited, answers.includes(invited)]);
    }
    expect(await tried(invite([{ unit: "A-2", quota: 1 }], actor))).toBe(send);
    const { id } = await invitationOf("A-1");
    expect(await tried(act("withdraw_invitation", { invitation: id }, actor))).toBe(send);
  });

  test("a village of a commune reads what the level above invites it to, as long as it is invited", async () => {
    const above = await cast.holder("office_secretary", "T");
    const head = await cast.holder("village_head", "A-1");
    const neighbour = await cast.holder("village_head", "A-2");
    const given = { unit: "T", form: "briefing", held_on: "2026-03-20", chairs };
    conference = (await act("prepare", given, above)).id;
    await expect(read(head)).rejects.toThrow("conference.not_found");
    await invite([{ unit: "A-1", quota: 2 }], above);
    expect((await read(head)).map(({ unit }) => unit)).toEqual(["A-1"]);
    await expect(read(neighbour)).rejects.toThrow("conference.not_found");
    const [line] = await read(head);
    await act("withdraw_invitation", { invitation: line!.id }, above);
    await expect(read(head)).rejects.toThrow("conference.not_found");
  });

  test("a stranger is told that the conference is not there", async () => {
    await invite([{ unit: "A-1", quota: 1 }]);
    const stranger = await cast.holder("office_secretary", "B");
    await expect(invite([{ unit: "A-2", quota: 1 }], stranger)).rejects.toThrow("conference.not_found");
    const { id } = await invitationOf("A-1");
    await expect(act("withdraw_invitation", { invitation: id }, stranger)).rejects.toThrow("not_found");
  });
});

test("who answers without having seen the answer given meanwhile is told, and nothing is undone", async () => {
  await invite([{ unit: "A-1", quota: 2 }]);
  const answer = async (name: string, expected_version: number) => {
    const { id } = await invitationOf("A-1");
    const given = { invitation: id, answer: "accepted", delegates: [{ name }], expected_version };
    return act("answer_invitation", given);
  };
  const stands = async () => {
    const { version, delegates } = await invitationOf("A-1");
    return [version, ...delegates.map(({ name }) => name)];
  };
  await answer("Bà Một", 1);
  await expect(answer("Ông Hai", 1)).rejects.toMatchObject({
    definition: { code: "conference.answered_meanwhile" },
    details: { version: 2 },
  });
  expect(await stands()).toEqual([2, "Bà Một"]);
  await answer("Ông Hai", 2);
  expect(await stands()).toEqual([3, "Ông Hai"]);
});

describe("delegates", () => {
  const answer = async (delegates: string[], more: object = {}) =>
    act("answer_invitation", {
      invitation: (await invitationOf("A-1")).id,
      answer: "accepted",
      delegates: delegates.map((name) => ({ name })),
      ...more,
    });

  beforeEach(() => invite([{ unit: "A-1", quota: 2 }]).then(() => undefined));

  test("no more than invited, and none where nobody comes", async () => {
    await expect(answer(["Một", "Hai", "Ba"])).rejects.toThrow("conference.over_quota");
    await expect(answer(["Một"], { answer: "declined" })).rejects.toThrow(
      "conference.declined_with_delegates",
    );
  });

  test("named again they keep their badge; one who is replaced is not let in", async () => {
    await answer(["Bà Một", "Ông Hai"]);
    const [one, two] = (await invitationOf("A-1")).delegates;
    await answer(["Bà Một", "Cô Ba"]);
    const after = (await invitationOf("A-1")).delegates;
    expect(after.map(({ name }) => name)).toEqual(["Bà Một", "Cô Ba"]);
    expect(after[0]!.badge).toBe(one!.badge);
    const atDoor = { conference, badge: two!.badge };
    await expect(act("check_in", atDoor, secretary, day("2026-03-20"))).rejects.toThrow(
      "conference.badge_unknown",
    );
  });

  test("at the door a badge counts once, however it is typed, and not before the day", async () => {
    await answer(["Bà Một", "Ông Hai"]);
    const [one] = (await invitationOf("A-1")).delegates;
    const atDoor = { conference, badge: ` ${one!.badge.toLowerCase()} ` };
    await expect(act("check_in", atDoor)).rejects.toThrow("conference.not_yet");
    expect(await act("check_in", atDoor, secretary, day("2026-03-20"))).toMatchObject({ again: false });
    expect(await act("check_in", atDoor, secretary, day("2026-03-20"))).toMatchObject({ again: true });
    expect(await readAttendance(db, conference)).toEqual({ present: 1, named: 2, villages: 1 });
  });

  test("of two doors that read one badge at once only one counts it", async () => {
    await answer(["Bà Một"]);
    const [one] = (await invitationOf("A-1")).delegates;
    const read = () => act("check_in", { conference, badge: one!.badge }, secretary, day("2026-03-20"));
    const both = await Promise.all([read(), read()]);
    expect(both.map(({ again }) => again).toSorted()).toEqual([false, true]);
  });

  test("a badge of another conference opens nothing; a withdrawn invitation opens nothing", async () => {
    await answer(["Bà Một"]);
    const [one] = (await invitationOf("A-1")).delegates;
    const given = { unit: "A", form: "periodic", held_on: today, chairs };
    const other = (await act("prepare", given)).id;
    await expect(act("check_in", { conference: other, badge: one!.badge })).rejects.toThrow("badge_unknown");
    await act("withdraw_invitation", { invitation: (await invitationOf("A-1")).id });
    await expect(
      act("check_in", { conference, badge: one!.badge }, secretary, day("2026-03-20")),
    ).rejects.toThrow("badge_unknown");
    expect(await read()).toEqual([]);
  });
});

const day = (on: string) => Temporal.Instant.from(`${on}T02:00:00Z`);

describe("whoever was let in stays in the room", () => {
  const named = (invitation: string, ...names: [string, string?][]) =>
    act("answer_invitation", {
      invitation,
      answer: "accepted",
      delegates: names.map(([name, title]) => ({ name, title })),
    });
  async function letIn() {
    await invite([{ unit: "A-1", quota: 3 }]);
    const { id } = await invitationOf("A-1");
    await named(id, ["Ông Một"], ["Bà Hai"]);
    const { delegates } = await invitationOf("A-1");
    const badge = delegates.find(({ name }) => name === "Ông Một")!.badge;
    const door = Temporal.Instant.from("2026-03-20T01:00:00Z");
    await act("check_in", { conference, badge }, secretary, door);
    return { id, badge };
  }

  test("however the invitation is answered again", async () => {
    const { id, badge } = await letIn();
    await named(id, ["Bà Ba"]);
    const there = (await invitationOf("A-1")).delegates.map(({ name, present }) => [name, present]);
    expect(there.toSorted()).toEqual([
      ["Bà Ba", false],
      ["Ông Một", true],
    ]);
    await named(id, ["Ông Một", "Bí thư chi bộ"]);
    expect((await invitationOf("A-1")).delegates).toEqual([
      { name: "Ông Một", title: "Bí thư chi bộ", badge, present: true },
    ]);
  });

  test("it is neither declined nor withdrawn, and those inside are named", async () => {
    const { id } = await letIn();
    const declined = act("answer_invitation", { invitation: id, answer: "declined" });
    await expect(declined).rejects.toMatchObject({ vi: expect.stringContaining("Ông Một") });
    await expect(act("withdraw_invitation", { invitation: id })).rejects.toThrow(
      "conference.guests_in_the_room",
    );
    expect(await readAttendance(db, conference)).toMatchObject({ present: 1, named: 2, villages: 1 });
  });
});

test("a day before or after which rulings would stand is asked about, with the list", async () => {
  const given = { form: "periodic", chairs };
  const { id } = await act("record", { ...given, unit: "A", held_on: "2026-02-10" });
  const said = { unit: "A", text: "Sửa cầu", field: "giao_thong", received_on: "2026-02-10", conference: id };
  const request = { actor: secretary, now: noon };
  const { code } = (await cast.perform(actNamed("recommendation.receive")!, said, request)) as {
    code: string;
  };
  const ruling = { recommendation: code, on: "2026-02-10", ruling: "written_answer" };
  await cast.perform(actNamed("recommendation.rule")!, ruling, request);
  const moved = { ...given, conference: id, held_on: "2026-02-12" };
  await expect(act("correct", moved)).rejects.toMatchObject({
    definition: { code: "conference.rulings_before_day" },
    vi: expect.stringContaining(`${code} (10/02/2026)`),
    details: { recommendations: [code] },
  });
  // Moved to an earlier day, the minutes would have nothing of what was ruled in the room.
  const earlier = { ...moved, held_on: "2026-02-09" };
  await expect(act("correct", earlier)).rejects.toMatchObject({
    definition: { code: "conference.rulings_after_day" },
    vi: expect.stringContaining(`${code} (10/02/2026)`),
    details: { recommendations: [code] },
  });
  for (const idle of [
    { ...earlier, rulings_may_precede: "yes" },
    { ...moved, rulings_may_follow: "yes" },
    { ...moved, held_on: "2026-02-10", rulings_may_follow: "yes" },
  ])
    await expect(act("correct", idle)).rejects.toMatchObject({
      definition: { code: "conference.no_rulings_apart" },
    });
  await act("correct", { ...earlier, rulings_may_follow: "yes" });
  expect((await findConference(db, secretary, id, today)).heldOn).toBe("2026-02-09");
  await act("correct", { ...moved, held_on: "2026-02-10" });
  await act("correct", { ...moved, rulings_may_precede: "yes" });
  expect((await findConference(db, secretary, id, today)).heldOn).toBe("2026-02-12");
});
