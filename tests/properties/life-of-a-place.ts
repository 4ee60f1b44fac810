import { performOn } from "#acts/perform.ts";
import { actNamed } from "#acts/registry.ts";
import type { DB } from "#db";
import { Problem } from "#kernel/problem.ts";
import { sql, type Kysely } from "kysely";

/** What is known of a place while its facts are written down: what got which id and code. */
export type Written = {
  readonly db: Kysely<DB>;
  readonly unit: (name: string) => string;
  readonly id: (name: string) => string;
  readonly code: (name: string) => string;
  readonly made: Map<string, { id?: string | undefined; code?: string | undefined }>;
};

/** One fact of the life of a place: the act that writes it down, and what it says once others are there. */
export type LifeFact = {
  readonly name: string;
  readonly act: string;
  readonly says: (there: Written) => Record<string, unknown>;
  /** After which others it is written down: those of one day in their order, and what it names. */
  readonly after?: readonly string[];
};

const now = Temporal.Instant.from("2026-03-02T05:00:00Z");
const by = { actor: { kind: "system", name: "tests" } as const, now };
const chairs = [{ name: "Bà Chủ Tọa", capacity: "party_secretary" }];

const matter = (
  name: string,
  unit: string,
  received_on: string,
  more: Record<string, unknown> = {},
): LifeFact => ({
  name,
  act: "recommendation.receive",
  says: ({ unit: of, id }) => ({
    unit: of(unit),
    field: "giao_thong",
    text: `Việc ${name}`,
    received_on,
    ...more,
    ...(typeof more.conference === "string" && { conference: id(more.conference) }),
    ...(typeof more.village === "string" && { village: of(more.village) }),
  }),
});

let steps = 0;
const move = (of: string, act: string, on: string, more: Record<string, unknown> = {}): LifeFact => ({
  name: `${of} ${act} ${on} ${(steps += 1)}`,
  act: `recommendation.${act}`,
  says: ({ code, unit }) => ({
    recommendation: code(of),
    on,
    ...more,
    ...(typeof more.lead === "string" && { lead: unit(more.lead) }),
    ...(typeof more.to === "string" && act === "forward_up" && { to: unit(more.to) }),
    ...(typeof more.unit === "string" && { unit: unit(more.unit) }),
    ...(Array.isArray(more.coordinators) && {
      coordinators: more.coordinators.map((one) => unit(String(one))),
    }),
    ...(Array.isArray(more.raised_in) && { raised_in: more.raised_in.map((one) => code(String(one))) }),
    ...(typeof more.into === "string" && { into: code(more.into) }),
  }),
});

/** Drafted, approved and sent out; a second time after it was taken up again. */
const answered = (of: string, day: string, outcome = "done", again?: string): LifeFact[] => {
  const on = (days: number) => Temporal.PlainDate.from(day).add({ days }).toString();
  const steps = [
    move(of, "draft_answer", on(-2), { outcome, text: `Đã làm ${of} ${day}` }),
    move(of, "approve_answer", on(-1)),
    move(of, "answer", day),
  ];
  return again ? steps.map((step) => ({ ...step, after: [again] })) : steps;
};

const conference = (name: string, unit: string, held_on: string, more: object = {}): LifeFact => ({
  name,
  act: "conference.record",
  says: ({ unit: of }) => ({ unit: of(unit), form: "periodic", held_on, chairs, ...more }),
});

/**
 * Two years of a province whose communes merge, hand work over and are renamed: what came in, was passed up, merged, held,
 * answered, refused by the people, reopened, and the posts that followed one another.
 */
