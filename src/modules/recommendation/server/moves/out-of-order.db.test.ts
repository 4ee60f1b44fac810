import { actNamed } from "#acts/registry.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../../tests/support/database.ts";
import { findMatter, verifyMatters, type MatterReading } from "../index.ts";

// What is written down late, and not in the order in which it happened.

const { db } = await testDatabase();
let cast: Cast;

beforeAll(async () => {
  cast = await buildCast(db);
});

function move(name: string, input: Record<string, unknown>) {
  const act = actNamed(`recommendation.${name}`)!;
  return cast.perform(act, input, { actor: cast.system, now: noon }) as Promise<{ code: string }>;
}

async function assigned(): Promise<string> {
  const said = { unit: "A", text: "Đề nghị sửa đường", field: "giao_thong", received_on: "2026-02-02" };
  const { code } = await move("receive", said);
  await move("assign", { recommendation: code, on: "2026-02-02", lead: "A-KT", due: "2026-03-10" });
  return code;
}

async function reading(code: string): Promise<MatterReading> {
  return (await findMatter(db, cast.system, code, today)) as MatterReading;
}

describe("an answer", () => {
  test("is the draft that was approved, not an earlier one that was written down after it", async () => {
    const code = await assigned();
    const draft = { recommendation: code, outcome: "done", text: "Đã sửa xong" };
    await move("draft_answer", { ...draft, on: "2026-02-20" });
    await move("draft_answer", {
      ...draft,
      on: "2026-02-10",
      outcome: "refused",
      basis: "Điều 9",
      text: "Không sửa được",
    });
    await move("approve_answer", { recommendation: code, on: "2026-02-21" });
    await move("answer", { recommendation: code, on: "2026-02-22" });
    const { events } = await reading(code);
    expect(events.at(-1)).toMatchObject({ act: "answer", outcome: "done", text: "Đã sửa xong" });
  });
});

describe("a hold", () => {
  test("ends by a release on its day or later: not by one said to have come before it", async () => {
    const code = await assigned();
    await move("hold", { recommendation: code, on: "2026-02-20" });
    const release = { recommendation: code, reason: "Là kiến nghị thường" };
    await expect(move("release", { ...release, on: "2026-02-19" })).rejects.toMatchObject({
      definition: { code: "recommendation.release_before_hold" },
      faults: [{ field: "on" }],
    });
    await move("release", { ...release, on: "2026-02-20" });
    await expect(move("hold", { recommendation: code, on: "2026-02-19" })).rejects.toMatchObject({
      definition: { code: "recommendation.hold_before_release" },
      faults: [{ field: "on" }],
    });
    await move("schedule", { recommendation: code, until: "2026-12-31", text: "lộ trình" });
    expect((await reading(code)).state.status).toBe("scheduled");
  });
});

describe("a matter passed upward", () => {
  test("gets the answer of the one in which it goes on above, also where that was answered before", async () => {
    const code = await assigned();
    const said = { unit: "T", text: "Đề nghị sửa quốc lộ", field: "giao_thong", received_on: "2026-02-02" };
    const first = await move("receive", said);
    const answer = { ruling: "answered_now", text: "Tỉnh đã bố trí vốn" };
    await move("rule", { recommendation: first.code, on: "2026-02-02", ...answer });
    await move("forward_up", { recommendation: code, on: "2026-02-05", to: "T" });
    const above = (await reading(code)).links.child!.code;
    await move("merge", { recommendation: above, on: "2026-02-06", into: first.code, ended: "same_answer" });
    const { state, events } = await reading(code);
    expect(state.status).toBe("answered");
    expect(events.at(-1)).toMatchObject({ act: "reply_from_above", outcome: "explained", text: answer.text });

    await move("annul", { recommendation: above, reason: "Gộp nhầm" });
    expect((await reading(code)).state.status).toBe("passed_up");
    await move("merge", { recommendation: above, on: "2026-02-06", into: first.code, ended: "same_answer" });
    await move("annul", { recommendation: first.code, reason: "Chưa trả lời" });
    expect((await reading(code)).state.status).toBe("passed_up");
  });

  test("is not taken back while another goes on in it above", async () => {
    const [code, other] = [await assigned(), await assigned()];
    for (const recommendation of [code, other])
      await move("forward_up", { recommendation, on: "2026-02-05", to: "T" });
    const [above, merged] = [await reading(code), await reading(other)].map(({ links }) => links.child!.code);
    await move("merge", { recommendation: merged, on: "2026-02-06", into: above });
    await expect(move("annul", { recommendation: code, reason: "Nhầm" })).rejects.toMatchObject({
      definition: { code: "recommendation.child_has_moved" },
    });
    expect(await verifyMatters(db, () => undefined)).toEqual([]);
  });

  test("is gone above once that was annulled, and verified to be", async () => {
    const code = await assigned();
    await move("forward_up", { recommendation: code, on: "2026-02-05", to: "T" });
    await move("annul", { recommendation: code, reason: "Nhầm" });
    expect(await verifyMatters(db, () => undefined)).toEqual([]);
  });
});

