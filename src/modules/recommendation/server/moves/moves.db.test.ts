import type { Actor } from "#kernel/actor.ts";
import { Problem } from "#kernel/problem.ts";
import { actNamed } from "#acts/registry.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../../tests/support/database.ts";
import { findMatter, type MatterReading } from "../index.ts";

const { db } = await testDatabase();
let cast: Cast;
let secretary: Actor;

beforeAll(async () => {
  cast = await buildCast(db);
  secretary = await cast.holder("office_secretary", "A");
});

type Made = { id: string; code: string; version: number; status: string };

function move(name: string, input: Record<string, unknown>, actor = secretary, idempotencyKey?: string) {
  const act = actNamed(`recommendation.${name}`)!;
  return cast.perform(act, input, { actor, now: noon, idempotencyKey }) as Promise<Made>;
}

async function received(extra: Record<string, unknown> = {}): Promise<string> {
  const said = { text: "Đề nghị sửa đường vào thôn Một", field: "giao_thong", received_on: "2026-02-02" };
  return (await move("receive", { unit: "A", village: "A-1", raised_by: "Bà Thử", ...said, ...extra })).code;
}

async function assigned(due = "2026-03-10"): Promise<string> {
  const code = await received();
  await move("rule", { recommendation: code, on: "2026-02-02", ruling: "written_answer" });
  await move("assign", {
    recommendation: code,
    on: "2026-02-04",
    lead: "A-KT",
    due,
    coordinators: ["A-VH"],
  });
  return code;
}

async function present(code: string) {
  return db
    .selectFrom("state_period as p")
    .innerJoin("recommendation as r", "r.id", "p.recommendation_id")
    .selectAll("p")
    .where("r.code", "=", code)
    .where("p.superseded_at", "=", Infinity as unknown as Date)
    .where("p.left_on", "=", "infinity")
    .executeTakeFirstOrThrow();
}

describe("from receipt to closing", () => {
  test("the whole road: rule, assign, ask, extend, draft, approve, issue, confirm, close", async () => {
    const code = await assigned();
    expect(code).toMatch(/^A-2026-\d{4}$/);
    const officer = await cast.holder("agency_officer", "A-KT");
    await move(
      "ask_extension",
      { recommendation: code, on: "2026-02-20", due: "2026-03-20", reason: "chờ vật tư" },
      officer,
    );
    await move("extend", { recommendation: code, on: "2026-02-21", due: "2026-03-20" });
    await move(
      "draft_answer",
      { recommendation: code, outcome: "done", text: "Đã sửa 300 m đường" },
      officer,
    );
    await expect(move("answer", { recommendation: code })).rejects.toThrow(
      "recommendation.answer_not_approved",
    );
    await move("approve_answer", { recommendation: code }, await cast.holder("agency_head", "A-KT"));
    await move("finish_duty", { recommendation: code, text: "Đã góp ý" });
    await move("answer", { recommendation: code, symbol: "45/UBND-KT" });
    await move(
      "confirm",
      { recommendation: code, by: "village_head", satisfied: "true" },
      await cast.holder("village_head", "A-1"),
    );
    const closed = await move("close", { recommendation: code });
    expect(closed.status).toBe("closed");
    expect(await present(code)).toMatchObject({
      class: "done",
      due_on: "2026-03-20",
      original_due_on: "2026-03-10",
      answered_on: today,
    });
  });

  test("every move leaves one audit line, without the words that were said", async () => {
    const code = await received({ text: "nội dung riêng tư" });
    const { id } = await db
      .selectFrom("recommendation")
      .select("id")
      .where("code", "=", code)
      .executeTakeFirstOrThrow();
    const lines = await db.selectFrom("audit_entry").selectAll().where("subject_id", "=", id).execute();
    expect(lines).toHaveLength(1);
    expect(JSON.stringify(lines[0]!.input)).not.toContain("riêng tư");
  });

  test("the facts cannot be changed afterwards, not even in the database", async () => {
    await assigned();
    await expect(
      db.updateTable("recommendation_event").set({ on_date: "2020-01-01" }).execute(),
    ).rejects.toThrow("may not be changed");
    await expect(db.deleteFrom("recommendation_event").execute()).rejects.toThrow("may not be changed");
  });
});

