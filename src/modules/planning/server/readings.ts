import { optionalDay } from "#kernel/input.ts";
import {
  optionalOf,
  optionalText,
  optionalWholeNumber,
  textInput,
  unitCodeInput,
  yearInput,
} from "#kernel/input.ts";
import { Problem } from "#kernel/problem.ts";
import { documentsAbout, type DocumentLine } from "#modules/document/server/index.ts";
import { toldOfConferences, toldOfUnits } from "#modules/recommendation/server/index.ts";
import { mayDo, mayReadUnit, unitsWithGrant } from "#modules/organization/server/index.ts";
import { bases } from "#modules/report/report.ts";
import { nextPage, reading, toldAs, type Asker } from "#platform/server/reading/reading.ts";
import { inSnakeCase } from "#platform/server/reading/snake-case.ts";
import { z } from "zod";
import type { Entry } from "../against.ts";
import { mayPlan } from "../permissions.ts";
import { planningProblems as problems } from "../problems.ts";
import { againstLines, againstSheet } from "../ui/against-sheet.ts";
import { planSheet } from "../ui/plan-sheet.ts";
import { countAgainst, planAgainstHeld, type AgainstQuestion } from "./against-held.ts";
import { findPlan, unitsQuoted, type PlanReading } from "./find-plan.ts";
import { inTheWayOfIssuing } from "./issue-plan.ts";
import { listPlans, PLANS_A_PAGE, planYears } from "./list-plans.ts";
import { againstAnswer, planAnswer, plansAnswer } from "./plan-answers.ts";
import { unitsToPlan } from "./units-to-plan.ts";

const year = yearInput();
const ofYear = (one: number) => ({ from: `${one}-01-01`, on: `${one}-12-31` });

/** As many as are read at once for a file. */
const PART = 500;

const list = reading({
  name: "plans.list",
  title: { vi: "Các kế hoạch được xem", en: "The plans that one may read" },
  query: z.strictObject({
    year: optionalOf(year),
    unit: optionalText(100),
    page: optionalWholeNumber(1, 100_000),
    size: optionalWholeNumber(1, PART),
  }),
  may: "each",
  async read({ db, actor, query: { page = 1, size = PLANS_A_PAGE, ...filter }, today }) {
    return { ...(await listPlans(db, actor, filter, today, page, size)), page, size };
  },
  file: {
    called: () => ["Kế hoạch"],
    sheet: planSheet,
    lines: ({ lines }) => lines,
    part: { size: PART },
    following: (answer, query) => nextPage(answer, query),
  },
});

/** What the list can be narrowed to, and whether one may make a plan. */
const choices = reading({
  name: "plans.choices",
  title: { vi: "Các năm có kế hoạch", en: "The years for which there are plans to read" },
  query: z.strictObject({}),
  may: "each",
  async read({ db, actor, today }) {
    const [years, drafting] = await Promise.all([
      planYears(db, actor, today),
      unitsWithGrant(db, actor, mayPlan, today),
    ]);
    return { years, mayDraft: drafting.length > 0 };
  },
});

/** The units for which the asker may make a plan. */
const draftingUnits = reading({
  name: "plans.drafting_units",
  title: { vi: "Đơn vị mình được lập kế hoạch", en: "Units for which one may make a plan" },
  query: z.strictObject({}),
  may: "own",
  read: ({ db, actor, today }) => unitsWithGrant(db, actor, mayPlan, today),
});

const planAsked = z.strictObject({ id: textInput(36) });
type PlanAsked = z.output<typeof planAsked>;
const planOf = ({ db, actor, query: { id }, today }: Asker<PlanAsked>) => findPlan(db, actor, id, today);

const find = reading({
  name: "plans.find",
  title: { vi: "Một kế hoạch", en: "One plan" },
  query: planAsked,
  may: "known",
  place: planOf,
  read: ({ place: plan }) => Promise.resolve(plan),
});

/** A plan with its papers, how far each planned conference has come, and what may be done with it. */
export type PlanShown = {
  readonly plan: PlanReading;
  readonly papers: readonly DocumentLine[];
  /** Null for one who may not read all of the plan's unit, and where nothing is to be told. */
  readonly entries: readonly Entry[] | null;
  readonly mayPlan: boolean;
  /** Why a draft cannot be issued as it stands, a sentence for each unit at fault; none where it can. */
  readonly inTheWay: readonly { readonly vi: string; readonly en: string }[];
};

