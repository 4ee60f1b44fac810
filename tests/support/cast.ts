import type { Actor, Capacity } from "#kernel/actor.ts";
import { uuidv7 } from "#kernel/identifier.ts";
import { insertUnits, refreshAncestry, type NewUnit } from "#modules/organization/server/index.ts";
import { performOn } from "#acts/perform.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";

export const noon = Temporal.Instant.from("2026-03-02T05:00:00Z");
export const today = "2026-03-02";

const always = { fromOn: "-infinity", untilOn: "infinity" };

/** The units of an invented place, by code. */
const tree: [code: string, name: string, kind: NewUnit["kind"], parent: string | null][] = [
  ["T", "Tỉnh Thử", "province", null],
  ["T-SO", "Sở Xây dựng", "agency", "T"],
  ["A", "Xã An", "commune", "T"],
  ["A-KT", "Phòng Kinh tế xã An", "agency", "A"],
  ["A-VH", "Phòng Văn hóa xã An", "agency", "A"],
  ["A-1", "Thôn Một", "village", "A"],
  ["A-2", "Thôn Hai", "village", "A"],
  ["B", "Xã Bình", "commune", "T"],
  ["B-KT", "Phòng Kinh tế xã Bình", "agency", "B"],
  ["B-1", "Thôn Ba", "village", "B"],
  ["K", "Tỉnh Khác", "province", null],
  ["C", "Xã Cao", "commune", "K"],
];

export type Cast = {
  readonly unit: (code: string) => string;
  /** A person who holds one post in a unit since long ago. */
  readonly holder: (capacity: Capacity, code: string) => Promise<Actor & { kind: "person" }>;
  /** The same person with an account: they have taken up the link that they were given. */
  readonly signedUp: <Person extends { readonly personId: string }>(person: Person) => Promise<Person>;
  readonly perform: ReturnType<typeof performOn>;
  readonly system: Actor;
};

/** A small invented place with its people, on a real database. */
export async function buildCast(db: Kysely<DB>): Promise<Cast> {
  const ids = new Map(tree.map(([code]) => [code, uuidv7(noon)]));
  const unit = (code: string) => ids.get(code)!;
  const centre = (await db.selectFrom("unit").select("id").where("code", "=", "VN").executeTakeFirstOrThrow())
    .id;
  ids.set("VN", centre);
  await db.transaction().execute(async (trx) => {
    const units = tree.map(([code, name, kind, parent]) => ({
      id: unit(code),
      code,
      kind,
      ...always,
      rootId: unit(rootOf(code)),
      names: [{ name, ...always }],
      parents: [{ parentId: parent ? unit(parent) : centre, ...always }],
    }));
    await insertUnits(trx, units, noon);
    await refreshAncestry(trx, [...ids.values()]);
  });
  return {
    unit,
    holder: holderIn(db, unit),
    async signedUp(person) {
      const username = `nguoi.${person.personId}`.slice(-36).replace(/^[^a-z0-9]+/, "");
      const at = noon.toString();
      const account = { id: uuidv7(noon), person_id: person.personId, username, name: "Người thử" };
      const email = `${username}@khong-co-email.invalid`;
      await db
        .insertInto("account_user")
        .values({ ...account, email, created_at: at, updated_at: at })
        .execute();
      return person;
    },
    perform: performOn(db),
    system: { kind: "system", name: "test" },
  };
}

function rootOf(code: string): string {
  const parent = tree.find(([own]) => own === code)![3];
  return parent ? rootOf(parent) : code;
}

function holderIn(db: Kysely<DB>, unit: (code: string) => string): Cast["holder"] {
  return async (capacity, code) => {
    const personId = uuidv7(noon);
    const postId = uuidv7(noon);
    const name = `${capacity} ${code}`;
    const recorded_at = noon.toString();
    await db.insertInto("person").values({ id: personId, full_name: name, recorded_at }).execute();
    await db
      .insertInto("post")
      .values({
        id: postId,
        person_id: personId,
        unit_id: unit(code),
        capacity,
        from_on: "2020-01-01",
        recorded_at,
      })
      .execute();
    const posts = [{ id: postId, unitId: unit(code), capacity, acting: false }];
    return { kind: "person", personId, name, posts };
  };
}
