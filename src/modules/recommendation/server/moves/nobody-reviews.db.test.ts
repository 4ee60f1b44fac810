import type { Actor } from "#kernel/actor.ts";
import { askOn } from "#acts/ask.ts";
import { actNamed } from "#acts/registry.ts";
import { beforeAll, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../../tests/support/database.ts";
import { matterReadings, receiptReadings } from "../index.ts";

// What is held waits for its reviewer. Where nobody is one, it would wait for good: whoever holds it is told so.

const { db } = await testDatabase();
let cast: Cast;
let office: Actor;
beforeAll(async () => {
  cast = await buildCast(db);
  office = await cast.holder("office_secretary", "C");
});

type Done = { code: string; warnings?: readonly { code: string }[] };
const act = (name: string, input: Record<string, unknown>) =>
  cast.perform(actNamed(`recommendation.${name}`)!, input, { actor: office, now: noon }) as Promise<Done>;
const said = { field: "giao_thong", received_on: today, text: "Đường hỏng" };
const receive = (kind = "recommendation") => act("receive", { unit: "C", ...said, kind });
const told = ({ warnings = [] }: Done) => warnings.map(({ code }) => code);
const ask = askOn({ db, reports: db });
const request = () => ({ actor: office, now: noon, by: "page" }) as const;

async function toldBefore(code: string): Promise<readonly string[]> {
  const { form } = await ask(matterReadings.toMove, { recommendation: code, move: "hold" }, request());
  const { reviewed } = await ask(receiptReadings.toReceive, {}, request());
  const corrected = await ask(matterReadings.toCorrect, { recommendation: code }, request());
  expect(corrected.form!.reviewed).toBe(reviewed);
  expect(form!.choices.warnings.length).toBe(reviewed ? 0 : 1);
  return form!.choices.warnings.map((one) => one.code);
}

async function toldOnceDone(): Promise<string[][]> {
  const [plain, corrected] = [await receive(), await receive()];
  expect(told(plain)).toEqual([]);
  const correction = { ...said, recommendation: corrected.code, kind: "complaint", naming: "named" };
  return [
    told(await receive("denunciation")),
    told(await act("hold", { recommendation: plain.code })),
    told(await act("correct", { ...correction, reason: "Là khiếu nại" })),
  ];
}

test("before and afterwards, by receipt, by hand and by a correction; once somebody above reviews, no more", async () => {
  const { code } = await receive();
  const warning = "recommendation.nobody_reviews";
  expect(await toldBefore(code)).toEqual([warning]);
  expect(await toldOnceDone()).toEqual([[warning], [warning], [warning]]);
  await cast.holder("complaint_reviewer", "K");
  expect(await toldBefore(code)).toEqual([]);
  expect(await toldOnceDone()).toEqual([[], [], []]);
});
