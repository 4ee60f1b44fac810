import type { Actor, Capacity } from "#kernel/actor.ts";
import { actNamed } from "#acts/registry.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../../tests/support/database.ts";
import {
  countMatters,
  findMatter,
  listMatters,
  matterFilter,
  similarMatters,
  type MatterReading,
  type MatterStub,
} from "../index.ts";

const { db } = await testDatabase();
let cast: Cast;
let secretary: Actor;
let system: Actor;

beforeAll(async () => {
  cast = await buildCast(db);
  system = cast.system;
  secretary = await cast.holder("office_secretary", "A");
});

async function move(name: string, input: Record<string, unknown>, actor: Actor = system): Promise<string> {
  const act = actNamed(`recommendation.${name}`)!;
  return ((await cast.perform(act, input, { actor, now: noon })) as { code: string }).code;
}

const received = (text: string, more: Record<string, unknown> = {}) =>
  move("receive", {
    unit: "A",
    village: "A-1",
    raised_by: "Bà Thử",
    field: "giao_thong",
    received_on: "2026-02-02",
    text,
    ...more,
  });

const assigned = (code: string, lead: string, coordinators: string[] = []) =>
  move("assign", { recommendation: code, on: "2026-02-04", lead, due: "2026-03-10", coordinators });

async function codesFor(actor: Actor, filter: Record<string, unknown> = {}) {
  const page = { sort: "received", size: 200 } as const;
  const list = await listMatters(db, actor, matterFilter.parse(filter), page, today);
  return list.matters.map(({ code }) => code);
}

async function full(actor: Actor, code: string): Promise<MatterReading> {
  const found = await findMatter(db, actor, code, today);
  if (found.hidden !== null) throw new Error(`${code} is hidden`);
  return found;
}

describe("who may read a matter of commune A, raised in its village A-1 and assigned to its agency A-KT", () => {
  let code: string;
  beforeAll(async () => {
    code = await received("Cầu dân sinh đã hỏng");
    await assigned(code, "A-KT");
    await move("return", { recommendation: code, on: "2026-02-05", reason: "không đúng thẩm quyền" });
    await assigned(code, "A-VH");
  });

  const cases: [Capacity, string, boolean][] = [
    ["office_secretary", "A", true],
    ["party_secretary", "A", true],
    ["council_standing", "A", true],
    ["front_officer", "A", true],
    ["chairperson", "T", true],
    ["steering_committee", "T", true],
    ["statistician", "VN", true],
    ["complaint_reviewer", "T", true],
    ["agency_head", "A-VH", true],
    ["agency_officer", "A-VH", true],
    ["agency_officer", "A-KT", true],
    ["agency_officer", "B-KT", false],
    ["village_head", "A-1", true],
    ["village_head", "A-2", false],
    ["village_head", "B-1", false],
    ["agency_head", "T-SO", false],
    ["agency_officer", "A", false],
    ["office_secretary", "B", false],
    ["party_secretary", "K", false],
    ["party_secretary", "C", false],
    ["office_secretary", "A-1", false],
    ["administrator", "A", false],
    ["administrator", "VN", false],
  ];
  test.each(cases)("%s of %s: %s", async (capacity, unit, may) => {
    const actor = await cast.holder(capacity, unit);
    expect((await codesFor(actor)).includes(code)).toBe(may);
    expect((await codesFor(actor, { text: "cau dan sinh" })).includes(code)).toBe(may);
    const similar = await similarMatters(db, actor, { text: "cầu dân sinh đã hỏng", unit: "A" }, today);
    expect(similar.some((each) => each.code === code)).toBe(may);
    if (may) expect((await full(actor, code)).text).toBe("Cầu dân sinh đã hỏng");
    else await expect(findMatter(db, actor, code, today)).rejects.toThrow("recommendation.not_found");
  });

  test("an agency that only helps reads it", async () => {
    const helped = await received("Kênh mương tắc");
    const helper = await cast.holder("agency_officer", "A-KT");
    await assigned(helped, "A-VH");
    expect(await codesFor(helper)).not.toContain(helped);
    await assigned(helped, "A-VH", ["A-KT"]);
    expect(await codesFor(helper)).toContain(helped);
  });

  test("a person without any post reads nothing", async () => {
    const nobody: Actor = { kind: "person", personId: "0", name: "Không", posts: [] };
    expect(await codesFor(nobody)).toEqual([]);
    expect(await countMatters(db, nobody, matterFilter.parse({}), today, 10)).toBe(0);
  });
});

