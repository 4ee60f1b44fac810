import { actNamed } from "#acts/registry.ts";
import { beforeAll, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../../tests/support/database.ts";
import { bookLines } from "./book-lines.ts";
import { listMatters } from "./list-matters.ts";
import { matterFilter } from "./matter-filter.ts";

// What the register book has besides the list: the day first promised, why, and to whom it was passed.
const { db } = await testDatabase();
let cast: Cast;
const codes: Record<string, string> = {};

const act = async (name: string, input: object) =>
  (
    (await cast.perform(actNamed(`recommendation.${name}`)!, input as Record<string, unknown>, {
      actor: cast.system,
      now: noon,
    })) as { code: string }
  ).code;
const move = (name: string, recommendation: string, on: string, more: object = {}) =>
  act(name, { recommendation, on, ...more });
const received = (text: string, more: object = {}) =>
  act("receive", {
    ...{ unit: "A", village: "A-1", field: "giao_thong", received_on: "2026-02-01", text, ...more },
  });

beforeAll(async () => {
  cast = await buildCast(db);
  codes.promised = await received("Hứa rồi giao", { raised_by: "Bà Kín", naming: "secretariat_only" });
  await move("rule", codes.promised, "2026-02-01", { ruling: "written_answer", due: "2026-02-20" });
  await move("assign", codes.promised, "2026-02-02", { lead: "A-KT", due: "2026-02-25" });
  await move("ask_extension", codes.promised, "2026-02-20", { due: "2026-04-01", reason: "Chờ vật tư" });
  await move("extend", codes.promised, "2026-02-21", { due: "2026-04-01", reason: "Bà Kín chưa giao đất" });
  codes.given = await received("Chỉ giao");
  await move("assign", codes.given, "2026-02-02", { lead: "A-KT", due: "2026-02-25" });
  codes.up = await received("Vượt cấp");
  await move("forward_up", codes.up, "2026-02-03", { to: "T" });
  codes.held = await received("Tố cáo");
  await move("assign", codes.held, "2026-02-02", { lead: "A-KT", due: "2026-02-25" });
  await move("hold", codes.held, "2026-02-03", { reason: "Tố cáo ông X" });
});

test.each(["office_secretary", "front_chair"] as const)("the book of a %s", async (capacity) => {
  const actor = await cast.holder(capacity, "A");
  const page = { sort: "received", size: 50 } as const;
  const { matters } = await listMatters(db, actor, matterFilter.parse({}), page, today);
  const lines = await bookLines(db, actor, matters, today);
  const told = (code: string) => {
    const { promisedOn, dueOn, why, passedTo } = lines.find((line) => line.code === code)!;
    return [promisedOn, dueOn, why, passedTo];
  };
  const whose = capacity === "office_secretary" ? "Bà Kín" : "[tên]";
  expect(told(codes.promised!)).toEqual(["2026-02-20", "2026-04-01", `${whose} chưa giao đất`, null]);
  expect(told(codes.given!)).toEqual(["2026-02-25", "2026-02-25", null, null]);
  expect(told(codes.up!)).toEqual([null, null, null, "Tỉnh Thử"]);
  expect(told(codes.held!)).toEqual([null, null, null, null]);
});
