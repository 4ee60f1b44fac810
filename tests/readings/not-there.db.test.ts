import type { Actor } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import { actNamed, registry } from "#acts/registry.ts";
import { findConference } from "#modules/conference/server/index.ts";
import { deadlineReadings } from "#modules/deadline/server/index.ts";
import { mayReadUnit } from "#modules/organization/server/index.ts";
import { findMatter } from "#modules/recommendation/server/index.ts";
import { beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import { asked } from "../support/asking.ts";
import { buildCast, noon, today, type Cast } from "../support/cast.ts";
import { testDatabase } from "../support/database.ts";

// To someone who may not read it, a matter, a conference or a unit's register is simply not there: the answer is the
// same, word for word, as for one that never was.

const { db } = await testDatabase();
const nowhere = "0199aaaa-0000-7000-8000-00000000dead";
const noCode = "A-2026-9999";
let cast: Cast;
let code: string;
let conference: string;
let draftRequest: string;
let people: Record<"stranger" | "other agency" | "other village" | "administrator", Actor>;
let reader: Actor;

beforeAll(async () => {
  cast = await buildCast(db);
  const system = { actor: cast.system, now: noon };
  const chairs = [{ name: "Bà Chủ trì", capacity: "party_secretary" }];
  const room = { unit: "A", form: "periodic", held_on: "2026-02-02", chairs };
  ({ id: conference } = (await cast.perform(actNamed("conference.record")!, room, system)) as { id: string });
  const said = {
    unit: "A",
    text: "Sửa đường",
    field: "giao_thong",
    received_on: "2026-02-02",
    village: "A-1",
  };
  ({ code } = (await cast.perform(actNamed("recommendation.receive")!, said, system)) as { code: string });
  const ahead = { ...room, held_on: "2026-04-02" };
  const { id: next } = (await cast.perform(actNamed("conference.prepare")!, ahead, system)) as { id: string };
  const collected = { ...said, received_on: "2026-03-01", conference: next, channel: "collected_beforehand" };
  const { code: early } = (await cast.perform(actNamed("recommendation.receive")!, collected, system)) as {
    code: string;
  };
  const asked = { conference: next, recommendation: early, agency: "A-VH", due: "2026-03-20" };
  ({ id: draftRequest } = (await cast.perform(actNamed("conference.ask_draft")!, asked, system)) as {
    id: string;
  });
  people = {
    stranger: await cast.holder("office_secretary", "B"),
    "other agency": await cast.holder("agency_head", "B-KT"),
    "other village": await cast.holder("village_head", "B-1"),
    administrator: await cast.holder("administrator", "A"),
  };
  reader = await cast.holder("statistician", "A");
});

/** What acts about a matter need besides the matter and plain texts. */
const more: Record<string, Record<string, unknown>> = {
  attach_to_matter: { purpose: "raised", files: [nowhere] },
  remove_from_matter: { attachment: nowhere, reason: "x" },
  approve_of_matter: { attachment: nowhere, approved: true },
  rule: { ruling: "noted" },
  assign: { lead: "A-KT", due: "2026-03-31" },
  ask_extension: { due: "2026-04-30", reason: "x" },
  extend: { due: "2026-04-30", reason: "x" },
  draft_answer: { outcome: "done", text: "x" },
  answer: { symbol: "1/UBND" },
  schedule: { until: "2026-05-01", text: "x" },
  block: { reason: "x", review_on: "2026-05-01" },
  forward_up: { to: "T" },
  reply_from_above: { outcome: "done", text: "x" },
  merge: { into: noCode },
  confirm: { by: "requester", satisfied: true },
  close: { reason: "x" },
  issue_paper: { paper: "reminder_letter", issued_on: "2026-03-02" },
  issue_transfer_slip: { issued_on: "2026-03-02" },
  correct: {
    text: "x",
    field: "giao_thong",
    kind: "report",
    received_on: "2026-02-02",
    naming: "named",
    reason: "x",
  },
};

/** Acts on a conference; one that names a matter besides looks for it among the conference's own. */
const ofConferences = registry
  .filter(({ input, name }) => "conference" in shapeOf(input) && name !== "recommendation.receive")
  .map(({ name }) => name);
const ofMatters = registry
  .filter(({ input, name }) => "recommendation" in shapeOf(input) && !ofConferences.includes(name))
  .map(({ name }) => name);
const ofManyMatters = registry
  .filter(({ input }) => "recommendations" in shapeOf(input))
  .map(({ name }) => name);

function shapeOf(input: object): Readonly<Record<string, z.ZodType>> {
  return "shape" in input ? (input.shape as Record<string, z.ZodType>) : {};
}

/** What an act about a matter is sent besides the matter: each text that it does not go without is one. */
function sentTo(act: string): object {
  const texts = Object.entries(shapeOf(actNamed(act)!.input)).filter(
    ([, part]) => !part.safeParse(undefined).success && part.safeParse("x").success,
  );
  return { ...Object.fromEntries(texts.map(([name]) => [name, "x"])), ...more[act.split(".")[1]!] };
}

async function answerOf(asked: Promise<unknown>): Promise<string> {
  const thrown = await asked.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(thrown instanceof Problem)) throw thrown ?? new Error("it was allowed");
  const { definition, vi, en, faults, details } = thrown;
  return JSON.stringify([definition.code, definition.status, vi, en, faults, details]);
}

