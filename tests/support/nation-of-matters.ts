import type { DB } from "#db";
import { uuidv7 } from "#kernel/identifier.ts";
import { insertUnits, refreshAncestry } from "#modules/organization/server/index.ts";
import { sql, type Kysely } from "kysely";
import { noon, type Cast } from "./cast.ts";
import { plantMatters, type Planted } from "./many-matters.ts";

const COMMUNES = 60;
export const MATTERS = 6000;

/** Enough communes and matters in the province T for a plan that reads too much to show it; the tables are counted. */
export async function nationOfMatters(db: Kysely<DB>, cast: Cast): Promise<void> {
  const always = { fromOn: "-infinity", untilOn: "infinity" };
  const communes = Array.from({ length: COMMUNES }, (_, at) => ({
    id: uuidv7(noon),
    code: `N${at}`,
    kind: "commune" as const,
    ...always,
    rootId: cast.unit("T"),
    names: [{ name: `Xã ${at}`, ...always }],
    parents: [{ parentId: cast.unit("T"), ...always }],
  }));
  await db.transaction().execute(async (trx) => {
    await insertUnits(trx, communes, noon);
    await refreshAncestry(
      trx,
      communes.map(({ id }) => id),
    );
  });
  const day = (at: number) =>
    Temporal.PlainDate.from("2015-01-01")
      .add({ days: at % 4000 })
      .toString();
  const matter = (at: number): Planted => ({
    // Half of all in one commune, as cities have it.
    unitId: at % 2 === 0 ? cast.unit("A") : communes[at % COMMUNES]!.id,
    rootUnitId: cast.unit("T"),
    receivedOn: day(at),
    text: `Kiến nghị số ${at} về đường và điện`,
    status: at % 10 < 2 ? "in_hand" : "closed",
    leadId: cast.unit("A-KT"),
    dueOn: day(at + 30),
  });
  await plantMatters(
    db,
    Array.from({ length: MATTERS }, (_, at) => matter(at)),
    noon,
  );
  await sql`vacuum analyze`.execute(db);
}

/** A node of a plan as `explain` tells it. */
export type PlanNode = {
  "Node Type": string;
  "Relation Name"?: string;
  Plans?: PlanNode[];
  [key: string]: unknown;
};

/** The nodes of a plan that read a table, with how many rows each looked at; what was not needed is not among them. */
export function reads(node: PlanNode): { table: string; type: string; rows: number }[] {
  if (node["Actual Loops"] === 0) return [];
  const looked = Number(node["Actual Rows"]) + Number(node["Rows Removed by Filter"] ?? 0);
  const rows = looked * Number(node["Actual Loops"]);
  const table = node["Relation Name"];
  return [...(table ? [{ table, type: node["Node Type"], rows }] : []), ...(node.Plans ?? []).flatMap(reads)];
}

/** A value as a statement writes it. */
export function literal(value: unknown): string {
  if (value === null) return "null";
  const text = Array.isArray(value) ? `{${value.join()}}` : String(value);
  return `'${text.replaceAll("'", "''")}'`;
}