export function lifeOfAPlace(): LifeFact[] {
  return [
    conference("A 1", "A", "2025-01-10"),
    conference("B 1", "B", "2025-02-10"),
    conference("A 2", "A", "2025-06-10"),
    {
      name: "A 1 put right",
      act: "conference.correct",
      says: ({ id }) => ({
        conference: id("A 1"),
        form: "periodic",
        held_on: "2025-01-09",
        chairs,
        attendances: 1450,
      }),
    },
    {
      name: "A 2 counted",
      act: "conference.count_attendance",
      says: ({ id }) => ({ conference: id("A 2"), attendances: 90 }),
    },
    matter("m1", "A", "2025-01-10", { conference: "A 1", village: "A-v", raised_by: "H'Bĭa Niê" }),
    matter("m2", "A", "2025-01-10", { conference: "A 1", village: "A-v" }),
    matter("m3", "A", "2025-01-10", { conference: "A 1" }),
    matter("m4", "A", "2025-01-11", { channel: "portal", village: "A-w" }),
    matter("m5", "B", "2025-02-10", { conference: "B 1", village: "B-v" }),
    matter("m6", "B", "2025-02-10", { conference: "B 1" }),
    matter("m7", "A", "2025-03-01", { channel: "portal" }),
    matter("m8", "C", "2025-03-05", { channel: "hotline" }),
    matter("m9", "B", "2025-02-10", { conference: "B 1", village: "B-v" }),
    matter("m10", "A", "2025-06-10", { conference: "A 2", village: "A-v" }),
    move("m1", "rule", "2025-01-12", {
      ruling: "written_answer",
      due: "2025-03-01",
      text: "Trả lời trước 1/3",
    }),
    move("m1", "assign", "2025-01-15", { lead: "A-1", due: "2025-03-05" }),
    move("m1", "ask_extension", "2025-02-10", { due: "2025-04-15", reason: "Chờ vốn" }),
    move("m1", "extend", "2025-02-20", { due: "2025-04-15", reason: "Đồng ý" }),
    ...answered("m1", "2025-04-10"),
    move("m1", "confirm", "2025-04-20", {
      by: "requester",
      satisfied: "false",
      text: "Chưa xong",
      raised_in: ["m1"],
    }),
    move("m1", "reopen", "2025-05-05", { reason: "Bà con chưa đồng ý", due: "2025-08-01" }),
    move("m2", "rule", "2025-01-11", { ruling: "written_answer" }),
    move("m2", "assign", "2025-01-15", { lead: "A-2", due: "2025-02-25", coordinators: ["A-1"] }),
    move("m2", "finish_duty", "2025-02-01", { unit: "A-1", text: "Xong phần" }),
    move("m2", "hold", "2025-02-12", { reason: "Có tố cáo" }),
    { ...move("m2", "release", "2025-02-20", { reason: "Không phải" }), name: "m2 released" },
    ...answered("m2", "2025-03-01", "done", "m2 released"),
    move("m2", "confirm", "2025-03-10", { by: "front", satisfied: "false", text: "Chưa thấy làm" }),
    move("m3", "rule", "2025-01-12", { ruling: "beyond_competence" }),
    move("m3", "forward_up", "2025-01-20", { to: "P" }),
    move("m3 above", "assign", "2025-01-25", { lead: "P-1", due: "2025-03-25" }),
    ...answered("m3 above", "2025-02-20", "explained"),
    { ...move("m3 above", "reopen", "2025-03-10", { reason: "Chưa rõ" }), name: "m3 reopened" },
    ...answered("m3 above", "2025-04-25", "done", "m3 reopened"),
    move("m4", "merge", "2025-02-01", { into: "m1" }),
    move("m5", "assign", "2025-02-15", { lead: "B-1", due: "2025-05-01" }),
    { ...move("m5", "return", "2025-02-25", { reason: "Không đúng chức năng" }), name: "m5 returned" },
    {
      ...move("m5", "assign", "2025-03-01", { lead: "B-2", due: "2025-09-01" }),
      name: "m5 given",
      after: ["m5 returned"],
    },
    move("m6", "forward_up", "2025-02-20", { to: "P" }),
    move("m6 above", "assign", "2025-03-20", { lead: "P-1", due: "2025-07-20" }),
    // Open when the commune that passed it up is handed over.
    ...answered("m6 above", "2025-08-01", "done", "B handed over"),
    move("m7", "assign", "2025-03-10", { lead: "A-2", due: "2025-06-10" }),
    move("m7", "block", "2025-04-01", { reason: "Chờ mặt bằng", review_on: "2025-12-01" }),
    move("m8", "rule", "2025-03-06", { ruling: "noted" }),
    {
      ...move("m9", "rule", "2025-02-11", { ruling: "answered_now", text: "Đã trả lời tại chỗ" }),
      name: "m9 ruled",
    },
    move("m9", "confirm", "2025-02-20", { by: "village_head", satisfied: "false", text: "Chưa đồng ý" }),
    move("m10", "rule", "2025-06-10", { ruling: "written_answer", due: "2025-07-10" }),
    {
      name: "B into A",
      act: "organization.arrange_units",
      says: ({ unit }) => ({ kind: "merge", on: "2025-07-01", from: [unit("B")], to: [unit("A")] }),
    },
    {
      name: "B-2 into A-2",
      act: "organization.arrange_units",
      says: ({ unit }) => ({ kind: "merge", on: "2025-07-03", from: [unit("B-2")], to: [unit("A-2")] }),
    },
    {
      name: "A renamed",
      act: "organization.rename_unit",
      says: ({ unit }) => ({ unit: unit("A"), name: "Phường Ea H’leo", on: "2025-07-01" }),
    },
    {
      name: "B-2 handed over",
      act: "handover.record",
      says: ({ unit }) => ({ from: unit("B-2"), to: unit("A-2"), on: "2025-07-04" }),
    },
    {
      name: "B handed over",
      act: "handover.record",
      says: ({ unit }) => ({ from: unit("B"), to: unit("A"), on: "2025-07-05" }),
      // Whatever it is to hand over has to be there: a record of the same day takes what it finds.
      after: ["m5", "m5 given", "m6", "m9 ruled", "B-2 handed over"],
    },
    ...(
      [
        ["Chủ tịch cũ", "chairperson", "A", "2024-01-01", "2025-06-30"],
        ["Chủ tịch mới", "chairperson", "A", "2025-07-01", undefined],
        ["Văn phòng", "office_secretary", "A", "2024-01-01", undefined],
        ["Văn phòng B", "office_secretary", "B", "2024-01-01", undefined],
        ["Phòng", "agency_head", "A-2", "2024-01-01", undefined],
        ["Phòng một", "agency_head", "A-1", "2024-01-01", undefined],
        ["Trưởng thôn", "village_head", "A-v", "2024-01-01", undefined],
        ["Mặt trận", "front_chair", "A", "2024-01-01", undefined],
        ["Tỉnh", "office_secretary", "P", "2024-01-01", undefined],
        ["Người rà soát", "complaint_reviewer", "A", "2024-01-01", undefined],
      ] as const
    ).map(([name, capacity, unit, from, until]): LifeFact => ({
      name: `post ${name}`,
      act: "organization.appoint",
      says: ({ unit: of, id }) => ({ person: id(name), unit: of(unit), capacity, from, until }),
    })),
    {
      name: "A 3",
      act: "conference.prepare",
      says: ({ unit }) => ({ unit: unit("A"), form: "periodic", held_on: "2026-04-01", place: "Hội trường" }),
    },
  ];
}

