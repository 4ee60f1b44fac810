import type { Finding } from "#modules/organization/national/findings.ts";
import type { NationalLoad, NationalSuccession, NationalUnit } from "#modules/organization/national/types.ts";
import type { DB } from "#db";
import { sql, type Kysely } from "kysely";
import { factsOf, type NationalFacts } from "./national-units.ts";
import { presentFacts } from "./present-facts.ts";

/** A unit whose code is there already with other data: what differs, in a sentence. It stays as it is. */
export type Difference = { readonly code: string; readonly vi: string; readonly en: string };

/** What the database lacks of a national load, and where it says something else. */
export type NationalComparison = {
  readonly units: readonly NationalUnit[];
  readonly successions: readonly NationalSuccession[];
  readonly aliases: readonly UnitAlias[];
  readonly findings: readonly Finding[];
  readonly differing: readonly Difference[];
  /** Codes held by units of another kind: nothing can be hung on those. */
  readonly inTheWay: readonly string[];
  /** Identifiers of the units that are there, by code. */
  readonly present: ReadonlyMap<string, string>;
};

export type UnitAlias = { code: string; name: string; districtName: string; provinceName: string };

/** Compares a load with the database; the difference between the two is what a load has to write. */
export async function compareNational(db: Kysely<DB>, load: NationalLoad): Promise<NationalComparison> {
  const there = await presentFacts(
    db,
    load.units.map(({ code }) => code),
  );
  const known = load.units.filter(({ code }) => there.has(code));
  const differing = known.flatMap((unit) => difference(unit, there.get(unit.code)!.facts));
  const [successions, aliases, findings] = [
    await presentSuccessions(db),
    await presentAliases(db),
    await presentFindings(db),
  ];
  return {
    units: load.units.filter(({ code }) => !there.has(code)),
    successions: load.successions.filter((succession) => !successions.has(successionKey(succession))),
    aliases: aliasesOf(load).filter((alias) => !aliases.has(aliasKey(alias))),
    findings: load.findings.filter((finding) => !findings.has(findingKey(finding))),
    differing,
    inTheWay: known.filter(({ code, kind }) => there.get(code)!.facts.kind !== kind).map(({ code }) => code),
    present: new Map([...there].map(([code, { id }]) => [code, id])),
  };
}

const words: Record<keyof NationalFacts, { vi: string; en: string }> = {
  kind: { vi: "cấp", en: "kind" },
  subtype: { vi: "loại", en: "type" },
  days: { vi: "thời gian tồn tại", en: "days of existence" },
  names: { vi: "tên", en: "name" },
  parents: { vi: "nơi trực thuộc", en: "parent" },
};

function difference(unit: NationalUnit, present: NationalFacts): Difference[] {
  const stated = factsOf(unit);
  const parts = (Object.keys(words) as (keyof NationalFacts)[]).filter(
    (part) => stated[part] !== present[part],
  );
  if (parts.length === 0) return [];
  const list = (language: "vi" | "en") => parts.map((part) => words[part][language]).join(", ");
  const { code, name } = unit;
  return [
    {
      code,
      vi: `Mã ${code} (${name}) đã có với dữ liệu khác: ${list("vi")}. Giữ nguyên như đang có.`,
      en: `Code ${code} (${name}) is there with other data: ${list("en")}. It stays as it is.`,
    },
  ];
}

function successionKey({ kind, on, from, to }: NationalSuccession): string {
  return [kind, on, [...from].sort().join(" "), [...to].sort().join(" ")].join("|");
}

async function presentSuccessions(db: Kysely<DB>): Promise<Set<string>> {
  const { rows } = await sql<NationalSuccession>`
    select s.kind, s.on_date as on,
      coalesce(array_agg(u.code) filter (where side.side = 'from'), '{}') as "from",
      coalesce(array_agg(u.code) filter (where side.side = 'to'), '{}') as "to"
    from unit_succession s join unit_succession_side side on side.succession_id = s.id
    join unit u on u.id = side.unit_id group by s.id`.execute(db);
  return new Set(rows.map(successionKey));
}

function aliasesOf({ earlier }: NationalLoad): UnitAlias[] {
  const all = earlier.flatMap(({ name, districtName, provinceName, to }) =>
    to.map((code) => ({ code, name, districtName, provinceName })),
  );
  return [...new Map(all.map((alias) => [aliasKey(alias), alias])).values()];
}

const aliasKey = ({ code, name, districtName }: UnitAlias) => [code, name, districtName].join("|");

async function presentAliases(db: Kysely<DB>): Promise<Set<string>> {
  const rows = await db
    .selectFrom("unit_alias as a")
    .innerJoin("unit as u", "u.id", "a.unit_id")
    .select(["u.code", "a.name", "a.district_name as districtName", "a.province_name as provinceName"])
    .execute();
  return new Set(rows.map(aliasKey));
}

const findingKey = ({ row, unit, code }: Pick<Finding, "row" | "unit" | "code">) =>
  [row ?? "", unit ?? "", code].join("|");

async function presentFindings(db: Kysely<DB>): Promise<Set<string>> {
  const rows = await db
    .selectFrom("unit_finding")
    .select(["source_row as row", "unit_code as unit", "code"])
    .execute();
  return new Set(rows.map((row) => findingKey(row as Finding)));
}
