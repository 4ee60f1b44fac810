import type { Actor } from "#kernel/actor.ts";
import type { Grant } from "#kernel/permission.ts";
import type { SheetCell } from "#kernel/sheet-cell.ts";
import type { DB } from "#db";
import type { Kysely, Transaction } from "kysely";
import type { z } from "zod";
import type { Place } from "../act/act.ts";
import type { LeanQuestion } from "./lean.ts";

/** Who asks for what a reading is about. What finds it finds nothing but what this actor may know of. */
export type Asker<Query> = {
  readonly db: Kysely<DB>;
  readonly actor: Actor;
  readonly query: Query;
  /** Today in Việt Nam. */
  readonly today: string;
};

/** The same at a moment; a lean question is kept for a day, and knows none. */
export type AskerNow<Query> = Asker<Query> & { readonly now: Temporal.Instant };

export type ReadingContext<Query, P> = AskerNow<Query> & {
  /** What `place` found. */
  readonly place: P;
  /** The lean connections, for a reading that has a lean question for some and another for others. */
  readonly lean?: Kysely<DB>;
};

/**
 * Who may read. A grant is judged against the place, as an act's is; `known` is whoever may know of the place, which
 * `place` judges; `anywhere` is whoever holds a post with such a capacity, wherever its unit lies, and is given what is of
 * that post; `each` judges row by row what it gives out; `own` gives out nothing but the asker's own things; `everyone` is whoever is
 * known at all, for what is nobody's secret: rules, the calendar, which units there are.
 */
export type MayRead = Grant | { readonly anywhere: Grant } | "known" | "each" | "own" | "everyone";

/** A list as a table; its cells name what a line is (`cells: (line: Line) => …`). What it is called, its heads, how wide each column is in characters, and the cells of a line. */
export type ListSheet<Line> = {
  readonly name: string;
  readonly heads: readonly string[];
  readonly widths: readonly number[];
  readonly cells: (line: Line) => readonly SheetCell[];
};

/** How a reading that gives out a list is saved as a file: part by part, as it is read. */
export type ListFile<Query, Answer, Line = never> = {
  /** Words of the name of the file, from the first part. */
  called(answer: Answer, query: Query): readonly (string | number | null)[];
  sheet(answer: Answer, query: Query): ListSheet<Line>;
  lines(answer: Answer): Iterable<Line>;
  /** What is asked besides, so that much is read at once. */
  readonly part?: Readonly<Record<string, number>>;
  /** What is asked for the lines that follow; null at the end. */
  following(answer: Answer, query: Query): Record<string, unknown> | null;
};

/** How a reading that gives out a paper is saved as a file, to read or to go on with. */
export type PaperFile<Query, Answer, Paper = never> = {
  /** Its sheets, in one file. */
  papers(answer: Answer, query: Query): readonly [Paper, ...Paper[]];
  /** Words of the name of the file, after those of the kind of paper. */
  called(answer: Answer, query: Query): readonly (string | null)[];
  /** Of an issued document its id, for its file is made once; null or left out for any other. */
  issued?(answer: Answer): string | null;
};

type PageRead = { readonly lines: readonly unknown[]; readonly page: number; readonly size: number };

/** What is asked for the lines that follow in a list that is read by pages counted from 1. */
export function nextPage({ lines, page, size }: PageRead, query: object): Record<string, unknown> | null {
  return lines.length < size ? null : { ...query, page: page + 1 };
}

/** How the API gives a reading out. */
type Told<Answer> = {
  /** Under /api/v1; `:name` is a part of the path. */
  readonly path: string;
  readonly answer: z.ZodType;
  /** From what pages are given to what the API promises; the same unless said otherwise. */
  told?(answer: Answer): unknown;
};

/**
 * Something that can be asked of the register; it writes nothing. One name, one right, one question, one moment, and a
 * line in the log where data is taken out: pages, files, the API and the command line all come by the same door.
 */
