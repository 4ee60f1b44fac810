import { act, type WritingAct, type Place } from "#platform/server/act/act.ts";
import type { z } from "zod";
import { conferenceProblems } from "../../problems.ts";
import { conferenceForChange } from "./conference.store.ts";

type FoundConference = Awaited<ReturnType<typeof conferenceForChange>>;
type ConferencePlace = Place & { readonly conference: FoundConference };

type NamesConference = z.ZodType<{ readonly conference: string }>;
type Definition<Schema extends NamesConference, Output> = Omit<
  WritingAct<Schema, Output, ConferencePlace>,
  "place" | "problems"
> &
  Partial<Pick<WritingAct<Schema, Output, ConferencePlace>, "problems">>;

/** An act on one conference, which its input names: found among those that the actor may know of, and locked. */
export function conferenceAct<Schema extends NamesConference, Output>(
  definition: Definition<Schema, Output>,
) {
  return act<Schema, Output, ConferencePlace>({
    problems: conferenceProblems,
    ...definition,
    async place(context) {
      const conference = await conferenceForChange(context, context.input.conference);
      return { unitId: conference.unit_id, subjectId: conference.id, conference };
    },
  });
}
