import { kinds } from "#modules/recommendation/matter.ts";
import { endedChoices } from "#modules/recommendation/merging.ts";
import {
  confirmers,
  movesFrom,
  outcomes,
  rulings,
  type Move,
  type Status,
} from "#modules/recommendation/status-transitions.ts";
import { reportSummary } from "#modules/report/server/index.ts";
import { perform, today, type ActScene, type Course } from "./act-scene.ts";
import type { Step, Told } from "./act-steps.ts";

const fields = ["giao_thong", "dat_dai.cap_gcn", "y_te"] as const;
const forms = ["periodic", "briefing", "online"] as const;
const channels = ["conference", "portal", "hotline"] as const;

/** Takes one step of a course through the acts, as a person of the unit; what they refuse changes nothing. */
export async function takeStep(scene: ActScene, course: Course, step: Step): Promise<void> {
  switch (step.does) {
    case "wait":
      return wait(scene, course, step.days);
    case "receive":
      return receive(scene, course, step);
    case "confer":
      return confer(scene, course, step);
    case "confer_again":
      return conferAgain(scene, course, step);
  }
  const among = step.does === "above" ? await passedUp(scene, course) : course.matters;
  const subject = await subjectOf(scene, among, step.matter);
  if (!subject) return;
  switch (step.does) {
    case "move": {
      const possible = movesFrom(subject.status).filter((move) => move !== "hand_over");
      if (possible.length > 0) await make(scene, course, subject, pick(possible, step.move), step);
      return;
    }
    case "moves":
      for (const move of step.moves) await make(scene, course, subject, move, step);
      return;
    case "above":
      for (const move of step.moves) {
        if (move === "annul") await annul(scene, course, subject, false);
        else await make(scene, course, subject, move, step);
      }
      return;
    case "annul":
      return annul(scene, course, subject, step.byFront % 5 === 0);
    case "correct":
      return correct(scene, course, subject, step);
  }
}
type StepOf<D extends Step["does"]> = Extract<Step, { does: D }>;

function pick<T>(list: readonly T[], at: number): T {
  return list[at % list.length]!;
}

