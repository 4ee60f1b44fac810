import { askOn } from "#acts/ask.ts";
import { readings } from "#acts/readings.ts";
import type { Actor } from "#kernel/actor.ts";
import { log } from "#platform/server/log.ts";
import type { AskRequest } from "#platform/server/reading/ask.ts";
import { registerReadings } from "#modules/register/server/index.ts";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { buildCast, noon } from "../support/cast.ts";
import { testDatabase } from "../support/database.ts";

// Who has a whole register in their hands is written down, by whatever way they took it.

const { db } = await testDatabase();
const ask = askOn({ db, reports: db });
const said = vi.spyOn(log, "info").mockImplementation(() => undefined);
let office: Actor & { kind: "person" };
let lead: Actor;

beforeAll(async () => {
  const cast = await buildCast(db);
  office = (await cast.holder("office_secretary", "A")) as typeof office;
  lead = await cast.holder("chairperson", "A");
});
beforeEach(() => said.mockClear());

const by = (way: AskRequest["by"], actor: Actor): AskRequest => ({
  actor,
  now: noon,
  by: way,
  requestId: "r-1",
});
const lines = () => said.mock.calls.filter(([, text]) => text === "taken out").map(([line]) => line);

test.each(["page", "file", "api", "command"] as const)(
  "a register taken out by %s is one line",
  async (way) => {
    await ask(registerReadings.taken, { unit: "A" }, by(way, office));
    expect(lines()).toEqual([
      {
        reading: "registers.export",
        query: { unit: "A" },
        actor: office.personId,
        by: way,
        requestId: "r-1",
      },
    ]);
  },
);

test("what was refused is not taken out", async () => {
  await expect(ask(registerReadings.taken, { unit: "A" }, by("file", lead))).rejects.toThrow(
    "unit_not_found",
  );
  expect(lines()).toEqual([]);
});

test("what is read without being saved is no line", async () => {
  await ask(
    readings.find(({ name }) => name === "documents.list")!,
    {},
    by("page", office),
  );
  expect(lines()).toEqual([]);
  await ask(
    readings.find(({ name }) => name === "documents.list")!,
    {},
    by("file", office),
  );
  expect(lines()).toHaveLength(1);
});