describe("an assignment of an earlier day", () => {
  const ruled = async () => {
    const said = { unit: "A", text: "Đề nghị sửa đường", field: "giao_thong", received_on: "2026-02-02" };
    const { code } = await move("receive", said);
    await move("rule", { recommendation: code, on: "2026-02-02", ruling: "written_answer" });
    return code;
  };
  const assign = (recommendation: string, on: string, due: string) =>
    move("assign", { recommendation, on, lead: "A-KT", due });
  const longer = { definition: { code: "recommendation.longer_by_extension" }, faults: [{ field: "due" }] };
  const first = async () => {
    const code = await ruled();
    await assign(code, "2026-02-04", "2026-02-10");
    return code;
  };

  test.each(["2026-02-12", "2026-02-09"])(
    "gives no more time to the work that is assigned after it, also once that has ended: until %s",
    async (due) => {
      const code = await first();
      await expect(assign(code, "2026-02-03", due)).rejects.toMatchObject(longer);
      const draft = { recommendation: code, outcome: "done", text: "Đã sửa xong", on: "2026-02-20" };
      await move("draft_answer", draft);
      await move("approve_answer", { recommendation: code, on: "2026-02-20" });
      await move("answer", { recommendation: code, on: "2026-02-20" });
      await move("close", { recommendation: code, on: "2026-02-22" });
      await expect(assign(code, "2026-02-03", due)).rejects.toMatchObject(longer);
      await assign(code, "2026-02-03", "2026-02-10");
      expect((await reading(code)).state).toMatchObject({ dueOn: "2026-02-10", originalDueOn: "2026-02-10" });
    },
  );

  test("is judged by how the matter stood on its day, not by how it stands now", async () => {
    const code = await first();
    await move("schedule", { recommendation: code, on: "2026-02-08", until: "2026-12-31", text: "lộ trình" });
    await expect(assign(code, "2026-02-06", "2026-12-31")).rejects.toMatchObject(longer);
    await assign(code, "2026-02-09", "2026-12-31");
    expect((await reading(code)).state).toMatchObject({ dueOn: "2026-12-31", originalDueOn: "2026-02-10" });
  });

  test("of work that was returned before the next begins is judged on its own", async () => {
    const code = await ruled();
    await assign(code, "2026-02-06", "2026-03-10");
    await move("return", { recommendation: code, on: "2026-02-08", reason: "Không đúng thẩm quyền" });
    await assign(code, "2026-02-09", "2026-03-20");
    await expect(assign(code, "2026-02-04", "2026-03-01")).rejects.toMatchObject(longer);
    await assign(code, "2026-02-04", "2026-03-10");
    await expect(assign(code, "2026-02-07", "2026-03-11")).rejects.toMatchObject(longer);
    expect((await reading(code)).state.dueOn).toBe("2026-03-20");
  });

  test("of work that is blocked and past its date gives no more time; before that, or with a roadmap, it does", async () => {
    const [late, early] = [await first(), await first()];
    const block = { reason: "chưa có mặt bằng", review_on: "2026-03-30" };
    for (const recommendation of [late, early])
      await move("block", { recommendation, on: "2026-02-08", ...block });
    await expect(assign(late, "2026-02-11", "2026-03-30")).rejects.toMatchObject(longer);
    await assign(early, "2026-02-10", "2026-03-30");
    await move("schedule", { recommendation: late, on: "2026-02-11", until: "2026-12-31", text: "lộ trình" });
    await assign(late, "2026-02-11", "2026-03-30");
    for (const code of [late, early])
      expect((await reading(code)).state).toMatchObject({ dueOn: "2026-03-30", originalDueOn: "2026-02-10" });
  });
});
