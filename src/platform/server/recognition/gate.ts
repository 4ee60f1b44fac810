import { sql, type CompiledQuery, type RawBuilder } from "kysely";

/** What a gate is asked with, in this order; each is asked for once, before anything that a reading asks with. */
export type GateValues = readonly [edition: string, secret: string, now: string, standing: string];

/**
 * A condition that holds while a recognition does: the structure is of its edition, and what was recognised is still in
 * force. It stands in the one question of a request, so what it says is of the same moment as what is read.
 */
export type Gate = {
  readonly name: string;
  /** With its values still to be put in. */
  readonly holds: RawBuilder<boolean>;
  /** With these. */
  readonly holdsFor: (values: GateValues) => RawBuilder<boolean>;
};

type Pieces = Readonly<Record<"secret" | "now" | "standing", RawBuilder<unknown>>>;

const places: GateValues = ["edition", "secret", "now", "standing"];

/** `inForce` must name secret, moment and standing once each, in this order. */
export function gate(name: string, inForce: (pieces: Pieces) => RawBuilder<unknown>): Gate {
  const holdsFor = ([edition, secret, now, standing]: GateValues) => sql<boolean>`((
    select current_edition.edition = ${edition}::uuid from structure_edition current_edition) and ${inForce({
      secret: sql`${secret}::text`,
      now: sql`${now}::timestamptz`,
      standing: sql`${standing}::text`,
    })})`;
  return { name, holds: holdsFor(places), holdsFor };
}

/** One question for the database: its values follow those of the gate. */
export type GatedQuestion = { readonly text: string; readonly values: readonly unknown[] };

/**
 * The question whose answer is one row of two: `ok`, whether the gate holds, and `told`, one text; null where the gate
 * does not hold, for then nothing is read.
 */
export function gated(
  { name, holds }: Gate,
  told: RawBuilder<string | null>,
  compile: (query: RawBuilder<unknown>) => CompiledQuery,
): GatedQuestion {
  const { sql: text, parameters } = compile(
    sql`with gate as materialized (select ${holds} as ok)
      select ok, case when ok then (${told}) end as told from gate`,
  );
  if (places.some((place, at) => parameters[at] !== place))
    throw new Error(`The gate ${name} does not ask for its values in order.`);
  return { text, values: parameters.slice(places.length) };
}
