import { actNamed, registry } from "#acts/registry.ts";
import { structureEdition } from "#platform/server/database/remembered.ts";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { buildCast, noon, today } from "../support/cast.ts";
import { testDatabase } from "../support/database.ts";

// An act that says it keeps the structure is answered from memory, and its own transaction too: one that changed a unit, a
// post, a field, the calendar or a rule all the same would judge by what is no longer so. Every such act is done here once,
// and each leaves the edition as it was; but for the first matter of a unit, which begins its register: that is of the
// structure too, for the lists, and no act asks for it.

const { db } = await testDatabase();
const cast = await buildCast(db);
const saying = registry.filter(({ keepsStructure }) => keepsStructure).map(({ name }) => name);

async function edition(): Promise<string> {
  const { rows } = await sql<{ edition: string }>`select ${structureEdition} as edition`.execute(db);
  return rows[0]!.edition;
}

test("the edition of the structure is what an act that changes it changes", async () => {
  const before = await edition();
  const rename = { unit: "A-2", name: "Thôn Hai Mới", on: today };
  await cast.perform(actNamed("organization.rename_unit")!, rename, { actor: cast.system, now: noon });
  expect(await edition()).not.toBe(before);
});

test("every act that says it keeps the structure keeps it", async () => {
  const done = new Set<string>();
  const changed: string[] = [];
  async function perform(name: string, input: object): Promise<string> {
    const act = actNamed(`recommendation.${name}`)!;
    const before = await edition();
    const output = await cast.perform(act, input, { actor: cast.system, now: noon });
    if ((await edition()) !== before) changed.push(act.name);
    done.add(act.name);
    return (output as { code: string }).code;
  }
  const raised = (unit = "A") =>
    perform("receive", { unit, text: "Sửa đường", field: "giao_thong", received_on: "2026-02-02" });
  /** Moves on one matter, one after the other; what of each is not said is the matter itself. */
  async function course(recommendation: string, ...moves: readonly (readonly [string, object?])[]) {
    for (const [name, input] of moves) await perform(name, { recommendation, ...input });
  }
  const ruled = ["rule", { ruling: "written_answer", on: "2026-02-02" }] as const;
  const given = [
    "assign",
    { on: "2026-02-04", lead: "A-KT", coordinators: ["A-VH"], due: "2026-03-10" },
  ] as const;
  const drafted = ["draft_answer", { outcome: "done", text: "Đã sửa" }] as const;
  const more = ["ask_extension", { due: "2026-03-20", reason: "chờ vật tư" }] as const;

  for (const unit of ["A", "T"]) {
    await raised(unit);
    expect(changed.splice(0)).toEqual(["recommendation.receive"]);
  }
  const worked = await raised();
  await course(worked, ruled, given, ["return", { reason: "không đúng thẩm quyền" }]);
  await course(worked, [given[0], { ...given[1], on: today }], ["finish_duty", { text: "Đã góp ý" }]);
  await course(worked, more, ["refuse_extension", { reason: "đã đủ thời gian" }], more);
  await course(worked, ["extend", { due: "2026-03-20" }], drafted, ["send_back", { reason: "nói rõ hơn" }]);
  await course(worked, drafted, ["approve_answer"], ["answer"]);
  await course(worked, ["confirm", { by: "village_head", satisfied: "true" }], ["close"]);
  await course(worked, ["reopen", { reason: "lại hỏng" }]);
  await course(await raised(), ruled, given, ["schedule", { text: "lộ trình", until: "2026-12-01" }]);
  await course(await raised(), ruled, given, ["block", { reason: "chờ vốn", review_on: "2026-12-01" }]);
  await course(await raised(), ["merge", { into: worked }]);
  await course(await raised(), ["reject", { reason: "không có cơ sở" }]);
  await course(await raised(), ["hold", { reason: "có thể là tố cáo" }], ["release"]);

  // What went on above was routed out there: it comes back to be looked at, and is answered from paper.
  const passed = await raised();
  await course(passed, ruled, ["forward_up", { on: "2026-02-10", to: "T" }]);
  const child = await db
    .selectFrom("recommendation as child")
    .innerJoin("recommendation as parent", "parent.id", "child.forwarded_from_id")
    .select("child.code")
    .where("parent.code", "=", passed)
    .executeTakeFirstOrThrow();
  await course(child.code, ["hold", { reason: "có thể là tố cáo" }], ["route_out", { to: "Thanh tra tỉnh" }]);
  await course(passed, ["release"], ["reply_from_above", { outcome: "explained", text: "Đã chuyển đơn" }]);

  expect(changed).toEqual([]);
  expect([...done].toSorted()).toEqual(saying.toSorted());
});
