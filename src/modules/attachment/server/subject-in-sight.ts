import type { DB } from "#db";
import { personIdOf, type Actor } from "#kernel/actor.ts";
import type { Grant } from "#kernel/permission.ts";
import { dayAsRead } from "#kernel/day-as-read.ts";
import { conferenceInSight } from "#modules/conference/server/index.ts";
import { documentInSight } from "#modules/document/server/index.ts";
import { mayDo } from "#modules/organization/server/index.ts";
import { matterInSight, mayOnMatter } from "#modules/recommendation/server/index.ts";
import type { Kysely } from "kysely";
import type { SubjectKind } from "../purposes.ts";

type Asker = { readonly db: Kysely<DB>; readonly actor: Actor; readonly today: string };

/** What files are attached to, as somebody who may know of it reads it. */
export type SubjectInSight = {
  readonly kind: SubjectKind;
  readonly id: string;
  /** A matter's code, a document's number, the day of a conference. */
  readonly label: string;
  /** Nothing of it is shown but that it is there. */
  readonly hidden: boolean;
  /** Names that the reader is not to know. No picture can be read without them. */
  readonly names: readonly string[];
  /** Whether what names nobody that the reader is not to know is all that they are shown. */
  readonly onlyHarmless: boolean;
  may(grant: Grant): Promise<boolean>;
};

/** @throws Problem of the matter's own `not_found` */
export async function matterSubject(
  { db, actor, today }: Asker,
  named: Parameters<typeof matterInSight>[2],
): Promise<SubjectInSight> {
  const { id, code, shown, namesWithheld: names } = await matterInSight(db, actor, named, today);
  return {
    ...{ kind: "recommendation", id, label: code, hidden: !shown, names, onlyHarmless: names.length > 0 },
    may: (grant) => mayOnMatter(db, actor, id, grant, today),
  };
}

/** @throws Problem of the conference's own `not_found` */
export async function conferenceSubject({ db, actor, today }: Asker, named: string): Promise<SubjectInSight> {
  const { id, unitId, heldOn, namesWithheld: names } = await conferenceInSight(db, actor, named, today);
  return {
    ...{
      kind: "conference",
      id,
      label: dayAsRead(heldOn),
      hidden: false,
      names,
      onlyHarmless: names.length > 0,
    },
    may: (grant) => mayDo(db, actor, grant, unitId, today),
  };
}

/** @throws Problem of the document's own `not_found` */
export async function documentSubject({ db, actor, today }: Asker, named: string): Promise<SubjectInSight> {
  const { id, unitId, symbol, whole } = await documentInSight(db, actor, named, today);
  return {
    ...{ kind: "issued_document", id, label: symbol, hidden: !whole, names: [], onlyHarmless: false },
    may: (grant) => mayDo(db, actor, grant, unitId, today),
  };
}

/** The subject of a file by what is written with it. */
export function subjectOf(asker: Asker, kind: SubjectKind, id: string): Promise<SubjectInSight> {
  if (kind === "recommendation") return matterSubject(asker, { id });
  return kind === "conference" ? conferenceSubject(asker, id) : documentSubject(asker, id);
}

/** What tells of an attachment whether it is shown; `byId`: the person who attached it. */
type Attached = { readonly purpose: string; readonly approved: boolean; readonly byId: string | null };

/**
 * Whether a file of a subject is shown to an actor. What people handed in, and what was kept of a conference, may show or name who
 * is not to be known; the evidence of an answer and what a person approved for the public do not, and whoever attached it knows it.
 */
export function isShown(
  { hidden, onlyHarmless }: Pick<SubjectInSight, "hidden" | "onlyHarmless">,
  { purpose, approved, byId }: Attached,
  actor: Actor,
): boolean {
  const own = byId !== null && byId === personIdOf(actor);
  return !hidden && (!onlyHarmless || own || approved || purpose === "evidence");
}
