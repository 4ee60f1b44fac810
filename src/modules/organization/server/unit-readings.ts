import { optionalDay } from "#kernel/input.ts";
import {
  optionalOf,
  optionalText,
  optionalUnitCode,
  optionalWholeNumber,
  textInput,
  unitCodeInput,
} from "#kernel/input.ts";
import { reading, toldAs } from "#platform/server/reading/reading.ts";
import { z } from "zod";
import { mayAdminister, mayKeepUnits, mayLoadNational } from "../permissions.ts";
import { unitsSheet } from "../ui/units-sheet.ts";
import { unitKinds } from "../unit.ts";
import { mayDo } from "./may-do.ts";
import { readBelow } from "./read-below.ts";
import { postsInUnit } from "./read-posts.ts";
import { readSuccessions } from "./read-successions.ts";
import { readUnit } from "./read-unit.ts";
import { searchUnits } from "./search-units.ts";
import { foundAnswer, foundTold, lineTold, partAnswer, unitAnswer, unitTold } from "./unit-answers.ts";
import { centre } from "./unit.store.ts";
import { unitsBelowAfter } from "./units-below-after.ts";
import { unitNames, unitsInReach } from "./units-in-reach.ts";

// The tree of units in time; open to everyone.

/** Of one kind, on a page or in a file at once. */
const A_PART = 200;

const search = toldAs(
  reading({
    name: "units.search",
    title: { vi: "Tìm đơn vị theo tên hoặc mã", en: "Units by name or code, of all times" },
    query: z.strictObject({ q: textInput(200), on: optionalDay, size: optionalWholeNumber(1, 50) }),
    may: "everyone",
    read: ({ db, query: { q, on, size = 20 }, today }) => searchUnits(db, q, on ?? today, size),
  }),
  { path: "/units", answer: foundAnswer, told: foundTold },
);

const unitAsked = z.strictObject({ unit: unitCodeInput, on: optionalDay });

const find = toldAs(
  reading({
    name: "units.find",
    title: { vi: "Một đơn vị vào một ngày", en: "One unit on a day, with those before and after it" },
    query: unitAsked,
    may: "everyone",
    async read({ db, query, today }) {
      const unit = await readUnit(db, query.unit, query.on ?? today);
      return { unit, successions: await readSuccessions(db, unit.id) };
    },
  }),
  { path: "/units/:unit", answer: unitAnswer, told: unitTold },
);

/** A unit on a day as its page shows it, with what lies below it, who holds its posts, and what may be done there. */
const shown = reading({
  name: "units.shown",
  title: { vi: "Một đơn vị như trên trang", en: "One unit as its page shows it" },
  query: unitAsked,
  may: "everyone",
  async read({ db, actor, query, today }) {
    const unit = await readUnit(db, query.unit, query.on ?? today);
    return {
      unit,
      below: await readBelow(db, unit.id, unit.day, { limit: A_PART }),
      successions: await readSuccessions(db, unit.id),
      posts: await postsInUnit(db, unit.id, unit.day),
      mayAdminister: await mayDo(db, actor, mayAdminister, unit.id, today),
      mayKeepUnits: await mayDo(db, actor, mayKeepUnits, unit.id, today),
    };
  },
});

/** What lies directly below the centre on a day. */
const top = reading({
  name: "units.top",
  title: { vi: "Các đơn vị trực thuộc Trung ương", en: "The units at the top of the tree" },
  query: z.strictObject({ on: optionalDay }),
  may: "everyone",
  read: async ({ db, actor, query: { on }, today }) => ({
    below: await readBelow(db, (await centre(db)).id, on ?? today, { limit: A_PART }),
    mayLoad: await mayDo(db, actor, mayLoadNational, null, today),
  }),
});

const below = toldAs(
  reading({
    name: "units.below",
    title: { vi: "Đơn vị trực thuộc vào một ngày", en: "The units directly below another on a day, by code" },
    query: unitAsked.extend({
      kind: optionalOf(z.enum(unitKinds)),
      size: optionalWholeNumber(1, A_PART),
      after: optionalText(100),
    }),
    may: "everyone",
    async read({ db, query: { unit, on, kind, size = 50, after }, today }) {
      const { id, day } = await readUnit(db, unit, on ?? today);
      return unitsBelowAfter(db, id, day, { size, after, kind });
    },
  }),
  {
    path: "/units/:unit/below",
    answer: partAnswer,
    told: ({ units, next }) => ({ units: units.map(lineTold), next }),
  },
);

/** All units of one kind directly below another on a day, by name, page by page. */
const ofKind = reading({
  name: "units.of_kind",
  title: { vi: "Đơn vị trực thuộc cùng một loại", en: "The units of one kind below another, by name" },
  query: unitAsked.extend({ kind: z.enum(unitKinds), page: optionalWholeNumber(1, 100_000) }),
  may: "everyone",
  async read({ db, query: { unit: code, on, kind, page = 1 }, today }) {
    const unit = await readUnit(db, code, on ?? today);
    const asked = { limit: A_PART, kind, skip: (page - 1) * A_PART };
    const [group] = await readBelow(db, unit.id, unit.day, asked);
    return { unit, kind, page, pages: Math.ceil((group?.count ?? 0) / A_PART), group };
  },
  file: {
    called: ({ unit }) => ["Đơn vị", unit.code, unit.day],
    sheet: unitsSheet,
    lines: ({ group }) => group?.units ?? [],
    following: ({ page, pages }, query) => (page < pages ? { ...query, page: page + 1 } : null),
  },
});

/** Units by code, as they are called today. */
const names = reading({
  name: "units.names",
  title: { vi: "Tên các đơn vị theo mã", en: "What units are called, by their codes" },
  query: z.strictObject({ codes: z.array(z.string().max(100)).max(50) }),
  may: "everyone",
  read: ({ db, query: { codes }, today }) => unitNames(db, codes, today),
});

/** The units of which the asker can ask a report, beside the one that is looked at. */
const inReach = reading({
  name: "units.in_reach",
  title: { vi: "Đơn vị mình được xem báo cáo", en: "Units of which one may ask a report" },
  query: z.strictObject({ current: optionalUnitCode }),
  may: "own",
  read: ({ db, actor, query: { current = null }, today }) => unitsInReach(db, actor, { current, today }),
});

export const openUnits = { search, find, shown, top, below, ofKind, names, inReach };