const names = ["stranger", "other agency", "other village", "administrator"] as const;

describe.each(names)("to %s", (name) => {
  test.each(ofMatters)("%s on a matter out of reach answers as on one that is not there", async (act) => {
    const asked = (recommendation: string) =>
      answerOf(
        cast.perform(actNamed(act)!, { ...sentTo(act), recommendation }, { actor: people[name], now: noon }),
      );
    const answer = await asked(code);
    expect(answer).toBe(await asked(noCode));
    expect(answer).toContain('"recommendation.not_found",404');
  });

  test("a matter and its dates are not there", async () => {
    const matter = (one: string) => answerOf(findMatter(db, people[name], one, today));
    expect(await matter(code)).toBe(await matter(noCode));
    const dates = (recommendation: string) =>
      answerOf(asked(db, deadlineReadings.ofMatter, { recommendation }, people[name]));
    expect(await dates(code)).toBe(await dates(noCode));
  });

  test.each(ofManyMatters)(
    "%s on matters out of reach answers as on ones that are not there",
    async (act) => {
      const input = act.endsWith("assign_many") ? { lead: "A-KT", due: "2026-03-31" } : {};
      const asked = (one: string) =>
        answerOf(
          cast.perform(
            actNamed(act)!,
            { recommendations: [one], ...input },
            { actor: people[name], now: noon },
          ),
        );
      expect((await asked(code)).replaceAll(code, noCode)).toBe(await asked(noCode));
      expect(await asked(code)).toContain("recommendation.many_at_fault");
    },
  );

  test("a draft asked for before a conference is not there", async () => {
    for (const act of ["conference.give_draft", "conference.withdraw_draft_request"]) {
      const more = act.endsWith("give_draft") ? { text: "x" } : {};
      const asked = (request: string) =>
        answerOf(cast.perform(actNamed(act)!, { request, ...more }, { actor: people[name], now: noon }));
      expect(await asked(draftRequest)).toBe(await asked(nowhere));
      expect(await asked(draftRequest)).toContain('"conference.draft_not_found",404');
    }
  });

  test("a register is not there", async () => {
    const own = ["stranger"].includes(name) ? "A" : "T";
    const days = { on: today, today };
    const asked = await answerOf(mayReadUnit(db, people[name], own, days));
    expect(asked).toBe(
      (await answerOf(mayReadUnit(db, people[name], "KHONG", days))).replaceAll("KHONG", own),
    );
  });
});

