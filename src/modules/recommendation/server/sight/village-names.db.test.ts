import { ofToday } from "#modules/document/paper-day.ts";
import type { Actor } from "#kernel/actor.ts";
import { actNamed } from "#acts/registry.ts";
import {
  findConference,
  findConferenceWithAgenda,
  lastTime,
  recordingChoices,
} from "#modules/conference/server/index.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../../tests/support/database.ts";
import {
  findMatter,
  listMatters,
  matterFilter,
  similarMatters,
  villagesOf,
  villagesToReceive,
} from "../index.ts";

const { db } = await testDatabase();
let cast: Cast;
let province: string;
let commune: string;
let conference: string;

const act = async <Result>(name: string, input: Record<string, unknown>) =>
  (await cast.perform(actNamed(name)!, input, { actor: cast.system, now: noon })) as Result;

async function received(unit: string): Promise<string> {
  const said = { unit, village: "A-1", field: "giao_thong", received_on: "2026-01-05", text: "Cầu hỏng" };
  const more = { naming: "named", raised_by: "Người Thử" };
  return (await act<{ code: string }>("recommendation.receive", { ...said, ...more })).code;
}

beforeAll(async () => {
  cast = await buildCast(db);
  province = await received("T");
  commune = await received("A");
  const held = {
    unit: "T",
    form: "periodic",
    held_on: "2026-01-04",
    chairs: [{ name: "Bà", capacity: "party_secretary" }],
  };
  conference = (await act<{ id: string }>("conference.record", held)).id;
  await act("conference.record_turn", { conference, village: "A-1", speaker: "Người Thử", naming: "named" });
});

/** "Khu 1" there is in every commune; whoever deals with many is told which one. */
const told = "Thôn Một, Xã An";

describe("a village above its commune", () => {
  const reader = () => cast.holder("office_secretary", "T");

  test("in the list, on the page, of the requester", async () => {
    const filter = matterFilter.parse({});
    const { matters } = await listMatters(db, await reader(), filter, { sort: "received", size: 9 }, today);
    expect(matters.find(({ code }) => code === province)!.villageName).toBe(told);
    const matter = await findMatter(db, await reader(), province, today);
    expect(matter).toMatchObject({ village: { code: "A-1", name: told } });
    expect(matter).toMatchObject({ requesters: [{ name: "Người Thử", villageName: told }] });
  });

  test("not told again where the matter is of that commune itself", async () => {
    const filter = matterFilter.parse({});
    const { matters } = await listMatters(db, await reader(), filter, { sort: "received", size: 9 }, today);
    expect(matters.find(({ code }) => code === commune)!.villageName).toBe("Thôn Một");
  });

  test("where it is chosen, and of a turn", async () => {
    expect((await villagesOf(db, "T", today)).map(({ name }) => name)).toContain(told);
    const { turns } = await findConferenceWithAgenda(db, await reader(), conference, today);
    expect(turns[0]!.villageName).toBe(told);
    const choices = await recordingChoices(db, cast.unit("T"), today);
    expect(choices.villages.map(({ name }) => name)).toContain(told);
  });

  test("in the report on last time", async () => {
    const next = {
      unit: "T",
      form: "periodic",
      held_on: "2026-04-01",
      chairs: [{ capacity: "party_secretary" }],
    };
    await act("recommendation.receive", {
      unit: "T",
      village: "A-1",
      field: "giao_thong",
      received_on: "2026-01-04",
      text: "Đường hỏng",
      conference,
    });
    const { id } = await act<{ id: string }>("conference.prepare", next);
    const actor = await reader();
    const { matters } = await lastTime(db, actor, await findConference(db, actor, id, today), ofToday(today));
    expect(matters.map(({ villageName }) => villageName)).toEqual([told]);
  });

  test("where a like matter is looked for", async () => {
    const similar = await similarMatters(db, await reader(), { text: "Cầu hỏng", unit: "T" }, today);
    expect(similar.find(({ code }) => code === province)?.villageName).toBe(told);
  });
});

test("a head of a village writes down for their own alone, and is offered no other", async () => {
  const villages = await villagesOf(db, "T", today);
  const offered = async (actor: Actor) =>
    (await villagesToReceive(db, actor, villages)).map(({ code }) => code);
  expect(await offered(await cast.holder("village_head", "A-1"))).toEqual(["A-1"]);
  const office = await offered(await cast.holder("office_secretary", "T"));
  expect(office).toEqual(villages.map(({ code }) => code));
});

test("within the commune its name is enough, and no village is no name", async () => {
  const office = await cast.holder("office_secretary", "A");
  expect(await findMatter(db, office, commune, today)).toMatchObject({
    village: { name: "Thôn Một" },
    requesters: [{ villageName: "Thôn Một" }],
  });
  const bare = { unit: "A", field: "giao_thong", received_on: "2026-01-05", text: "Không rõ thôn" };
  const { code } = await act<{ code: string }>("recommendation.receive", bare);
  const filter = matterFilter.parse({ text: "Không rõ thôn" });
  const { matters } = await listMatters(db, office, filter, { sort: "received", size: 9 }, today);
  expect(matters).toMatchObject([{ code, villageName: null }]);
});
