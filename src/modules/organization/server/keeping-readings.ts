import { optionalText, optionalWholeNumber, textInput, unitCodeInput } from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { reading, type Asker } from "#platform/server/reading/reading.ts";
import { z } from "zod";
import { mayAdminister, mayKeepUnits, mayLoadNational } from "../permissions.ts";
import { organizationProblems as problems } from "../problems.ts";
import type { SuccessionRow } from "../succession-row.ts";
import { peopleSheet } from "../ui/people-sheet.ts";
import type { UnitRow } from "../unit-rows.ts";
import { administeredBy, keptBy } from "./administered.ts";
import { faultsOfSuccessionRows } from "./import-successions.ts";
import { faultsOfUnitRows } from "./import-units.ts";
import { mayDo } from "./may-do.ts";
import { previewNational } from "./preview-national.ts";
import { countFindings, readFindings } from "./read-findings.ts";
import { readPeople } from "./read-people.ts";
import { readPost } from "./read-posts.ts";
import { readUnit } from "./read-unit.ts";
import { unitLines, unitsWithin } from "./unit-days.ts";
import { unitByCode } from "./unit.store.ts";

// What those ask who keep units, people and posts.

const nothingAsked = z.strictObject({});

/** As many as are read at once for a file, and as are offered to choose from. */
const [PART, A_PAGE, MOST_OFFERED] = [500, 50, 300];

/** What somebody keeps, and what else of the structure is theirs to do. */
const kept = reading({
  name: "units.kept",
  title: { vi: "Đơn vị mình giữ sổ", en: "Units under which one may make others" },
  query: nothingAsked,
  may: { anywhere: mayKeepUnits },
  async read({ db, actor, today }) {
    const units = await unitLines(db, await keptBy(db, actor), today);
    return {
      units: [...units.values()],
      keepsPeople: (await administeredBy(db, actor)).length > 0,
      mayLoad: await mayDo(db, actor, mayLoadNational, null, today),
    };
  },
});

const administered = reading({
  name: "units.administered",
  title: { vi: "Đơn vị mình quản trị", en: "Units that one administers" },
  query: nothingAsked,
  may: { anywhere: mayAdminister },
  read: async ({ db, actor, today }) => [
    ...(await unitLines(db, await administeredBy(db, actor), today)).values(),
  ],
});

/** The units in which an administrator may give posts, nearest first. */
const appointing = reading({
  name: "units.appointing",
  title: { vi: "Đơn vị mình được giao chức vụ", en: "Units in which one may give posts" },
  query: nothingAsked,
  may: { anywhere: mayAdminister },
  read: async ({ db, actor, today }) => unitsWithin(db, await administeredBy(db, actor), today, MOST_OFFERED),
});

/** A unit, for whoever may rename or arrange it. */
const toChange = reading({
  name: "units.to_change",
  title: { vi: "Một đơn vị để thay đổi", en: "A unit to be changed" },
  query: z.strictObject({ unit: unitCodeInput }),
  may: mayAdminister,
  async place({ db, query, today }) {
    const unit = await readUnit(db, query.unit, today);
    return { unitId: unit.id, unit };
  },
  read: ({ place: { unit } }) => Promise.resolve(unit),
});

const under = async ({ db, query }: Asker<{ readonly under: string }>) => ({
  unitId: (await unitByCode(db, query.under, "under")).id,
});

/** Whether a list of units or arrangements may be brought in under a unit at all, before it is looked at. */
const toFill = reading({
  name: "units.to_fill",
  title: { vi: "Đơn vị để nhập danh sách vào", en: "A unit under which a list is brought in" },
  query: z.strictObject({ under: textInput(100) }),
  may: mayKeepUnits,
  place: under,
  read: () => Promise.resolve(null),
});

/** What is wrong with a list of units, before it is brought in. */
const faultsOfUnits = reading({
  name: "units.faults_of_units",
  title: { vi: "Soát danh sách đơn vị", en: "The faults of a list of units" },
  query: z.strictObject({ under: textInput(100), rows: z.custom<readonly UnitRow[]>(Array.isArray) }),
  may: mayKeepUnits,
  place: under,
  read: ({ db, query, today }) => faultsOfUnitRows(db, query.under, query.rows, today),
});

/** Arrangements change what is there, which is the administrator's; whoever keeps only new units is told so. */
const faultsOfArrangements = reading({
  name: "units.faults_of_arrangements",
  title: { vi: "Soát danh sách sắp xếp", en: "The faults of a list of arrangements" },
  query: z.strictObject({ under: textInput(100), rows: z.custom<readonly SuccessionRow[]>(Array.isArray) }),
  may: mayAdminister,
  place: under,
  read: ({ db, query, now, today }) => faultsOfSuccessionRows(db, query.under, query.rows, { now, today }),
});

const wholeCountry = () => Promise.resolve({ unitId: null });

/** What could not be taken from the national source as it stood. */
const findings = reading({
  name: "units.findings",
  title: { vi: "Ghi chú về nguồn đơn vị cả nước", en: "Findings on the national source" },
  query: z.strictObject({ outcome: optionalText(100), page: optionalWholeNumber(1, 100_000) }),
  may: mayLoadNational,
  place: wholeCountry,
  async read({ db, query: { outcome, page = 1 } }) {
    const counts = await countFindings(db);
    const total = counts
      .filter((each) => !outcome || each.outcome === outcome)
      .reduce((sum, { count }) => sum + count, 0);
    const part = { outcome, skip: (page - 1) * A_PAGE, limit: A_PAGE };
    const pages = Math.ceil(total / A_PAGE);
    return { counts, findings: await readFindings(db, part), outcome, page, total, pages };
  },
});

/** What loading the national tree would write. */
const preview = reading({
  name: "units.preview",
  title: { vi: "Xem trước việc nạp đơn vị cả nước", en: "What loading the national units would write" },
  query: nothingAsked,
  may: mayLoadNational,
  place: wholeCountry,
  read: ({ db }) => previewNational(db),
});

/** The people whom an administrator keeps, by name. */
const people = reading({
  name: "people.list",
  title: { vi: "Nhân sự mình quản trị", en: "The people that one administers" },
  query: z.strictObject({
    text: optionalText(200),
    page: optionalWholeNumber(1, 100_000),
    size: optionalWholeNumber(1, PART),
  }),
  may: { anywhere: mayAdminister },
  async read({ db, actor, query: { text = "", page = 1, size = A_PAGE }, today }) {
    const part = { text, skip: (page - 1) * size, limit: size };
    return { page, ...(await readPeople(db, await administeredBy(db, actor), part, today)) };
  },
  file: {
    called: () => ["Nhân sự"],
    sheet: peopleSheet,
    lines: (answer) => answer.people,
    part: { size: PART },
    following: ({ more, page }, query) => (more ? { ...query, page: page + 1 } : null),
  },
});

/** A post, for whoever may end it or hand it over. */
const post = reading({
  name: "posts.to_change",
  title: { vi: "Một chức vụ để thay đổi", en: "A post to be changed" },
  query: z.strictObject({ post: textInput(36) }),
  may: mayAdminister,
  async place({ db, query: { post: id }, today }) {
    if (!z.uuid().safeParse(id).success) throw new Problem(problems.post_not_found);
    const found = await readPost(db, id, today);
    return { unitId: found.unitId, post: found };
  },
  read: ({ place }) => Promise.resolve(place.post),
});

export const keptUnits = {
  kept,
  administered,
  appointing,
  toChange,
  toFill,
  faultsOfUnits,
  faultsOfArrangements,
  findings,
  preview,
};
export const keptPeople = { list: people, post };
