import { describe, expect, it } from "vitest";
import { performOn } from "#acts/perform.ts";
import { dayInVietnam } from "#kernel/clock.ts";
import type { Actor, Capacity } from "#kernel/actor.ts";
import type { Act } from "#platform/server/act/act.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import * as organization from "./index.ts";

const { db } = await testDatabase();
const now = Temporal.Instant.from("2026-03-02T03:00:00Z");
const today = dayInVietnam(now);
const system = { actor: { kind: "system", name: "tests" }, now } as const;
const perform = performOn(db);
const {
  addPerson,
  appoint,
  arrangeUnits,
  createUnit,
  endPost,
  handOver,
  importSuccessions,
  importUnits,
  loadNational,
  renameUnit,
} = organization;

// VN ─ P ─┬─ D ─┬─ C ─┬─ C-V (village)
//         │     │     └─ C-A (agency)
//         │     └─ C2
//         └─ D2 ─ C3
for (const [code, kind, parent] of [
  ["P", "province", "VN"],
  ["D", "district", "P"],
  ["D2", "district", "P"],
  ["C", "commune", "D"],
  ["C2", "commune", "D"],
  ["C3", "commune", "D2"],
  ["C-V", "village", "C"],
  ["C-A", "agency", "C"],
] as const) {
  await perform(createUnit, { code, kind, parent, name: `Đơn vị ${code}` }, system);
}

async function newPerson(name: string, unit = "VN"): Promise<string> {
  return (await perform(addPerson, { unit, full_name: name }, system)).id;
}

async function holding(
  capacity: Capacity,
  unit: string,
  days: { from?: string; until?: string } = {},
): Promise<Actor> {
  const name = `${capacity} ${unit}`;
  const personId = await newPerson(name);
  await perform(appoint, { person: personId, unit, capacity, from: "2025-01-01", ...days }, system);
  return { kind: "person", personId, name, posts: await organization.postsHeldOn(db, personId, today) };
}

const cast: Record<string, Actor> = {
  "administrator of the centre": await holding("administrator", "VN"),
  "administrator of the province": await holding("administrator", "P"),
  "administrator of the district": await holding("administrator", "D"),
  "administrator of the commune": await holding("administrator", "C"),
  "administrator of a village below": await holding("administrator", "C-V"),
  "administrator of the commune beside": await holding("administrator", "C2"),
  "administrator of another district": await holding("administrator", "D2"),
  "administrator of the commune until last year": await holding("administrator", "C", {
    until: "2025-12-31",
  }),
  "administrator of the commune from next month": await holding("administrator", "C", { from: "2026-04-01" }),
  "office secretary of the commune": await holding("office_secretary", "C"),
  "office secretary of the district": await holding("office_secretary", "D"),
  "office secretary of the commune beside": await holding("office_secretary", "C2"),
  "party secretary of the commune": await holding("party_secretary", "C"),
  "head of an agency of the commune": await holding("agency_head", "C-A"),
  "village head": await holding("village_head", "C-V"),
  "somebody without a post": { kind: "person", personId: await newPerson("Không"), name: "Không", posts: [] },
};

const above = [
  "administrator of the centre",
  "administrator of the province",
  "administrator of the district",
];
const administrators = [...above, "administrator of the commune"];
const keepers = [...administrators, "office secretary of the commune"];

const holder = await newPerson("Người giữ chức vụ");
const other = await newPerson("Người nhận");
let made = 0;
const code = () => `NEW-${++made}`;
const heldPost = async () => {
  const person = await newPerson("Trưởng thôn");
  return (await perform(appoint, { person, unit: "C", capacity: "front_chair", from: "2025-01-01" }, system))
    .id;
};

