import type { Actor } from "#kernel/actor.ts";
import { actNamed } from "#acts/registry.ts";
import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../tests/support/database.ts";
import { drawSample, readOutPage } from "./index.ts";
import { savedFilters } from "./saved-filter.store.ts";

const { db } = await testDatabase();
let cast: Cast;
const before = noon.subtract({ hours: 1 });

beforeAll(async () => {
  cast = await buildCast(db);
});

const perform = (name: string, input: Record<string, unknown>, actor: Actor = cast.system, now = noon) =>
  cast.perform(actNamed(name)!, input, { actor, now }) as Promise<{
    id: string;
    code: string;
    status: string;
  }>;
const move = (name: string, input: Record<string, unknown>, actor?: Actor, now?: Temporal.Instant) =>
  perform(`recommendation.${name}`, input, actor, now);

async function received(place: Record<string, unknown>, text: string, now = before): Promise<string> {
  const said = { field: "giao_thong", received_on: "2026-01-05", text, ...place };
  return (await move("receive", said, undefined, now)).code;
}

async function answered(place: Record<string, unknown>, text: string, lead: string): Promise<string> {
  const recommendation = await received(place, text);
  await move("assign", { recommendation, on: "2026-01-06", lead, due: "2026-02-01" }, undefined, before);
  const day = { recommendation, on: "2026-01-20" };
  await move("draft_answer", { ...day, outcome: "done", text: `Đã làm: ${text}` }, undefined, before);
  await move("approve_answer", day, undefined, before);
  await move("answer", { ...day, symbol: "07/UBND" }, undefined, before);
  return recommendation;
}

async function closed(unit: string, lead: string, count: number): Promise<string[]> {
  const codes = [];
  for (let at = 0; at < count; at++) {
    const recommendation = await answered({ unit }, `Việc ${at} của ${unit}`, lead);
    await move("close", { recommendation, on: "2026-02-01" }, undefined, before);
    codes.push(recommendation);
  }
  return codes;
}

