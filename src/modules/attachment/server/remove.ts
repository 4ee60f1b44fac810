import { personIdOf } from "#kernel/actor.ts";
import { textInput } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { act } from "#platform/server/act/act.ts";
import { z } from "zod";
import { attachmentProblems as problems } from "../problems.ts";
import { attachmentAt } from "./attachment.store.ts";
import { namedIn, subjectInput } from "./subject-input.ts";
import { subjects, type Subject } from "./subjects.ts";

/** The act by which a file is taken off again: by whoever attached it, or by the office or a leader, who say why. */
const removeFrom = (subject: Subject) =>
  act({
    name: `attachment.remove_from_${subject.name}`,
    title: { vi: `Gỡ tệp khỏi ${subject.vi}`, en: `Take a file off a ${subject.en}` },
    may: subject.may.attach,
    input: subjectInput(subject, { attachment: z.uuid(), reason: textInput(1000) }),
    problems,
    constraints: { attachment_removal_pkey: problems.removed_already },
    audit: ({ reason, ...rest }) => ({ ...rest, reason_length: reason.length }),
    place: (context) => subject.place(context, namedIn(subject, context.input)),
    async run({ trx, input, place, actor, post, now }) {
      if (place.hidden) throw new Problem(problems.out_of_sight);
      const { id, recordedBy } = await attachmentAt(trx, subject.kind, place.subjectId, input.attachment);
      const own = recordedBy === personIdOf(actor);
      if (post && !own && !subject.may.approve[post.capacity]) throw new Problem(problems.not_yours);
      await trx
        .insertInto("attachment_removal")
        .values({
          attachment_id: id,
          reason: input.reason,
          recorded_at: now.toString(),
          recorded_by: personIdOf(actor),
          recorded_in: post?.id ?? null,
        })
        .execute();
      return { id: place.subjectId, called: place.called };
    },
  });

export const removeFromMatter = removeFrom(subjects.matter);
export const removeFromConference = removeFrom(subjects.conference);
export const removeFromDocument = removeFrom(subjects.document);
