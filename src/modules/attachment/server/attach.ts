import { personIdOf } from "#kernel/actor.ts";
import { uuidv7 } from "#kernel/identifier.ts";
import { Problem, type FieldFault } from "#kernel/problem.ts";
import { scopeAsking } from "#modules/organization/server/index.ts";
import { act } from "#platform/server/act/act.ts";
import { z } from "zod";
import { fileLimits } from "../file-limits.ts";
import { attachmentProblems as problems } from "../problems.ts";
import { purposes, type Purpose } from "../purposes.ts";
import { attachedTo, broughtBy, type BroughtFile } from "./file.store.ts";
import { attachedElsewhere, type Elsewhere } from "./list-attachments.ts";
import { namedIn, subjectInput } from "./subject-input.ts";
import { subjects, type Subject } from "./subjects.ts";

/** How long a file that was brought waits to be attached. */
const waits = { hours: 24 };

/** The act by which files that its actor has brought are attached to one thing, all of them or none. */
const attachTo = (subject: Subject) =>
  act({
    name: `attachment.attach_to_${subject.name}`,
    title: { vi: `Đính kèm tệp vào ${subject.vi}`, en: `Attach files to a ${subject.en}` },
    may: subject.may.attach,
    input: subjectInput(subject, {
      purpose: z.enum(purposes[subject.kind] as readonly [Purpose, ...Purpose[]]),
      files: z.array(z.uuid()).min(1).max(fileLimits.atOnce),
    }),
    problems,
    constraints: { attachment_file: problems.not_brought },
    place: (context) => subject.place(context, namedIn(subject, context.input)),
    async run({ trx, input, place, actor, post, now, today }) {
      if (place.hidden) throw new Problem(problems.out_of_sight);
      const asked = [...new Set(input.files)];
      const files = await broughtBy(trx, actor, asked, now.subtract(waits));
      if (files.length < asked.length) throw new Problem(problems.not_brought, { field: "files" });
      const there = await attachedTo(trx, { kind: subject.kind, id: place.subjectId });
      if (there.length + files.length > fileLimits.ofOne) {
        const values = { there: there.length, most: fileLimits.ofOne };
        throw new Problem(problems.too_many, { field: "files", values });
      }
      refuseTheSame(files, there);
      const by = { recorded_by: personIdOf(actor), recorded_in: post?.id ?? null };
      const rows = files.map(({ id }) => ({
        ...by,
        id: uuidv7(now),
        file_id: id,
        subject_kind: subject.kind,
        subject_id: place.subjectId,
        purpose: input.purpose,
        recorded_at: now.toString(),
      }));
      await trx.insertInto("attachment").values(rows).execute();
      const attached = rows.map(({ id }, at) => ({ id, name: files[at]!.name }));
      const scope = await scopeAsking(trx, actor);
      const ids = rows.map(({ id }) => id);
      const warnings = (await attachedElsewhere(trx, scope, ids, today)).map(warningOf);
      return {
        id: place.subjectId,
        called: place.called,
        attached,
        ...(warnings.length > 0 && { warnings }),
      };
    },
  });

/** Taken all the same: two papers may have one scan, and whoever chose the wrong one sees where the other is. */
function warningOf({ name, elsewhere }: { readonly name: string; readonly elsewhere: readonly Elsewhere[] }) {
  const where = elsewhere.map(({ label }) => label).join(", ");
  const { definition, vi, en } = new Problem(problems.elsewhere_too, { values: { name, where } });
  return { code: definition.code, vi, en };
}

type Digests = Pick<BroughtFile, "digest" | "sentDigest">;

/** Whether two files hold the same, whatever they are called. */
export const isSameFile = (one: Digests, other: Digests): boolean =>
  one.digest === other.digest || one.sentDigest === other.sentDigest;

/** The same bytes twice at one thing are one file, whatever they are called. */
function refuseTheSame(files: readonly BroughtFile[], there: readonly BroughtFile[]): void {
  const faults = files.flatMap((file, at): FieldFault[] => {
    if (![...there, ...files.slice(0, at)].some((other) => isSameFile(file, other))) return [];
    const { vi, en } = new Problem(problems.same_file, { values: { name: file.name } });
    return [{ field: "files", vi, en }];
  });
  if (faults.length > 0) throw new Problem(problems.same_file, { faults, values: { name: files[0]!.name } });
}

export const attachToMatter = attachTo(subjects.matter);
export const attachToConference = attachTo(subjects.conference);
export const attachToDocument = attachTo(subjects.document);