/** Each act at the commune C (or between its children), with an input that would be accepted, and who may. */
const cases: [string, Act, () => unknown, string[]][] = [
  [
    "create a unit below",
    createUnit as unknown as Act,
    () => ({ code: code(), name: "Thôn", kind: "village", parent: "C" }),
    keepers,
  ],
  [
    "import units below",
    importUnits as unknown as Act,
    () => ({ under: "C", rows: [{ code: code(), name: "Thôn", kind: "Thôn" }] }),
    keepers,
  ],
  [
    "import mergers of its villages",
    importSuccessions as unknown as Act,
    async () => {
      const old = code();
      await perform(createUnit, { code: old, kind: "village", parent: "C", name: "Thôn cũ" }, system);
      return { under: "C", rows: [{ from: old, to: code(), name: "Thôn mới", on: today }] };
    },
    administrators,
  ],
  [
    "rename",
    renameUnit as unknown as Act,
    () => ({ unit: "C", name: `Tên ${code()}`, on: today }),
    administrators,
  ],
  [
    "arrange what lies in it",
    arrangeUnits as unknown as Act,
    () => ({ kind: "partial", on: today, from: ["C-V"], to: ["C-A"] }),
    administrators,
  ],
  [
    "arrange it and the one beside",
    arrangeUnits as unknown as Act,
    () => ({ kind: "partial", on: today, from: ["C", "C2"].slice(0, 1), to: ["C2"] }),
    above,
  ],
  [
    "put what is beside it upon a commune of another district",
    arrangeUnits as unknown as Act,
    () => ({ kind: "partial", on: today, from: ["C2"], to: ["C3"] }),
    above.slice(0, 2),
  ],
  [
    "add a person",
    addPerson as unknown as Act,
    () => ({ unit: "C", full_name: "Người mới" }),
    administrators,
  ],
  [
    "appoint",
    appoint as unknown as Act,
    async () => ({ person: await newPerson("Mới", "C"), unit: "C", capacity: "statistician", from: today }),
    administrators,
  ],
  [
    "hand over a post",
    handOver as unknown as Act,
    async () => ({ post: await heldPost(), to: await newPerson("Nhận", "C"), on: today }),
    administrators,
  ],
  [
    "end a post",
    endPost as unknown as Act,
    async () => ({ post: await heldPost(), until: today }),
    administrators,
  ],
];

describe.each(cases)("%s", (_, act, input, allowed) => {
  it.each(Object.keys(cast))("%s", async (name) => {
    const attempt = perform(act, await input(), { actor: cast[name]!, now });
    if (allowed.includes(name)) await expect(attempt).resolves.toBeDefined();
    else await expect(attempt).rejects.toMatchObject({ definition: { code: "act.not_permitted" } });
  });
});

it.each(Object.keys(cast).filter((name) => name !== "administrator of the centre"))(
  "the national units are not loaded by the %s",
  async (name) => {
    await expect(perform(loadNational, {}, { actor: cast[name]!, now })).rejects.toMatchObject({
      definition: { code: "act.not_permitted" },
    });
  },
);

it("an administrator makes nobody administrator of a unit above their own", async () => {
  const attempt = perform(
    appoint,
    { person: other, unit: "P", capacity: "administrator", from: today },
    { actor: cast["administrator of the commune"]!, now },
  );
  await expect(attempt).rejects.toMatchObject({ definition: { code: "act.not_permitted" } });
});

