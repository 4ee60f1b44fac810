import type { Actor, Capacity } from "#kernel/actor.ts";
import { readDesk } from "#modules/desk/server/index.ts";
import { reportSummary } from "#modules/report/server/index.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../tests/support/database.ts";
import { fillDemo } from "./fill.ts";

const { db } = await testDatabase();
const now = Temporal.Instant.from("2026-11-22T03:00:00Z");
const today = "2026-11-22";

beforeAll(() => fillDemo(db, now), 120_000);

async function holder(username: string): Promise<Actor> {
  const rows = await db
    .selectFrom("account_user as a")
    .innerJoin("person", "person.id", "a.person_id")
    .innerJoin("post", "post.person_id", "person.id")
    .select(["person.id as personId", "full_name as name", "post.id", "unit_id as unitId", "capacity"])
    .where("a.username", "=", username)
    .execute();
  const posts = rows.map(({ id, unitId, capacity }) => ({
    id,
    unitId,
    capacity: capacity as Capacity,
    acting: false,
  }));
  return { kind: "person", personId: rows[0]!.personId, name: rows[0]!.name, posts };
}

const deskOf = async (username: string) => readDesk(db, await holder(username), today);

describe("the demo's ward has a dialogue of the present year", () => {
  test("its office has a conference to prepare, work by date, and something late", async () => {
    const desk = await deskOf("thuky.vm");
    expect(desk.next).toMatchObject({ heldOn: "2026-12-07", daysLeft: 15 });
    expect(desk.counts).toMatchObject({ overdue: 1, unruled: 4, passedUp: 1, toApprove: 1 });
    expect(desk.extensions).toHaveLength(1);
  });

  test("its chair decides on more time, and reads which office is late", async () => {
    const desk = await deskOf("chutich.vm");
    expect(desk.extensions).toMatchObject([{ askedDue: "2026-12-12", mayDecide: true }]);
    expect(desk.late.agencies).toMatchObject([{ code: "VM-KTHT", count: 1 }]);
    expect(desk.counts).toMatchObject({ blocked: 1, passedUp: 1 });
    expect(desk.plans).toMatchObject([{ unit: "VM", held: 1 }]);
  });

  test("its office of works is asked for a draft, its quarter has an answer to read out, its Front ballots to count", async () => {
    expect((await deskOf("ktht.vm")).asked).toHaveLength(1);
    expect((await deskOf("to4.vm")).answers).toHaveLength(2);
    expect((await deskOf("mattran.vm")).uncounted).toMatchObject([
      { heldOn: "2026-11-03" },
      { heldOn: "2019-09-16" },
    ]);
  });
});

test.each([
  ["MC", 2020, 5, 104],
  ["VM", 2019, 1, 10],
])("the figures of %s in %i stay what they really were", async (unit, year, held, received) => {
  const asked = { unit, from: `${year}-01-01`, to: `${year}-12-31`, basis: "as-is", today } as const;
  const { recommendations, conferences } = await reportSummary(db, asked);
  expect([conferences.held, recommendations.received]).toEqual([held, received]);
});
