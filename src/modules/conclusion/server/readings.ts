import { wholeNumber } from "#kernel/input.ts";
import { conferenceAsked, ofConference } from "#modules/conference/server/index.ts";
import { reading, toldAs, type Asker } from "#platform/server/reading/reading.ts";
import { inSnakeCase } from "#platform/server/reading/snake-case.ts";
import { z } from "zod";
import { mayApprovePublic } from "../permissions.ts";
import { noticeAnswer, noticesAnswer, publicationAnswer, versionsAnswer } from "./conclusion-answers.ts";
import { conferenceToPost } from "./conference-to-post.ts";
import { draftReadings } from "./draft-readings.ts";
import { findNotice } from "./find-notice.ts";
import { noticeChanges } from "./notice-changes.ts";
import { noticesOf } from "./notices-of.ts";
import { pageReadings } from "./page-readings.ts";
import { publicVersions } from "./public-versions.ts";
import { readPublication } from "./read-publication.ts";

const list = reading({
  name: "conclusions.list",
  title: { vi: "Thông báo kết luận của hội nghị", en: "The notices of a conference, the latest first" },
  query: ofConference,
  may: "each",
  async read({ db, actor, query: { conference }, today }) {
    const known = z.uuid().safeParse(conference).success;
    return known ? noticesOf(db, actor, conference, today) : { editions: [], draft: null };
  },
});

const find = reading({
  name: "conclusions.find",
  title: {
    vi: "Một thông báo kết luận",
    en: "One edition of a conference's notice; the draft for those who write it",
  },
  query: ofConference.extend({ edition: z.union([z.literal("draft"), wholeNumber(1, 10_000)]) }),
  may: "known",
  place: ({ db, actor, query, today }) => findNotice(db, actor, query, today),
  async read({ db, actor, place: notice, today }) {
    return { notice, changes: await noticeChanges(db, actor, notice, today) };
  },
});

type Found = { readonly notice: Notice; readonly changes: Awaited<ReturnType<typeof noticeChanges>> };
type Notice = Awaited<ReturnType<typeof findNotice>>;

/** Opening and closing are told to those who see the notice whole. */
function noticeTold({ notice, changes }: Found) {
  const { id, conference, unit, edition, version, state, issuedOn, opening, closing, whole } = notice;
  return {
    ...{ id, conference, unit, edition, version, state, issued_on: issuedOn },
    opening: whole ? opening : null,
    closing: whole ? closing : null,
    lines: notice.lines.map(
      ({ leadName, dueOn, saidOn, position, matter, task, lead, own, coordinators }) => ({
        ...{ position, matter, task, lead, own },
        promised: saidOn,
        lead_name: leadName,
        due: dueOn,
        coordinators: coordinators.map(({ dueOn: day, ...helper }) => ({ ...helper, due: day })),
      }),
    ),
    hidden: [...notice.hidden],
    documents: notice.papers.map(({ id: document, side, symbol }) => ({ id: document, side, symbol })),
    changes: changes?.map(({ matter, kind, parts }) => ({ matter, kind, parts: [...parts] })) ?? null,
  };
}

type OfConference = Asker<{ readonly conference: string }>;
const toPost = ({ db, actor, query: { conference }, today }: OfConference) =>
  conferenceToPost(db, actor, conference, today);

const publication = reading({
  name: "conclusions.publication",
  title: { vi: "Kết quả hội nghị để công khai", en: "The results of a conference as they may be posted" },
  query: ofConference,
  may: "known",
  place: toPost,
  read: ({ db, actor, query: { conference }, today }) => readPublication(db, actor, conference, today),
});

/** The texts of the results, each with its original. */
const versions = reading({
  name: "conclusions.public_versions",
  title: {
    vi: "Bản gốc và bản công khai của kết quả hội nghị",
    en: "The texts of the results, each with its original, for those who approve what is posted",
  },
  query: ofConference,
  may: mayApprovePublic,
  place: toPost,
  read: ({ db, actor, query: { conference }, today }) => publicVersions(db, actor, conference, today),
});

/** The same with the conference, for the page on which they are approved. */
const toApprove = reading({
  name: "conclusions.to_approve",
  title: { vi: "Duyệt bản công khai", en: "The texts to be approved before they are posted" },
  query: ofConference,
  may: mayApprovePublic,
  async place(asker) {
    return { ...(await conferenceAsked(asker)), ...(await toPost(asker)) };
  },
  read: async ({ db, actor, place: { conference }, today }) => ({
    conference,
    versions: await publicVersions(db, actor, conference.id, today),
  }),
});

/** Everything that can be asked of a conference's conclusion and of its results. */
export const conclusionReadings = {
  list: toldAs(list, {
    path: "/conferences/:conference/conclusions",
    answer: noticesAnswer,
    told: ({ editions, draft }) => ({
      editions: editions.map(({ symbols, ...one }) => ({ ...inSnakeCase(one), symbols: [...symbols] })),
      draft,
    }),
  }),
  find: toldAs(find, {
    path: "/conferences/:conference/conclusions/:edition",
    answer: noticeAnswer,
    told: noticeTold,
  }),
  publication: toldAs(publication, {
    path: "/conferences/:conference/publication",
    answer: publicationAnswer,
    told: ({ conference, edition, issuedOn, publishedOn, matters, hidden }) => ({
      ...{ conference, edition, issued_on: issuedOn, published_on: publishedOn, hidden },
      matters: matters.map(({ goesOnIn, leadName, dueOn, answeredOn, ...one }) => ({
        ...one,
        ...{ goes_on_in: goesOnIn, lead_name: leadName, due: dueOn, answered_on: answeredOn },
      })),
    }),
  }),
  versions: toldAs(versions, {
    path: "/conferences/:conference/publication/versions",
    answer: versionsAnswer,
    told: (all) => ({ versions: all.map((one) => inSnakeCase(one)) }),
  }),
  toApprove,
  ...pageReadings,
  ...draftReadings,
};
