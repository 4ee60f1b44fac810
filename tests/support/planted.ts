import type { Actor, Capacity } from "#kernel/actor.ts";
import { foldTone } from "#kernel/vietnamese-text.ts";
import type { Cast } from "./cast.ts";
import type { DB } from "#db";
import type { Kysely } from "kysely";
import { callOffOver, quoteInAnswers, quoteInConferences } from "./planted-conferences.ts";
import { plantFiles } from "./planted-files.ts";
import { quoteInHandOver, quoteInPlan } from "./planted-plans.ts";

// A small register in which every text and every name is a word of its own, so that whoever reads a word can be asked
// whether it was theirs to read.

/** Everyone who reads here: a name for each, with the post held. Null is somebody who has not signed in. */
export const readers = {
  "văn phòng": ["office_secretary", "A"],
  "bí thư": ["party_secretary", "A"],
  "chủ tịch": ["chairperson", "A"],
  "thường trực hội đồng": ["council_standing", "A"],
  "chủ tịch mặt trận": ["front_chair", "A"],
  "cán bộ mặt trận": ["front_officer", "A"],
  "thống kê": ["statistician", "A"],
  "ban chỉ đạo": ["steering_committee", "A"],
  "người xem xét": ["complaint_reviewer", "A"],
  "quản trị": ["administrator", "A"],
  "cơ quan chủ trì": ["agency_head", "A-KT"],
  "cơ quan phối hợp": ["agency_officer", "A-VH"],
  "trưởng thôn": ["village_head", "A-1"],
  "trưởng thôn khác": ["village_head", "A-2"],
  "văn phòng cấp trên": ["office_secretary", "T"],
  "chủ tịch cấp trên": ["chairperson", "T"],
  "người xem xét cấp trên": ["complaint_reviewer", "T"],
  "sở cấp trên": ["agency_head", "T-SO"],
  "văn phòng xã bên": ["office_secretary", "B"],
  "người xem xét xã bên": ["complaint_reviewer", "B"],
  "trưởng thôn xã bên": ["village_head", "B-1"],
  "văn phòng tỉnh khác": ["chairperson", "C"],
} as const satisfies Record<string, readonly [Capacity, string]>;
export type Reader = keyof typeof readers;

const reviewers: readonly Reader[] = ["người xem xét", "người xem xét cấp trên"];
const secretariat: readonly Reader[] = ["văn phòng", ...reviewers];
const wholeUnit: readonly Reader[] = [
  ...secretariat,
  "bí thư",
  "chủ tịch",
  "thường trực hội đồng",
  "chủ tịch mặt trận",
  "cán bộ mặt trận",
  "thống kê",
  "ban chỉ đạo",
  "văn phòng cấp trên",
  "chủ tịch cấp trên",
];
const working: readonly Reader[] = [...wholeUnit, "cơ quan chủ trì", "cơ quan phối hợp"];
const concerned: readonly Reader[] = [...working, "trưởng thôn"];

/** Who may read a word, by the kind of word it is. */
export const circles = {
  /** What is in sight: those who work on it, and its village. */
  "in sight": concerned,
  /** What was said in the room or stands in its notice: every village of the unit was there. */
  "said in the room": [...concerned, "trưởng thôn khác"],
  /** What those who work on it write among themselves. */
  "of the work": working,
  /** What was held or routed out. */
  "out of sight": reviewers,
  /** A name that the secretariat alone knows. */
  withheld: secretariat,
  /** The same where the matter was passed upward: the office above keeps its own. */
  "withheld, passed up": [...secretariat, "văn phòng cấp trên"],
  /** A telephone. */
  contact: secretariat,
} as const satisfies Record<string, readonly Reader[]>;
export type Circle = keyof typeof circles;

/** A word that stands in one place and nowhere else. */
export type Planted = { readonly word: string; readonly where: string; readonly circle: Circle };

/**
 * Hands out words of their own: "Xzbabo", "Xzbabu", … and telephones, each written down with where it was put and whom it
 * is for. Words of another series begin with another letter.
 */
