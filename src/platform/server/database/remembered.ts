import type { DB } from "#db";
import { actorKey, type Actor } from "#kernel/actor.ts";
import { sql, type Kysely } from "kysely";
import { isMemory } from "./memory-only.ts";
import { unrecorded } from "./recorded.ts";

/** The edition of the structure as a column, to be asked for together with who is asking. */
export const structureEdition = sql<string>`(select edition::text from structure_edition)`;

type Person = Extract<Actor, { kind: "person" }>;
type Read<Who extends Actor, Args extends readonly unknown[], Told> = (
  db: Kysely<DB>,
  actor: Who,
  ...args: Args
) => Promise<Told>;

const rememberedAtMost = 1000;

/**
 * A reading of the structure (units, posts, hand-overs, fields, calendar, rules) whose answer is kept in memory for as
 * long as its edition is the one in which the actor was recognised. A transaction always reads for itself, for it may
 * have changed the structure, unless it is said to ask before it changes anything; so does the product acting by itself.
 */
export function remembered<Who extends Actor, Args extends readonly (string | undefined)[], Told>(
  read: Read<Who, Args, Told>,
  { inTransactions = false } = {},
): Read<Who, Args, Told> {
  let known: { edition?: string; answers: Answers<Told> } = { answers: new Map() };
  return (db, actor, ...args) => {
    const edition = (actor as Partial<Person>).edition;
    if (edition === undefined || (db.isTransaction && !inTransactions)) return read(db, actor, ...args);
    if (known.edition !== edition) known = { edition, answers: new Map() };
    // The edition says whether it is still so; nobody need ask for it again.
    return unrecorded(db, (plain) =>
      answerIn(known.answers, JSON.stringify([actorKey(actor), ...args]), plain, () =>
        read(plain, actor, ...args),
      ),
    );
  };
}

/** The edition that each of these is known to be in: a transaction that began in it and changes none of it, a memory. */
const proven = new WeakMap<Kysely<DB>, string>();

/** From now on this handle may be answered from the memory of an edition: it began in it, and changes nothing of it. */
export function holdsEdition(db: Kysely<DB>, edition: string): void {
  proven.set(db, edition);
}

/** The edition in which this handle may be answered, if it was said to hold one. */
export const editionOf = (db: Kysely<DB>): string | undefined => proven.get(db);

/**
 * A reading of the structure, of some units or a field, for acts: kept in memory for those who are known to be in an edition
 * (`holdsEdition`). Anybody else reads for themselves.
 */
export function rememberedWhereProven<Args extends readonly unknown[], Told>(
  read: (db: Kysely<DB>, ...args: Args) => Promise<Told>,
): (db: Kysely<DB>, ...args: Args) => Promise<Told> {
  let known: { edition?: string; answers: Answers<Told> } = { answers: new Map() };
  return (db, ...args) => {
    const edition = proven.get(db);
    if (edition === undefined) return read(db, ...args);
    if (known.edition !== edition) known = { edition, answers: new Map() };
    return answerIn(known.answers, JSON.stringify(args), db, () => read(db, ...args));
  };
}

type Answers<Told> = Map<string, { readonly by: Kysely<DB>; readonly answer: Promise<Told>; told: boolean }>;

/**
 * Who asks while an answer is on its way waits for it only where it comes over the same connections: the question of a
 * report may be waiting its turn, that of a transaction for a lock.
 */
function answerIn<Told>(answers: Answers<Told>, question: string, by: Kysely<DB>, ask: () => Promise<Told>) {
  const known = answers.get(question);
  if (known && (known.told || known.by === by)) return known.answer;
  if (isMemory(by)) return ask();
  if (answers.size >= rememberedAtMost) answers.clear();
  const asked = { by, answer: ask(), told: false };
  answers.set(question, asked);
  asked.answer.then(
    () => (asked.told = true),
    () => answers.get(question) === asked && answers.delete(question),
  );
  return asked.answer;
}
