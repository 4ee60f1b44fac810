import type { DB } from "#db";
import type { Actor } from "#kernel/actor.ts";
import {
  inOrder,
  optionalDay,
  optionalOf,
  optionalText,
  optionalWholeNumber,
  yearInput,
} from "#kernel/input.ts";
import { unitsWithGrant } from "#modules/organization/server/index.ts";
import { remembered } from "#platform/server/database/remembered.ts";
import { nextPage, reading } from "#platform/server/reading/reading.ts";
import { inSnakeCase } from "#platform/server/reading/snake-case.ts";
import type { Kysely } from "kysely";
import { z } from "zod";
import { forms, lives } from "../../conference.ts";
import { mayKeepConferences } from "../../permissions.ts";
import { conferenceSheet } from "../../ui/life/conference-sheet.ts";
import { conferenceHead } from "../conference-answers.ts";
import { draftRequestsToMe } from "../drafts/read-draft-requests.ts";
import { conferencesAfter } from "./conferences-after.ts";
import {
  CONFERENCES_A_PAGE,
  conferenceYears,
  latestConferences,
  listConferences,
} from "./list-conferences.ts";

/** As many as are read at once for a file. */
const PART = 500;

/** As a program reads it: part by part, each after the last of the one before. */
const list = reading({
  name: "conferences.list",
  title: { vi: "Danh sách hội nghị được xem", en: "The conferences that one may read, the latest first" },
  query: z
    .strictObject({
      unit: optionalText(100),
      from: optionalDay,
      to: optionalDay,
      form: optionalOf(z.enum(forms)),
      size: optionalWholeNumber(1, 200),
      after: optionalText(100),
    })
    .superRefine(inOrder),
  may: "each",
  api: {
    path: "/conferences",
    answer: z.strictObject({ conferences: z.array(conferenceHead), next: z.string().nullable() }),
  },
  async read({ db, actor, query: { size = 20, after, ...asked }, today }) {
    const { conferences, next } = await conferencesAfter(db, actor, asked, { size, after, today });
    return { conferences: conferences.map((one) => inSnakeCase(one)), next };
  },
});

/** As people read it: by page, each line with how much was said. */
const listed = reading({
  name: "conferences.listed",
  title: { vi: "Danh sách hội nghị theo trang", en: "The conferences that one may read, page by page" },
  query: z.strictObject({
    year: optionalOf(yearInput()),
    form: optionalOf(z.enum(forms)),
    life: optionalOf(z.enum(lives)),
    unit: optionalText(100),
    ballot: optionalOf(z.literal("missing")),
    page: optionalWholeNumber(1, 100_000),
    size: optionalWholeNumber(1, PART),
  }),
  may: "each",
  async read({ db, actor, query: { page = 1, size = CONFERENCES_A_PAGE, ...filter }, today }) {
    return { ...(await listConferences(db, actor, filter, today, page, size)), page, size };
  },
  file: {
    called: () => ["Hội nghị"],
    sheet: conferenceSheet,
    lines: ({ lines }) => lines,
    part: { size: PART },
    following: (answer, query) => nextPage(answer, query),
  },
});

/** What the list can be narrowed to, what waits for the reader there, and whether one may add to it. */
const choices = reading({
  name: "conferences.choices",
  title: { vi: "Các năm có hội nghị", en: "The years in which there are conferences to read" },
  query: z.strictObject({}),
  may: "each",
  async read({ db, actor, today }) {
    const requests = await draftRequestsToMe(db, actor, today);
    return {
      years: await conferenceYears(db, actor, today),
      drafts: requests.filter(({ draft }) => draft === null).length,
      mayRecord: (await unitsWithGrant(db, actor, mayKeepConferences, today)).length > 0,
    };
  },
});

const few = 5;

/** For the desk: the last that were held, and those that are prepared. */
const latest = reading({
  name: "conferences.latest",
  title: { vi: "Hội nghị mới nhất và sắp tới", en: "The latest conferences, and those being prepared" },
  query: z.strictObject({}),
  may: "each",
  onLeanConnections: true,
  async read({ db, actor, today }) {
    return {
      conferences: await latestConferences(db, actor, "held", today, few),
      upcoming: await latestConferences(db, actor, "prepared", today, few),
    };
  },
});

/** The units whose conferences the asker keeps. */
const kept = reading({
  name: "conferences.kept_units",
  title: { vi: "Đơn vị mình giữ sổ hội nghị", en: "Units whose conferences one keeps" },
  query: z.strictObject({}),
  may: "own",
  read: ({ db, actor, today }) => keptUnits(db, actor, today),
});

const keptUnits = remembered((db: Kysely<DB>, actor: Actor, today: string) =>
  unitsWithGrant(db, actor, mayKeepConferences, today),
);

export const listReadings = { list, listed, choices, latest, kept };