export function wordsToPlant(series = "z") {
  const planted: Planted[] = [];
  const syllables =
    "ba be bi bo bu da de di do du ga ge gi go gu ha he hi ho hu ka ke ki ko ku la le li lo lu".split(" ");
  const next = () => {
    const at = planted.length;
    return `X${series}${syllables[at % 30]}${syllables[Math.floor(at / 30)]}`;
  };
  const plant = (where: string, circle: Circle) => {
    const word = next();
    planted.push({ word, where, circle });
    return word;
  };
  return {
    planted,
    plant,
    name: (where: string, circle: Circle) => `Trần Thị ${plant(where, circle)}`,
    telephone(where: string, circle: Circle) {
      const word = `0912 345 ${100 + planted.length}`;
      planted.push({ word, where, circle });
      return word;
    },
  };
}

export const foundIn = (text: string, planted: readonly Planted[]): Planted[] => {
  const folded = foldTone(text.normalize("NFC"));
  return planted.filter(({ word }) => folded.includes(foldTone(word)));
};

export type Act = (
  name: string,
  input: Record<string, unknown>,
) => Promise<{ id: string; code: string; papers?: { id: string }[] }>;
type Words = ReturnType<typeof wordsToPlant>;

/** How a matter comes to be read: as it stands, held, routed out, its name withheld at once or afterwards. */
const variants = [
  "plain",
  "withheld",
  "withheld later",
  "anonymous later",
  "held",
  "routed out",
  "passed up",
] as const;
type Variant = (typeof variants)[number];

const hidden: ReadonlySet<Variant> = new Set(["held", "routed out"]);
const wordsOf = (variant: Variant): Circle => (hidden.has(variant) ? "out of sight" : "in sight");
const roomOf = (variant: Variant): Circle => (hidden.has(variant) ? "out of sight" : "said in the room");
/** A draft that was issued is the answer. */
const draftOf = (variant: Variant): Circle =>
  hidden.has(variant) ? "out of sight" : variant === "anonymous later" ? "in sight" : "of the work";
function nameOf(variant: Variant): Circle {
  if (variant === "plain") return "said in the room";
  if (variant === "passed up") return "withheld, passed up";
  return hidden.has(variant) ? "out of sight" : "withheld";
}

export type PlantedPlace = {
  readonly planted: readonly Planted[];
  readonly codes: Readonly<Record<Variant, string>>;
  readonly child: string;
  readonly merged: string;
  readonly conference: string;
  readonly coming: string;
  readonly calledOff: string;
  readonly plan: string;
  readonly handOver: string;
  readonly turn: string;
  readonly documents: readonly string[];
  /** Attachments. */
  readonly files: readonly string[];
};

/** Plants the words, and makes of the matters what is to become of them. `day` is the day of the conference. */
export async function plantWords(
  db: Kysely<DB>,
  act: Act,
  day: string,
  later: string,
  tell: () => Promise<unknown>,
): Promise<PlantedPlace> {
  const words = wordsToPlant();
  const { plant } = words;
  const chairs = [{ name: "Bà Chủ trì", capacity: "chairperson" }];
  const room = { unit: "A", form: "periodic", held_on: day, chairs };
  const { id: conference } = await act("conference.record", room);
  const codes = {} as Record<Variant, string>;
  let turn = "";
  for (const variant of variants) {
    const made = await raised(act, words, variant, conference, day);
    codes[variant] = made.code;
    turn ||= made.turn;
  }
  const documents = await worked(act, words, codes, { conference, day, later });
  const files = await plantFiles(db, act, words, { codes, names, documents, conference });
  const merged = await mergedInto(act, words, codes["withheld later"], conference, day);
  const coming = await comingConference(act, words, day, later);
  const calledOff = await callOffOver(act, words.name("called off: name", "withheld"), day, later);
  const quoted = [names.get(codes.withheld)!, names.get(codes["withheld later"])!];
  const plan = await quoteInPlan(act, quoted, day);
  const handOver = await quoteInHandOver(act, words.name("handed over: name", "withheld"), day);
  // Who is told of it is told while it is in sight.
  await tell();
  await hushed(act, words, codes, day);
  const child = await act("recommendation.forward_up", {
    recommendation: codes["passed up"],
    to: "T",
    text: plant("forward_up.text", "in sight"),
  });
  await withhold(act, words, codes["passed up"], "secretariat_only", day);
  await quoteInConferences(act, {
    held: { id: conference, on: day, name: names.get(codes.withheld)! },
    coming: { ...coming, on: later },
  });
  const invitations = db
    .selectFrom("conference_invitation")
    .select("id")
    .where("conference_id", "=", coming.id);
  await quoteInAnswers(
    act,
    (await invitations.execute()).map(({ id }) => id),
    coming.name,
  );
  await tell();
  return {
    planted: words.planted,
    codes,
    child: child.code,
    merged,
    conference,
    coming: coming.id,
    calledOff,
    plan,
    handOver,
    turn,
    documents,
    files,
  };
}