function daysFrom(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** Days go by, so that the next thing is entered later. What the report says before they do is remembered. */
async function wait(scene: ActScene, course: Course, days: number): Promise<void> {
  const day = today(course);
  const period = { unit: scene.code("P"), from: "2019-12-01", to: day, today: day };
  course.remembered.push(await reportSummary(scene.db, period));
  course.now = course.now.add({ hours: 24 * days });
}

async function receive(scene: ActScene, course: Course, step: StepOf<"receive">): Promise<void> {
  const unit = scene.code(step.unit);
  const input = {
    unit,
    // A few may be complaints or denunciations, and are held from their first day.
    kind: step.kind % 10 === 0 ? pick(kinds, step.kind / 10) : "recommendation",
    field: pick(fields, step.detail),
    channel: pick(channels, step.detail),
    received_on: daysFrom(today(course), -step.back),
    text: `Ý kiến thứ ${course.matters.length + 1}`,
  };
  const made = await perform(scene, course, "recommendation.receive", input, { unit });
  if (made) course.matters.push(made.code!);
}

async function confer(scene: ActScene, course: Course, step: StepOf<"confer">): Promise<void> {
  const unit = scene.code(step.unit);
  const input = { unit, form: "periodic", ...heldAs(course, step) };
  const made = await perform(scene, course, "conference.record", input, { unit });
  if (made) course.conferences.push({ id: made.id!, unit });
}

/** It was another day, another form, other people came: put right, or only counted again. */
async function conferAgain(scene: ActScene, course: Course, step: StepOf<"confer_again">): Promise<void> {
  if (course.conferences.length === 0) return;
  const { id: conference, unit } = pick(course.conferences, step.conference);
  if (step.detail % 2 === 0) {
    const counted = { conference, attendances: step.detail };
    await perform(scene, course, "conference.count_attendance", counted, { unit });
    return;
  }
  const input = { conference, form: pick(forms, step.detail), ...heldAs(course, step) };
  await perform(scene, course, "conference.correct", input, { unit });
}

function heldAs(course: Course, { back, detail }: { back: number; detail: number }) {
  return {
    held_on: daysFrom(today(course), -back),
    chairs: [{ name: "Bí thư thử", capacity: "party_secretary" }],
    attendances: detail,
  };
}

type Subject = {
  readonly code: string;
  readonly unit: string;
  readonly received: string;
  readonly status: Status;
};

/** Those that came from a unit below. */
async function passedUp({ db }: ActScene, { matters }: Course): Promise<string[]> {
  const rows = await db
    .selectFrom("recommendation")
    .select("code")
    .where("code", "in", ["", ...matters])
    .where("forwarded_from_id", "is not", null)
    .execute();
  const above = new Set(rows.map(({ code }) => code));
  return matters.filter((code) => above.has(code));
}

async function subjectOf(
  { db }: ActScene,
  matters: readonly string[],
  at: number,
): Promise<Subject | undefined> {
  if (matters.length === 0) return undefined;
  const row = await db
    .selectFrom("present_matter as p")
    .innerJoin("recommendation as r", "r.id", "p.recommendation_id")
    .innerJoin("unit as u", "u.id", "p.unit_id")
    .select(["r.code", "u.code as unit", "p.received_on as received", "p.status"])
    .where("r.code", "=", pick(matters, at))
    .executeTakeFirst();
  return row as Subject | undefined;
}

async function annul(
  scene: ActScene,
  course: Course,
  { code, unit }: Subject,
  byFront: boolean,
): Promise<void> {
  const input = { recommendation: code, reason: "Ghi nhầm" };
  await perform(scene, course, "recommendation.annul", input, { unit, voice: byFront ? "front" : "office" });
}

async function correct(
  scene: ActScene,
  course: Course,
  { code, unit, received }: Subject,
  { back, detail, kind }: StepOf<"correct">,
): Promise<void> {
  const input = {
    recommendation: code,
    text: `Ý kiến ghi lại lần ${course.done}`,
    field: pick(fields, detail),
    kind: kind % 10 === 0 ? pick(kinds, kind / 10) : "recommendation",
    received_on: daysFrom(received, 1 - back),
    naming: "named",
    reason: "Ghi sai",
  };
  await perform(scene, course, "recommendation.correct", input, { unit });
}

async function make(
  scene: ActScene,
  course: Course,
  subject: Subject,
  move: Move,
  { detail, back, due }: Told,
): Promise<void> {
  const day = daysFrom(today(course), -back);
  const on = day < subject.received && detail % 10 > 0 ? subject.received : day;
  const input = {
    recommendation: subject.code,
    on,
    ...inputOf(scene, course, subject, move, { detail, due, on }),
  };
  const voice = move === "confirm" && pick(confirmers, detail) === "front" ? "front" : "office";
  const made = await perform(scene, course, `recommendation.${move}`, input, { unit: subject.unit, voice });
  if (made && move === "forward_up") await followUp(scene, course, subject);
}

type Particulars = { readonly detail: number; readonly due: number; readonly on: string };

function inputOf(
  scene: ActScene,
  { matters }: Course,
  { unit }: Subject,
  move: Move,
  { detail, due, on }: Particulars,
): Record<string, unknown> {
  const dueOn = daysFrom(on, due);
  switch (move) {
    case "rule":
      return { ruling: pick(rulings, detail), text: "Đã trả lời tại hội nghị" };
    case "assign":
      return { lead: pick([unit, unit, unit, scene.code("A1"), scene.code("A2")], detail), due: dueOn };
    case "ask_extension":
    case "extend":
      return { due: daysFrom(on, due + 10), reason: "Chờ vốn" };
    case "draft_answer":
    case "reply_from_above":
      return { outcome: pick(outcomes, detail), text: "Đã làm xong", basis: "Điều 12" };
    case "schedule":
      return { until: dueOn, text: "Theo lộ trình" };
    case "block":
      return { reason: "Chưa có mặt bằng", review_on: dueOn };
    case "forward_up":
      return { to: scene.code(pick(["D1", "P", "P", "D2"], detail)), symbol: "12/UBND-VP" };
    case "merge":
      return {
        into: pick(
          matters.filter((code) => code.startsWith(`${unit}-`)),
          detail,
        ),
        ended: pick(endedChoices, due),
      };
    case "route_out":
      return { to: "Ban Tiếp công dân" };
    case "confirm":
      return {
        by: pick(confirmers, detail),
        satisfied: detail % 2 === 0,
        raised_in: due % 3 === 0 ? undefined : [pick(matters, due)],
      };
    case "approve_answer":
    case "answer":
      return {};
    default:
      return { reason: "Có lý do" };
  }
}

/** What was passed upward goes on above: from there it can be moved, answered, passed on. */
async function followUp({ db }: ActScene, { matters }: Course, { code }: Subject): Promise<void> {
  const children = await db
    .selectFrom("recommendation as child")
    .innerJoin("recommendation as below", "below.id", "child.forwarded_from_id")
    .select("child.code")
    .where("below.code", "=", code)
    .execute();
  matters.push(...children.map((child) => child.code).filter((child) => !matters.includes(child)));
}