describe("who gives a post to whom", () => {
  const commune = () => ({ actor: cast["administrator of the commune"]!, now });
  const refused = (code: string) => ({ definition: { code: `organization.${code}` } });
  const give = (person: string, more: object = {}) =>
    perform(appoint, { person, unit: "C", capacity: "statistician", from: today, ...more }, { ...commune() });
  const posted = async (unit: string, days: object) => {
    const person = await newPerson("Người ở nơi khác", "VN");
    const post = { person, unit, capacity: "office_secretary", from: "2025-01-01", ...days };
    return { person, post: (await perform(appoint, post, system)).id };
  };

  it.each([
    ["holds a post elsewhere", "C2", {}],
    ["will hold one elsewhere, and has none yet", "C2", { from: "2026-05-01" }],
    ["held the last one elsewhere", "C2", { until: "2025-12-31" }],
    ["holds one above", "P", {}],
  ])("is not one who %s: as though there were no such person", async (_, unit, days) => {
    const { person } = await posted(unit, days);
    const nobody = give("0199aaaa-0000-7000-8000-00000000dead");
    await expect(nobody).rejects.toMatchObject(refused("person_not_found"));
    await expect(give(person)).rejects.toMatchObject(refused("person_not_found"));
    const { post } = await posted("C", {});
    const handed = perform(handOver, { post, to: person, on: today }, commune());
    await expect(handed).rejects.toMatchObject(refused("person_not_found"));
  });

  it("is not one who also holds a post elsewhere, or has gone there: that is said, with the way that is open", async () => {
    const { person } = await posted("C", { until: "2026-01-31" });
    await expect(give(person)).resolves.toBeDefined();
    await perform(appoint, { person, unit: "P", capacity: "statistician", from: "2026-06-01" }, system);
    await expect(give(person, { capacity: "front_chair" })).rejects.toMatchObject(
      refused("person_kept_elsewhere"),
    );
    const gone = await posted("C", { until: "2026-01-31" });
    await perform(
      appoint,
      { person: gone.person, unit: "C2", capacity: "statistician", from: today },
      system,
    );
    await expect(give(gone.person)).rejects.toMatchObject(refused("person_kept_elsewhere"));
  });

  it("is not one who came from elsewhere, however long ago: such a one accepts what a link offers", async () => {
    const { person } = await posted("P", { until: "2025-03-31" });
    await perform(appoint, { person, unit: "C", capacity: "statistician", from: "2025-06-01" }, system);
    await expect(give(person, { capacity: "front_chair" })).rejects.toMatchObject(
      refused("person_kept_elsewhere"),
    );
  });

  it("of two at once who give the same post, one does", async () => {
    const person = await newPerson("Một chức vụ", "C");
    const outcomes = await Promise.allSettled([
      give(person),
      give(person),
      give(person, { from: "2026-09-01" }),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(give(person)).rejects.toMatchObject(refused("post_overlaps"));
  });
});

it("a refused act leaves nothing behind, an accepted one its audit line with the post", async () => {
  const lines = () =>
    db.selectFrom("audit_entry").selectAll().where("act", "=", "organization.add_person").execute();
  const before = (await lines()).length;
  const people = async () => (await db.selectFrom("person").select("id").execute()).length;
  const peopleBefore = await people();
  const refused = perform(
    addPerson,
    { unit: "C", full_name: "Ai đó" },
    { actor: cast["village head"]!, now },
  );
  await expect(refused).rejects.toThrow();
  expect([await people(), (await lines()).length]).toEqual([peopleBefore, before]);
  const administrator = cast["administrator of the commune"]!;
  await perform(addPerson, { unit: "C", full_name: "Ai đó" }, { actor: administrator, now });
  const line = (await lines()).at(-1)!;
  expect(line.post_id).toBe(administrator.kind === "person" ? administrator.posts[0]!.id : null);
});

describe("the heirs of a unit that was merged", () => {
  it("keep its people, the one merged into above all; its own administrator keeps nothing", async () => {
    const old = await holding("administrator", "C3", { until: "2026-02-28" });
    await perform(
      createUnit,
      { code: "N", name: "Xã mới", kind: "commune", parent: "P", from: "2026-03-01" },
      system,
    );
    const heir = await holding("administrator", "N", { from: "2026-03-01" });
    const { id: post } = await perform(
      appoint,
      { person: holder, unit: "C3", capacity: "front_chair", from: "2025-01-01" },
      system,
    );
    await perform(arrangeUnits, { kind: "merge", on: "2026-03-01", from: ["C3"], to: ["N"] }, system);
    const end = (actor: Actor) => perform(endPost, { post, until: "2026-02-28" }, { actor, now });
    await expect(end(old)).rejects.toMatchObject({ definition: { code: "act.not_permitted" } });
    await expect(end(heir)).resolves.toMatchObject({ id: post });
  });
});

describe("a list of units", () => {
  const administrator = () => ({ actor: cast["administrator of the commune"]!, now });

  it("is written whole, parents in any order, codes of the whole list checked", async () => {
    const rows = [
      { line: 2, code: "C-T2", name: "Tổ 2", kind: "Tổ dân phố", parent: "C-T1" },
      { line: 3, code: "C-T1", name: "Khu 1", kind: "Khu", from: "2025-07-01" },
    ];
    expect(await perform(importUnits, { under: "C", rows }, administrator())).toEqual({ count: 2 });
    const unit = await organization.readUnit(db, "C-T2", today);
    expect(unit).toMatchObject({ name: "Tổ 2", kind: "village", subtype: "tổ dân phố" });
    expect(unit.ancestors.map((line) => line.code)).toEqual(["VN", "P", "D", "C", "C-T1"]);
  });

  it("is not written at all when one cell is at fault; the verdict says the same beforehand", async () => {
    const rows = [
      { code: "C-T8", name: "Tổ 8", kind: "Tổ dân phố" },
      { code: "C-V", name: "Tổ 9", kind: "Tổ dân phố", parent: "C2" },
    ];
    const faults = await organization.faultsOfUnitRows(db, "C", rows, today);
    expect(faults.map(({ field }) => field)).toEqual(["rows.1.code", "rows.1.parent"]);
    await expect(perform(importUnits, { under: "C", rows }, administrator())).rejects.toMatchObject({
      definition: { code: "organization.rows_at_fault" },
      faults,
    });
    await expect(organization.readUnit(db, "C-T8", today)).rejects.toMatchObject({
      definition: { code: "organization.unit_not_found" },
    });
  });
});

describe("what pages offer", () => {
  it("is what the act would allow", async () => {
    const { id } = await organization.readUnit(db, "C", today);
    const offered = await Promise.all(
      Object.entries(cast).map(async ([name, actor]) =>
        (await organization.mayDo(db, actor, renameUnit.may, id, today)) ? [name] : [],
      ),
    );
    expect(offered.flat()).toEqual(administrators);
    expect(await organization.mayDo(db, null, renameUnit.may, id, today)).toBe(false);
  });

  it("shows an administrator their own people and those they brought in, nobody else's", async () => {
    await perform(addPerson, { unit: "C2", full_name: "Người chưa có chức vụ" }, system);
    const { id } = await organization.readUnit(db, "C2", today);
    const search = { text: "", skip: 0, limit: 200 };
    const { people } = await organization.readPeople(db, [id], search, today);
    const units = new Set(people.flatMap(({ posts }) => posts.map(({ unitCode }) => unitCode)));
    expect([...units]).toEqual(["C2"]);
    const names = people.map(({ fullName }) => fullName);
    expect(names).toContain("Người chưa có chức vụ");
    expect(names).not.toContain("Không");
    const party = cast["party secretary of the commune"]!;
    const personId = party.kind === "person" ? party.personId : "";
    await expect(organization.readPerson(db, [id], personId, today)).rejects.toMatchObject({
      definition: { code: "organization.person_not_found" },
    });
  });

  it("finds people without tone marks, whatever signs are typed", async () => {
    const { id } = await organization.readUnit(db, "VN", today);
    const find = async (text: string) =>
      (await organization.readPeople(db, [id], { text, skip: 0, limit: 5 }, today)).people.map(
        (each) => each.fullName,
      );
    expect(await find("nguoi giu chuc")).toEqual(["Người giữ chức vụ"]);
    expect(await find("NGƯỜI GIỮ")).toEqual(["Người giữ chức vụ"]);
    expect(await find("%")).toEqual([]);
  });
});