export type Reading<Schema extends z.ZodType = z.ZodType, Answer = unknown> = {
  /** `noun.what`. */
  readonly name: string;
  readonly title: { readonly vi: string; readonly en: string };
  /** What may be asked; everything is typed text, wherever it comes from. */
  readonly query: Schema;
  readonly may: MayRead;
  /** It counts a whole register: it has connections of its own, and waits its turn for them. */
  readonly heavy?: boolean;
  /** It is read over the lean connections: one plan of its texts is right for all values, and planning costs more than reading. */
  readonly onLeanConnections?: boolean;
  /** It takes several statements that must be of one moment. */
  readonly oneMoment?: boolean;
  /**
   * Whether what is asked is of days that are over, and changes no more: then it may be read from a replica, but its place
   * and right are not. It is of `oneMoment`.
   */
  ofDaysOver?(query: z.output<Schema>, today: string): boolean;
  /** Whoever reads it has a register in their hands: it is written to the log by whatever way it is asked. */
  readonly takesOut?: boolean;
  /** Where and as what the API gives it out; without it the API does not. */
  readonly api?: Told<Answer>;
  readonly file?: ListFile<z.output<Schema>, Answer, never>;
  readonly paper?: PaperFile<z.output<Schema>, Answer, never>;
  /** Finds what is asked about, among what the actor may know of; of what is not there or not theirs it says the same. */
  place(asker: AskerNow<z.output<Schema>>): Promise<unknown>;
  /** What was found is between these two: whoever asks does not know its shape. */
  read(context: ReadingContext<z.output<Schema>, never>): Promise<Answer>;
  /**
   * The same answer by one question, for whom and what it can be made of memory alone; null for whom it cannot. `read`
   * says what it has to answer, byte for byte as the API gives it out, and who may ask.
   */
  lean?(asker: Asker<z.output<Schema>>): Promise<LeanQuestion<Answer> | null>;
};

/** Where a grant is judged. */
export type Judged = Pick<Place, "unitId" | "villageIds" | "assignedIds">;

type Definition<Schema extends z.ZodType, Answer, P, Line, Paper, M extends true | undefined> = Omit<
  Reading<Schema, Answer>,
  "may" | "place" | "api" | "file" | "paper" | "oneMoment" | "read" | "lean"
> &
  (
    | { readonly may: Grant; place(asker: AskerNow<z.output<Schema>>): Promise<P & Judged> }
    | { readonly may: "known"; place(asker: AskerNow<z.output<Schema>>): Promise<P> }
    | { readonly may: { readonly anywhere: Grant } }
    | (Pick<Reading<Schema, Answer>, "lean"> & { readonly may: "each" | "own" | "everyone" })
  ) & {
    readonly api?: { readonly path: string; readonly answer: z.ZodType<unknown, Answer> };
    readonly file?: ListFile<z.output<Schema>, Answer, Line>;
    readonly paper?: PaperFile<z.output<Schema>, Answer, Paper>;
    readonly oneMoment?: M;
    read(
      context: ReadingContext<z.output<Schema>, P> & { db: M extends true ? Transaction<DB> : Kysely<DB> },
    ): Promise<Answer>;
  };

/**
 * Writes down a reading. The compiler holds that what it gives out is what the API promises, and that nothing can be
 * read of a place without saying where that place is found.
 */
export function reading<
  Schema extends z.ZodType,
  Answer,
  P = null,
  Line = never,
  Paper = never,
  M extends true | undefined = undefined,
>(definition: Definition<Schema, Answer, P, Line, Paper, M>): Reading<Schema, Answer> {
  const nowhere = { place: () => Promise.resolve(null) };
  return { ...nowhere, ...definition } as unknown as Reading<Schema, Answer>;
}

/** The same reading, given out by the API in a shape of its own, which the compiler holds too. */
export function toldAs<Schema extends z.ZodType, Answer, Shape extends z.ZodType>(
  one: Reading<Schema, Answer>,
  api: { path: string; answer: Shape; told(answer: Answer): z.input<Shape> },
): Reading<Schema, Answer> {
  return { ...one, api };
}