describe("what waits for a reviewer, or was routed out", () => {
  const secret = "ông Giả nhận tiền khi cấp đất";
  let held: string;
  let routed: string;
  let reviewer: Actor;

  beforeAll(async () => {
    reviewer = await cast.holder("complaint_reviewer", "A");
    held = await received(`Tố cáo ${secret}`, { field: "can_bo", raised_by: "Người Kín" });
    await assigned(held, "A-KT");
    await move("hold", { recommendation: held, on: "2026-02-06", reason: `nghi ${secret}` }, secretary);
    routed = await received(`Đơn nói ${secret}`, { field: "can_bo", raised_by: "Người Kín" });
    await move("route_out", { recommendation: routed, on: "2026-02-06", to: "Thanh tra tỉnh" }, reviewer);
  });

  const unknownToThem = (error: unknown) => {
    expect(String(error)).toContain("recommendation.not_found");
  };
  const others: [Capacity, string][] = [
    ["office_secretary", "A"],
    ["chairperson", "A"],
    ["party_secretary", "T"],
    ["front_chair", "A"],
    ["village_head", "A-1"],
    ["agency_head", "A-KT"],
    ["complaint_reviewer", "K"],
    ["complaint_reviewer", "B"],
  ];
  test.each(others)("%s of %s finds its words in no reading", async (capacity, unit) => {
    const actor = await cast.holder(capacity, unit);
    const page = { sort: "due", size: 200 } as const;
    const readings: unknown[] = [
      await listMatters(db, actor, matterFilter.parse({}), page, today),
      await listMatters(db, actor, matterFilter.parse({ text: "ong gia nhan tien" }), page, today),
      await similarMatters(db, actor, { text: secret, unit: "A" }, today),
      await similarMatters(db, actor, { text: `Tố cáo ${secret}`, unit: "A" }, today),
    ];
    for (const code of [held, routed]) {
      readings.push(await findMatter(db, actor, code, today).catch(unknownToThem));
    }
    const told = JSON.stringify(readings);
    expect(told).not.toContain("nhận tiền");
    expect(told).not.toContain("Người Kín");
    expect(told).not.toContain("Thanh tra tỉnh");
  });

  test.each([
    { text: "nhận tiền" },
    { text: "to cao" },
    { field: "can_bo" },
    { village: "A-1", field: "can_bo" },
    { lead: "A-KT" },
  ])("the list narrowed by %o does not point to them", async (filter) => {
    const found = await codesFor(secretary, filter);
    expect(found).not.toContain(held);
    expect(found).not.toContain(routed);
  });

  test("the secretary sees that they are there, and nothing else", async () => {
    const stub = (await findMatter(db, secretary, held, today)) as MatterStub;
    expect(stub).toEqual({
      code: held,
      unit: { code: "A", name: "Xã An" },
      receivedOn: "2026-02-02",
      hidden: "held",
    });
    const page = { sort: "received", size: 200 } as const;
    const { matters } = await listMatters(db, secretary, matterFilter.parse({}), page, today);
    const line = matters.find(({ code }) => code === routed)!;
    expect(line).toMatchObject({ hidden: "routed_out", excerpt: null, villageName: null, leadName: null });
    expect(line).toMatchObject({ dueOn: null, daysLeft: null, unitName: "Xã An" });
  });

  test("the reviewer of the unit reads them, and may release or route out what is held", async () => {
    const found = await full(reviewer, held);
    expect(found).toMatchObject({ text: `Tố cáo ${secret}`, hiddenFromOthers: "held" });
    expect(found.moves).toEqual(["release", "route_out"]);
    expect(found.events.at(-1)!.reason).toBe(`nghi ${secret}`);
    expect(await codesFor(reviewer, { text: "ong gia nhan tien" })).toEqual(
      expect.arrayContaining([held, routed]),
    );
    const above = await cast.holder("complaint_reviewer", "T");
    expect((await full(above, routed)).events.at(-1)!.to).toBe("Thanh tra tỉnh");
  });

  test("once released it is read again, without the reason for which it was held", async () => {
    await move("release", { recommendation: held, on: "2026-02-07" }, reviewer);
    const found = await full(secretary, held);
    expect(found.hiddenFromOthers).toBeNull();
    const hold = found.events.find(({ act }) => act === "hold")!;
    expect(hold.reason).toBeNull();
    expect(await codesFor(secretary, { text: "nhan tien" })).toEqual([held]);
  });
});