const names = new Map<string, string>();
const texts = new Map<string, string>();

async function raised(act: Act, words: Words, variant: Variant, conference: string, day: string) {
  const position = variants.indexOf(variant) + 1;
  const speaker = words.name(`${variant}: name`, nameOf(variant));
  const naming = variant === "withheld" ? "secretariat_only" : "named";
  const summary = `${words.plant(`${variant}: turn.summary`, hidden.has(variant) ? "out of sight" : "withheld")} do ${speaker} nói`;
  const { id: turn } = await act("conference.record_turn", {
    conference,
    speaker,
    naming,
    village: "A-1",
    summary,
  });
  const text = `${words.plant(`${variant}: text`, wordsOf(variant))}, tôi là ${speaker}`;
  const said = { unit: "A", text, field: "giao_thong", received_on: day, village: "A-1", conference, turn };
  const { code } = await act("recommendation.receive", { ...said, raised_by: speaker, naming });
  const right = `${words.plant(`${variant}: turn.summary put right`, roomOf(variant))} do ${speaker} nói`;
  await act("conference.correct_turn", { turn, position, speaker, naming, village: "A-1", summary: right });
  names.set(code, speaker);
  texts.set(code, text);
  return { code, turn };
}

const inNotice: readonly Variant[] = ["plain", "withheld", "withheld later", "held"];

/** The steps of the work, each with a word of its own and the name in it; some are given by the notice. */
async function worked(
  act: Act,
  { plant }: Words,
  codes: Record<Variant, string>,
  place: { conference: string; day: string; later: string },
) {
  const { conference, day, later } = place;
  const documents: string[] = [];
  const wordIn =
    (variant: Variant) =>
    (part: string, circle = wordsOf(variant)) =>
      `${plant(`${variant}: ${part}`, circle)} (${names.get(codes[variant])})`;
  const all = variants.filter((one) => one !== "passed up");
  for (const variant of all)
    await act("recommendation.rule", {
      recommendation: codes[variant],
      on: day,
      ruling: "written_answer",
      text: wordIn(variant)("rule.text"),
    });
  const lead = { lead: "A-KT", due: later };
  const helped = (variant: Variant) => ({
    ...lead,
    coordinators: [{ unit: "A-VH", duty: wordIn(variant)("duty", roomOf(variant)) }],
  });
  const { id: notice } = await act("conclusion.draft", { conference });
  const put = inNotice.map((variant) => ({
    matter: codes[variant],
    task: wordIn(variant)("task", roomOf(variant)),
    ...helped(variant),
  }));
  const remove = all.filter((one) => !inNotice.includes(one)).map((one) => codes[one]);
  const words = {
    opening: `Theo lời ${names.get(codes.withheld)}`,
    closing: `Cảm ơn ${names.get(codes["withheld later"])}`,
  };
  await act("conclusion.change_draft", { notice, put, remove, words });
  const { papers } = await act("conclusion.issue", { notice, issued_on: day, sides: "government" });
  documents.push(...(papers ?? []).map(({ id }) => id));
  await act("conclusion.amend", { conference });
  for (const variant of all) {
    const recommendation = codes[variant];
    const of = wordIn(variant);
    if (!inNotice.includes(variant))
      await act("recommendation.assign", {
        recommendation,
        on: day,
        text: of("assign.text"),
        ...helped(variant),
      });
    const letter = { recommendation, paper: "assignment_letter", issued_on: day };
    const { document } = (await act("recommendation.issue_paper", letter)) as unknown as { document: string };
    documents.push(document);
    await act("recommendation.ask_extension", {
      recommendation,
      on: day,
      due: afterwards(later),
      reason: of("ask_extension.reason"),
    });
    await act("recommendation.draft_answer", {
      recommendation,
      on: day,
      outcome: "done",
      text: of("draft_answer.text", draftOf(variant)),
    });
    if (variant === "plain")
      await act("recommendation.annul", { recommendation, reason: of("annulment.reason") });
    if (variant !== "anonymous later") continue;
    await act("recommendation.approve_answer", { recommendation, on: day });
    const early = "Đơn vị phối hợp trả lời miệng";
    await act("recommendation.answer", { recommendation, on: day, symbol: "9/UBND", reason: early });
    await act("recommendation.confirm", {
      recommendation,
      on: day,
      by: "front",
      satisfied: false,
      text: of("confirm.text"),
    });
  }
  return documents;
}

