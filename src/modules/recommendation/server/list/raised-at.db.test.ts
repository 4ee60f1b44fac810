import type { Actor } from "#kernel/actor.ts";
import { actNamed } from "#acts/registry.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../../tests/support/database.ts";
import { countMatters, listMatters, matterFilter } from "../index.ts";

// Where something was raised: a list finds by it what was raised there, and that in which it goes on.

const { db } = await testDatabase();
let cast: Cast;
let office: Actor;
let conference: string;
const matters = {} as Record<"first" | "doubled" | "last" | "into" | "held" | "from", string>;

const act = async (name: string, input: Record<string, unknown>) =>
  (await cast.perform(actNamed(name)!, input, { actor: cast.system, now: noon })) as {
    code: string;
    id: string;
  };
const receive = async (village: string, more: Record<string, unknown> = {}) => {
  const said = { unit: "A", field: "giao_thong", received_on: "2026-02-10", text: "Đường hỏng", village };
  return (await act("recommendation.receive", { ...said, ...more })).code;
};
const move = (name: string, recommendation: string, more: object = {}) =>
  act(`recommendation.${name}`, { recommendation, on: "2026-02-12", ...more });

beforeAll(async () => {
  cast = await buildCast(db);
  office = await cast.holder("office_secretary", "A");
  const chairs = [{ name: "Bà Chủ trì", capacity: "party_secretary" }];
  const held = { unit: "A", form: "periodic", held_on: "2026-02-11", chairs };
  conference = (await act("conference.record", held)).id;
  matters.first = await receive("A-1");
  matters.doubled = await receive("A-2", { conference, received_on: "2026-02-11" });
  matters.last = await receive("A-1", { received_on: "2026-02-09" });
  await move("merge", matters.doubled, { into: matters.first });
  await move("merge", matters.first, { into: matters.last });
  matters.into = await receive("A-1");
  matters.held = await receive("A-2", { conference, received_on: "2026-02-11" });
  await move("merge", matters.held, { into: matters.into });
  await move("hold", matters.held);
});

async function found(asked: Record<string, string>, actor = office): Promise<string[]> {
  const filter = matterFilter.parse(asked);
  const { matters: lines } = await listMatters(db, actor, filter, { sort: "received", size: 9 }, today);
  expect(await countMatters(db, actor, filter, today, 100)).toBe(lines.length);
  return lines.map(({ code }) => code).toSorted();
}

describe.each([
  ["village", () => ({ village: "A-2" })],
  ["conference", () => ({ conference })],
])("by its %s", (_, asked) => {
  test("a duplicate is found, and the one in which it goes on at the end", async () => {
    expect(await found(asked())).toEqual([matters.doubled, matters.last].toSorted());
    expect(await found({ ...asked(), view: "open" })).toEqual([matters.last]);
  });

  test("only what was itself raised there, where that is asked", async () => {
    expect(await found({ ...asked(), itself: "yes" })).toEqual([matters.doubled]);
    expect(await found({ ...asked(), itself: "yes", view: "open" })).toEqual([]);
  });

  test("what is hidden together is found by whoever reviews it", async () => {
    await move("hold", matters.last);
    expect(await found(asked())).toEqual([]);
    const reviewer = await cast.holder("complaint_reviewer", "A");
    expect(await found(asked(), reviewer)).toEqual([matters.doubled, matters.held, matters.last].toSorted());
    await move("release", matters.last);
  });
});