describe("a matter's page", () => {
  test("tells who did what, in which post, and keeps drafts from those who only live there", async () => {
    const code = await received("Đề nghị lắp đèn đường");
    const head = await cast.holder("agency_head", "A-KT");
    await move("assign", { recommendation: code, lead: "A-KT", due: "2026-03-05" }, secretary);
    await move("draft_answer", { recommendation: code, outcome: "done", text: "bản nháp" }, head);
    const found = await full(secretary, code);
    expect(found.daysLeft).toBe(3);
    expect(found.events.map(({ act, post }) => [act, post?.capacity, post?.unitName])).toEqual([
      ["assign", "office_secretary", "Xã An"],
      ["draft_answer", "agency_head", "Phòng Kinh tế xã An"],
    ]);
    expect(found.moves[0]).toBe("approve_answer");
    const writer = await full(head, code);
    expect(writer.moves).not.toContain("approve_answer");
    expect(writer.withheldMoves.map(({ move, en }) => [move, en])).toEqual([
      ["approve_answer", expect.stringMatching(/does not approve it/)],
    ]);
    const village = await full(await cast.holder("village_head", "A-1"), code);
    expect(village.events[1]!.text).toBeNull();
    expect(village.moves).toEqual([]);
  });

  test("counts how often it was raised and keeps the names of all who did", async () => {
    const first = await received("Nước máy yếu", { raised_by: "Ông Một", received_on: "2026-02-01" });
    const second = await received("Nước máy rất yếu", { raised_by: "Bà Hai", naming: "secretariat_only" });
    const third = await received("Nước không lên tầng hai", {
      raised_by: "Ông Ba",
      received_on: "2026-02-03",
    });
    await move("merge", { recommendation: third, into: second });
    await move("merge", { recommendation: second, into: first });
    const found = await full(secretary, first);
    expect(found.raisedTimes).toBe(3);
    expect(found.requesters.map(({ name, code }) => [name, code])).toEqual([
      ["Ông Một", first],
      ["Bà Hai", second],
      ["Ông Ba", third],
    ]);
    expect(found.links.mergedFrom.map(({ code }) => code)).toEqual([second, third]);
    expect((await full(secretary, third)).links.mergedInto?.code).toBe(first);
    expect((await full(secretary, second)).links.mergedInto?.code).toBe(first);
    const leader = await full(await cast.holder("chairperson", "T"), first);
    expect(leader.requesters.map(({ name }) => name)).toEqual(["Ông Một", null, "Ông Ba"]);
  });

  test("links upward, and what became of it there can be opened below", async () => {
    const code = await received("Mở rộng quốc lộ");
    await move("forward_up", { recommendation: code, to: "T" }, secretary);
    const above = await cast.signedUp(await cast.holder("office_secretary", "T"));
    const { child } = (await full(secretary, code)).links;
    expect(child).toMatchObject({ unitName: "Tỉnh Thử", status: "awaiting_ruling", readable: true });
    expect((await full(secretary, child!.code)).moves).toEqual([]);
    expect((await full(secretary, code)).moves).not.toContain("reply_from_above");
    const seenAbove = await full(above, child!.code);
    expect(seenAbove.links.parent).toMatchObject({ code, readable: true, status: "passed_up" });
  });
});

