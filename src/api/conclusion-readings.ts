import { wholeNumber } from "#kernel/input.ts";
import {
  findNotice,
  noticeChanges,
  noticesOf,
  publicVersions,
  readPublication,
} from "#modules/conclusion/server/index.ts";
import { sides } from "#modules/document/document-model.ts";
import { reportClasses } from "#modules/recommendation/matter.ts";
import { statuses } from "#modules/recommendation/statuses.ts";
import { z } from "zod";
import { count, day, text } from "#platform/server/reading/answer-values.ts";
import { reading } from "#platform/server/reading/reading.ts";

const coordinator = z.strictObject({ unit: z.string(), name: z.string(), duty: text, due: day.nullable() });
const line = z.strictObject({
  position: z.int(),
  matter: z.string(),
  task: z.string(),
  lead: text,
  lead_name: text,
  due: day.nullable(),
  promised: day
    .nullable()
    .meta({ description: "The day promised in the room, from which the line may depart." }),
  coordinators: z.array(coordinator),
  own: z.boolean().meta({ description: "It gives work to one of the reader's units." }),
});
const change = z.strictObject({
  matter: z.string(),
  kind: z.enum(["same", "added", "removed", "changed"]),
  parts: z.array(z.enum(["task", "lead", "due", "coordinators"])),
});

const query = z.strictObject({ conference: z.string().max(100) });

/** Notices of conclusion, to those who may read them. */
export const conclusionReadings = [
  reading({
    name: "conclusions.list",
    title: { vi: "Thông báo kết luận của hội nghị", en: "The notices of a conference, the latest first" },
    query,
    may: "each",
    api: {
      path: "/conferences/:conference/conclusions",
      answer: z.strictObject({
        editions: z.array(
          z.strictObject({
            id: z.uuid(),
            edition: z.int(),
            issued_on: day,
            lines: count,
            symbols: z.array(z.string()),
          }),
        ),
        draft: z
          .strictObject({ id: z.uuid(), edition: z.int(), lines: count })
          .nullable()
          .meta({ description: "Told to those who write and sign it." }),
      }),
    },
    async read({ db, actor, query: { conference }, today }) {
      const known = z.uuid().safeParse(conference).success;
      if (!known) return { editions: [], draft: null };
      const { editions, draft } = await noticesOf(db, actor, conference, today);
      return {
        editions: editions.map(({ issuedOn, ...one }) => ({
          ...one,
          issued_on: issuedOn,
          symbols: [...one.symbols],
        })),
        draft,
      };
    },
  }),
  reading({
    name: "conclusions.find",
    title: {
      vi: "Một thông báo kết luận",
      en: "One edition of a conference's notice; the draft for those who write it",
    },
    query: query.extend({ edition: z.union([z.literal("draft"), wholeNumber(1, 10_000)]) }),
    may: "each",
    api: {
      path: "/conferences/:conference/conclusions/:edition",
      answer: z.strictObject({
        id: z.uuid(),
        conference: z.uuid(),
        unit: z.string(),
        edition: z.int(),
        version: z.int(),
        state: z.enum(["draft", "issued"]),
        issued_on: day.nullable(),
        opening: text,
        closing: text,
        lines: z.array(line),
        hidden: z.array(z.int()).meta({ description: "Positions of lines that are out of sight." }),
        documents: z.array(z.strictObject({ id: z.uuid(), side: z.enum(sides), symbol: z.string() })),
        changes: z
          .array(change)
          .nullable()
          .meta({ description: "Against the edition before; null for the first." }),
      }),
    },
    async read({ db, actor, query: { conference, edition }, today }) {
      const notice = await findNotice(db, actor, { conference, edition }, today);
      const { id, unit, version, state, issuedOn, opening, closing } = notice;
      const changes = await noticeChanges(db, actor, notice, today);
      return {
        id,
        conference,
        unit,
        edition: notice.edition,
        version,
        state,
        issued_on: issuedOn,
        opening: notice.whole ? opening : null,
        closing: notice.whole ? closing : null,
        lines: notice.lines.map(
          ({ leadName, dueOn, saidOn, position, matter, task, lead, own, coordinators }) => ({
            position,
            matter,
            task,
            lead,
            own,
            promised: saidOn,
            lead_name: leadName,
            due: dueOn,
            coordinators: coordinators.map(({ dueOn: day, ...helper }) => ({ ...helper, due: day })),
          }),
        ),
        hidden: [...notice.hidden],
        documents: notice.papers.map(({ id, side, symbol }) => ({ id, side, symbol })),
        changes: changes?.map(({ matter, kind, parts }) => ({ matter, kind, parts: [...parts] })) ?? null,
      };
    },
  }),
  reading({
    name: "conclusions.publication",
    title: { vi: "Kết quả hội nghị để công khai", en: "The results of a conference as they may be posted" },
    query,
    may: "each",
    api: {
      path: "/conferences/:conference/publication",
      answer: z.strictObject({
        conference: z.uuid(),
        edition: z.int(),
        issued_on: day,
        published_on: day.nullable(),
        matters: z.array(
          z.strictObject({
            code: z.string(),
            goes_on_in: text.meta({
              description: "Merged into one of another conference, whose state it has.",
            }),
            text: text.meta({ description: "In words that a person approved; null until one has." }),
            awaits: z.boolean().meta({ description: "Words of it wait for approval." }),
            wordless: z
              .boolean()
              .meta({ description: "Answered in the room, and nobody has written down how." }),
            status: z.enum(statuses),
            class: z.enum(reportClasses),
            open: z.boolean(),
            lead_name: text,
            due: day.nullable(),
            answered_on: day.nullable(),
            answer: text,
          }),
        ),
        hidden: count.meta({
          description:
            "Of those that the reader may read, how many went where the law wants them; their words are not told.",
        }),
      }),
    },
    async read({ db, actor, query: { conference }, today }) {
      const { edition, issuedOn, publishedOn, matters, hidden } = await readPublication(
        db,
        actor,
        conference,
        today,
      );
      return {
        conference,
        edition,
        issued_on: issuedOn,
        published_on: publishedOn,
        hidden,
        matters: matters.map(({ goesOnIn, leadName, dueOn, answeredOn, ...one }) => ({
          ...one,
          goes_on_in: goesOnIn,
          lead_name: leadName,
          due: dueOn,
          answered_on: answeredOn,
        })),
      };
    },
  }),
  reading({
    name: "conclusions.public_versions",
    title: {
      vi: "Bản gốc và bản công khai của kết quả hội nghị",
      en: "The texts of the results, each with its original, for those who approve what is posted",
    },
    query,
    may: "each",
    api: {
      path: "/conferences/:conference/publication/versions",
      answer: z.strictObject({
        versions: z.array(
          z.strictObject({
            matter: z.string(),
            part: z.enum(["text", "answer"]),
            original: z.string(),
            digest: z.string().meta({ description: "SHA-256 of the original; the approval names it." }),
            proposed: z
              .string()
              .meta({ description: "Without what looks like a name, a number, an address." }),
            approved: text,
            approved_at: text,
            approved_by: text,
          }),
        ),
      }),
    },
    async read({ db, actor, query: { conference }, today }) {
      const versions = await publicVersions(db, actor, conference, today);
      return {
        versions: versions.map(({ approvedAt, approvedBy, ...one }) => ({
          ...one,
          approved_at: approvedAt,
          approved_by: approvedBy,
        })),
      };
    },
  }),
];
