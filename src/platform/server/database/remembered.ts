import type { DB } from "#db";
import { actorKey, type Actor } from "#kernel/actor.ts";
import { sql, type Kysely } from "kysely";

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
  let known: { edition?: string; answers: Map<string, Promise<Told>> } = { answers: new Map() };
  return (db, actor, ...args) => {
    const edition = (actor as Partial<Person>).edition;
    if (edition === undefined || (db.isTransaction && !inTransactions)) return read(db, actor, ...args);
    if (known.edition !== edition) known = { edition, answers: new Map() };
    return answerIn(known.answers, JSON.stringify([actorKey(actor), ...args]), () =>
      read(db, actor, ...args),
    );
  };
}

function answerIn<Told>(answers: Map<string, Promise<Told>>, question: string, ask: () => Promise<Told>) {
  const answered = answers.get(question);
  if (answered) return answered;
  if (answers.size >= rememberedAtMost) answers.clear();
  const answer = ask();
  answers.set(question, answer);
  answer.catch(() => answers.delete(question));
  return answer;
}
