import type { Actor, HeldPost } from "#kernel/actor.ts";
import type { Grant, Standing } from "#kernel/permission.ts";
import type { ProblemDefinition } from "#kernel/problem.ts";
import type { DB } from "#db";
import type { Kysely, Transaction } from "kysely";
import type { z } from "zod";
import type { Rows } from "./rows.ts";

/** Where an act takes place: rights are judged against it. `unitId: null` is the whole product. */
export type Place = {
  readonly unitId: string | null;
  /** The villages that the subject came from. */
  readonly villageIds?: readonly string[];
  /** Units to which the subject is assigned. */
  readonly assignedIds?: readonly string[];
  readonly subjectId?: string;
};

/**
 * Who asks for the subject of an act. What finds it takes this, and finds nothing but what this actor may know of: to
 * anybody else it answers as for one that never was, before any right is judged and before anything is told of it.
 */
export type Asking = {
  readonly trx: Transaction<DB>;
  readonly actor: Actor;
  readonly today: string;
};

export type ActContext<Input, P extends Place = Place> = {
  readonly trx: Transaction<DB>;
  readonly input: Input;
  /** What `place` found: the subject, locked. */
  readonly place: P;
  readonly actor: Actor;
  /** The post through which the act is done; null for the product itself. */
  readonly post: HeldPost | null;
  readonly now: Temporal.Instant;
  /** Today in Việt Nam. */
  readonly today: string;
};

/** Everything that changes the register is an act: one name, one right, one input, one transaction, one audit line. */
export type Act<Schema extends z.ZodType = z.ZodType, Output = unknown, P extends Place = Place> = {
  readonly name: string;
  readonly title: { readonly vi: string; readonly en: string };
  readonly may: Grant;
  readonly input: Schema;
  readonly problems: Readonly<Record<string, ProblemDefinition>>;
  /** Names of database constraints and the problem each one states. */
  readonly constraints?: Readonly<Record<string, ProblemDefinition>>;
  /** It changes nothing of the structure (decision 19): what it asks of that may be answered from memory. */
  readonly keepsStructure?: true;
  /** It keeps the structure, asks of little else, and gives rows: done in one statement where all that it asks is in memory. */
  readonly locksNothing?: true;
  /** What the audit line keeps of the input; the whole of it unless said otherwise. */
  audit?(input: z.output<Schema>): Record<string, unknown>;
  /**
   * What is wrong with the input by itself, whatever the register holds: asked before `run`, and of what could be read of an
   * input where its schema refuses some of it, so that nobody is told of one fault after the other.
   * @throws Problem with the faults of all that is wrong
   */
  alone?(input: Partial<z.output<Schema>>, today: string): void;
  /** `run` judges that itself, together with what the register finds: of a sound input all is told at once. */
  readonly runAsksAlone?: true;
  /**
   * Finds and locks the subject, among those that the actor may know of. What state it is in is for `run` to judge: that is
   * told to those who may do the act.
   */
  place(context: Asking & { readonly input: z.output<Schema> }): Promise<P>;
  /** Does it. One that locks nothing gives its rows. */
  run(context: ActContext<z.output<Schema>, P>): Promise<Output | Rows<Output>>;
};

/** Says how the posts of an actor stand to a place. The organization knows; the runner only asks. */
export type StandingReading = (
  db: Kysely<DB>,
  posts: readonly HeldPost[],
  place: Place,
  today: string,
) => Promise<readonly Standing[]>;

/** An act that writes by itself what it writes, and so can be done as a part of another. */
export type WritingAct<Schema extends z.ZodType, Output, P extends Place> = Omit<
  Act<Schema, Output, P>,
  "run"
> & {
  run(context: ActContext<z.output<Schema>, P>): Promise<Output>;
};

/** Writes down an act; only there for its types. */
export function act<Schema extends z.ZodType, Output, P extends Place>(
  definition: WritingAct<Schema, Output, P>,
): WritingAct<Schema, Output, P>;
export function act<Schema extends z.ZodType, Output, P extends Place>(
  definition: Act<Schema, Output, P>,
): Act<Schema, Output, P>;
export function act<Schema extends z.ZodType, Output, P extends Place>(
  definition: Act<Schema, Output, P>,
): Act<Schema, Output, P> {
  return definition;
}
