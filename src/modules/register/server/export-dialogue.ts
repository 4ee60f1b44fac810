import type { DB } from "#db";
import { anyUnit, type ReadScope } from "#modules/organization/server/index.ts";
import { namesOutOfConference, wordsWithout } from "#modules/recommendation/server/index.ts";
import { sql, type Kysely, type RawBuilder } from "kysely";
import type { RegisterFileInput } from "../register-file.ts";
import { anyOf, refOf, type RecordsHere } from "./any-of.ts";
import { withoutBlanks } from "./event-parts.ts";

type List<K extends keyof RegisterFileInput> = Extract<NonNullable<RegisterFileInput[K]>, readonly unknown[]>;

/** Plans in force that units made, and those from elsewhere that bind them, cut down to what they ask of them. */
export async function exportPlans(db: Kysely<DB>, here: RecordsHere) {
  const asks = (unit: string) => here(unit, firstDay(unit));
  const plans = await db
    .selectFrom("plan as p")
    .innerJoin("unit as u", "u.id", "p.unit_id")
    .select(["p.id", refOf("p", "id").as("ref"), "u.code as unit", "p.year", "p.symbol", "p.issued_on"])
    .where((eb) =>
      eb.or([
        asks("p.unit_id"),
        eb.exists(
          eb
            .selectFrom("plan_requirement as q")
            .select("q.unit_id")
            .whereRef("q.plan_id", "=", "p.id")
            .where(asks("q.unit_id")),
        ),
      ]),
    )
    .where("p.is_draft", "=", false)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("plan as n")
            .select("n.id")
            .whereRef("n.replaces_id", "=", "p.id")
            .where("n.is_draft", "=", false),
        ),
      ),
    )
    .orderBy("p.year")
    .orderBy("p.id")
    .execute();
  const requirements = await db
    .selectFrom("plan_requirement as r")
    .innerJoin("plan as p", "p.id", "r.plan_id")
    .innerJoin("unit as u", "u.id", "r.unit_id")
    .select(["r.plan_id", "r.unit_id", "u.code as unit", "r.required"])
    .where((eb) => eb.or([asks("p.unit_id"), asks("r.unit_id")]))
    .orderBy("u.code")
    .execute();
  const of = Map.groupBy(requirements, ({ plan_id }) => plan_id);
  return {
    unitsNamed: requirements.map(({ unit_id }) => unit_id),
    plans: plans.map(({ id, ...plan }) =>
      withoutBlanks({ ...plan, requirements: of.get(id)?.map(({ unit, required }) => ({ unit, required })) }),
    ) as List<"plans">,
  };
}

/** Of the year of a plan `p`: its first day, or that of the unit where it began later; as the report asks. */
const firstDay = (unit: string) =>
  sql`greatest(make_date(p.year, 1, 1), (select first.from_on from unit first where first.id = ${sql.ref(unit)}))`;

/**
 * The conferences that go out without the names in `withheld` (of a conference `c`), and by their identity those that nobody
 * else is told.
 */
export async function exportConferences(
  db: Kysely<DB>,
  here: RecordsHere,
  withheld: RawBuilder<readonly string[]>,
) {
  const conferences = await db
    .selectFrom("conference as c")
    .innerJoin("unit as u", "u.id", "c.unit_id")
    .leftJoin("plan as p", "p.id", "c.plan_id")
    .select([
      "c.id",
      refOf("c", "id").as("ref"),
      "u.code as unit",
      "c.form",
      "c.held_on",
      refOf("p", "id").as("plan"),
    ])
    .select(["c.attendances", "c.villages_represented", "c.topic"])
    .select([withheld.as("withheld"), namesOutOfConference.as("names")])
    .where(here("c.unit_id", sql.ref("c.held_on")))
    .where("c.held_recorded_at", "is not", null)
    .orderBy("c.held_on")
    .orderBy("c.id")
    .execute();
  const chairs = await db
    .selectFrom("conference_chair")
    .select(["conference_id", "name", "capacity", "is_head", "substitution_reason"])
    .where("conference_id", "=", anyOf(conferences.map(({ id }) => id)))
    .orderBy("conference_id")
    .orderBy("position")
    .execute();
  const of = Map.groupBy(chairs, ({ conference_id }) => conference_id);
  const written = conferences.map(({ id, withheld: leftOut, names: _names, topic, ...conference }) =>
    withoutBlanks({
      ...conference,
      topic: wordsWithout(topic, leftOut),
      chairs: of
        .get(id)
        ?.map(({ conference_id: _, substitution_reason: reason, ...chair }) =>
          withoutBlanks({ ...chair, substitution_reason: wordsWithout(reason, leftOut) }),
        ),
    }),
  ) as List<"conferences">;
  return { conferences: written, names: conferences.map(({ names }) => names) };
}

