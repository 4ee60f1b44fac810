import { actNamed } from "#acts/registry.ts";
import { performOn } from "#acts/perform.ts";
import { reportSummary } from "#modules/report/server/index.ts";
import { beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";
import type { RegisterFileInput } from "../register-file.ts";
import { exportRegister } from "./index.ts";

/** The product itself, from which nothing is kept. */
const everything = { kind: "system", name: "test" } as const;

const { db } = await testDatabase();
const perform = performOn(db);
const system = { kind: "system", name: "test" } as const;
const [monday, tuesday] = [
  Temporal.Instant.from("2026-03-02T05:00:00Z"),
  Temporal.Instant.from("2026-03-03T05:00:00Z"),
];

const act = (name: string, input: Record<string, unknown>, now = tuesday) =>
  perform(actNamed(name)!, input, { actor: system, now }) as Promise<{ code: string; changed: boolean }>;
const bring = (file: unknown, now = tuesday) => act("register.import", { file }, now);

const said = { received_on: "2026-01-05", kind: "recommendation", text: "…" } as const;
const file: RegisterFileInput = {
  format: "doi-thoai/register@1",
  units: [
    { code: "CXT", name: "Tỉnh Thử", kind: "province" },
    { code: "CX", name: "Xã Thử", kind: "commune", parent: "CXT" },
    { code: "CX-KT", name: "Phòng Thử", kind: "agency", parent: "CX" },
  ],
  recommendations: [
    {
      ...said,
      ref: "cx1",
      unit: "CX",
      field: "y_te",
      events: [
        { on: "2026-01-05", act: "rule", ruling: "written_answer" },
        { on: "2026-01-06", act: "assign", lead: "CX-KT", due: "2026-02-01" },
        { on: "2026-01-20", act: "answer", outcome: "done", text: "Đã xong" },
      ],
    },
    { ...said, ref: "cx2", unit: "CX", field: "giao_thong", events: [] },
  ],
};

const question = { from: "2026-01-01", to: "2026-12-31", today: "2026-03-03" };
const figures = async (unit: string, knownOn?: string) => {
  const { done, in_hand, awaiting_ruling, passed_up, by_field } = (
    await reportSummary(db, { ...question, unit, knownOn })
  ).recommendations;
  return { done, in_hand, awaiting_ruling, passed_up, by_field };
};
const codeOf = async (ref: string) =>
  (await db.selectFrom("recommendation").select("code").where("ref", "=", ref).executeTakeFirstOrThrow())
    .code;

beforeAll(async () => {
  await bring(file, monday);
});

test("a step that was annulled does not go out, and an older file does not bring it back", async () => {
  await act("recommendation.annul", { recommendation: await codeOf("cx1"), reason: "ghi nhầm" });
  expect(await figures("CX")).toMatchObject({ done: 0, in_hand: 1 });
  expect(await figures("CX", "2026-03-02")).toMatchObject({ done: 1, in_hand: 0 });
  expect((await bring(file)).changed).toBe(false);
  const { recommendations } = await exportRegister(db, "CX", everything, question.today);
  expect(recommendations![0]!.events!.map((event) => event.act)).toEqual(["rule", "assign"]);
  const grown = structuredClone(file);
  grown.recommendations![0]!.events!.push({ on: "2026-02-02", act: "answer", outcome: "refused" });
  expect((await bring(grown)).changed).toBe(true);
  expect(
    (await exportRegister(db, "CX", everything, question.today)).recommendations![0]!.events,
  ).toHaveLength(3);
});

test("what goes out after corrections and annulments goes in again and gives the same figures", async () => {
  const code = await codeOf("cx2");
  await act("recommendation.forward_up", { recommendation: code, on: "2026-02-10", to: "CXT" });
  await act("recommendation.annul", { recommendation: code, reason: "ghi nhầm" });
  const words = { text: "Khác", field: "y_te", kind: "question", received_on: "2026-01-04" };
  await act("recommendation.correct", {
    recommendation: code,
    ...words,
    naming: "named",
    reason: "ghi nhầm",
  });
  const before = await figures("CXT");
  expect(before.by_field).toEqual({ y_te: 2 });
  expect((await figures("CX", "2026-03-02")).by_field).toEqual({ giao_thong: 1, y_te: 1 });
  const out = JSON.stringify(await exportRegister(db, "CXT", everything, question.today));
  await bring(JSON.parse(out.replaceAll('"CX', '"CY').replaceAll('"cx', '"cy')));
  expect(await figures("CYT")).toEqual(before);
  expect((await bring(JSON.parse(out))).changed).toBe(false);
});