describe("what a village head reads out", () => {
  test("one's own village: the answered, by whom and when, then what is open; nothing hidden, nothing of others", async () => {
    const one = { unit: "A", village: "A-1" };
    const done = await answered(one, "Mương tắc", "A-KT");
    const open = await received(one, "Đèn hỏng");
    const hidden = await answered(one, "Lời lẽ tạm ẩn", "A-KT");
    await move("hold", { recommendation: hidden, on: "2026-02-02" });
    await answered({ unit: "A", village: "A-2" }, "Của thôn Hai", "A-KT");
    const page = await readOutPage(db, await cast.holder("village_head", "A-1"), today);
    expect(page.villages).toEqual(["Thôn Một"]);
    expect(page.answered).toMatchObject([
      {
        code: done,
        text: "Mương tắc",
        answer: { text: "Đã làm: Mương tắc", by: "Phòng Kinh tế xã An", on: "2026-01-20", symbol: "07/UBND" },
      },
    ]);
    expect(page.open.map(({ code, answer }) => [code, answer])).toEqual([[open, null]]);
    const head = await cast.holder("village_head", "A-1");
    await move("confirm", { recommendation: done, by: "village_head", satisfied: "true" }, head);
    expect((await readOutPage(db, head, today)).answered).toEqual([]);
  });

  test("what the village said no to stays, told as reported back, until it is answered again", async () => {
    const code = await answered({ unit: "A", village: "A-1" }, "Rãnh tắc", "A-KT");
    const head = await cast.holder("village_head", "A-1");
    const where = async () => {
      const { answered: asked, returned, open } = await readOutPage(db, head, today);
      const lists = Object.entries({ asked, returned, open });
      return lists.flatMap(([name, list]) =>
        list.flatMap((matter) =>
          matter.code === code ? [[name, matter.no, matter.answer?.text ?? null]] : [],
        ),
      );
    };
    const text = "Đã làm: Rãnh tắc";
    expect(await where()).toEqual([["asked", null, text]]);
    await move("confirm", { recommendation: code, by: "village_head", satisfied: "false" }, head);
    const no = { by: "village_head", on: today };
    expect(await where()).toEqual([["returned", no, text]]);
    await move("reopen", { recommendation: code, reason: "Chưa xong" });
    expect(await where()).toEqual([["open", no, null]]);
  });

  test("a yes from a window that has not seen the no is asked about, and changes it only then", async () => {
    const recommendation = await answered({ unit: "A", village: "A-1" }, "Cống vỡ", "A-KT");
    const head = await cast.holder("village_head", "A-1");
    const { version } = (await readOutPage(db, head, today)).answered.find(
      ({ code }) => code === recommendation,
    )!;
    const say = (satisfied: string, expected_version: number) =>
      move("confirm", { recommendation, by: "village_head", satisfied, expected_version }, head);
    await say("false", version);
    await expect(say("true", version)).rejects.toMatchObject({
      definition: { code: "recommendation.changed_meanwhile" },
      details: { version: version + 1, changes: [{ act: "confirm", on: today, satisfied: false }] },
    });
    await say("true", version + 1);
  });

  test("words are read out as everything in public is: without names, telephones and houses, or as a person approved them", async () => {
    const one = { unit: "A", village: "A-1" };
    const said = "Bà Nguyễn Thị Tỏ ở số nhà 12, gọi 0912345678, xin nạo vét mương";
    const code = await answered({ ...one, raised_by: "Nguyễn Thị Tỏ", naming: "named" }, said, "A-KT");
    const head = await cast.holder("village_head", "A-1");
    const read = async () => {
      const { answered: matters } = await readOutPage(db, head, today);
      const { text, answer } = matters.find((matter) => matter.code === code)!;
      return [text, answer!.text];
    };
    const told = "Bà [tên] ở [địa chỉ], gọi [số điện thoại], xin nạo vét mương";
    expect(await read()).toEqual([told, `Đã làm: ${told}`]);
    await sql`insert into public_version (id, recommendation_id, original_digest, text, approved_by, approved_at)
      select gen_random_uuid(), id, sha256(convert_to(text, 'UTF8')), 'Bà con xin nạo vét mương',
        ${head.kind === "person" ? head.personId : null}, now() from recommendation where code = ${code}`.execute(
      db,
    );
    expect(await read()).toEqual(["Bà con xin nạo vét mương", `Đã làm: ${told}`]);
  });

  test("is nobody else's page", async () => {
    for (const [capacity, unit] of [
      ["chairperson", "A"],
      ["agency_head", "A-KT"],
      ["front_chair", "A"],
    ] as const) {
      await expect(readOutPage(db, await cast.holder(capacity, unit), today)).rejects.toThrow(
        "desk.village_only",
      );
    }
  });
});

