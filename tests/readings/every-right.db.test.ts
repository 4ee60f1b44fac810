import { readFileSync } from "node:fs";
import { actNamed, registry } from "#acts/registry.ts";
import { capacities, type Actor, type Capacity, type Relation } from "#kernel/actor.ts";
import { permittedPost } from "#kernel/permission.ts";
import { Problem } from "#kernel/problem.ts";
import { standing } from "#modules/organization/server/index.ts";
import type { Act, Asking } from "#platform/server/act/act.ts";
import { structureEdition } from "#platform/server/database/remembered.ts";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../support/cast.ts";
import { testDatabase } from "../support/database.ts";

// Every act × capacity × relation, asked both questions: may this actor know of the subject, and may this actor do it.
// Of what one may not know every act answers as of what never was; only then is it the post that counts.

const { db } = await testDatabase();
const FOUND = "found";
const noCode = "KHONG-2026-001";
const nowhere = "0199aaaa-0000-7000-8000-00000000dead";

/** By name of the act: what it is about. `open` is what everybody may know of: a unit, the product, one's own things. */
const about = readTable("subjects.txt", (line) => line);
/** By subject and capacity: in which relations one may know of it. */
const knownIn = readTable("known-to.txt", (relations) => relations.split(" ") as Relation[]);

function readTable<T>(file: string, read: (cell: string) => T): Map<string, T> {
  const text = readFileSync(new URL(`../architecture/${file}`, import.meta.url), "utf8");
  const lines = text.split("\n").filter((line) => line.trim() && !line.startsWith("#"));
  return new Map(
    lines.map((line) => {
      const [key, cell] = line.split(":").map((part) => part.trim());
      return [key!, read(cell!)];
    }),
  );
}

/** How a unit of the cast stands to a subject of the commune A, or to one of the province T, whose village is A-1. */
const units: Record<"A" | "T", Record<string, readonly Relation[]>> = {
  A: {
    T: ["ancestor"],
    A: ["self"],
    "A-VH": ["descendant"],
    "A-KT": ["descendant", "assigned"],
    "A-1": ["descendant", "village"],
    B: ["sibling"],
    K: ["stranger"],
  },
  T: {
    T: ["self"],
    A: ["descendant"],
    "T-SO": ["descendant", "assigned"],
    "A-1": ["descendant", "village"],
    K: ["sibling"],
    C: ["stranger"],
  },
};

type Named = Readonly<Record<string, unknown>>;
type Subject = {
  /** The unit it belongs to, and the units that are asked how they stand to it. */
  readonly of: "A" | "T";
  /** What an input calls one that is there, and one that is not. */
  readonly there: Named;
  readonly not: Named;
};

let cast: Cast;
let subjects: Record<string, readonly Subject[]>;
const people = new Map<string, Actor & { kind: "person" }>();

beforeAll(async () => {
  cast = await buildCast(db);
  for (const capacity of capacities)
    for (const unit of new Set(Object.values(units).flatMap(Object.keys)))
      people.set(`${capacity} ${unit}`, await cast.holder(capacity, unit));
  subjects = await subjectsThere();
  const { rows } = await sql<{ edition: string }>`select ${structureEdition} as edition`.execute(db);
  for (const [name, person] of people) people.set(name, { ...person, ...rows[0] });
});

const act = async (name: string, input: object) =>
  (await cast.perform(actNamed(name)!, input, { actor: cast.system, now: noon })) as Record<string, string>;

async function subjectsThere(): Promise<Record<string, readonly Subject[]>> {
  const [commune, province] = [await scene("A", "A-KT"), await scene("T", "T-SO")];
  const named = (key: keyof Scene) => ({ there: { [key]: commune[key] }, not: { [key]: nowhere } });
  const matters = (called: (code: string) => Named) => [
    { of: "A" as const, there: called(commune.recommendation), not: called(noCode) },
    { of: "T" as const, there: called(province.recommendation), not: called(noCode) },
  ];
  return {
    matter: matters((recommendation) => ({ recommendation })),
    "many matters": matters((code) => ({ recommendations: [code] })),
    conference: [{ of: "A", ...named("conference") }],
    document: [{ of: "A", ...named("document") }],
    turn: [{ of: "A", ...named("turn") }],
    invitation: [{ of: "A", ...named("invitation") }],
    "draft request": [{ of: "A", ...named("request") }],
    "draft notice": [{ of: "A", ...named("notice") }],
    "draft plan": [{ of: "A", ...named("plan") }],
  };
}

type Scene = Awaited<ReturnType<typeof scene>>;