describe("passing upward and coming back", () => {
  test("a child matter begins above; its answer returns to the first requester", async () => {
    const code = await assigned();
    await move("forward_up", { recommendation: code, on: "2026-02-10", to: "T", symbol: "12/TTr-UBND" });
    const child = await db
      .selectFrom("recommendation as c")
      .innerJoin("recommendation as p", "p.id", "c.forwarded_from_id")
      .select(["c.code", "c.received_on"])
      .where("p.code", "=", code)
      .executeTakeFirstOrThrow();
    expect(child).toEqual({ code: expect.stringMatching(/^T-2026-/), received_on: "2026-02-10" });
    const province = await cast.signedUp(await cast.holder("office_secretary", "T"));
    await expect(
      move("reply_from_above", { recommendation: code, outcome: "done", text: "…" }),
    ).rejects.toThrow("recommendation.child_decides");

    await move("rule", { recommendation: child.code, on: "2026-02-11", ruling: "written_answer" }, province);
    await move(
      "draft_answer",
      { recommendation: child.code, outcome: "document_issued", text: "Tỉnh đã ban hành" },
      province,
    );
    await move("approve_answer", { recommendation: child.code }, await cast.holder("chairperson", "T"));
    await move("answer", { recommendation: child.code, symbol: "9/UBND" }, province);
    expect(await present(code)).toMatchObject({ status: "answered", class: "done", answered_on: today });
  });

  const childOf = async (code: string) =>
    (
      await db
        .selectFrom("recommendation as c")
        .innerJoin("recommendation as p", "p.id", "c.forwarded_from_id")
        .select("c.code")
        .where("p.code", "=", code)
        .executeTakeFirstOrThrow()
    ).code;

  test.each([
    ["answered_now", "answered_in_room", "answer_without_words"],
    ["noted", "noted", "reply_without_words"],
  ])(
    "what the unit above rules as %s comes back as an explanation, in its words",
    async (ruling, above, refusal) => {
      const code = await assigned();
      await move("forward_up", { recommendation: code, on: "2026-02-10", to: "T" });
      const child = await childOf(code);
      const province = await cast.holder("office_secretary", "T");
      const ruled = { recommendation: child, on: "2026-02-11", ruling };
      await expect(move("rule", ruled, province)).rejects.toThrow(`recommendation.${refusal}`);
      expect(await present(code)).toMatchObject({ status: "passed_up" });

      await move("rule", { ...ruled, text: "Tỉnh sẽ xem xét khi sửa quy hoạch" }, province);
      expect(await present(child)).toMatchObject({ status: above });
      expect(await present(code)).toMatchObject({ status: "answered", class: "explained" });
      const office = await cast.holder("office_secretary", "A");
      const { events } = (await findMatter(db, office, code, today)) as MatterReading;
      expect(events.at(-1)).toMatchObject({
        act: "reply_from_above",
        outcome: "explained",
        text: "Tỉnh sẽ xem xét khi sửa quy hoạch",
      });
    },
  );

  test("what the unit above routes out goes out of sight below, is put before the reviewer, and can be ended there", async () => {
    const province = await cast.holder("complaint_reviewer", "T");
    const reviewer = await cast.holder("complaint_reviewer", "A");
    const office = await cast.holder("office_secretary", "A");
    const routedOut = async () => {
      const code = await assigned();
      await move("forward_up", { recommendation: code, on: "2026-02-10", to: "T" });
      const child = await childOf(code);
      await move("route_out", { recommendation: child, on: "2026-02-12", to: "Thanh tra tỉnh" }, province);
      return { code, child };
    };
    const first = await routedOut();
    const seen = (await findMatter(db, office, first.code, today)) as Record<string, unknown>;
    expect(JSON.stringify(seen)).not.toContain("Thanh tra tỉnh");
    expect(seen).not.toHaveProperty("text");
    const review = (await findMatter(db, reviewer, first.code, today)) as MatterReading;
    expect(review.events.at(-1)).toMatchObject({ act: "hold", reason: expect.stringContaining(first.child) });
    expect(review.moves).toEqual(["release", "route_out"]);
    expect(await present(first.code)).toMatchObject({ status: "passed_up" });
    await move("route_out", { recommendation: first.code, to: "Ban Tiếp công dân" }, reviewer);
    expect(await present(first.code)).toMatchObject({ status: "routed_out" });

    const second = await routedOut();
    await move("release", { recommendation: second.code }, reviewer);
    const again = (await findMatter(db, office, second.code, today)) as MatterReading;
    expect(again.moves).toContain("reply_from_above");
    const reply = {
      recommendation: second.code,
      outcome: "explained",
      text: "Đã chuyển cơ quan có thẩm quyền",
    };
    await move("reply_from_above", reply, office);
    expect(await present(second.code)).toMatchObject({ status: "answered", class: "explained" });
    await move("annul", { recommendation: second.code, reason: "Ghi nhầm" }, office);
    expect(await present(second.code)).toMatchObject({ status: "passed_up" });

    const third = await routedOut();
    await move("annul", { recommendation: third.child, reason: "Xem lại" }, province);
    const shown = (await findMatter(db, office, third.code, today)) as MatterReading;
    expect(shown.events.at(-1)).toMatchObject({ act: "forward_up" });
    await expect(move("reply_from_above", { ...reply, recommendation: third.code }, office)).rejects.toThrow(
      "recommendation.child_decides",
    );
  });

  test.each([
    ["held on every level, and shown on every level again", false],
    ["held on the first level too where the middle one had held it before, and that stays", true],
  ])("what was passed upward twice is %s", async (_, heldBefore) => {
    const [office, reviewer] = [
      await cast.holder("office_secretary", "T"),
      await cast.holder("complaint_reviewer", "VN"),
    ];
    const hiddenNow = async (code: string, by: Actor) => (await findMatter(db, by, code, today)).hidden;
    const first = await assigned();
    await move("forward_up", { recommendation: first, on: "2026-02-10", to: "T" });
    const middle = await childOf(first);
    await move("forward_up", { recommendation: middle, on: "2026-02-11", to: "VN" }, office);
    const top = await childOf(middle);
    if (heldBefore) await move("hold", { recommendation: middle, on: "2026-02-12" }, office);
    expect(await hiddenNow(first, secretary)).toBeNull();

    await move("route_out", { recommendation: top, on: "2026-02-13", to: "Thanh tra Chính phủ" }, reviewer);
    expect(await hiddenNow(middle, office)).toBe("held");
    expect(await hiddenNow(first, secretary)).toBe("held");

    await move("annul", { recommendation: top, reason: "Xem lại" }, reviewer);
    expect(await hiddenNow(middle, office)).toBe(heldBefore ? "held" : null);
    expect(await hiddenNow(first, secretary)).toBe(heldBefore ? "held" : null);
  });

  test("only to a unit above", async () => {
    const code = await assigned();
    await expect(move("forward_up", { recommendation: code, to: "B" })).rejects.toThrow(
      "recommendation.not_above",
    );
  });
});

