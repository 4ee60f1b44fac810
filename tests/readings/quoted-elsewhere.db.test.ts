import { actNamed } from "#acts/registry.ts";
import { findConference, plannedToPrepare, readInvitations } from "#modules/conference/server/index.ts";
import { findDocument, listDocuments } from "#modules/document/server/index.ts";
import { beforeAll, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../support/cast.ts";
import { testDatabase } from "../support/database.ts";
import { quoteInPlan } from "../support/planted-plans.ts";
import { findPlan } from "#modules/planning/server/index.ts";

// A plan and an invitation are about no matter, and may quote whoever raised one: who is not to be named is named in none
// of their words, and whoever writes these again as they were shown takes no name out of them.

const { db } = await testDatabase();
const name = "Trần Thị Giấu";
let cast: Cast;
let plan: string;
const act = async (named: string, input: Record<string, unknown>, actor = cast.system) =>
  (await cast.perform(actNamed(named)!, input, { actor, now: noon })) as { id: string; version: number };

beforeAll(async () => {
  cast = await buildCast(db);
  const said = { unit: "A", field: "y_te", received_on: "2026-02-02", text: "Nước đọng trước cửa" };
  await act("recommendation.receive", { ...said, raised_by: name, naming: "secretariat_only" });
  plan = await quoteInPlan(act as never, [name], "2026-02-02");
});

test("the office reads the names, the chair and the office above read it without, the paper bears none", async () => {
  const words = async (actor: Parameters<typeof findPlan>[1]) =>
    JSON.stringify(await findPlan(db, actor, plan, today));
  const office = await cast.holder("office_secretary", "A");
  expect((await words(office)).match(/Giấu/g)).toHaveLength(4);
  for (const [capacity, unit] of [
    ["chairperson", "A"],
    ["office_secretary", "T"],
    ["village_head", "A-1"],
  ] as const) {
    const told = await words(await cast.holder(capacity, unit));
    expect(told).not.toMatch(/Giấu/);
    expect(told).toContain("Sân nhà [tên]");
  }
  const { lines } = await listDocuments(db, office, { kind: "plan" }, today);
  expect(JSON.stringify((await findDocument(db, office, lines[0]!.id, today)).paper)).not.toMatch(/Giấu/);
});

test("whoever changes a draft as it was shown to them takes no name out of it", async () => {
  const { id: draft } = await act("planning.amend_plan", { plan });
  const chair = await cast.holder("chairperson", "A");
  const { note, planned, version } = await findPlan(db, chair, draft, today);
  const lines = planned.map(({ unit, quarter, form, audience, topic }) => ({
    ...{ unit, quarter, form, audience, topic },
    place: "Hội trường",
  }));
  const changed = { plan: draft, expected_version: version, note, planned: lines };
  await act("planning.change_draft", changed, chair as never);
  const kept = await findPlan(db, cast.system, draft, today);
  expect([kept.note, kept.planned[0]!.topic, kept.planned[0]!.place]).toEqual([
    `Theo đơn của ${name}`,
    `Việc của ${name}`,
    "Hội trường",
  ]);
});

test("what is proposed of it for a conference is told the same way, and to those alone who hold that one", async () => {
  const [line] = (await findPlan(db, cast.system, plan, today)).planned;
  const chair = await cast.holder("chairperson", "A");
  const proposed = await plannedToPrepare(db, chair, line!.id, { units: ["A"], today });
  expect(proposed).toMatchObject({ topic: "Việc của [tên]", place: "Sân nhà [tên]" });
  expect(await plannedToPrepare(db, chair, line!.id, { units: ["B"], today })).toBeNull();
});

test("an invitation answered again as it was shown keeps what was said of who comes", async () => {
  const { id } = await act("conference.prepare", {
    ...{ unit: "A", form: "periodic", held_on: "2026-03-20" },
    chairs: [{ name: "Bà Chủ trì", capacity: "chairperson" }],
  });
  const matter = { unit: "A", field: "y_te", received_on: "2026-02-02", text: "Nước đọng", conference: id };
  const raised = { channel: "collected_beforehand", raised_by: name, naming: "secretariat_only" };
  await act("recommendation.receive", { ...matter, ...raised });
  await act("conference.invite", { conference: id, guests: [{ unit: "A-1", quota: 2 }] });
  const village = await cast.holder("village_head", "A-1");
  const shown = async (actor: Parameters<typeof findConference>[1]) =>
    (await readInvitations(db, actor, await findConference(db, actor, id, today), today))[0]!;
  const answer = { invitation: (await shown(village)).id, answer: "accepted" };
  const delegates = [{ name: "Ông Đại Biểu", title: `con rể ${name}` }];
  await act("conference.answer_invitation", { ...answer, note: `Đi cùng ${name}`, delegates });
  const told = await shown(village);
  expect([told.note, told.delegates[0]!.title]).toEqual(["Đi cùng [tên]", "con rể [tên]"]);
  const again = { ...answer, note: told.note, delegates: [...told.delegates, { name: "Bà Hai" }] };
  const sent = again.delegates.map(({ name: called, ...one }) => ({
    name: called,
    title: "title" in one ? one.title : undefined,
  }));
  await act("conference.answer_invitation", { ...again, delegates: sent }, village as never);
  const office = await shown(await cast.holder("office_secretary", "A"));
  expect([office.note, office.delegates.map(({ title }) => title)]).toEqual([
    `Đi cùng ${name}`,
    [`con rể ${name}`, null],
  ]);
});