export const people = [
  "Chủ tịch cũ",
  "Chủ tịch mới",
  "Văn phòng",
  "Văn phòng B",
  "Phòng",
  "Phòng một",
  "Trưởng thôn",
  "Mặt trận",
  "Tỉnh",
  "Người rà soát",
];
const units = [
  ["P", "province", null],
  ["P-1", "agency", "P"],
  ["A", "commune", "P"],
  ["A-1", "agency", "A"],
  ["A-2", "agency", "A"],
  ["A-v", "village", "A"],
  ["A-w", "village", "A"],
  ["B", "commune", "P"],
  ["B-1", "agency", "B"],
  ["B-2", "agency", "B"],
  ["B-v", "village", "B"],
  ["C", "commune", "P"],
] as const;

const codesOf = (made: Written["made"]): Pick<Written, "made" | "id" | "code"> => ({
  made,
  id: (name) => made.get(name)?.id ?? nobody,
  code: (name) => made.get(name)?.code ?? "none",
});
const nobody = "00000000-0000-4000-8000-000000000000";

/** The people of a place, who hold no post yet. */
export async function peopleOf(db: Kysely<DB>, unit: Written["unit"]) {
  const made: Written["made"] = new Map();
  for (const full_name of people) {
    const said = { unit: unit("P"), full_name };
    made.set(
      full_name,
      (await performOn(db)(actNamed("organization.add_person")!, said, by)) as { id: string },
    );
  }
  return { db, ...codesOf(made) };
}

/** A place with its units and people and nothing else, its codes behind a prefix. */
export async function placeAt(db: Kysely<DB>, prefix: string): Promise<Written> {
  const unit = (name: string) => prefix + name;
  for (const [name, kind, parent] of units) {
    const above = parent ? unit(parent) : "VN";
    const said = { code: unit(name), kind, parent: above, name: `Đơn vị ${name}`, from: "2020-01-01" };
    await performOn(db)(actNamed("organization.create_unit")!, said, by);
  }
  const there = { unit, ...(await peopleOf(db, unit)) };
  await unitsOf(there);
  return there;
}

/** The ids of the units, by their names. */
export async function unitsOf({ db, unit, made }: Written): Promise<void> {
  for (const [name] of units) {
    const { rows } = await sql<{ id: string }>`select id from unit where code = ${unit(name)}`.execute(db);
    made.set(name, rows[0]!);
  }
}

/** Writes one fact down. Returns whether it was let through; what is refused waits for others. */
export async function writeFact(there: Written, fact: LifeFact): Promise<string | null> {
  const said = fact.says(there);
  try {
    const done = await performOn(there.db)(actNamed(fact.act)!, said, by);
    // A move answers with its matter, which has its name already.
    const isNew = /^(recommendation.receive|conference.(record|prepare))$/.test(fact.act);
    there.made.set(fact.name, isNew ? (done as { id: string }) : {});
    await findAbove(there);
    return null;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return `${error.definition.code} ${JSON.stringify(error.faults)}`;
  }
}

/** A matter that began above is known by the one below. */
async function findAbove({ db, made }: Written): Promise<void> {
  for (const name of ["m3", "m6"]) {
    const below = made.get(name)?.code;
    if (!below || made.has(`${name} above`)) continue;
    const { rows } = await sql<{
      id: string;
      code: string;
    }>`select child.id, child.code from recommendation child
      join recommendation r on r.id = child.forwarded_from_id where r.code = ${below}`.execute(db);
    if (rows[0]) made.set(`${name} above`, rows[0]);
  }
}

/** Writes all down in an order, each as soon as what it needs is there; the names of what was never let through, with why. */
export async function writeInOrder(there: Written, order: readonly LifeFact[]): Promise<string[]> {
  let left = [...order];
  for (;;) {
    const refused: [LifeFact, string][] = [];
    for (const fact of left) {
      const waits = fact.after?.some((name) => !there.made.has(name));
      const why = waits ? "waits" : await writeFact(there, fact);
      if (why) refused.push([fact, why]);
    }
    if (refused.length === left.length) return refused.map(([fact, why]) => `${fact.name}: ${why}`);
    left = refused.map(([fact]) => fact);
  }
}