describe("several hands on one matter", () => {
  test("the second of two is told what changed, and nothing is written", async () => {
    const code = await assigned();
    const before = await db
      .selectFrom("recommendation")
      .select("version")
      .where("code", "=", code)
      .executeTakeFirstOrThrow();
    await move("schedule", {
      recommendation: code,
      until: "2026-12-31",
      text: "theo lộ trình",
      expected_version: before.version,
    });
    const second = move("block", {
      recommendation: code,
      reason: "chờ vốn",
      review_on: "2026-06-30",
      expected_version: before.version,
    });
    const problem = await second.then(
      () => null,
      (error: unknown) => error as Problem,
    );
    expect(problem!.definition.code).toBe("recommendation.changed_meanwhile");
    expect(problem!.details.changes).toEqual([{ act: "schedule", on: today }]);
    expect((await present(code)).status).toBe("scheduled");
  });

  test("the same form sent twice at the same moment does it once", async () => {
    const code = await assigned();
    const input = { recommendation: code, until: "2026-12-31", text: "lộ trình" };
    const [one, two] = await Promise.all([
      move("schedule", input, secretary, "form-key-1"),
      move("schedule", input, secretary, "form-key-1"),
    ]);
    expect(two).toEqual(one);
    const { n } = await db
      .selectFrom("recommendation_event as e")
      .innerJoin("recommendation as r", "r.id", "e.recommendation_id")
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .where("r.code", "=", code)
      .where("e.act", "=", "schedule")
      .executeTakeFirstOrThrow();
    expect(n).toBe(1);
    await expect(move("schedule", { ...input, text: "khác" }, secretary, "form-key-1")).rejects.toThrow(
      "act.key_used_for_other_input",
    );
  });

  test("codes of one unit run on without a gap when many come at once", async () => {
    const codes = await Promise.all(Array.from({ length: 12 }, () => received({ unit: "A" })));
    const numbers = codes.map((code) => Number(code.slice(-4))).toSorted((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 12 }, (_, i) => numbers[0]! + i));
  });
});

