import type { Actor, Capacity } from "#kernel/actor.ts";
import { actNamed } from "#acts/registry.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../../tests/support/database.ts";
import { countMatters, listMatters, matterFilter } from "../index.ts";

// "Where is my matter, I am …": asked at the counter of an office, in its own register.

const { db } = await testDatabase();
let cast: Cast;
const matters = {} as Record<
  "named" | "secret" | "anonymous" | "held" | "first" | "doubled" | "doubledHeld" | "elsewhere" | "up",
  string
>;
const people = new Map<string, Actor>();

const act = async (name: string, input: Record<string, unknown>) =>
  (await cast.perform(actNamed(`recommendation.${name}`)!, input, { actor: cast.system, now: noon })) as {
    code: string;
  };

async function receive(raised_by: string | undefined, more: Record<string, unknown> = {}) {
  const said = { unit: "A", field: "giao_thong", received_on: "2026-02-10", text: "Đường hỏng", raised_by };
  return (await act("receive", { ...said, ...more })).code;
}

beforeAll(async () => {
  cast = await buildCast(db);
  matters.named = await receive("Bà Tạ Thị Mộc Miên", { naming: "named", village: "A-1" });
  matters.secret = await receive("Lò Văn Kín", { naming: "secretariat_only", village: "A-1" });
  matters.anonymous = await receive(undefined, { naming: "anonymous" });
  matters.held = await receive("Ksor Hlip", { naming: "named" });
  await act("hold", { recommendation: matters.held, on: "2026-02-11" });
  matters.first = await receive("Giàng A Páo", { naming: "named" });
  matters.doubled = await receive("Hồ Thị Sau", { naming: "secretariat_only" });
  await act("merge", { recommendation: matters.doubled, into: matters.first, on: "2026-02-12" });
  matters.doubledHeld = await receive("Vừ Mí Chá", { naming: "named" });
  await act("merge", { recommendation: matters.doubledHeld, into: matters.first, on: "2026-02-12" });
  await act("hold", { recommendation: matters.doubledHeld, on: "2026-02-13" });
  matters.elsewhere = await receive("Tạ Thị Mộc Miên", { unit: "B", naming: "named" });
  matters.up = await receive("Đèo Văn Lên", { naming: "named" });
  await act("forward_up", { recommendation: matters.up, on: "2026-02-12", to: "T" });
});

async function holder(capacity: Capacity, unit: string): Promise<Actor> {
  const key = `${capacity} ${unit}`;
  if (!people.has(key)) people.set(key, await cast.holder(capacity, unit));
  return people.get(key)!;
}

async function foundBy(actor: Actor, requester: string): Promise<string[]> {
  const filter = matterFilter.parse({ requester });
  const { matters: lines } = await listMatters(db, actor, filter, { sort: "received", size: 9 }, today);
  expect(await countMatters(db, actor, filter, today, 100)).toBe(lines.length);
  return lines.map(({ code }) => code).toSorted();
}

describe("the office finds who raised something in its own register", () => {
  const office = () => holder("office_secretary", "A");

  test.each([
    "Tạ Thị Mộc Miên",
    "ta thi moc mien",
    "bà Miên",
    "ba mien",
    "chị Mộc Miên",
    "miên tạ",
    "TẠ THỊ M",
  ])("%s", async (name) => {
    expect(await foundBy(await office(), name)).toEqual([matters.named]);
  });

  test("also whose name is known to it alone", async () => {
    expect(await foundBy(await office(), "Lò Văn Kín")).toEqual([matters.secret]);
  });

  test("what was merged, and the matter in which it goes on", async () => {
    expect(await foundBy(await office(), "Hồ Thị Sau")).toEqual([matters.first, matters.doubled].toSorted());
  });

  test("what it passed upward, and not the matter above", async () => {
    expect(await foundBy(await office(), "Đèo Văn Lên")).toEqual([matters.up]);
  });

  test.each(["Không Ai Biết", "Miêng", "0912345678", "?!"])("nothing by %s", async (name) => {
    expect(await foundBy(await office(), name)).toEqual([]);
  });

  test.each(["Ksor Hlip", "Vừ Mí Chá"])("nothing by %s, whose matter is held", async (name) => {
    expect(await foundBy(await office(), name)).toEqual([]);
  });
});

test("whoever reviews there as well finds what is held", async () => {
  const office = (await holder("office_secretary", "A")) as Actor & { kind: "person" };
  const reviewer = (await holder("complaint_reviewer", "A")) as Actor & { kind: "person" };
  const both: Actor = { ...office, posts: [...office.posts, ...reviewer.posts] };
  expect(await foundBy(both, "Ksor Hlip")).toEqual([matters.held]);
  expect(await foundBy(both, "Vừ Mí Chá")).toContain(matters.doubledHeld);
});

const others: [Capacity, string][] = [
  ["office_secretary", "T"],
  ["office_secretary", "B"],
  ["office_secretary", "C"],
  ["complaint_reviewer", "A"],
  ["complaint_reviewer", "T"],
  ["party_secretary", "A"],
  ["chairperson", "A"],
  ["front_chair", "A"],
  ["agency_head", "A-KT"],
  ["village_head", "A-1"],
  ["statistician", "T"],
  ["administrator", "VN"],
];
test.each(others)("nobody else does: %s of %s", async (capacity, unit) => {
  const actor = await holder(capacity, unit);
  for (const name of ["Lò Văn Kín", "Hồ Thị Sau", "Ksor Hlip", "Vừ Mí Chá", "Đèo Văn Lên"])
    expect(await foundBy(actor, name)).toEqual([]);
  const own = capacity === "office_secretary" && unit === "B" ? [matters.elsewhere] : [];
  expect(await foundBy(actor, "Tạ Thị Mộc Miên")).toEqual(own);
});
