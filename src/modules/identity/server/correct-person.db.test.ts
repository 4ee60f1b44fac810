import type { Actor, Capacity } from "#kernel/actor.ts";
import { actNamed } from "#acts/registry.ts";
import { readPerson } from "#modules/organization/server/index.ts";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asked } from "../../../../tests/support/asking.ts";
import { buildCast, noon, today, type Cast } from "../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import { personReadings } from "./index.ts";
import { personAsKept } from "./person-as-kept.ts";
import { earlierPersons } from "./person.store.ts";

type Person = Actor & { kind: "person" };

const { db } = await testDatabase();
let cast: Cast;
let head: Person;
let administrator: Person;

const correct = (input: object, actor: Actor = administrator, person = head.personId) =>
  cast.perform(actNamed("identity.correct_person")!, { person, ...input }, { actor, now: noon }) as Promise<{
    version: number;
  }>;
const present = async (id = head.personId) =>
  db
    .selectFrom("person")
    .select(["full_name", "email", "phone", "version"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();

beforeAll(async () => {
  cast = await buildCast(db);
  administrator = await cast.holder("administrator", "A");
});
beforeEach(async () => {
  head = await cast.holder("village_head", "A-1");
});

test("what is said is put right, what is left out stays, what is left empty is taken away", async () => {
  await correct({ phone: "0912 345 678", email: "truongthon@vidu.vn" });
  await correct({ full_name: "Nguyễn Văn Thử" });
  const named = { full_name: "Nguyễn Văn Thử", email: "truongthon@vidu.vn", phone: "0912 345 678" };
  expect(await present()).toEqual({ ...named, version: 3 });
  await correct({ email: "" });
  expect(await present()).toEqual({ ...named, email: null, version: 4 });
});

test("what stood before is kept, with who replaced it and when; the same again is no correction", async () => {
  await correct({ phone: "0912 345 678" });
  await correct({ phone: "0987 654 321" });
  expect(await correct({ phone: "0987 654 321" })).toMatchObject({ version: 3 });
  const by = { fullName: head.name, email: null, at: "2026-03-02T05:00:00.000Z", by: administrator.name };
  expect(await earlierPersons(db, head.personId)).toEqual([
    { ...by, phone: "0912 345 678" },
    { ...by, phone: null },
  ]);
  await expect(db.deleteFrom("person_version").execute()).rejects.toThrow();
});

test("the audit line names the fields that were sent and not the number itself", async () => {
  await correct({ phone: "0912 345 678" });
  const { input } = await db
    .selectFrom("audit_entry")
    .select("input")
    .where("act", "=", "identity.correct_person")
    .where("subject_id", "=", head.personId)
    .executeTakeFirstOrThrow();
  expect(input).toEqual({ person: head.personId, fields: ["phone"] });
});

test("whoever did not see what another wrote meanwhile is told, and nothing is undone", async () => {
  await correct({ phone: "0912 345 678", expected_version: 1 });
  await expect(correct({ phone: "0987 654 321", expected_version: 1 })).rejects.toMatchObject({
    definition: { code: "identity.person_changed_meanwhile" },
    details: { version: 2 },
  });
  expect((await present()).phone).toBe("0912 345 678");
});

test.each([
  [{ phone: "0912" }, "phone"],
  [{ email: "truongthon" }, "email"],
  [{ full_name: "x".repeat(201) }, "full_name"],
  [{ full_name: " " }, "full_name"],
])("%o is refused at its field", async (input, field) => {
  await expect(correct(input)).rejects.toMatchObject({ faults: [{ field }] });
});

describe("who may", () => {
  const cases: [Capacity, string, contacts: string, name: string][] = [
    ["administrator", "A", "done", "done"],
    ["administrator", "T", "done", "done"],
    ["administrator", "VN", "done", "done"],
    ["administrator", "B", "organization.person_not_found", "organization.person_not_found"],
    ["administrator", "K", "organization.person_not_found", "organization.person_not_found"],
    ["office_secretary", "A", "organization.person_not_found", "organization.person_not_found"],
    ["village_head", "A-1", "organization.person_not_found", "organization.person_not_found"],
    ["village_head", "A-2", "organization.person_not_found", "organization.person_not_found"],
    ["chairperson", "T", "organization.person_not_found", "organization.person_not_found"],
  ];
  const tried = (done: Promise<unknown>) =>
    done.then(
      () => "done",
      (problem: Error) => problem.message,
    );

  test.each(cases)("%s of %s", async (capacity, unit, contacts, name) => {
    const actor = await cast.holder(capacity, unit);
    expect(await tried(correct({ phone: "0912 345 678" }, actor))).toContain(contacts);
    expect(await tried(correct({ full_name: "Tên Khác" }, actor))).toContain(name);
    const unchanged = contacts !== "done";
    expect((await present()).version === 1).toBe(unchanged);
  });

  test("one's own telephone and address, not one's own name", async () => {
    await correct({ phone: "0912 345 678", email: "toi@vidu.vn", full_name: head.name }, head);
    await expect(correct({ full_name: "Tên Khác" }, head)).rejects.toThrow("identity.own_name");
    expect(await present()).toMatchObject({ full_name: head.name, email: "toi@vidu.vn", version: 2 });
  });

  test("who also holds a post higher up is out of reach of the commune's administrator", async () => {
    const row = { person_id: head.personId, unit_id: cast.unit("T"), capacity: "front_officer" };
    const at = { id: crypto.randomUUID(), from_on: "2020-01-01", recorded_at: noon.toString() };
    await db
      .insertInto("post")
      .values({ ...row, ...at })
      .execute();
    await expect(correct({ email: "ke.gian@vidu.vn" })).rejects.toThrow("identity.beyond_own_rights");
    await correct({ email: "dung@vidu.vn" }, await cast.holder("administrator", "T"));
  });

  test("who holds no post any more is kept by the unit of the last; who never had any, by whoever brought them in", async () => {
    const stranger = await cast.holder("administrator", "B");
    await db
      .updateTable("post")
      .set({ until_on: "2021-01-01" })
      .where("person_id", "=", head.personId)
      .execute();
    await expect(correct({ phone: "0912 345 678" }, stranger)).rejects.toThrow("person_not_found");
    await correct({ phone: "0912 345 678" });

    const added = { unit: "A", full_name: "Người Mới", email: "moi@vidu.vn" };
    const { id } = (await cast.perform(actNamed("organization.add_person")!, added, {
      actor: administrator,
      now: noon,
    })) as { id: string };
    await expect(correct({ full_name: "Người Cũ" }, stranger, id)).rejects.toThrow("person_not_found");
    await correct({ full_name: "Người Cũ" }, administrator, id);
    expect((await readPerson(db, [cast.unit("A")], id, today)).fullName).toBe("Người Cũ");
  });

  test("nobody learns whether a person is there: unknown and out of reach answer alike", async () => {
    const stranger = await cast.holder("administrator", "B");
    const unknown = await tried(correct({ phone: "" }, stranger, crypto.randomUUID()));
    expect(await tried(correct({ phone: "" }, stranger))).toBe(unknown);
  });
});

describe("who reads a person's contact, and what it was before", () => {
  const readBy = (actor: Person, unit: string) =>
    personAsKept(db, { actor, unitIds: [cast.unit(unit)], id: head.personId, today });
  const goOnTo = async (unit: string, from_on: string) => {
    const row = { person_id: head.personId, unit_id: cast.unit(unit), capacity: "front_officer", from_on };
    await db
      .insertInto("post")
      .values({ ...row, id: crypto.randomUUID(), recorded_at: noon.toString() })
      .execute();
  };
  const known = { kept: true, phone: "0987 654 321", earlier: [{ phone: "0912 345 678" }, { phone: null }] };
  const untold = { kept: false, phone: null, email: null, earlier: [] };

  beforeEach(async () => {
    await correct({ phone: "0912 345 678" });
    await correct({ phone: "0987 654 321" });
  });

  test("is whoever may put it right", async () => {
    expect(await readBy(administrator, "A")).toMatchObject(known);
  });

  test.each([
    // Of one who went on to another province neither alone: what the first told them is still theirs to read.
    ["went on to another place", "K", "2021-01-01", "VN"],
    ["holds a post higher up as well", "T", "infinity", "T"],
  ])("is not the commune of one who %s, though it finds that person", async (_, unit, until_on, above) => {
    await db.updateTable("post").set({ until_on }).where("person_id", "=", head.personId).execute();
    await goOnTo(unit, "2021-01-02");
    expect(await readBy(administrator, "A")).toMatchObject({ fullName: head.name, ...untold });
    const account = await asked(db, personReadings.account, { id: head.personId }, administrator);
    expect(account.person).toMatchObject({ fullName: head.name, ...untold });
    expect(await readBy(await cast.holder("administrator", above), unit)).toMatchObject(known);
  });

  test("is nobody beside: one cannot appoint oneself into another's telephone, nor read it where a post is held as well", async () => {
    const stranger = await cast.holder("administrator", "B");
    const post = { person: head.personId, unit: "B", capacity: "front_officer", from: today };
    const appoint = (actor: Actor) =>
      cast.perform(actNamed("organization.appoint")!, post, { actor, now: noon });
    await expect(appoint(stranger)).rejects.toThrow("organization.person_not_found");
    await appoint(await cast.holder("administrator", "T"));
    expect(await readBy(stranger, "B")).toMatchObject(untold);
  });
});