describe("a refusal", () => {
  const refusal = { outcome: "refused", text: "Không làm được" };
  const withoutBasis = {
    definition: { code: "recommendation.refused_without_basis" },
    faults: [{ field: "basis" }],
  };

  test("names its legal basis when it is drafted", async () => {
    const code = await assigned();
    const head = await cast.holder("agency_head", "A-KT");
    await expect(move("draft_answer", { recommendation: code, ...refusal }, head)).rejects.toMatchObject(
      withoutBasis,
    );
    await move("draft_answer", { recommendation: code, ...refusal, basis: "Điều 12 Luật Đất đai" }, head);
    await move("approve_answer", { recommendation: code });
  });

  test("whose number is no number of a paper is not issued", async () => {
    const code = await assigned();
    await expect(move("answer", { recommendation: code, symbol: "??//" })).rejects.toMatchObject({
      faults: [{ field: "symbol", vi: expect.stringContaining("45/UBND-KT") }],
    });
  });
});

describe("work past its date", () => {
  const roadmap = { until: "2026-12-20", text: "lộ trình" };
  const blocked = { reason: "chờ vốn", review_on: "2026-12-20" };
  const isOverdue = async (code: string) => {
    const { class: kind, due_on } = await present(code);
    return kind === "in_hand" && due_on! < today;
  };

  test("stays late until whoever may extend it agrees to a roadmap; its lead cannot take it out, on no day", async () => {
    const code = await assigned("2026-03-01");
    const head = await cast.holder("agency_head", "A-KT");
    const chair = await cast.holder("chairperson", "A");
    for (const [name, input] of [
      ["schedule", roadmap],
      ["block", blocked],
      ["schedule", { ...roadmap, on: "2026-02-25" }],
    ] as const)
      await expect(move(name, { recommendation: code, ...input }, head)).rejects.toThrow(
        "recommendation.roadmap_over_late",
      );
    expect(await isOverdue(code)).toBe(true);
    await move("schedule", { recommendation: code, ...roadmap }, chair);
    expect(await isOverdue(code)).toBe(false);
  });

  test("before its date its lead may give it a roadmap", async () => {
    const code = await assigned();
    await move("schedule", { recommendation: code, ...roadmap }, await cast.holder("agency_head", "A-KT"));
  });
});

describe("time given to work in hand", () => {
  const again = { lead: "A-KT", on: today };
  const dueOf = async (code: string) => (await present(code)).due_on;

  test("is made longer by an extension, not by assigning it once more", async () => {
    const code = await assigned();
    for (const lead of ["A-KT", "A-VH"]) {
      await expect(move("assign", { recommendation: code, lead, due: "2026-03-11" })).rejects.toMatchObject({
        definition: { code: "recommendation.longer_by_extension" },
        faults: [{ field: "due" }],
      });
    }
    const many = move("assign_many", { recommendations: [code], ...again, due: "2030-01-01" });
    await expect(many).rejects.toThrow("recommendation.many_at_fault");
    expect(await dueOf(code)).toBe("2026-03-10");
    await move("assign", { recommendation: code, lead: "A-VH", due: "2026-03-10" });
    await move("assign", { recommendation: code, ...again, due: "2026-03-08" });
    expect(await dueOf(code)).toBe("2026-03-08");
  });

  test("begins anew where the assignment is no longer in force", async () => {
    const code = await assigned();
    await move("return", { recommendation: code, reason: "Không đúng thẩm quyền" });
    await move("assign", { recommendation: code, lead: "A-VH", due: "2026-04-10" });
    expect(await dueOf(code)).toBe("2026-04-10");
  });
});

