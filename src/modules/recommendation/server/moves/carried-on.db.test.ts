import type { Actor } from "#kernel/actor.ts";
import { actNamed } from "#acts/registry.ts";
import { matterDates } from "#modules/deadline/server/matter-facts.ts";
import { unitByCode } from "#modules/organization/server/index.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../../tests/support/database.ts";
import { findMatter, listMatters, matterFilter, similarMatters } from "../index.ts";

// Under T: the ward O with its agency O-KT, its village O-1 goes over into N (N-KT, N-1) on 1 February 2026.
const { db } = await testDatabase();
let cast: Cast;
let office: Actor;
const system: Actor = { kind: "system", name: "tests" };

type Done = { id: string; code: string };
const act = (name: string, input: object, actor: Actor = system) =>
  cast.perform(actNamed(name)!, input, { actor, now: noon }) as Promise<Done>;
const move = (name: string, recommendation: string, more: object, actor: Actor = system) =>
  act(`recommendation.${name}`, { recommendation, ...more }, actor);

async function received(unit: string, received_on: string, more: object = {}): Promise<string> {
  const said = { unit, text: "Sửa cống thoát nước ngõ 34", field: "giao_thong", received_on, ...more };
  return (await act("recommendation.receive", said)).code;
}

/** Answered in 2019: received on 1 March, assigned on 11 March until 10 April, done on 1 April. */
async function answeredThen(lead = "O-KT"): Promise<string> {
  const code = await received("O", "2019-03-01", { village: "O-1" });
  await move("assign", code, { on: "2019-03-11", lead, due: "2019-04-10", coordinators: ["O-VH"] });
  await move("draft_answer", code, { on: "2019-03-20", outcome: "done", text: "Đã sửa" });
  await move("approve_answer", code, { on: "2019-03-20" });
  await move("answer", code, { on: "2019-04-01", reason: "phần phối hợp đã có trong bài trả lời" });
  return code;
}

const matter = async (code: string, actor: Actor = system) => {
  const found = await findMatter(db, actor, code, today);
  if (found.hidden !== null) throw new Error(`${code} is out of sight`);
  return found;
};

const codes = async (filter: object) =>
  (
    await listMatters(db, office, matterFilter.parse(filter), { sort: "received", size: 50 }, today)
  ).matters.map(({ code }) => code);

let [old, fresh, dissolved] = ["", "", ""];

beforeAll(async () => {
  cast = await buildCast(db);
  const create = (code: string, kind: string, parent: string, from: string) =>
    act("organization.create_unit", { code, kind, parent, from, name: `Đơn vị ${code}` });
  await create("O", "commune", "T", "2015-01-01");
  for (const code of ["O-KT", "O-VH", "O-TC"]) await create(code, "agency", "O", "2015-01-01");
  await create("O-1", "village", "O", "2015-01-01");
  await create("N", "commune", "T", "2026-01-01");
  for (const code of ["N-KT", "N-VH"]) await create(code, "agency", "N", "2026-01-01");
  await create("N-1", "village", "N", "2026-01-01");
  [old, dissolved] = [await answeredThen(), await answeredThen("O-TC")];
  const arrange = (kind: string, from: string, to: string[]) =>
    act("organization.arrange_units", { kind, on: "2026-02-01", from: [from], to });
  await arrange("merge", "O-KT", ["N-KT"]);
  await arrange("merge", "O-VH", ["N-VH"]);
  await arrange("abolish", "O-TC", []);
  await arrange("merge", "O-1", ["N-1"]);
  await arrange("merge", "O", ["N"]);
  fresh = await received("N", "2026-02-10", { village: "N-1" });
  const { id: unitId } = await unitByCode(db, "N");
  const { id: personId } = await act("organization.add_person", { unit: "N", full_name: "Văn thư N" });
  const held = { person: personId, unit: "N", capacity: "office_secretary", from: "2026-02-01" };
  const { id } = await act("organization.appoint", held);
  const posts = [{ id, unitId, capacity: "office_secretary" as const, acting: false }];
  office = { kind: "person", personId, name: "N", posts };
});

describe("what a unit carries on", () => {
  test.each([
    ["its unit", { unit: "N" }, () => [fresh, dissolved, old]],
    ["the unit that is no more", { unit: "O" }, () => [dissolved, old]],
    ["its agency", { lead: "N-KT" }, () => [old]],
    ["its village", { village: "N-1" }, () => [fresh, dissolved, old]],
    ["the village that is no more", { village: "O-1" }, () => [dissolved, old]],
  ])("is found by %s", async (_, filter, expected) => {
    expect((await codes(filter)).toSorted()).toEqual(expected().toSorted());
  });

  test("is similar to what is raised in it now, and the other way", async () => {
    const text = "Đề nghị sửa cống thoát nước ngõ 34";
    for (const unit of ["N", "O"]) {
      const said = { text, unit, field: "giao_thong", village: `${unit}-1` };
      const found = await similarMatters(db, office, said, today);
      expect(found.map(({ code }) => code).toSorted()).toEqual([fresh, dissolved, old].toSorted());
    }
  });
});