/** A conference with a turn, an invitation and a draft notice; one to come with a draft asked for; a draft plan. */
async function scene(unit: "A" | "T", agency: string) {
  const chairs = [{ name: "Bà Chủ trì", capacity: "party_secretary" }];
  const held = { unit, form: "periodic", held_on: "2026-02-02", chairs };
  const { id: conference = "" } = await act("conference.record", held);
  const { id: turn } = await act("conference.record_turn", { conference, speaker: "Ông X", village: "A-1" });
  const said = { unit, text: "Sửa đường", field: "giao_thong", village: "A-1" };
  const room = { ...said, received_on: "2026-02-02", conference, turn };
  const { code: recommendation = "" } = await act("recommendation.receive", room);
  await act("recommendation.rule", { recommendation, ruling: "written_answer", on: "2026-02-02" });
  await act("recommendation.assign", { recommendation, lead: agency, due: "2026-03-31", on: "2026-02-03" });
  const letter = { recommendation, paper: "assignment_letter", issued_on: "2026-02-03" };
  const { document } = await act("recommendation.issue_paper", letter);
  const { id: notice } = await act("conclusion.draft", { conference });
  const { id: next } = await act("conference.prepare", { ...held, held_on: "2026-04-02" });
  await act("conference.invite", { conference: next, guests: [{ unit: agency, quota: 1 }] });
  const { id: invitation } = await db
    .selectFrom("conference_invitation")
    .select("id")
    .where("conference_id", "=", next!)
    .executeTakeFirstOrThrow();
  const early = { ...said, received_on: "2026-03-01", conference: next, channel: "collected_beforehand" };
  const { code: collected } = await act("recommendation.receive", early);
  const asked = { conference: next, recommendation: collected, agency, due: "2026-03-20" };
  const { id: request } = await act("conference.ask_draft", asked);
  const { id: plan } = await act("planning.draft_plan", { unit, year: 2027 });
  return { conference, turn, recommendation, document, notice, invitation, request, plan };
}

test("every act says what it is about", () => {
  expect([...about.keys()].toSorted()).toEqual(registry.map(({ name }) => name).toSorted());
});

const guarded = registry.filter(({ name }) => about.get(name) !== "open");

test.each(guarded.map((one) => [one.name, one] as const))(
  "%s: whether each capacity in each relation may know, and may do it",
  async (name, one) => {
    const subject = about.get(name)!;
    for (const { of, there, not } of subjects[subject]!) {
      const asked = Object.entries(units[of]).flatMap(([unit, relations]) =>
        capacities.map((capacity) => ({
          unit,
          relations,
          capacity,
          actor: people.get(`${capacity} ${unit}`)!,
        })),
      );
      const found = await db.transaction().execute(async (trx) => {
        const posts = asked.flatMap(({ actor }) => actor.posts);
        const asking = (actor: Actor): Asking => ({ trx, actor, today });
        const standings = await standing(
          trx,
          posts,
          await one.place({ ...asking(cast.system), input: there }),
          today,
        );
        const absent = await answerOf(one.place({ ...asking(asked[0]!.actor), input: not }));
        const answers: string[] = [];
        for (const [index, { actor }] of asked.entries()) {
          const answer = await answerOf(one.place({ ...asking(actor), input: there }));
          const may = permittedPost(one.may, [standings[index]!]) !== null;
          const told =
            answer === FOUND ? (may ? "may" : "may not") : answer.replaceAll(codeIn(there), noCode);
          answers.push(told === absent ? "as what never was" : told);
        }
        return answers;
      });
      const told = (answers: readonly string[]) =>
        asked.map(({ capacity, unit }, index) => `${capacity} of ${unit}: ${answers[index]}`);
      expect(told(found)).toEqual(told(asked.map((each) => expected(one, subject, each))));
    }
  },
);

type Asked = { readonly capacity: Capacity; readonly relations: readonly Relation[] };

function expected(one: Act, subject: string, { capacity, relations }: Asked): string {
  const known = knownIn.get(`${subject.replace("many matters", "matter")} ${capacity}`) ?? [];
  if (!relations.some((relation) => known.includes(relation))) return "as what never was";
  const post = { id: "post", unitId: "unit", capacity, acting: false };
  return permittedPost(one.may, [{ post, relations }]) ? "may" : "may not";
}

/** All that is told: code, status, sentences, faults and details; or that the subject was found. */
async function answerOf(asked: Promise<unknown>): Promise<string> {
  try {
    await asked;
    return FOUND;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { definition, vi, en, faults, details } = error;
    return JSON.stringify([definition.code, definition.status, vi, en, faults, details]);
  }
}

/** An answer about many names their codes. */
const codeIn = (named: Named) => [Object.values(named)[0]].flat().join();

test("whoever may do an act may know of what it is about", () => {
  // What a village brings to a conference two levels up it brings to one that it was invited to, or not at all.
  const blind = guarded.flatMap(({ name, may }) =>
    capacities.flatMap((capacity) => {
      const known = knownIn.get(`${about.get(name)!.replace("many matters", "matter")} ${capacity}`) ?? [];
      const lacking = (may[capacity] ?? []).filter((relation) => !known.includes(relation));
      return lacking.length > 0 ? [`${name} ${capacity}: ${lacking.join(" ")}`] : [];
    }),
  );
  expect(blind).toEqual([]);
});