describe("work that waits", () => {
  test.each([
    ["no day to look again", "block", { reason: "chờ vốn" }, "act.invalid_input", "review_on"],
    [
      "looked at again before it was blocked",
      "block",
      { reason: "chờ vốn", on: "2026-02-20", review_on: "2026-02-19" },
      "recommendation.review_before_block",
      "review_on",
    ],
    [
      "done before the roadmap was made",
      "schedule",
      { text: "lộ trình", on: "2026-02-20", until: "2026-02-19" },
      "recommendation.until_before_schedule",
      "until",
    ],
  ] as [string, string, Record<string, unknown>, string, string][])("%s is refused", async (...row) => {
    const [, name, input, problem, field] = row;
    const code = await assigned();
    await expect(move(name, { recommendation: code, ...input })).rejects.toMatchObject({
      definition: { code: problem },
      faults: [{ field }],
    });
    expect((await present(code)).status).toBe("in_hand");
  });

  test("the day itself will do", async () => {
    const code = await assigned();
    await move("schedule", { recommendation: code, text: "lộ trình", until: today });
    await move("block", { recommendation: code, reason: "chờ vốn", review_on: today });
    expect((await present(code)).status).toBe("blocked");
  });
});

describe("complaints and denunciations", () => {
  test("held at once; nobody moves it but the reviewer, who routes it out", async () => {
    const code = await received({ kind: "denunciation" });
    await expect(move("rule", { recommendation: code, ruling: "noted" })).rejects.toThrow("held_for_review");
    await expect(move("route_out", { recommendation: code, to: "Ủy ban kiểm tra" })).rejects.toThrow(
      "act.not_permitted",
    );
    const reviewer = await cast.holder("complaint_reviewer", "A");
    const gone = await move(
      "route_out",
      { recommendation: code, to: "Ủy ban kiểm tra", symbol: "3/PC" },
      reviewer,
    );
    expect(gone.status).toBe("routed_out");
  });
});

describe("refused with a sentence, and nothing written", () => {
  type Case = [string, string, Record<string, unknown>, string];
  const cases: Case[] = [
    ["a day that is not in the calendar", "rule", { ruling: "noted", on: "2026-02-31" }, "act.invalid_input"],
    ["a day to come", "rule", { ruling: "noted", on: "2026-03-03" }, "recommendation.in_the_future"],
    ["before the receipt", "rule", { ruling: "noted", on: "2026-01-01" }, "recommendation.before_receipt"],
    ["an unknown ruling", "rule", { ruling: "perhaps" }, "act.invalid_input"],
    [
      "an agency of another commune",
      "assign",
      { lead: "B-KT", due: "2026-04-01" },
      "recommendation.lead_elsewhere",
    ],
    ["a village as the lead", "assign", { lead: "A-1", due: "2026-04-01" }, "recommendation.lead_elsewhere"],
    ...["B-KT", "T-SO", "T", "K"].map((unit): Case => [
      `${unit} as a coordinator, which does not work for the commune`,
      "assign",
      { lead: "A-KT", due: "2026-04-01", coordinators: ["A-VH", { unit }] },
      "recommendation.coordinator_elsewhere",
    ]),
    ["an unknown agency", "assign", { lead: "ZZ", due: "2026-04-01" }, "organization.unit_not_found"],
    [
      "a date before the assignment",
      "assign",
      { lead: "A-KT", due: "2026-02-01" },
      "recommendation.due_before_assignment",
    ],
    [
      "lead and coordinator at once",
      "assign",
      { lead: "A-KT", due: "2026-04-01", coordinators: ["A-KT"] },
      "recommendation.lead_also_coordinates",
    ],
    ["a return without its reason", "return", {}, "act.invalid_input"],
    ["a field that the act does not know", "rule", { ruling: "noted", note: "x" }, "act.invalid_input"],
    ["a merge into itself", "merge", { into: "SELF" }, "recommendation.merge_into_itself"],
  ];

  test.each(cases)("%s", async (_, name, input, code) => {
    const matter = await received();
    const given = { recommendation: matter, ...input, ...(input.into === "SELF" ? { into: matter } : {}) };
    const refusal = await move(name, given).then(
      () => null,
      (error: unknown) => error as Problem,
    );
    expect(refusal?.definition.code).toBe(code);
    expect(await present(matter)).toMatchObject({ status: "awaiting_ruling" });
  });
});
