import { performOn } from "#acts/perform.ts";
import { actNamed } from "#acts/registry.ts";
import type { DB } from "#db";
import { Problem } from "#kernel/problem.ts";
import type { Kysely } from "kysely";

const system = { kind: "system", name: "papers" } as const;
/** Before Tết of a leap year, with 29 February to come. */
export const beginning = "2024-02-01";

export type Done = { readonly id: string; readonly code: string; readonly version: number };

/**
 * A commune with two villages, an agency and a head, one beside it that may go over into it, one into which it may go over; a conference
 * that was held with its notice being drafted, and one that is prepared; a plan that is being drafted.
 */
export type PaperPlace = {
  readonly db: Kysely<DB>;
  readonly code: (name: string) => string;
  readonly field: string;
  readonly held: string;
  readonly coming: string;
  readonly notice: string;
  readonly plan: string;
  readonly matters: string[];
  /** The post of whoever heads the commune. */
  head: string;
  /** Does an act on a day; null where it is refused. */
  readonly act: (name: string, input: object, day: string) => Promise<Done | null>;
};

export async function paperPlace(db: Kysely<DB>, prefix: string): Promise<PaperPlace> {
  const code = (name: string) => `${prefix}${name}`;
  const act = actsOn(db);
  const made = async (name: string, input: object) => (await act(name, input, beginning))!;
  const unit = (name: string, called: string, kind: string, parent: string) =>
    made("organization.create_unit", { code: code(name), name: called, kind, parent, from: "2020-01-01" });
  await unit("R", `Xã Rạng Đông ${prefix}`, "commune", "T");
  await unit("Q", `Xã Quyết Thắng ${prefix}`, "commune", "T");
  await unit("N", `Phường Nguyệt Hồ ${prefix}`, "commune", "T");
  await unit("1", `Buôn H'Bĭa Niê ${prefix}`, "village", code("R"));
  await unit("2", `Thôn Hai ${prefix}`, "village", code("R"));
  await unit("KT", `Phòng Kinh tế ${prefix}`, "agency", code("R"));
  const { code: field } = await made("recommendation.add_field", {
    name: `Lúa ${prefix}`,
    from: "2020-01-01",
  });
  const chairs = [{ name: "Bà H'Bĭa Niê", capacity: "party_secretary" }];
  const said = { unit: code("R"), form: "periodic", chairs, place: "Nhà cộng đồng" };
  const { id: held } = await made("conference.record", { ...said, held_on: "2024-01-20" });
  const { id: coming } = await made("conference.prepare", {
    ...said,
    held_on: "2024-02-29",
    topic: "Mùa vụ",
  });
  const guests = [
    { unit: code("1"), quota: 3 },
    { name: "Hội Nông dân", quota: 2 },
  ];
  await made("conference.invite", { conference: coming, guests });
  const turn = {
    conference: held,
    naming: "named",
    speaker: "Ông Y Bhăm",
    village: code("1"),
    summary: "Nói về ruộng",
  };
  const { id: spoken } = await made("conference.record_turn", turn);
  const matters: string[] = [];
  for (const [at, more] of [{ turn: spoken }, {}, {}].entries()) {
    const words = { unit: code("R"), conference: held, field, village: code("1"), received_on: "2024-01-20" };
    const { code: matter } = await made("recommendation.receive", {
      ...words,
      ...more,
      text: `Sửa mương ${at}`,
    });
    matters.push(matter);
    const due = ["2024-02-20", "2024-03-10", undefined][at];
    const ruled = {
      recommendation: matter,
      on: "2024-01-20",
      ruling: "written_answer",
      text: "Giao phòng",
      due,
    };
    await made("recommendation.rule", ruled);
  }
  const { id: notice } = await made("conclusion.draft", { conference: held });
  const { id: plan } = await made("planning.draft_plan", { unit: code("R"), year: 2024 });
  const requirements = [{ unit: code("R"), required: 2, form: "periodic", chair_capacity: "chairperson" }];
  const planned = [{ unit: code("R"), quarter: 2, form: "periodic", topic: "Đất đai", place: "Đình" }];
  await made("planning.change_draft", { plan, expected_version: 1, requirements, planned });
  const place = { db, code, field, held, coming, notice, plan, matters, act, head: "" };
  place.head = await headedBy(place, "Ông Phạm Ất", "2022-01-01", beginning);
  return place;
}

/** Whoever heads the commune from a day on; the id of the post. */
export async function headedBy(
  { act, code }: Pick<PaperPlace, "act" | "code">,
  full_name: string,
  from: string,
  day: string,
): Promise<string> {
  const person = await act("organization.add_person", { unit: code("R"), full_name }, day);
  const held = { person: person?.id, unit: code("R"), capacity: "chairperson", from };
  return (await act("organization.appoint", held, day))?.id ?? "";
}

function actsOn(db: Kysely<DB>): PaperPlace["act"] {
  let minutes = 0;
  return async (name, input, day) => {
    const now = Temporal.Instant.from(`${day}T01:00:00Z`).add({ seconds: ++minutes });
    try {
      return (await performOn(db)(actNamed(name)!, input, { actor: system, now })) as Done;
    } catch (error) {
      if (error instanceof Problem) return null;
      throw error;
    }
  };
}
