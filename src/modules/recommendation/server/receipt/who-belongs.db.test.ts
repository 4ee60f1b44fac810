import { ofToday } from "#modules/document/paper-day.ts";
import type { Actor } from "#kernel/actor.ts";
import { lastTime } from "#modules/conference/server/agenda/last-time.ts";
import { readDesk } from "#modules/desk/server/index.ts";
import { exportRegister } from "#modules/register/server/index.ts";
import { reportSummary } from "#modules/report/server/index.ts";
import { describe, expect, test } from "vitest";
import { today } from "../../../../../tests/support/cast.ts";
import { matterScene } from "../../../../../tests/support/matter-scene.ts";
import { countMatters, findMatter, matterFilter, type MatterReading } from "../index.ts";

// Raised in A-1, and in A-2, which was merged into it; answered, and A-2 says no. Then A-2 belongs to it no more.

const { db, cast, who, move } = await matterScene([
  ["office_secretary", "A"],
  ["complaint_reviewer", "A"],
  ["village_head", "A-1"],
  ["village_head", "A-2"],
]);
const office = () => who("office_secretary A");

const why = "Mới sửa một nửa, thôn Hai vẫn ngập";

/** The first, with what A-2 raised merged into it on 5/2; answered on 20/2, refused by A-2 on 22/2. */
async function refusedByTheSecond() {
  const said = { unit: "A", field: "giao_thong", channel: "letter" };
  const raise = async (village: string, received_on: string) =>
    (await move("receive", { ...said, village, received_on, text: `Mương của ${village}` })).code;
  const [first, second] = [await raise("A-1", "2026-02-02"), await raise("A-2", "2026-02-03")];
  await move("merge", { recommendation: second, into: first, on: "2026-02-05" });
  const at = { recommendation: first, on: "2026-02-20" };
  await move("assign", { ...at, lead: "A-KT", due: "2026-03-20" });
  await move("draft_answer", { ...at, outcome: "done", text: "Đã sửa" });
  await move("approve_answer", at);
  await move("answer", at);
  const no = { recommendation: first, by: "village_head", satisfied: false, on: "2026-02-22", text: why };
  await move("confirm", no, who("village_head A-2"));
  return { first, second };
}

/** Whether it is refused, as each tells it that knows. */
async function refused(first: string, asOf = today): Promise<Record<string, boolean>> {
  const { state } = (await findMatter(db, office(), first, today)) as MatterReading;
  const desk = await readDesk(db, office(), today);
  const place = { id: crypto.randomUUID(), unitId: cast.unit("A"), heldOn: today, form: "periodic" } as const;
  const { carriedOver } = await lastTime(db, office(), place, ofToday(today));
  const asked = { unit: "A", from: "2026-02-01", to: "2026-02-28", asOf, today };
  const { recommendations } = await reportSummary(db, asked);
  return {
    state: state.unsettled,
    satisfied: state.satisfied === false,
    desk: desk.unsettled.length > 0,
    filter: (await countMatters(db, office(), matterFilter.parse({ unsettled: "yes" }), today, 9)) > 0,
    "first item": carriedOver.length > 0,
    report: recommendations.answered_not_satisfied > 0,
  };
}
const everywhere = (told: boolean) => ({
  ...{ state: told, satisfied: told, desk: told, filter: told },
  ...{ "first item": told, report: told },
});

describe("the no of people who do not belong to the matter any more decides nothing", () => {
  test("after the merge was undone; who does belong is heard as before", async () => {
    const { first, second } = await refusedByTheSecond();
    expect(await refused(first)).toEqual(everywhere(true));
    await move("annul", { recommendation: second, reason: "gộp nhầm" });
    expect(await refused(first)).toEqual(everywhere(false));
    const word = { recommendation: first, by: "village_head", on: "2026-02-24" };
    await move("confirm", { ...word, satisfied: false }, who("village_head A-1"));
    expect(await refused(first)).toEqual(everywhere(true));
    await move("confirm", { ...word, satisfied: true, on: "2026-02-25" }, who("village_head A-1"));
    expect(await refused(first)).toEqual(everywhere(false));
  });

  test("while theirs is held, and after it was routed out; neither word nor person is told, but to the reviewer", async () => {
    const { first, second } = await refusedByTheSecond();
    const told = async (by: Actor) =>
      JSON.stringify((await findMatter(db, by, first, today)) as MatterReading);
    expect(await told(office())).toContain(why);
    await move("hold", { recommendation: second, on: "2026-02-24" });
    expect(await refused(first)).toEqual(everywhere(false));
    expect((await refused(first, "2026-02-23")).report).toBe(true);
    expect(await told(office())).not.toContain(why);
    const { recommendations } = await exportRegister(db, "A", office(), today);
    const file = recommendations!.find(({ ref }) => ref === first)!;
    expect(file.events!.map(({ act }) => act)).toEqual([
      "assign",
      "draft_answer",
      "approve_answer",
      "answer",
    ]);
    expect(await told(who("complaint_reviewer A"))).toContain(why);
    const release = { recommendation: second, on: "2026-02-25", reason: "Không phải tố cáo" };
    await move("release", release, who("complaint_reviewer A"));
    expect(await refused(first)).toEqual(everywhere(true));
    await move("hold", { recommendation: second, on: "2026-02-26" });
    const out = { recommendation: second, on: "2026-02-27", to: "Thanh tra" };
    await move("route_out", out, who("complaint_reviewer A"));
    expect(await refused(first)).toEqual(everywhere(false));
    expect(await told(office())).not.toContain(why);
  });
});
