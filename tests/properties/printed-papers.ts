import { Problem } from "#kernel/problem.ts";
import { draftPapers } from "#modules/conclusion/server/index.ts";
import { draftConferencePaper } from "#modules/conference/server/papers/paper-contents.ts";
import { conferencePapers } from "#modules/conference/papers/paper-order.ts";
import type { PaperDay } from "#modules/document/paper-day.ts";
import { draftPlanPaper } from "#modules/planning/server/plan-paper.ts";
import { letterKinds } from "#modules/recommendation/paper-choices.ts";
import { draftMatterPaper } from "#modules/recommendation/server/index.ts";
import { draftReport, ofOneMoment } from "#modules/report/server/index.ts";
import { countReport } from "#modules/report/server/summary.ts";
import type { PaperPlace } from "./paper-place.ts";

const system = { kind: "system", name: "papers" } as const;
export type Papers = Readonly<Record<string, unknown>>;

/** Every paper of a place as it is printed today with the day that it bears; null where there is none to write on that day. */
export async function papersOf(place: PaperPlace, on: PaperDay): Promise<Papers> {
  const printed: Record<string, unknown> = {};
  const print = async (name: string, paper: () => Promise<unknown>) => {
    printed[name] = JSON.parse(JSON.stringify(await orNone(paper))) as unknown;
  };
  await ofConferences(place, on, print);
  for (const code of place.matters)
    for (const kind of letterKinds)
      await print(`${kind} ${code}`, () =>
        draftMatterPaper(place.db, system, { code, kind, side: "government" }, on),
      );
  await print("notice", () => draftPapers(place.db, system, place.notice, on));
  await print("plan", () => planOf(place, on));
  for (const basis of ["as-was", "as-is"] as const)
    await print(`report ${basis}`, () => reportOf(place, basis, on));
  return printed;
}

type Print = (name: string, paper: () => Promise<unknown>) => Promise<void>;

async function ofConferences({ db, coming, held }: PaperPlace, on: PaperDay, print: Print): Promise<void> {
  for (const [name, id] of Object.entries({ coming, held })) {
    const { unit_id: unitId } = await db
      .selectFrom("conference")
      .select("unit_id")
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    for (const kind of conferencePapers)
      await print(`${kind} of the one ${name}`, async () => {
        const asked = { db, conference: { id, unitId }, side: "government" as const, ...on };
        const { paper, missing, wording } = await draftConferencePaper(kind, asked);
        return missing.length > 0 ? null : { paper, wording };
      });
  }
}

async function planOf({ db, plan: id }: PaperPlace, on: PaperDay): Promise<unknown> {
  const plan = await db
    .selectFrom("plan")
    .select(["id", "unit_id"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return draftPlanPaper(db, plan, "government", on);
}

async function reportOf(
  { db, code }: PaperPlace,
  basis: "as-was" | "as-is",
  { day, today }: PaperDay,
): Promise<unknown> {
  const question = { unit: code("R"), from: "2024-01-01", to: "2024-12-31", asOf: day, knownOn: null, basis };
  return ofOneMoment(db, async (trx) =>
    draftReport(trx, await countReport(trx, { ...question, today, presentOn: day }), "government", day),
  );
}

async function orNone(paper: () => Promise<unknown>): Promise<unknown> {
  try {
    return await paper();
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}