const shown = reading({
  name: "plans.shown",
  title: { vi: "Một kế hoạch như trên trang", en: "One plan as its page shows it" },
  query: planAsked,
  may: "known",
  place: planOf,
  async read({ db, actor, place: plan, today }): Promise<PlanShown> {
    const may = await mayDo(db, actor, mayPlan, plan.unitId, today);
    return {
      plan,
      papers: await documentsAbout(db, actor, { kind: "plan", id: plan.id }, today),
      entries: await entriesOf({ db, actor, query: plan, today }),
      mayPlan: may,
      inTheWay: may && plan.state === "draft" ? await inTheWayOf(db, plan) : [],
    };
  },
});

async function inTheWayOf(db: Asker<unknown>["db"], { id, unitId, year: of }: PlanReading) {
  const problem = await inTheWayOfIssuing(db, { id, unit_id: unitId, year: of });
  const sentences = problem && problem.faults.length > 0 ? problem.faults : problem ? [problem] : [];
  return sentences.map(({ vi, en }) => ({ vi, en }));
}

async function entriesOf({ db, actor, query: plan, today }: Asker<PlanReading>): Promise<Entry[] | null> {
  const { state, unit, year: of, planned } = plan;
  if (state !== "issued" || planned.length === 0) return null;
  try {
    await mayReadUnit(db, actor, unit, { ...ofYear(of), today });
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
  const own = new Set(planned.map(({ id }) => id));
  const { entries } = await planAgainstHeld(db, { unit, year: of, asOf: today, today });
  const shown = entries.filter(({ id }) => own.has(id));
  return entriesTold({ db, actor, today }, shown, [plan.id]);
}

/** What became of a planned conference, in the words in which the reader may read of that one and of its plan. */
async function entriesTold(
  { db, actor, today }: Pick<Asker<unknown>, "db" | "actor" | "today">,
  entries: readonly Entry[],
  plans: readonly string[],
): Promise<Entry[]> {
  const held = entries.flatMap(({ conferenceId }) => conferenceId ?? []);
  const told = await toldOfConferences(db, actor, held, today);
  const units = await unitsQuoted(db, plans);
  const foreseen = await toldOfUnits(db, actor, { units, texts: entries.map(({ topic }) => topic) }, today);
  return entries.map((entry) => {
    const { conferenceId: id, reason } = entry;
    const topic = foreseen(entry.topic);
    return id ? { ...entry, topic: told(id, topic), reason: told(id, reason) } : { ...entry, topic };
  });
}

/** A draft plan, and the units that it can name, for whoever may change it. */
const toChange = reading({
  name: "plans.to_change",
  title: { vi: "Dự thảo kế hoạch để sửa", en: "A draft plan to be changed" },
  query: planAsked,
  may: mayPlan,
  async place(asker) {
    const plan = await planOf(asker);
    return { unitId: plan.unitId, plan };
  },
  async read({ db, place: { plan } }) {
    if (plan.state !== "draft") throw new Problem(problems.not_a_draft);
    const named = [...plan.requirements, ...plan.planned].map(({ unit }) => unit);
    return { plan, units: await unitsToPlan(db, plan, named) };
  },
});

const againstAsked = z.strictObject({
  unit: unitCodeInput,
  year,
  as_of: optionalDay,
  basis: optionalOf(z.enum(bases)),
});

/** The state of today, or that of the year's end once it is over. */
function questionOf(asked: z.output<typeof againstAsked>, today: string): AgainstQuestion {
  const { on: end } = ofYear(asked.year);
  return { ...asked, asOf: asked.as_of ?? (today < end ? today : end), today };
}

const against = reading({
  name: "plans.against",
  title: { vi: "Kế hoạch năm và thực tế", en: "A year's plan against what was held" },
  query: againstAsked,
  may: "known",
  oneMoment: true,
  place: ({ db, actor, query, today }) =>
    mayReadUnit(db, actor, query.unit, { ...ofYear(query.year), today }),
  async read({ db, actor, query, today }) {
    const counted = await countAgainst(db, questionOf(query, today));
    const plans = counted.plans.map(({ id }) => id);
    return { ...counted, entries: await entriesTold({ db, actor, today }, counted.entries, plans) };
  },
  file: {
    called: ({ year: of, asOf }) => ["Kế hoạch và thực tế", of, asOf],
    sheet: againstSheet,
    lines: (answer) => againstLines(answer),
    following: () => null,
  },
});

/** Everything that can be asked of plans. */
export const planReadings = {
  list: toldAs(list, {
    path: "/plans",
    answer: plansAnswer,
    told: ({ lines, total }) => inSnakeCase({ lines, total }),
  }),
  choices,
  draftingUnits,
  find: toldAs(find, {
    path: "/plans/:id",
    answer: planAnswer,
    told: ({ unitId: _ours, ...plan }) => inSnakeCase(plan),
  }),
  shown,
  toChange,
  against: toldAs(against, { path: "/plans/against", answer: againstAnswer, told: inSnakeCase }),
};