describe("a matter of 2019 that is reopened", () => {
  test("goes to the agency that carries on the one that ended, for as long as it was given the first time", async () => {
    await move("reopen", old, { on: "2026-02-20", reason: "Cống vẫn tắc" }, office);
    const { lead, coordinators, state, events } = await matter(old, office);
    expect([lead!.code, coordinators.map(({ code }) => code)]).toEqual(["N-KT", ["N-VH"]]);
    expect(state).toMatchObject({ status: "in_hand", dueOn: "2026-03-22", originalDueOn: "2026-03-22" });
    expect(events.slice(-2)).toMatchObject([
      { act: "reopen", dueOn: "2026-03-22" },
      { act: "hand_over", leadName: "Đơn vị N-KT" },
    ]);
    const dates = await matterDates(db, (await matter(old)).id);
    expect(dates).toMatchObject({ assignment: { on: "2026-02-20" }, originalDueOn: "2026-03-22" });
  });

  test("by mistake is as it was in 2019, with the agency that had it", async () => {
    const reopened = await matter(old, office);
    expect(reopened.mayAnnul).toBe(true);
    await move("annul", old, { reason: "Ghi nhầm" }, office);
    const { lead, state, events } = await matter(old);
    expect([lead!.code, state.status, state.dueOn]).toEqual(["O-KT", "answered", "2019-04-10"]);
    expect(events.at(-1)!.act).toBe("answer");
  });

  test("because it was raised again has a date and the agency that is there, until the merge is annulled", async () => {
    await move("merge", fresh, { into: old, on: "2026-02-21", ended: "reopen" }, office);
    const { lead, state } = await matter(old, office);
    expect([lead!.code, state.dueOn, state.originalDueOn]).toEqual(["N-KT", "2026-03-23", "2026-03-23"]);
    await expect(move("annul", old, { reason: "Nhầm" }, office)).rejects.toMatchObject({
      definition: { code: "recommendation.brought_by_merge" },
    });
    await move("annul", fresh, { reason: "Gộp nhầm" }, office);
    expect((await matter(old)).state).toMatchObject({ status: "answered", dueOn: "2019-04-10" });
  });

  test("goes to the unit itself where nobody carries the agency on, by the date that was named", async () => {
    const late = move(
      "reopen",
      dissolved,
      { on: "2026-02-20", due: "2026-02-19", reason: "Chưa xong" },
      office,
    );
    await expect(late).rejects.toMatchObject({ definition: { code: "recommendation.due_before_reopening" } });
    await move("reopen", dissolved, { on: "2026-02-20", due: "2026-03-05", reason: "Chưa xong" }, office);
    const { lead, state } = await matter(dissolved, office);
    expect([lead!.code, state.dueOn]).toEqual(["N", "2026-03-05"]);
    expect((await matter(dissolved)).keeperCode).toBe("N");
  });
});

test("a matter whose date is still to come keeps it when it is reopened, and its agency", async () => {
  const code = await received("A", "2026-02-01");
  await move("assign", code, { on: "2026-02-02", lead: "A-KT", due: "2026-03-20" });
  await move("draft_answer", code, { on: "2026-02-03", outcome: "done", text: "Đã sửa" });
  await move("approve_answer", code, { on: "2026-02-03" });
  await move("answer", code, { on: "2026-02-04" });
  await move("reopen", code, { on: "2026-02-10", reason: "Chưa xong" });
  const { state, events } = await matter(code);
  expect([state.dueOn, events.at(-1)!.act]).toEqual(["2026-03-20", "reopen"]);
});

describe("what is entered late of a matter that was handed over is judged by the unit that had it on the day", () => {
  let code = "";
  beforeAll(async () => {
    // A district that ended with its ward: N never lay below it.
    const create = (unit: string, kind: string, parent: string) =>
      act("organization.create_unit", {
        code: unit,
        kind,
        parent,
        from: "2015-01-01",
        name: `Đơn vị ${unit}`,
      });
    await create("Q", "district", "T");
    await create("W", "commune", "Q");
    await create("W-KT", "agency", "W");
    code = await received("W", "2026-01-05");
    await act("organization.arrange_units", { kind: "merge", on: "2026-02-01", from: ["W"], to: ["N"] });
    await act("handover.record", { from: "W", to: "N", on: "2026-02-03" });
  });

  test("it is given to the agency of then, which gave it back, and passed up to the district of then", async () => {
    await move("assign", code, { on: "2026-01-08", lead: "W-KT", due: "2026-02-20" });
    await move("return", code, { on: "2026-01-12", reason: "Không đúng chức năng" });
    await move("forward_up", code, { on: "2026-01-15", to: "Q" });
    const acts = (await matter(code)).events.map((event) => `${event.act} ${event.on}`);
    expect(acts).toEqual([
      "assign 2026-01-08",
      "return 2026-01-12",
      "forward_up 2026-01-15",
      "hand_over 2026-02-03",
    ]);
  });

  test("the heir's own agency had no part in it then", async () => {
    const given = { on: "2026-01-07", lead: "N-VH", due: "2026-02-20" };
    await expect(move("assign", code, given)).rejects.toMatchObject({
      definition: { code: "recommendation.lead_elsewhere" },
    });
  });
});
