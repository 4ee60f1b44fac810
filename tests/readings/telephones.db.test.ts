import { ofToday } from "#modules/document/paper-day.ts";
import { actNamed } from "#acts/registry.ts";
import type { Actor } from "#kernel/actor.ts";
import { draftPapers } from "#modules/conclusion/server/index.ts";
import { findConference, readPaper } from "#modules/conference/server/index.ts";
import { exportRegister } from "#modules/register/server/index.ts";
import { draftMatterPaper, findMatter } from "#modules/recommendation/server/index.ts";
import { beforeAll, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../support/cast.ts";
import { testDatabase } from "../support/database.ts";

// A telephone that somebody gave goes to those who have to call, on paper as on the screen; a number that the office gives
// out is its own.

const { db } = await testDatabase();
const theirs = "0912 345 678";
const hotline = "0203 3881 234";
let cast: Cast;
let office: Actor;
let conference: string;
let notice: string;
const codes = {} as Record<"named" | "secretariat_only", string>;

const act = async <T = { id: string; code: string }>(name: string, input: object): Promise<T> =>
  (await cast.perform(actNamed(name)!, input, { actor: cast.system, now: noon })) as T;

beforeAll(async () => {
  cast = await buildCast(db);
  office = await cast.holder("office_secretary", "A");
  const chairs = [{ name: "Bà Chủ trì", capacity: "chairperson" }];
  const on = "2026-02-02";
  ({ id: conference } = await act("conference.record", { unit: "A", form: "periodic", held_on: on, chairs }));
  for (const naming of ["named", "secretariat_only"] as const) {
    const speaker = "Ông Lò Văn Gọi";
    const said = `Đường hỏng, gọi tôi số ${theirs}`;
    const spoken = { conference, speaker, naming, village: "A-1", summary: said };
    const { id: turn } = await act("conference.record_turn", spoken);
    const where = { unit: "A", field: "giao_thong", received_on: on, village: "A-1", conference, turn };
    const raised = { ...where, text: said, raised_by: speaker, naming };
    const { code: recommendation } = await act("recommendation.receive", raised);
    codes[naming] = recommendation;
    const ruled = { recommendation, ruling: "written_answer", on };
    await act("recommendation.rule", { ...ruled, text: `Gọi lại ${theirs}; cần thì gọi ${hotline}` });
  }
  ({ id: notice } = await act("conclusion.draft", { conference }));
  for (const recommendation of Object.values(codes))
    await act("recommendation.assign", { recommendation, lead: "A-KT", due: "2026-03-31", on: "2026-02-03" });
});

const letter = async (kind: "assignment_letter" | "reply_letter", naming: keyof typeof codes) =>
  JSON.stringify(
    await draftMatterPaper(db, office, { code: codes[naming], kind, side: "government" }, ofToday(today)),
  );

test("the letter to the agency that has to call bears it; of who is not to be named it does not", async () => {
  expect(await letter("assignment_letter", "named")).toContain(theirs);
  expect(await letter("assignment_letter", "secretariat_only")).not.toContain(theirs);
});

test("the notice and the minutes do not, in the people's words or the chair's; the office's own number stays", async () => {
  const { government } = await draftPapers(db, office, notice, ofToday(today));
  const head = await findConference(db, office, conference, today);
  const minutes = await readPaper(db, office, head, { kind: "minutes", side: "government" }, today);
  for (const paper of [government, minutes.paper]) {
    expect(JSON.stringify(paper)).not.toContain(theirs);
    expect(JSON.stringify(paper)).toContain("[số điện thoại]");
    expect(JSON.stringify(paper)).toContain(hotline);
  }
});

test("the reply does not; the number that the agency gives out stays", async () => {
  for (const recommendation of Object.values(codes)) {
    const text = `Đã gọi ông theo số ${theirs}. Còn gì xin gọi ${hotline}.`;
    await act("recommendation.draft_answer", { recommendation, on: "2026-02-20", outcome: "done", text });
    await act("recommendation.approve_answer", { recommendation, on: "2026-02-20" });
    await act("recommendation.answer", { recommendation, on: "2026-02-20" });
  }
  const reply = await letter("reply_letter", "named");
  expect(reply).not.toContain(theirs);
  expect(reply).toContain(hotline);
});

test("who is not to be named is not found by it either: the agency asks the office", async () => {
  const agency = await cast.holder("agency_head", "A-KT");
  const read = async (actor: Actor, naming: keyof typeof codes) =>
    JSON.stringify(await findMatter(db, actor, codes[naming], today));
  expect(await read(agency, "named")).toContain(theirs);
  expect(await read(agency, "secretariat_only")).not.toContain(theirs);
  expect(await read(office, "secretariat_only")).toContain(theirs);
});

test("the register that an office above takes out has the telephones of those who are named alone, and goes in again", async () => {
  const above = await cast.holder("office_secretary", "T");
  const file = await exportRegister(db, "A", above, today);
  const words = (ref: unknown) => JSON.stringify(file.recommendations?.filter((one) => one.ref === ref));
  expect(words(codes.named)).toContain(theirs);
  expect(words(codes.secretariat_only)).not.toContain(theirs);
  expect(await act<{ changed: boolean }>("register.import", { file })).toMatchObject({ changed: false });
});
