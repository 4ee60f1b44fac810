import type { Actor } from "#kernel/actor.ts";
import { actNamed } from "#acts/registry.ts";
import { beforeAll, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../../tests/support/database.ts";

const { db } = await testDatabase();
let cast: Cast;
let secretary: Actor;
let above: Actor;
let conference: string;
let provinces: string;

const act = async (name: string, input: Record<string, unknown>, actor: Actor) =>
  (await cast.perform(actNamed(name)!, input, { actor, now: noon })) as { id: string; code: string };
const chairs = [{ name: "Bà", capacity: "party_secretary" }];
const held = async (unit: string, by: Actor) =>
  (await act("conference.record", { unit, form: "periodic", held_on: "2026-03-01", chairs }, by)).id;
const said = (more: Record<string, unknown>) => ({
  unit: "A",
  field: "giao_thong",
  received_on: today,
  text: "Sửa cầu qua suối",
  ...more,
});
const received = (more: Record<string, unknown>, by: Actor) => act("recommendation.receive", said(more), by);

beforeAll(async () => {
  cast = await buildCast(db);
  secretary = await cast.holder("office_secretary", "A");
  above = await cast.holder("office_secretary", "T");
  conference = await held("A", secretary);
  provinces = await held("T", above);
});

test("the village of a matter is one of its unit: no village of another, no agency, not the unit itself", async () => {
  const fault = { definition: { code: "organization.not_a_village_there" }, faults: [{ field: "village" }] };
  for (const village of ["B-1", "A-KT", "A", "T"])
    await expect(received({ village }, secretary)).rejects.toMatchObject(fault);
  const { code } = await received({ village: "A-1" }, secretary);
  const correction = { ...said({ recommendation: code }), kind: "recommendation", naming: "named" };
  const { unit: _, ...words } = { ...correction, reason: "Ghi nhầm nơi ở" };
  await expect(act("recommendation.correct", { ...words, village: "B-1" }, secretary)).rejects.toMatchObject(
    fault,
  );
  expect(await act("recommendation.correct", { ...words, village: "A-2" }, secretary)).toMatchObject({
    code,
  });
});

test("nor is that of a turn; a province takes any village below it", async () => {
  const turn = { conference, speaker: "Bà Nói" };
  const fault = { definition: { code: "organization.not_a_village_there" }, faults: [{ field: "village" }] };
  await expect(act("conference.record_turn", { ...turn, village: "B-1" }, secretary)).rejects.toMatchObject(
    fault,
  );
  const { id } = await act("conference.record_turn", { ...turn, village: "A-1" }, secretary);
  const right = { turn: id, position: 1, naming: "named", speaker: "Bà Nói" };
  await expect(act("conference.correct_turn", { ...right, village: "B-1" }, secretary)).rejects.toMatchObject(
    fault,
  );
  await act("conference.correct_turn", { ...right, village: "A-2" }, secretary);
  expect((await received({ unit: "T", village: "B-1" }, above)).code).toMatch(/^T-/);
});

test("a village head writes into a turn of the own village, and into no other, as into none that is not there", async () => {
  const spoken = async (village: string) =>
    (await act("conference.record_turn", { conference, speaker: "Ông Nói", village }, secretary)).id;
  const [own, others] = [await spoken("A-1"), await spoken("A-2")];
  const head = await cast.holder("village_head", "A-1");
  const into = (turn: string, by: Actor = head) => received({ conference, turn, village: "A-1" }, by);
  const refused = { definition: { code: "recommendation.turn_elsewhere" } };
  await expect(into(others)).rejects.toMatchObject(refused);
  await expect(into(crypto.randomUUID())).rejects.toMatchObject(refused);
  await expect(into(others, await cast.holder("front_officer", "A"))).rejects.toMatchObject(refused);
  expect((await into(own)).code).toMatch(/^A-/);
  expect((await into(others, secretary)).code).toMatch(/^A-/);
});

test("a village head brings it to the own commune, further up only where the village was invited", async () => {
  const head = await cast.holder("village_head", "A-1");
  const upward = (more: Record<string, unknown> = {}) =>
    received({ unit: "T", village: "A-1", ...more }, head);
  const refused = { definition: { code: "recommendation.not_own_commune" } };
  await expect(upward()).rejects.toMatchObject(refused);
  await expect(upward({ conference: provinces })).rejects.toMatchObject(refused);
  const rows = [{ text: "Cầu hỏng", field: "giao_thong" }];
  const sheet = act("conference.import_collected", { conference: provinces, rows }, head);
  await expect(sheet).rejects.toMatchObject({ definition: { code: "conference.not_found" } });
  await db
    .insertInto("conference_invitation")
    .values({
      id: crypto.randomUUID(),
      conference_id: provinces,
      unit_id: cast.unit("A-1"),
      quota: 1,
      recorded_at: noon.toString(),
    })
    .execute();
  expect((await upward({ conference: provinces })).code).toMatch(/^T-/);
  await expect(upward()).rejects.toMatchObject(refused);
});