describe("lists", () => {
  test("find text typed without tone marks, decomposed or in another order; exact tone marks first", async () => {
    const [plain, exact] = [
      await received("dương thổ quan", { received_on: "2026-02-03" }),
      await received("đường Thổ Quan ngập 🌊"),
    ];
    expect(await codesFor(secretary, { text: "đường thổ quan" })).toEqual([exact, plain]);
    expect(await codesFor(secretary, { text: "đường thổ quan".normalize("NFD") })).toEqual([exact, plain]);
    expect(await codesFor(secretary, { text: "QUAN duong" })).toEqual([plain, exact]);
    expect(await codesFor(secretary, { text: "100%_" })).toEqual([]);
    expect(await codesFor(secretary, { text: exact })).toEqual([exact]);
  });

  test.each(["received", "due"] as const)(
    "by %s: pages neither skip nor repeat, there and back",
    async (sort) => {
      for (const day of [1, 1, 2, 3, 3, 3, 4]) {
        const code = await received("đèn chiếu sáng", {
          received_on: `2026-01-0${day}`,
          unit: "B",
          village: "B-1",
        });
        if (day > 1) await move("assign", { recommendation: code, lead: "B-KT", due: `2026-04-0${5 - day}` });
      }
      const reader = await cast.holder("chairperson", "B");
      for (const filter of [{}, { text: "den chieu" }].map((each) => matterFilter.parse(each))) {
        const whole = await listMatters(db, reader, filter, { sort, size: 100 }, today);
        const all = whole.matters.map(({ code }) => code);
        expect(all.length).toBe(await countMatters(db, reader, filter, today, 100));
        const [there, back]: string[][] = [[], []];
        let page = await listMatters(db, reader, filter, { sort, size: 3 }, today);
        expect(page.previous).toBeNull();
        there!.push(...page.matters.map(({ code }) => code));
        while (page.next) {
          page = await listMatters(db, reader, filter, { sort, size: 3, after: page.next }, today);
          there!.push(...page.matters.map(({ code }) => code));
        }
        expect(there).toEqual(all);
        while (page.previous) {
          page = await listMatters(db, reader, filter, { sort, size: 3, before: page.previous }, today);
          back!.unshift(...page.matters.map(({ code }) => code));
        }
        expect(back).toEqual(all.slice(0, back!.length));
        expect(back!.length).toBeGreaterThanOrEqual(all.length - 3);
      }
    },
  );

  test("a key that nobody gave out starts the list anew", async () => {
    const page = { sort: "received", size: 2, after: "'; drop table unit" } as const;
    const list = await listMatters(db, secretary, matterFilter.parse({}), page, today);
    expect(list.matters.length).toBe(2);
  });

  test("narrow by unit, state, agency, field, village and what is late on a day", async () => {
    const late = await received("Rác tồn đọng", { field: "ve_sinh_moi_truong", village: "A-2" });
    await move("assign", { recommendation: late, on: "2026-02-03", lead: "A-VH", due: "2026-02-20" });
    const onlyLate: Record<string, unknown>[] = [
      { view: "overdue" },
      { field: "ve_sinh_moi_truong" },
      { village: "A-2" },
      { unit: "A", view: "overdue", class: "in_hand", lead: "A-VH" },
    ];
    for (const filter of onlyLate) expect(await codesFor(secretary, filter), String(filter)).toEqual([late]);
    const province = await cast.holder("chairperson", "T");
    expect(await codesFor(province, { unit: "A", village: "A-2" })).toEqual([late]);
    expect(await codesFor(province, { unit: "B", village: "A-2" })).toEqual([]);
    expect(await codesFor(secretary, { unit: "K" })).toEqual([]);
    expect(await codesFor(secretary, { status: "closed" })).toEqual([]);
    const { matters } = await listMatters(
      ...([db, secretary, matterFilter.parse({ view: "overdue" }), { sort: "due", size: 5 }, today] as const),
    );
    expect(matters[0]).toMatchObject({ code: late, daysLeft: -10, leadName: "Phòng Văn hóa xã An" });
  });
});
