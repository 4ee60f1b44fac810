import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { actNamed } from "#acts/registry.ts";
import { toldReadings } from "#acts/readings.ts";
import type { Actor } from "#kernel/actor.ts";
import { bringFile } from "#modules/attachment/server/index.ts";
import { publicVersions } from "#modules/conclusion/server/index.ts";
import { fillStatutoryRules } from "#modules/deadline/server/index.ts";
import { setCurrentFiles } from "#platform/server/files/current-files.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askNamed } from "../../tests/support/asking.ts";
import { buildCast, noon, today, type Cast } from "../../tests/support/cast.ts";
import { testDatabase } from "../../tests/support/database.ts";
import { openApi } from "./openapi.ts";

// Every reading of a register in which each thing has happened once answers as its description promises.

const { db } = await testDatabase();
let cast: Cast;
let dataFolder: string;
const readers: Actor[] = [];
const made = { conference: "", document: "", plan: "", codes: [] as string[] };

const act = async (name: string, input: object) =>
  (await cast.perform(actNamed(name)!, input, { actor: cast.system, now: noon })) as {
    id: string;
    code: string;
    papers: { id: string }[];
  };
const move = (name: string, recommendation: string, input: object = {}) =>
  act(`recommendation.${name}`, { recommendation, on: "2026-02-10", ...input });

beforeAll(async () => {
  cast = await buildCast(db);
  await fillStatutoryRules(db, noon);
  made.plan = await yearPlan();
  made.conference = await conference();
  for (const live of [answered, passedUp, heldBack, mergedAndPutRight, extended])
    made.codes.push(...(await live()));
  made.document = await notice();
  await files();
  readers.push(cast.system);
  for (const [capacity, unit] of [
    ["office_secretary", "A"],
    ["complaint_reviewer", "T"],
    ["agency_head", "A-KT"],
    ["village_head", "A-1"],
    ["statistician", "T"],
  ] as const)
    readers.push(await cast.holder(capacity, unit));
});

async function yearPlan(): Promise<string> {
  const { id } = await act("planning.draft_plan", { unit: "T", year: 2026 });
  const requirements = [{ unit: "A", required: 4, form: "periodic", chair_capacity: "chairperson" }];
  const planned = [{ unit: "A", quarter: 1, planned_on: "2026-02-02", form: "periodic", topic: "Đất đai" }];
  await act("planning.change_draft", { plan: id, expected_version: 1, requirements, planned });
  await act("planning.issue_plan", { plan: id, issued_on: "2026-01-05", symbol: "1-KH/TU" });
  return id;
}

async function conference(): Promise<string> {
  const chairs = [{ name: "Bà Chủ trì", capacity: "party_secretary" }];
  const held = { unit: "A", form: "periodic", held_on: "2026-02-02", chairs, attendances: 120 };
  return (await act("conference.record", held)).id;
}

async function received(more: object = {}): Promise<string> {
  const turn = await act("conference.record_turn", {
    conference: made.conference,
    speaker: "Ông Hỏi",
    village: "A-1",
  });
  const said = {
    unit: "A",
    text: "Sửa đường",
    field: "giao_thong",
    received_on: "2026-02-02",
    village: "A-1",
  };
  const where = { conference: made.conference, turn: turn.id };
  return (await act("recommendation.receive", { ...said, ...where, raised_by: "Ông Hỏi", ...more })).code;
}

const lead = { lead: "A-KT", due: "2026-02-20", coordinators: [{ unit: "A-VH", duty: "Đo đạc" }] };

async function answered(): Promise<string[]> {
  const code = await received();
  await move("assign", code, lead);
  await move("draft_answer", code, { outcome: "done", text: "Đã sửa" });
  await move("approve_answer", code);
  await move("finish_duty", code, { text: "Đã đo" });
  await move("answer", code, { symbol: "4/UBND" });
  await move("confirm", code, { by: "village_head", satisfied: true });
  await move("close", code);
  return [code];
}

async function passedUp(): Promise<string[]> {
  const code = await received();
  await move("forward_up", code, { to: "T" });
  return [code, "T-2026-0001"];
}

async function heldBack(): Promise<string[]> {
  return [await received({ kind: "denunciation" }), await received({ naming: "secretariat_only" })];
}

async function mergedAndPutRight(): Promise<string[]> {
  const [first, second] = [await received(), await received()];
  await move("merge", second, { into: first });
  await move("rule", first, { ruling: "written_answer", due: "2026-02-15" });
  await act("recommendation.annul", { recommendation: first, reason: "Ghi nhầm" });
  const right = { text: "Sửa đường thôn", field: "y_te", kind: "question", received_on: "2026-02-02" };
  const whose = { naming: "named", raised_by: "Bà Hỏi", contact: "0900000000", reason: "Nghe nhầm" };
  await act("recommendation.correct", { recommendation: first, ...right, ...whose });
  return [first, second];
}

async function extended(): Promise<string[]> {
  const code = await received();
  await move("assign", code, lead);
  await move("ask_extension", code, { due: "2026-03-20", reason: "Chờ vốn" });
  return [code];
}

/** A notice that gives a matter of the conference to an agency, issued and amended. */
async function notice(): Promise<string> {
  const code = await received();
  await move("rule", code, { ruling: "written_answer", on: "2026-02-02" });
  const line = {
    matter: code,
    task: "Sửa đường",
    lead: "A-KT",
    due: "2026-03-14",
    coordinators: [{ unit: "A-VH", duty: "Đo đạc" }],
  };
  const { id } = await act("conclusion.draft", { conference: made.conference });
  await act("conclusion.change_draft", { notice: id, put: [line] });
  const issue = { issued_on: today, sides: "government" };
  const { papers } = await act("conclusion.issue", { notice: id, ...issue });
  await approve();
  await act("conclusion.publish", { conference: made.conference, on: today });
  await act("conclusion.amend", { conference: made.conference });
  return papers[0]!.id;
}

