import type { DB } from "#db";
import { masked } from "#kernel/masking/masked.ts";
import { unitName } from "#modules/organization/server/index.ts";
import { sql, type Kysely } from "kysely";
import type { Kind, Naming } from "../../matter.ts";
import type { SaidBy } from "./correction.store.ts";
import type { Recorded } from "../matter/matter-events.ts";
import { recorderColumns, recorderJoins } from "../matter/recorder-columns.ts";

/** One part of a matter as it was before it was put right; null where there was nothing. */
export type EarlierPart =
  | {
      readonly part: "text" | "field" | "village" | "received_on" | "raised_by";
      readonly before: string | null;
    }
  | { readonly part: "kind"; readonly before: Kind }
  | { readonly part: "naming"; readonly before: Naming }
  | { readonly part: "contact"; readonly before: null };

/** What a matter said until somebody put it right. */
export type CorrectionLine = Recorded & {
  readonly on: string;
  readonly reason: string;
  readonly changes: readonly EarlierPart[];
};

type Snapshot = {
  text: string;
  field: string;
  village: string | null;
  receivedOn: string;
  kind: Kind;
  naming: Naming;
  requesters: readonly SaidBy[];
};

/**
 * The corrections of a matter, the earliest first. A name that was not, or is no longer, to be known to everybody is
 * told to those alone who know names, also where it stood in the words; how to reach a person is told to nobody here.
 */
export async function matterCorrections(
  db: Kysely<DB>,
  matterId: string,
  knowsNames: boolean,
): Promise<CorrectionLine[]> {
  const { rows } = await sql<Snapshot & Recorded & { on: string; reason: string }>`
    select (k.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date as on, k.reason, ${recorderColumns(sql`k.recorded_at::date`)},
      ${wordsOf("k")}, k.requesters
    from recommendation_correction k ${recorderJoins("k")}
    where k.recommendation_id = ${matterId} order by k.version`.execute(db);
  if (rows.length === 0) return [];
  const { rows: present } = await sql<Snapshot>`
    select ${wordsOf("k")}, (select coalesce(jsonb_agg(jsonb_build_object('position', q.position, 'name', q.name,
        'contact', q.contact, 'village_id', q.village_id) order by q.position), '[]')
      from requester q where q.recommendation_id = k.id) as requesters
    from recommendation k where k.id = ${matterId}`.execute(db);
  const snapshots: Snapshot[] = [...rows, present[0]!];
  const namesOpen = knowsNames || snapshots.every(({ naming }) => naming === "named");
  const names = snapshots.flatMap(({ requesters }) => requesters.flatMap(({ name }) => name ?? []));
  return rows.map(({ on, reason, personName, post }, at) => {
    const changes = differences(snapshots[at]!, snapshots[at + 1]!);
    const told = namesOpen ? changes : changes.map((one) => withoutWho(one, names));
    return { on, reason: namesOpen ? reason : masked(reason, names), personName, post, changes: told };
  });
}

/** What may have named its speaker, for those who are not to know who that was. */
function withoutWho(one: EarlierPart, names: readonly string[]): EarlierPart {
  if (one.part === "raised_by") return { part: one.part, before: null };
  if (one.part === "text" && one.before !== null) return { ...one, before: masked(one.before, names) };
  return one;
}

function wordsOf(alias: string) {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return sql`${column("text")}, ${column("kind")}, ${column("naming")}, ${column("received_on")} as "receivedOn",
    (select coalesce(f.name, f.code) from field f where f.code = ${column("field_code")}) as field,
    ${unitName(column("village_id"), column("received_on"))} as village`;
}

function differences(before: Snapshot, after: Snapshot): EarlierPart[] {
  const [first, then] = [before.requesters[0], after.requesters[0]];
  const plain = [
    ["text", before.text, after.text],
    ["field", before.field, after.field],
    ["village", before.village, after.village],
    ["received_on", before.receivedOn, after.receivedOn],
    ["raised_by", first?.name ?? null, then?.name ?? null],
  ] as const;
  return [
    ...plain.flatMap(([part, old, now]) => (old === now ? [] : [{ part, before: old }])),
    ...(before.kind === after.kind ? [] : [{ part: "kind" as const, before: before.kind }]),
    ...(before.naming === after.naming ? [] : [{ part: "naming" as const, before: before.naming }]),
    ...(first?.contact === then?.contact ? [] : [{ part: "contact" as const, before: null }]),
  ];
}
