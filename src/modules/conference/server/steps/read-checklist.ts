import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import { toldOfConferences } from "#modules/recommendation/server/index.ts";
import { conferenceClocks } from "#modules/deadline/server/index.ts";
import type { Kysely } from "kysely";
import { checklistOf, type Step } from "../../steps/legal-bases.ts";
import { stepsDoneOf } from "./step.store.ts";

/** A step with its last day where a clock gives one, and the day on which it was done. */
export type ChecklistStep = Step & {
  readonly due: string | null;
  readonly doneOn: string | null;
  readonly note: string | null;
};

type Asked = {
  readonly id: string;
  readonly unitId: string;
  readonly heldOn: string;
  readonly legalBases: readonly string[];
};

/** What is to be done for a conference, by its legal bases and the clocks that bind its unit. */
export async function readChecklist(
  db: Kysely<DB>,
  actor: Actor,
  conference: Asked,
  today: string,
): Promise<ChecklistStep[]> {
  const running = (await conferenceClocks(db, conference)).filter(({ ineffective }) => ineffective === null);
  const done = new Map((await stepsDoneOf(db, conference.id)).map((each) => [each.step, each]));
  const told = await toldOfConferences(db, actor, [conference.id], today);
  const purposes = new Set(running.map(({ purpose }) => purpose));
  return checklistOf(conference.legalBases, purposes).map((step) => ({
    ...step,
    due: running.find(({ purpose }) => purpose === step.clock)?.due.slice(0, 10) ?? null,
    doneOn: done.get(step.code)?.doneOn ?? null,
    note: told(conference.id, done.get(step.code)?.note ?? null),
  }));
}
