import type { Actor, Capacity } from "#kernel/actor.ts";
import { actNamed } from "#acts/registry.ts";
import { countUnanswered, unansweredInvitations } from "#modules/conference/server/index.ts";
import { createAccount } from "#modules/identity/server/index.ts";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import { hrefOf } from "../notification.ts";
import { notificationInWords } from "../words.ts";
import { notificationsOf, remind } from "./index.ts";

const { db } = await testDatabase();
const people: Record<string, Actor & { kind: "person" }> = {};
let cast: Cast;
let conference: string;

type Reminded = { id: string; reminded: number; already: string[]; to_phone: string[] };
const at = (day: string) => Temporal.Instant.from(`${day}T05:00:00Z`);
const act = (name: string, input: object, by = "office", now = noon) =>
  cast.perform(actNamed(name)!, input, { actor: people[by]!, now }) as Promise<Reminded>;
const press = (by = "office", now = noon) => act("notification.remind_invited", { conference }, by, now);
const invitationOf = async (name: string) =>
  (await unansweredInvitations(db, conference, today)).find((each) => each.name === name)!;
const toldTo = async (name: string) => {
  const words = await notificationsOf(db, people[name]!.personId, 50);
  return words.map(({ details }) => notificationInWords(details).vi).toReversed();
};

beforeAll(async () => {
  cast = await buildCast(db);
  for (const [name, capacity, unit] of [
    ["office", "office_secretary", "A"],
    ["chair", "chairperson", "A"],
    ["above", "office_secretary", "T"],
    ["stranger", "office_secretary", "B"],
    ["village", "village_head", "A-1"],
    ["agency", "agency_head", "A-KT"],
    ["without account", "village_head", "A-2"],
  ] as [string, Capacity, string][])
    people[name] = await cast.holder(capacity, unit);
  for (const name of ["village", "agency"]) {
    const account = { personId: people[name]!.personId, username: `${name}.a`, password: "một mật khẩu dài" };
    await createAccount(db, account, noon);
  }
  const phone = { phone: "0912 345 678" };
  await db.updateTable("person").set(phone).where("id", "=", people["without account"]!.personId).execute();
});

beforeEach(async () => {
  await db.deleteFrom("notification").execute();
  // What earlier tests invited to awaits no answer any more.
  await db.updateTable("conference_invitation").set({ withdrawn_at: noon.toString() }).execute();
  const chairs = [{ name: "Bà Chủ trì", capacity: "party_secretary" }];
  const given = { unit: "A", form: "periodic", held_on: "2026-03-20", chairs };
  conference = (await act("conference.prepare", given)).id;
  const guests = [
    { unit: "A-1", quota: 3 },
    { unit: "A-2", quota: 3 },
    { unit: "A-KT", quota: 1 },
    { name: "Cụ Thử", quota: 1 },
  ];
  await act("conference.invite", { conference, guests });
});

test("one press reminds whoever has an account, once a day, and names those to be telephoned", async () => {
  const phoned = ["Thôn Hai", "Cụ Thử"];
  expect(await press()).toEqual({ id: conference, reminded: 2, already: [], to_phone: phoned });
  const again = {
    id: conference,
    reminded: 0,
    already: ["Thôn Một", "Phòng Kinh tế xã An"],
    to_phone: phoned,
  };
  expect(await press()).toEqual(again);
  expect(await press("office", noon.add({ hours: 24 }))).toMatchObject({ reminded: 2, already: [] });
  const asked = (days: number) =>
    `office_secretary A nhắc trả lời giấy mời dự hội nghị đối thoại định kỳ của xã An, ngày 20/03/2026 (còn ${days} ngày); 3 đại biểu`;
  expect(await toldTo("village")).toEqual([asked(18), asked(17)]);
  const [word] = await notificationsOf(db, people.village!.personId, 1);
  const { invitationId } = await invitationOf("Thôn Một");
  expect(hrefOf(word!.details)).toBe(`/conferences/${conference}/invitations/${invitationId}`);
});

test("who has answered is not counted and not reminded; once all have, there is nobody to remind", async () => {
  expect(await countUnanswered(db, conference)).toBe(4);
  const answer = async (name: string, by: string) => {
    const { invitationId } = await invitationOf(name);
    await act("conference.answer_invitation", { invitation: invitationId, answer: "accepted" }, by);
  };
  await answer("Thôn Một", "village");
  expect(await countUnanswered(db, conference)).toBe(3);
  expect(await press()).toMatchObject({ reminded: 1 });
  expect(await toldTo("village")).toEqual([]);
  for (const name of ["Thôn Hai", "Phòng Kinh tế xã An", "Cụ Thử"]) await answer(name, "office");
  await expect(press()).rejects.toThrow("notification.all_answered");
});

test("a conference that is over or called off awaits no answer", async () => {
  await expect(press("office", at("2026-03-21"))).rejects.toThrow("notification.not_to_come");
  await act("conference.call_off", { conference, reason: "Bão" });
  await expect(press()).rejects.toThrow("notification.not_to_come");
});

test("those to be telephoned are listed with those who answer for the unit, and their number", async () => {
  const { contacts } = await invitationOf("Thôn Hai");
  expect(contacts).toEqual([
    {
      personId: people["without account"]!.personId,
      name: "village_head A-2",
      phone: "0912 345 678",
      email: null,
      hasAccount: false,
    },
  ]);
  expect((await invitationOf("Cụ Thử")).contacts).toEqual([]);
});

test.each([
  ["chair", "not_permitted"],
  ["above", "not_permitted"],
  ["village", "not_permitted"],
  ["stranger", "conference.not_found"],
])("%s may not remind: %s", async (by, problem) => {
  await expect(press(by)).rejects.toThrow(problem);
  expect(await toldTo("village")).toEqual([]);
});

describe("by themselves", () => {
  const run = (day: string) => remind(db, day, { now: at(day), mail: false });

  test("three days and one day before, however often it runs; the office is told how many are left", async () => {
    for (const day of ["2026-03-13", "2026-03-17", "2026-03-17", "2026-03-18", "2026-03-19"]) await run(day);
    const asked = (days: number) =>
      `Nhắc trả lời giấy mời dự hội nghị đối thoại định kỳ của xã An, ngày 20/03/2026 (còn ${days} ngày); 3 đại biểu`;
    expect(await toldTo("village")).toEqual([asked(3), asked(1)]);
    const left = (days: number) =>
      `Hội nghị đối thoại định kỳ của xã An ngày 20/03/2026 (còn ${days} ngày): 4 giấy mời chưa được trả lời, trong đó 2 nơi phải gọi điện thoại`;
    expect(await toldTo("office")).toEqual([left(3), left(1)]);
    const [word] = await notificationsOf(db, people.office!.personId, 1);
    expect(hrefOf(word!.details)).toBe(`/conferences/${conference}/invitations`);
  });

  test("whoever has answered, and those of a conference that was called off, hear nothing", async () => {
    const { invitationId } = await invitationOf("Thôn Một");
    await act("conference.answer_invitation", { invitation: invitationId, answer: "declined" }, "village");
    await run("2026-03-17");
    expect(await toldTo("village")).toEqual([]);
    expect(await toldTo("agency")).toHaveLength(1);
    await act("conference.call_off", { conference, reason: "Bão" });
    await run("2026-03-19");
    expect(await toldTo("agency")).toHaveLength(1);
  });
});