export async function exportTurns(db: Kysely<DB>, here: RecordsHere, scope: Office) {
  const turns = await db
    .selectFrom("turn as t")
    .innerJoin("conference as c", "c.id", "t.conference_id")
    .leftJoin("unit as v", "v.id", "t.village_id")
    .select([refOf("t", "id").as("ref"), refOf("c", "id").as("conference"), "t.position as order"])
    .select(speakerKnownIn(scope).as("speaker"))
    .select(["v.code as village", "t.praise_only", "t.naming"])
    .where(here("c.unit_id", sql.ref("c.held_on")))
    .where("c.held_recorded_at", "is not", null)
    .orderBy("c.held_on")
    .orderBy("c.id")
    .orderBy("t.position")
    .execute();
  return turns.map((turn) => withoutBlanks(turn)) as List<"turns">;
}

type Office = Pick<ReadScope, "everything" | "secretariatOf">;

/** Who spoke and is not to be named is known to the office of the conference's unit. */
function speakerKnownIn({ everything, secretariatOf }: Office) {
  return everything
    ? sql<string | null>`t.speaker`
    : sql<
        string | null
      >`case when c.unit_id = ${anyUnit(secretariatOf)} or (t.naming = 'named' and not exists (
        select from recommendation r where r.turn_id = t.id and t.speaker = any(r.withheld_names))) then t.speaker end`;
}

export async function exportBallots(db: Kysely<DB>, here: RecordsHere) {
  const ballots = await db
    .selectFrom("ballot as b")
    .innerJoin("conference as c", "c.id", "b.conference_id")
    .select([refOf("c", "id").as("conference"), "b.issued", "b.returned", "b.valid"])
    .select(["b.very_satisfied", "b.satisfied", "b.neutral", "b.dissatisfied", "b.very_dissatisfied"])
    .where(here("c.unit_id", sql.ref("c.held_on")))
    .where("c.held_recorded_at", "is not", null)
    .orderBy("c.held_on")
    .orderBy("c.id")
    .execute();
  return ballots.map(({ conference, issued, returned, valid, ...counts }) => ({
    conference,
    issued,
    returned,
    valid,
    counts,
  })) as List<"ballots">;
}

/** Until when a return `r` speaks: its cut-off, or the last day of its period (2020, 2020-H1, 2020-Q3, 2020-9M, 2020-05). */
const lastMonth = sql`case substr(r.period, 6, 1)
  when 'H' then 6 * right(r.period, 1)::int
  when 'Q' then 3 * right(r.period, 1)::int
  else coalesce(nullif(regexp_replace(substr(r.period, 6), '\\D', '', 'g'), '')::int, 12) end`;
const takenOn = sql`least(r.cutoff_on,
  (make_date(left(r.period, 4)::int, ${lastMonth}, 1) + interval '1 month - 1 day')::date)`;

export async function exportReturns(db: Kysely<DB>, here: RecordsHere) {
  const rows = await db
    .selectFrom("period_return as r")
    .innerJoin("unit as u", "u.id", "r.unit_id")
    .leftJoin("period_return_value as v", "v.return_id", "r.id")
    .select(["r.id", "u.code as unit", "r.period", "r.cutoff_on as cutoff", "v.indicator", "v.value"])
    .where(here("r.unit_id", takenOn))
    .orderBy("r.period")
    .orderBy("r.id")
    .orderBy("v.indicator")
    .execute();
  return [...Map.groupBy(rows, ({ id }) => id).values()].map((lines) => {
    const { unit, period, cutoff } = lines[0]!;
    const values = lines
      .filter(({ indicator }) => indicator)
      .map(({ indicator, value }) => [indicator, Number(value)]);
    return { ...withoutBlanks({ unit, period, cutoff }), values: Object.fromEntries(values) };
  }) as List<"returns">;
}