describe("a conference", () => {
  const chairs = [{ name: "Bà Chủ trì", capacity: "party_secretary" }];
  const heaps = ["issued", "returned", "not_returned", "valid", "spoiled", "very_satisfied", "satisfied"];
  heaps.push("neutral", "dissatisfied", "very_dissatisfied");
  const ballot = Object.fromEntries(heaps.map((heap) => [heap, 0]));
  const guests = [{ unit: "B-1", quota: 1 }];
  const inputs: Record<string, Record<string, unknown>> = {
    "attachment.attach_to_conference": { purpose: "photo", files: [nowhere] },
    "attachment.remove_from_conference": { attachment: nowhere, reason: "x" },
    "attachment.approve_of_conference": { attachment: nowhere, approved: true },
    "conference.record_turn": { speaker: "Ông X" },
    "conference.correct": { form: "periodic", held_on: "2026-02-02", chairs },
    "conference.open": {},
    "conference.call_off": { reason: "x" },
    "conference.do_step": { step: "publish_results" },
    "conference.undo_step": { step: "publish_results" },
    "notification.remind_invited": {},
    "conference.invite": { guests },
    "conference.change_quotas": { changes: [] },
    "conference.check_in": { badge: "x" },
    "conference.import_collected": { rows: [{ text: "x" }] },
    "conference.ask_draft": { recommendation: noCode, agency: "A-KT", due: "2026-03-31" },
    "conference.set_agenda": { items: [], expected_version: 1 },
    "conference.issue_paper": { kind: "announcement", side: "government", issued_on: "2026-03-02" },
    "conference.count_attendance": { attendances: 1 },
    "ballot.record": ballot,
    "ballot.correct": { ...ballot, reason: "x", expected_version: 1 },
    "conclusion.draft": {},
    "conclusion.amend": {},
    "conclusion.approve_public": {
      versions: [{ matter: "A-2026-001", part: "text", digest: "0".repeat(64), text: "x" }],
    },
    "conclusion.publish": {},
  };

  test.each(ofConferences)("%s answers as on one that is not there", async (act) => {
    const asked = (id: string) =>
      answerOf(
        cast.perform(
          actNamed(act)!,
          { conference: id, ...inputs[act] },
          { actor: people.stranger, now: noon },
        ),
      );
    expect(await asked(conference)).toBe(await asked(nowhere));
    expect(await asked(conference)).toContain('"conference.not_found",404');
  });

  test("it is not there to read either", async () => {
    const asked = (id: string) => answerOf(findConference(db, people.stranger, id, today));
    expect(await asked(conference)).toBe(await asked(nowhere));
    expect(ofConferences.toSorted()).toEqual(Object.keys(inputs).toSorted());
  });
});

describe("what may be read but not acted on", () => {
  test.each(ofMatters)("%s is forbidden, not missing", async (act) => {
    const input = { ...sentTo(act), recommendation: code };
    const asked = cast.perform(actNamed(act)!, input, { actor: reader, now: noon });
    expect(await answerOf(asked)).toContain('"act.not_permitted",403');
  });

  test("asking for a draft does not tell whether a matter elsewhere is there", async () => {
    const chairs = [{ name: "Bà Chủ trì", capacity: "party_secretary" }];
    const room = { unit: "B", form: "periodic", held_on: "2026-04-02", chairs };
    const system = { actor: cast.system, now: noon };
    const { id } = (await cast.perform(actNamed("conference.prepare")!, room, system)) as { id: string };
    const asked = (recommendation: string) =>
      answerOf(
        cast.perform(
          actNamed("conference.ask_draft")!,
          { conference: id, recommendation, agency: "B-KT", due: "2026-03-20" },
          { actor: people.stranger, now: noon },
        ),
      );
    expect(await asked(code)).toBe(await asked(noCode));
  });

  test("a merge does not tell whether a matter elsewhere is there", async () => {
    const said = { unit: "B", text: "Kênh mương", field: "giao_thong", received_on: "2026-02-02" };
    const made = await cast.perform(actNamed("recommendation.receive")!, said, {
      actor: people.stranger,
      now: noon,
    });
    const actor = await cast.holder("office_secretary", "A");
    const into = (other: string) =>
      answerOf(
        cast.perform(
          actNamed("recommendation.merge")!,
          { recommendation: code, into: other },
          { actor, now: noon },
        ),
      );
    expect(await into((made as { code: string }).code)).toBe(await into(noCode));
  });
});
