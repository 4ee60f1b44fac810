import { actNamed } from "#acts/registry.ts";
import type { Actor } from "#kernel/actor.ts";
import { beforeAll, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../../tests/support/database.ts";
import { findMatter, type MatterReading } from "../index.ts";

const { db } = await testDatabase();
let cast: Cast;
let officer: Actor;
let code: string;

const perform = (name: string, input: Record<string, unknown>, actor: Actor = cast.system) =>
  cast.perform(actNamed(`recommendation.${name}`)!, input, { actor, now: noon });

beforeAll(async () => {
  cast = await buildCast(db);
  officer = await cast.holder("agency_officer", "A-KT");
  const said = { unit: "A", text: "Mương tắc", field: "giao_thong", received_on: "2026-02-02" };
  code = ((await perform("receive", said)) as { code: string }).code;
  await perform("assign", { recommendation: code, on: "2026-02-03", lead: "A-KT", due: "2026-03-20" });
});

const draft = (more: Record<string, unknown>) =>
  perform("draft_answer", { recommendation: code, outcome: "done", text: "Đã nạo vét", ...more }, officer);

test("an answer given in parts is stored, issued and told as one text", async () => {
  await draft({ action: "Nạo vét 300 m", done_on: "2026-02-20", basis: "Luật Thủy lợi", evidence: "BB 05" });
  await perform("approve_answer", { recommendation: code });
  await perform("answer", { recommendation: code, symbol: "12/UBND" });
  const matter = (await findMatter(db, officer, code, today)) as MatterReading;
  expect(matter.events.at(-1)).toMatchObject({
    act: "answer",
    text: "Kết luận: Đã nạo vét\nViệc đã làm: Nạo vét 300 m\nNgày hoàn thành: 20/02/2026\nCăn cứ: Luật Thủy lợi\nMinh chứng: BB 05",
  });
});

test("the audit line keeps how long the parts are, not what they say", async () => {
  const { input } = await db
    .selectFrom("audit_entry")
    .select("input")
    .where("act", "=", "recommendation.draft_answer")
    .executeTakeFirstOrThrow();
  expect(input).toMatchObject({
    action_length: 13,
    basis_length: 13,
    evidence_length: 5,
    done_on: "2026-02-20",
  });
  expect(JSON.stringify(input)).not.toContain("Nạo vét");
});

test("work is not said to be done on a day that has not come, nor an answer longer than is kept", async () => {
  await perform("reopen", { recommendation: code, reason: "Lại tắc" });
  await expect(draft({ done_on: "2026-03-03" })).rejects.toThrow("recommendation.in_the_future");
  await expect(draft({ action: "a".repeat(19_990) })).rejects.toThrow("recommendation.answer_too_long");
});
