import { personIdOf } from "#kernel/actor.ts";
import { uuidv7 } from "#kernel/identifier.ts";
import { yesNo } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { act } from "#platform/server/act/act.ts";
import { z } from "zod";
import { findingWords } from "../findings.ts";
import { attachmentProblems as problems } from "../problems.ts";
import { attachmentAt } from "./attachment.store.ts";
import { namedIn, subjectInput } from "./subject-input.ts";
import { subjects, type Subject } from "./subjects.ts";

/** The act by which a person says that a file may be shown to the public, or no more. */
const approveOf = (subject: Subject) =>
  act({
    name: `attachment.approve_of_${subject.name}`,
    title: {
      vi: `Duyệt công khai tệp của ${subject.vi}`,
      en: `Approve a file of a ${subject.en} for the public`,
    },
    may: subject.may.approve,
    input: subjectInput(subject, {
      attachment: z.uuid(),
      approved: yesNo,
      /** What the file holds and does not show was looked at. */
      findings_seen: yesNo.default(false),
    }),
    problems,
    place: (context) => subject.place(context, namedIn(subject, context.input)),
    async run({ trx, input, place, actor, post, now }) {
      if (place.hidden) throw new Problem(problems.out_of_sight);
      const { id, findings } = await attachmentAt(trx, subject.kind, place.subjectId, input.attachment);
      if (input.approved && findings.length > 0 && !input.findings_seen) {
        const named = (language: "vi" | "en") =>
          findings.map((one) => findingWords[one][language]).join(", ");
        const values = { findings: named("vi"), findings_en: named("en") };
        throw new Problem(problems.findings_unseen, { field: "findings_seen", values });
      }
      await trx
        .insertInto("attachment_approval")
        .values({
          id: uuidv7(now),
          attachment_id: id,
          approved: input.approved,
          recorded_at: now.toString(),
          recorded_by: personIdOf(actor),
          recorded_in: post?.id ?? null,
        })
        .execute();
      return { id: place.subjectId, called: place.called };
    },
  });

export const approveOfMatter = approveOf(subjects.matter);
export const approveOfConference = approveOf(subjects.conference);
export const approveOfDocument = approveOf(subjects.document);
