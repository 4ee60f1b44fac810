import type { Actor } from "#kernel/actor.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";
import type { z } from "zod";

export type ReadingContext<Query> = {
  readonly db: Kysely<DB>;
  readonly actor: Actor;
  readonly query: Query;
  /** Today in Việt Nam. */
  readonly today: string;
};

/** Something that can be asked of the register; it writes nothing. */
export type Reading = {
  readonly name: string;
  readonly title: { readonly vi: string; readonly en: string };
  /** Under /api/v1; `:name` is a part of the path. */
  readonly path: string;
  readonly query: z.ZodType;
  /** It counts a whole register: it has connections of its own, and waits its turn for them. */
  readonly heavy?: boolean;
  /** What it answers, for the description. */
  readonly answer: z.ZodType;
  read(context: ReadingContext<never>): Promise<unknown>;
};

/** Writes down a reading; what it gives out is checked against the answer it promises, by the compiler. */
export function reading<Schema extends z.ZodType, Answer extends z.ZodType>(definition: {
  name: string;
  title: { vi: string; en: string };
  path: string;
  heavy?: boolean;
  query: Schema;
  answer: Answer;
  read(context: ReadingContext<z.output<Schema>>): Promise<z.input<Answer>>;
}): Reading {
  return definition as unknown as Reading;
}
