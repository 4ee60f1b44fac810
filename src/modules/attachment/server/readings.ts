import { optionalOf } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { matterCodeInput } from "#modules/recommendation/matter-code.ts";
import { wordsWithout } from "#modules/recommendation/server/index.ts";
import { reading, toldAs } from "#platform/server/reading/reading.ts";
import { z } from "zod";
import { fileKindNames, fileKinds, type FileKind } from "../file-kinds.ts";
import { findingNames } from "../findings.ts";
import { attachmentProblems as problems } from "../problems.ts";
import { purposes, type Purpose } from "../purposes.ts";
import { attachmentById } from "./attachment.store.ts";
import { listAttachments, type AttachmentList } from "./list-attachments.ts";
import { conferenceSubject, documentSubject, isShown, matterSubject, subjectOf } from "./subject-in-sight.ts";

const ofMatter = reading({
  name: "attachments.of_matter",
  title: { vi: "Tệp của kiến nghị", en: "Files of a matter" },
  query: z.strictObject({ recommendation: matterCodeInput }),
  may: "known",
  place: (asker) => matterSubject(asker, { code: asker.query.recommendation }),
  read: ({ place, ...asker }) => listAttachments(asker, place),
});

const ofConference = reading({
  name: "attachments.of_conference",
  title: { vi: "Tệp của hội nghị", en: "Files of a conference" },
  query: z.strictObject({ conference: z.string().max(100) }),
  may: "known",
  place: (asker) => conferenceSubject(asker, asker.query.conference),
  read: ({ place, ...asker }) => listAttachments(asker, place),
});

const ofDocument = reading({
  name: "attachments.of_document",
  title: { vi: "Tệp của văn bản đã ban hành", en: "Files of an issued document" },
  query: z.strictObject({ document: z.string().max(100) }),
  may: "known",
  place: (asker) => documentSubject(asker, asker.query.document),
  read: ({ place, ...asker }) => listAttachments(asker, place),
});

/** One file, by its attachment: what it is called and where its bytes lie. */
const file = reading({
  name: "attachments.file",
  title: { vi: "Một tệp đính kèm", en: "One attached file" },
  query: z.strictObject({ attachment: z.string().max(100), small: optionalOf(z.literal("yes")) }),
  may: "known",
  async place({ query: { attachment }, ...asker }) {
    const found = z.uuid().safeParse(attachment).success
      ? await attachmentById(asker.db, attachment)
      : undefined;
    if (!found) throw new Problem(problems.not_found);
    const subject = await subjectOf(asker, found.subjectKind, found.subjectId).catch(asNotFound);
    if (!isShown(subject, found, asker.actor)) throw new Problem(problems.not_found);
    return { ...found, name: wordsWithout(found.name, subject.names) };
  },
  read({ place: { name, kind, digest, thumbnail }, query: { small } }) {
    if (small && thumbnail === null) throw new Problem(problems.not_found);
    const type = small ? "image/jpeg" : fileKinds[kind as FileKind].type;
    return Promise.resolve({ name, type, digest: small ? thumbnail! : digest });
  },
});

/** Of a file that hangs on what one may not know of it is said what is said of one that never was. */
function asNotFound(error: unknown): never {
  const hidden = error instanceof Problem && error.definition.status === 404;
  throw hidden ? new Problem(problems.not_found) : error;
}

const recorded = { by: z.string().nullable(), unit: z.string().nullable(), at: z.iso.datetime() };

const allPurposes = Object.values(purposes).flat() as [Purpose, ...Purpose[]];

const line = z.strictObject({
  id: z.uuid().meta({ description: "Open it at /api/v1/files/{id}." }),
  name: z.string(),
  kind: z.enum(fileKindNames),
  purpose: z.enum(allPurposes),
  size: z.int(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  sha256: z.string(),
  sent_sha256: z
    .string()
    .meta({ description: "Of what was sent; an image is drawn anew before it is kept." }),
  findings: z.array(z.enum(findingNames)),
  approved: z.boolean().meta({ description: "It may be shown to the public." }),
  ...recorded,
});

const answer = z.strictObject({
  files: z.array(line),
  removed: z
    .array(
      z.strictObject({ name: z.string(), purpose: z.enum(allPurposes), reason: z.string(), ...recorded }),
    )
    .meta({ description: "What was taken off, for those who attach there." }),
});

const told = ({ files, removed }: AttachmentList) => ({
  files: files.map(({ id, name, kind, purpose, size, width, height, digest, sentDigest, ...file }) => ({
    ...{ id, name, kind, purpose, size, width, height, sha256: digest, sent_sha256: sentDigest },
    findings: [...file.findings],
    approved: file.approved,
    ...{ by: file.by, unit: file.byUnit, at: file.at },
  })),
  removed: removed.map(({ name, purpose, reason, by, byUnit, at }) => ({
    ...{ name, purpose, reason, by, unit: byUnit, at },
  })),
});

/** Everything that can be asked of files. */
export const attachmentReadings = {
  ofMatter: toldAs(ofMatter, { path: "/recommendations/:recommendation/files", answer, told }),
  ofConference: toldAs(ofConference, { path: "/conferences/:conference/files", answer, told }),
  ofDocument: toldAs(ofDocument, { path: "/documents/:document/files", answer, told }),
  file,
};
