import { conferenceForChange } from "#modules/conference/server/index.ts";
import { documentForChange } from "#modules/document/server/index.ts";
import { matterForChange, matterPlace } from "#modules/recommendation/server/index.ts";
import { matterCodeInput } from "#modules/recommendation/matter-code.ts";
import type { Asking, Place } from "#platform/server/act/act.ts";
import { z } from "zod";
import { attaching } from "../permissions.ts";
import type { SubjectKind } from "../purposes.ts";

export type SubjectPlace = Place & {
  readonly subjectId: string;
  /** What whoever did it calls it by: a matter's code; of anything else its id. */
  readonly called: string;
  /** Its words are out of sight, and so are its files. */
  readonly hidden: boolean;
};

/** What files are attached to, as acts find it. */
export type Subject = {
  readonly kind: SubjectKind;
  /** As an act's name and its titles call it. */
  readonly name: "matter" | "conference" | "document";
  readonly vi: string;
  readonly en: string;
  /** The field that names it. */
  readonly field: "recommendation" | "conference" | "document";
  readonly input: z.ZodType<string>;
  readonly may: (typeof attaching)[SubjectKind];
  /** Finds it, locked, for whoever may know of it. */
  place(asking: Asking, named: string): Promise<SubjectPlace>;
};

export const subjects = {
  matter: {
    kind: "recommendation",
    name: "matter",
    vi: "kiến nghị",
    en: "matter",
    field: "recommendation",
    input: matterCodeInput,
    may: attaching.recommendation,
    async place(asking, code) {
      const matter = await matterForChange(asking, code);
      const place = matterPlace(matter);
      return { ...place, subjectId: matter.id, called: matter.code, hidden: matter.hidden !== null };
    },
  },
  conference: {
    kind: "conference",
    name: "conference",
    vi: "hội nghị",
    en: "conference",
    field: "conference",
    input: z.uuid(),
    may: attaching.conference,
    async place(asking, id) {
      const { unit_id: unitId } = await conferenceForChange(asking, id);
      return { unitId, subjectId: id, called: id, hidden: false };
    },
  },
  document: {
    kind: "issued_document",
    name: "document",
    vi: "văn bản đã ban hành",
    en: "issued document",
    field: "document",
    input: z.uuid(),
    may: attaching.issued_document,
    async place(asking, id) {
      const { unitId } = await documentForChange(asking, id);
      return { unitId, subjectId: id, called: id, hidden: false };
    },
  },
} as const satisfies Record<string, Subject>;