async function approve(): Promise<void> {
  const texts = await publicVersions(db, cast.system, made.conference, today);
  const versions = texts.map(({ matter, part, digest, proposed }) => ({
    matter,
    part,
    digest,
    text: proposed,
  }));
  await act("conclusion.approve_public", { conference: made.conference, versions });
}

const year = { unit: "A", from: "2026-01-01", to: "2026-12-31" };

/** A file at a matter, at the conference and at the notice, one of them taken off again. */
async function files(): Promise<void> {
  dataFolder = await mkdtemp(join(tmpdir(), "doi-thoai-answers-"));
  setCurrentFiles({ filesUrl: undefined, dataFolder });
  const office = await cast.holder("office_secretary", "A");
  const attach = async (to: string, input: object) => {
    const bytes = Buffer.from(`%PDF-1.7\n${to}\n%%EOF\n`, "latin1");
    const { id } = await bringFile(db, { actor: office, now: noon, name: "Biên bản.pdf", bytes });
    const act = actNamed(`attachment.attach_to_${to}`)!;
    return cast.perform(act, { ...input, files: [id] }, { actor: office, now: noon });
  };
  await attach("matter", { recommendation: made.codes[0], purpose: "raised" });
  await attach("document", { document: made.document, purpose: "signed" });
  const { attached } = (await attach("conference", {
    conference: made.conference,
    purpose: "record",
  })) as { attached: { id: string }[] };
  const off = {
    conference: made.conference,
    attachment: attached[0]!.id,
    reason: "Nhầm hội nghị",
  };
  const remove = actNamed("attachment.remove_from_conference")!;
  await cast.perform(remove, off, { actor: office, now: noon });
}

afterAll(() => rm(dataFolder, { recursive: true, force: true }));

/** What each reading is asked here. */
const asked: Record<string, () => object[]> = {
  "attachments.of_matter": () => made.codes.map((code) => ({ recommendation: code })),
  "attachments.of_conference": () => [{ conference: made.conference }],
  "attachments.of_document": () => [{ document: made.document }],
  "units.search": () => [{ q: "xa an" }, { q: "A-1", on: today }],
  "units.find": () => [{ unit: "A" }, { unit: "A-1", on: "2026-01-01" }],
  "units.below": () => [{ unit: "A" }, { unit: "T", size: "1" }],
  "conferences.list": () => [{}, { unit: "A", size: "1" }],
  "conferences.find": () => [{ conference: made.conference }],
  "conclusions.list": () => [{ conference: made.conference }],
  "conclusions.find": () => ["1", "draft"].map((edition) => ({ conference: made.conference, edition })),
  "conclusions.publication": () => [{ conference: made.conference }],
  "conclusions.public_versions": () => [{ conference: made.conference }],
  "documents.list": () => [{}, { unit: "A" }],
  "documents.find": () => [{ document: made.document }],
  "reports.summary": () => [year, { ...year, basis: "as-is" }, { ...year, known_on: "2026-01-31" }],
  "reports.cases": () =>
    ["received", "done", "conferences.held", "turns", "plans.A.shortfall"].map((figure) => ({
      ...year,
      figure,
    })),
  "plans.list": () => [{}, { year: "2026" }],
  "plans.against": () => [
    { unit: "A", year: "2026" },
    { unit: "T", year: "2025", as_of: today },
  ],
  "plans.find": () => [{ id: made.plan }],
  "recommendations.list": () => [{}, { sort: "received", size: "2" }, { view: "open", text: "duong" }],
  "recommendations.find": () => made.codes.map((code) => ({ code })),
  "registers.export": () => [{ unit: "A" }],
  "fields.list": () => [{}, { on: today, q: "đất" }],
};

describe("what a reading answers is what its description promises", () => {
  test("every reading of the API is asked here", () => {
    expect(Object.keys(asked).toSorted()).toEqual(toldReadings.map(({ name }) => name).toSorted());
  });

  test.each(Object.keys(asked))("%s", async (name) => {
    const reading = toldReadings.find((one) => one.name === name)!;
    let answers = 0;
    for (const query of asked[name]!()) {
      for (const actor of readers) {
        const answer = await askNamed(db, name, query, actor).catch(refused);
        if (answer === null) continue;
        answers += 1;
        const told = reading.api.answer.safeParse(JSON.parse(JSON.stringify(answer)));
        expect([query, told.error?.issues]).toEqual([query, undefined]);
      }
    }
    expect(answers).toBeGreaterThan(0);
  });
});

/** Some of the readers may not see some of it. */
function refused(error: unknown): null {
  if (error instanceof Error && error.name === "Problem") return null;
  throw error;
}

test("the description shows the shape of every answer", () => {
  const paths = openApi().paths as Record<string, { get?: { operationId: string; responses: object } }>;
  const operations = Object.values(paths)
    .flatMap(({ get }) => get ?? [])
    // A file is answered as it is.
    .filter(({ responses }) => contentIn(responses)["application/json"]);
  const shapes = operations.map(({ operationId, responses }) => [operationId, shapeIn(responses)]);
  expect(shapes.filter(([, shape]) => shape === undefined)).toEqual([]);
  expect(shapes.map(([name]) => name).toSorted()).toEqual(toldReadings.map(({ name }) => name).toSorted());
});

type Shape = { properties?: object; anyOf?: object };

const contentIn = (responses: object) =>
  (responses as Record<string, { content: Record<string, { schema: Shape }> }>)["200"]!.content;

function shapeIn(responses: object) {
  const { schema } = contentIn(responses)["application/json"]!;
  return schema.properties ?? schema.anyOf;
}