describe("the Front's sample", () => {
  let own: string[];
  let front: Actor;
  const at = noon.toString();
  const draw = async (seed: string, size = 5, actor = front) =>
    (await drawSample(db, actor, { seed, size, at }, today)).matters.map(({ code }) => code);

  beforeAll(async () => {
    own = [...(await closed("B", "B-KT", 10)), await answered({ unit: "B" }, "Đường", "B-KT")];
    own.push(await answered({ unit: "B" }, "Cầu", "B-KT"));
    await closed("A", "A-KT", 4);
    front = await cast.holder("front_officer", "B");
  });

  test("holds what was answered or closed in the Front's own scope, each once", async () => {
    const all = await drawSample(db, front, { seed: "abcd", size: 100, at }, today);
    expect(all.of).toBe(12);
    expect(all.matters.map(({ code }) => code).toSorted()).toEqual(own.toSorted());
    expect(await draw("abcd")).toHaveLength(5);
    expect(await draw("abcd", 100, await cast.holder("front_chair", "T"))).toHaveLength(20);
    expect(await draw("abcd", 100, await cast.holder("front_chair", "K"))).toEqual([]);
  });

  test("every matter is drawn about as often as any other", async () => {
    const drawn = new Map(own.map((code) => [code, 0]));
    for (let at = 0; at < 240; at++) {
      for (const code of await draw(`seed${at}`, 3)) drawn.set(code, drawn.get(code)! + 1);
    }
    // 240 draws of 3 out of 12: 60 each; six standard deviations are about 40.
    for (const count of drawn.values()) expect(Math.abs(count - 60)).toBeLessThan(40);
  });

  test("the same address gives the same matters, also after one was found unsettled and others were closed", async () => {
    const first = await draw("k3jd8s");
    const later = noon.add({ hours: 2 });
    const [checked, unsettled] = first as [string, string];
    await move(
      "confirm",
      { recommendation: checked, by: "front", satisfied: "true", text: "Đã đến xem" },
      front,
      later,
    );
    await move(
      "confirm",
      { recommendation: unsettled, by: "front", satisfied: "false", text: "Chưa làm" },
      front,
      later,
    );
    await move("reopen", { recommendation: unsettled, reason: "Chưa làm" }, front, later);
    const { matters, of } = await drawSample(db, front, { seed: "k3jd8s", size: 5, at }, today);
    expect(matters.map(({ code }) => code)).toEqual(first);
    expect(of).toBe(12);
    expect(matters[0]!.finding).toMatchObject({ satisfied: true, text: "Đã đến xem" });
    expect(matters[1]).toMatchObject({ finding: { satisfied: false, text: "Chưa làm" }, status: "in_hand" });
    expect(matters[2]!.finding).toBeNull();
  });

  test("nobody but the Front enters, changes or takes back what it found", async () => {
    const drawn = await draw("k3jd8s");
    const recommendation = own.find((code) => !drawn.includes(code))!;
    const found = { recommendation, by: "front", satisfied: "false", text: "Hỏi dân: chưa xong" };
    await move("confirm", found, front);
    for (const [capacity, unit] of [
      ["chairperson", "B"],
      ["party_secretary", "B"],
      ["office_secretary", "B"],
      ["chairperson", "T"],
      ["agency_head", "B-KT"],
    ] as const) {
      const actor = await cast.holder(capacity, unit);
      await expect(move("confirm", { ...found, satisfied: "true" }, actor), capacity).rejects.toThrow(
        /act\.not_permitted|not_their_word/,
      );
      await expect(move("annul", { recommendation, reason: "Bỏ" }, actor), capacity).rejects.toThrow(
        /act\.not_permitted|recommendation\./,
      );
    }
    const kept = await db
      .selectFrom("standing_event as e")
      .innerJoin("recommendation as r", "r.id", "e.recommendation_id")
      .select(["e.satisfied", "e.text"])
      .where("r.code", "=", recommendation)
      .where("e.confirmed_by", "=", "front")
      .execute();
    expect(kept).toEqual([{ satisfied: false, text: "Hỏi dân: chưa xong" }]);
  });

  test("is drawn for the Front alone", async () => {
    for (const capacity of ["chairperson", "office_secretary", "statistician"] as const) {
      await expect(draw("abcd", 5, await cast.holder(capacity, "A"))).rejects.toThrow("desk.front_only");
    }
  });
});

describe("kept lists", () => {
  const keep = (actor: Actor, name: string, address = "/recommendations?view=overdue") =>
    perform("desk.save_filter", { name, address }, actor);

  test("are one's own: others neither see nor remove them", async () => {
    const mine = await cast.holder("office_secretary", "A");
    const other = await cast.holder("office_secretary", "A");
    const { id } = await keep(mine, "Quá hạn của phòng", "/recommendations?view=overdue&lead=A-KT&after=x");
    await keep(mine, "Đất đai", "/recommendations?field=dat_dai");
    expect(await savedFilters(db, mine)).toMatchObject([
      { name: "Đất đai" },
      { name: "Quá hạn của phòng", address: "/recommendations?view=overdue&lead=A-KT" },
    ]);
    expect(await savedFilters(db, other)).toEqual([]);
    await expect(perform("desk.remove_filter", { filter: id }, other)).rejects.toThrow(
      "desk.filter_not_found",
    );
    await perform("desk.remove_filter", { filter: id }, mine);
    await expect(perform("desk.remove_filter", { filter: id }, mine)).rejects.toThrow(
      "desk.filter_not_found",
    );
    expect((await savedFilters(db, mine)).map(({ name }) => name)).toEqual(["Đất đai"]);
  });

  test("have a name each, lead to lists only, and are not without number", async () => {
    const mine = await cast.holder("village_head", "A-1");
    await keep(mine, "1");
    await expect(keep(mine, "1")).rejects.toThrow("desk.filter_kept");
    await expect(keep(mine, "2", "https://elsewhere.example/")).rejects.toThrow("desk.not_a_list");
    for (let at = 2; at <= 50; at++) await keep(mine, String(at));
    await expect(keep(mine, "51")).rejects.toThrow("desk.too_many_filters");
    await expect(keep(cast.system, "Của máy")).rejects.toThrow("desk.not_a_person");
  });
});