const afterwards = (day: string) => Temporal.PlainDate.from(day).add({ days: 30 }).toString();

async function mergedInto(
  act: Act,
  words: Words,
  into: string,
  conference: string,
  day: string,
): Promise<string> {
  const name = words.name("merged: name", "withheld");
  const text = `${words.plant("merged: text", "in sight")}, tôi là ${name}`;
  const said = { unit: "A", text, field: "giao_thong", received_on: day, village: "A-1", conference };
  const { code } = await act("recommendation.receive", {
    ...said,
    raised_by: name,
    naming: "secretariat_only",
  });
  await act("recommendation.merge", { recommendation: code, into, on: day });
  return code;
}

async function comingConference(act: Act, words: Words, day: string, later: string) {
  const name = words.name("collected: name", "withheld");
  const chairs = [{ name: "Bà Chủ trì", capacity: "chairperson" }];
  const { id } = await act("conference.prepare", { unit: "A", form: "periodic", held_on: later, chairs });
  const text = `${words.plant("collected: text", "of the work")}, tôi là ${name}`;
  const said = {
    unit: "A",
    text,
    field: "y_te",
    received_on: day,
    conference: id,
    channel: "collected_beforehand",
  };
  const { code } = await act("recommendation.receive", {
    ...said,
    raised_by: name,
    naming: "secretariat_only",
  });
  const request = await act("conference.ask_draft", {
    conference: id,
    recommendation: code,
    agency: "A-KT",
    due: dayBefore(later),
  });
  await act("conference.give_draft", {
    request: request.id,
    text: `${words.plant("draft_request.text", "of the work")} (${name})`,
  });
  return { id, name };
}

const dayBefore = (day: string) => Temporal.PlainDate.from(day).subtract({ days: 2 }).toString();

/** What was said in sight goes out of sight, and who was named asks not to be. */
async function hushed(act: Act, words: Words, codes: Record<Variant, string>, day: string): Promise<void> {
  for (const variant of ["held", "routed out"] as const)
    await act("recommendation.hold", {
      recommendation: codes[variant],
      on: day,
      reason: words.plant(`${variant}: hold.reason`, "out of sight"),
    });
  await act("recommendation.route_out", {
    recommendation: codes["routed out"],
    on: day,
    to: words.plant("route_out.to", "out of sight"),
  });
  await withhold(act, words, codes["withheld later"], "secretariat_only", day);
  await withhold(act, words, codes["anonymous later"], "anonymous", day);
}

async function withhold(
  act: Act,
  { plant }: Words,
  recommendation: string,
  naming: string,
  day: string,
): Promise<void> {
  await act("recommendation.correct", {
    ...{
      recommendation,
      naming,
      text: texts.get(recommendation),
      field: "giao_thong",
      kind: "recommendation",
    },
    ...{ received_on: day, village: "A-1" },
    ...(naming === "anonymous"
      ? {}
      : { raised_by: names.get(recommendation), contact: plant("contact", "contact") }),
    ...{
      reason: `${plant("correction.reason", "of the work")} (${names.get(recommendation)})`,
    },
  });
}

/** The readers as actors, and the product itself for making the place. */
export async function peopleOf(cast: Cast): Promise<Map<Reader, Actor & { kind: "person" }>> {
  const people = new Map<Reader, Actor & { kind: "person" }>();
  for (const [name, [capacity, unit]] of Object.entries(readers))
    people.set(name as Reader, await cast.holder(capacity, unit));
  return people;
}
