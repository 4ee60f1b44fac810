import { actNamed } from "#acts/registry.ts";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { buildCast, noon, type Cast } from "../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../tests/support/database.ts";

// A name, and the unit above, hold from their day to the next one's, in whatever order they are written down.
const { db } = await testDatabase();
let cast: Cast;
const act = (name: string, input: object) =>
  cast.perform(actNamed(name)!, input, { actor: cast.system, now: noon });

beforeAll(async () => {
  cast = await buildCast(db);
});

test("a name of an earlier day that is entered late takes nothing from the later one", async () => {
  await act("organization.rename_unit", { unit: "A", name: "Phường An", on: "2026-02-20" });
  await act("organization.rename_unit", { unit: "A", name: "Thị trấn An", on: "2026-02-10" });
  await act("organization.rename_unit", { unit: "A", name: "Thị trấn An Khê", on: "2026-02-10" });
  const { rows } = await sql`select name, from_on::text as since, until_on::text as until from unit_name
    where unit_id = ${cast.unit("A")} order by from_on`.execute(db);
  expect(rows).toEqual([
    { name: "Xã An", since: "-infinity", until: "2026-02-09" },
    { name: "Thị trấn An Khê", since: "2026-02-10", until: "2026-02-19" },
    { name: "Phường An", since: "2026-02-20", until: "infinity" },
  ]);
});

test("nor does the unit above of an earlier day", async () => {
  const under = (to: string, on: string) =>
    act("organization.arrange_units", { kind: "reparent", on, from: ["C"], to: [to] });
  await under("T", "2026-02-20");
  await under("VN", "2026-02-10");
  const { rows } = await sql`select u.code, p.from_on::text as since, p.until_on::text as until
    from unit_parent p join unit u on u.id = p.parent_id
    where p.unit_id = ${cast.unit("C")} order by p.from_on`.execute(db);
  expect(rows).toEqual([
    { code: "K", since: "-infinity", until: "2026-02-09" },
    { code: "VN", since: "2026-02-10", until: "2026-02-19" },
    { code: "T", since: "2026-02-20", until: "infinity" },
  ]);
});
