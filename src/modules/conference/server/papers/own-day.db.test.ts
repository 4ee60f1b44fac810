import { actNamed } from "#acts/registry.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { buildCast, noon, today as firstDay, type Cast } from "../../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../../tests/support/database.ts";
import type { ConferencePaper } from "../../papers/paper-order.ts";
import { draftConferencePaper } from "./paper-contents.ts";

// A paper of a conference is of its own day: what is arranged, renamed, ruled or entered for a later day changes nothing in it.
const { db } = await testDatabase();
let cast: Cast;
let conference: string;

type Done = { id: string; code: string; version: number; symbol: string };
const at = (day: string) => noon.add({ hours: 24 * Temporal.PlainDate.from(firstDay).until(day).days });
const act = (name: string, input: object, day: string) =>
  cast.perform(actNamed(name)!, input, { actor: cast.system, now: at(day) }) as Promise<Done>;

/** As it is printed `today` with the day that it bears. */
async function printed(kind: ConferencePaper, day: string, today = day): Promise<string> {
  const { unit_id: unitId } = await db
    .selectFrom("conference")
    .select("unit_id")
    .where("id", "=", conference)
    .executeTakeFirstOrThrow();
  const asked = { db, conference: { id: conference, unitId }, side: "government" as const, today, day };
  const { paper, missing } = await draftConferencePaper(kind, asked);
  return JSON.stringify({ paper, missing });
}

const chairs = [{ name: "Bà Nguyễn Thị Hoa", capacity: "party_secretary" }];
const collected = (text: string, received_on: string, on = received_on) =>
  act(
    "recommendation.receive",
    {
      ...{ unit: "A", conference, channel: "collected_beforehand", village: "A-1", field: "giao_thong" },
      ...{ text, received_on },
    },
    on,
  );
const said = (day: string, more: object) => ({ form: "periodic", held_on: day, chairs, ...more });

beforeAll(async () => {
  cast = await buildCast(db);
});

describe("papers of before the conference", () => {
  const day = "2026-03-05";
  const kinds = [
    "announcement",
    "invitation",
    "synthesis",
    "speaking_form",
    "ballot_form",
    "results_report",
  ] as const;
  const then = new Map<string, string>();

  beforeAll(async () => {
    const before = { unit: "A", ...said("2026-02-20", { place: "Đình làng" }) };
    const { id: last } = await act("conference.record", before, "2026-03-02");
    const received = {
      unit: "A",
      conference: last,
      field: "y_te",
      received_on: "2026-02-20",
      text: "Trạm xá",
    };
    await act("recommendation.receive", received, "2026-03-02");
    const prepared = said("2026-03-20", { place: "Hội trường xã", topic: "Đất đai", starts_at: "7:30" });
    conference = (await act("conference.prepare", { unit: "A", ...prepared }, "2026-03-03")).id;
    const guests = [
      { unit: "A-1", quota: 3 },
      { unit: "A-2", quota: 2 },
      { name: "Hội Nông dân", quota: 1 },
    ];
    await act("conference.invite", { conference, guests }, "2026-03-03");
    const items = [{ title: "Khai mạc", speaker: "Bà Hoa" }, { title: "Đối thoại" }];
    await act("conference.set_agenda", { conference, expected_version: 1, items }, "2026-03-04");
    await collected("Sửa cầu", "2026-03-04");
    for (const kind of kinds) then.set(kind, await printed(kind, day));

    await act("organization.rename_unit", { unit: "A", name: "Phường An", on: "2026-03-06" }, "2026-03-06");
    await act(
      "organization.rename_unit",
      { unit: "A-1", name: "Tổ dân phố Một", on: "2026-03-06" },
      "2026-03-06",
    );
    const renamed = { field: "giao_thong", name: "Đường sá", on: "2026-03-06" };
    await act("recommendation.rename_field", renamed, "2026-03-06");
    await collected("Sửa cống", "2026-03-07");
    await act(
      "conference.set_agenda",
      { conference, expected_version: 2, items: [{ title: "Khác" }] },
      "2026-03-07",
    );
    const off = { conference, ...said("2026-03-25", { place: "Nhà văn hóa", topic: "Môi trường" }) };
    const others = { starts_at: "14:00", form: "thematic", collect_until: "2026-03-03" };
    const someone = [{ name: "Ông Trần Văn Bình", capacity: "chairperson" }];
    await act("conference.correct", { ...off, ...others, chairs: someone }, "2026-03-08");
    const { rows } = await db.executeQuery<{ id: string; quota: number }>(
      db.selectFrom("conference_invitation").select(["id", "quota"]).orderBy("quota").compile(),
    );
    await act("conference.withdraw_invitation", { invitation: rows[0]!.id }, "2026-03-08");
    const changes = [{ invitation: rows[1]!.id, quota: 9, expected_quota: 2 }];
    await act("conference.change_quotas", { conference, changes }, "2026-03-08");
    await act(
      "conference.invite",
      { conference, guests: [{ name: "Đoàn Thanh niên", quota: 4 }] },
      "2026-03-08",
    );
  });

  test.each(kinds)("%s: nothing that came after its day is in it", async (kind) => {
    expect(await printed(kind, day, "2026-03-09")).toBe(then.get(kind));
  });

  test.each(kinds)("%s of a later day has it", async (kind) => {
    expect(await printed(kind, "2026-03-09")).not.toBe(then.get(kind));
  });

  test("called off later, it is still the paper that went out before", async () => {
    await act("conference.call_off", { conference, reason: "Bão" }, "2026-03-10");
    for (const kind of kinds) expect(await printed(kind, day, "2026-03-10")).toBe(then.get(kind));
    expect(await printed("announcement", "2026-03-10")).toContain('"called_off"');
  });
});

describe("minutes", () => {
  const heldOn = "2026-03-12";
  const minutesOn = (today: string) => printed("minutes", today);
  let then: string;
  let code: string;

  beforeAll(async () => {
    conference = (
      await act("conference.record", { unit: "A", ...said(heldOn, { place: "Sân đình" }) }, heldOn)
    ).id;
    const turn = {
      conference,
      naming: "named",
      speaker: "Bà H'Bĭa Niê",
      village: "A-2",
      summary: "Đường hỏng",
    };
    const { id } = await act("conference.record_turn", turn, heldOn);
    const raised = {
      unit: "A",
      conference,
      turn: id,
      field: "y_te",
      received_on: heldOn,
      text: "Đường hỏng",
    };
    code = (await act("recommendation.receive", raised, heldOn)).code;
    const ruled = { recommendation: code, on: heldOn, ruling: "answered_now", text: "Quý này sửa" };
    await act("recommendation.rule", ruled, heldOn);
    then = await minutesOn(heldOn);
  });

  test("keep the ruling of their day, the letterhead and the names, whatever came afterwards", async () => {
    expect(then).toContain("Quý này sửa");
    expect(then).toContain("Phường An");
    await act(
      "recommendation.reopen",
      { recommendation: code, reason: "Chưa sửa", due: "2026-03-30" },
      "2026-03-13",
    );
    await act(
      "recommendation.assign",
      { recommendation: code, lead: "A-KT", due: "2026-03-30" },
      "2026-03-13",
    );
    await act(
      "organization.rename_unit",
      { unit: "A", name: "Phường An Bình", on: "2026-03-14" },
      "2026-03-14",
    );
    await act("organization.rename_unit", { unit: "A-2", name: "Tổ Hai", on: "2026-03-14" }, "2026-03-14");
    const { id: person } = await act(
      "organization.add_person",
      { unit: "A", full_name: "Bà Mới" },
      "2026-03-14",
    );
    const post = { person, unit: "A", capacity: "chairperson", from: "2026-03-14" };
    await act("organization.appoint", post, "2026-03-14");
    const sent = { unit: "A", conference, field: "y_te", received_on: "2026-03-14", text: "Gửi sau" };
    await act("recommendation.receive", { ...sent, channel: "letter" }, "2026-03-14");
    expect(await minutesOn("2026-03-15")).toBe(then);
  });

  test("say what was put right since: that is what took place on their day", async () => {
    await act("conference.correct", { conference, ...said(heldOn, { place: "Sân chùa" }) }, "2026-03-16");
    expect(await minutesOn("2026-03-16")).toBe(then.replaceAll("Sân đình", "Sân chùa"));
  });
});

describe("a paper of an earlier day that is written down late", () => {
  const day = "2026-03-18";

  test("has the guests, the place and the chair that were entered since, where it cannot do without", async () => {
    const prepared = { unit: "B", form: "periodic", held_on: "2026-03-28" };
    conference = (await act("conference.prepare", prepared, "2026-03-17")).id;
    expect(await printed("invitation", day)).toContain('"missing":["place","chairs","guests"]');
    const place = { form: "periodic", held_on: "2026-03-28", place: "Hội trường", chairs };
    await act("conference.correct", { conference, ...place }, "2026-03-20");
    await act("conference.invite", { conference, guests: [{ unit: "B-1", quota: 3 }] }, "2026-03-20");
    const late = await printed("invitation", day, "2026-03-20");
    expect(late).toContain('"missing":[]');
    expect(late).toMatch(/Thôn Ba.* \(03 đại biểu\).*Hội trường/);
    const issued = {
      conference,
      kind: "invitation",
      side: "government",
      issued_on: day,
      symbol: "07/GM-UBND",
    };
    expect((await act("conference.issue_paper", issued, "2026-03-20")).symbol).toBe("07/GM-UBND");
  });

  test("a conference entered after that day is as it was entered", async () => {
    const entered = { unit: "B", ...said("2026-03-26", { place: "Sân kho" }) };
    conference = (await act("conference.record", entered, "2026-03-27")).id;
    await act(
      "conference.correct",
      { conference, ...said("2026-03-26", { place: "Sân vận động" }) },
      "2026-03-27",
    );
    expect(await printed("announcement", day, "2026-03-28")).toContain("Sân vận động");
  });
});

describe("units that come together", () => {
  const of = (today: string, day?: string) => printed("results_report", day ?? today, today);

  test("what a unit carries on from the day of a merger is in no report of an earlier day", async () => {
    for (const code of ["U", "W"])
      await act(
        "organization.create_unit",
        { code, name: `Xã ${code}`, kind: "commune", parent: "T", from: "2020-01-01" },
        "2026-03-02",
      );
    for (const unit of ["U", "W"]) {
      const { id } = await act("conference.record", { unit, ...said("2026-02-10", {}) }, "2026-03-02");
      const received = {
        unit,
        conference: id,
        field: "y_te",
        received_on: "2026-02-10",
        text: `Của ${unit}`,
      };
      await act("recommendation.receive", received, "2026-03-02");
    }
    const coming = await act("conference.prepare", { unit: "U", ...said("2026-03-30", {}) }, "2026-03-03");
    conference = coming.id;
    const before = await of("2026-03-09");
    await act(
      "organization.arrange_units",
      { kind: "merge", on: "2026-03-10", from: ["W"], to: ["U"] },
      "2026-03-10",
    );
    expect(await of("2026-03-11", "2026-03-09")).toBe(before);
    expect(before).toContain("Của U");
    expect(before).not.toContain("Của W");
  });

  test("a ward that is no more has its paper of before under its own name, and its heir's afterwards", async () => {
    await act(
      "organization.create_unit",
      { code: "X", name: "Phường Xuân", kind: "commune", parent: "T", from: "2020-01-01" },
      "2026-03-02",
    );
    const before = await of("2026-03-12");
    await act(
      "organization.arrange_units",
      { kind: "merge", on: "2026-03-13", from: ["U"], to: ["X"] },
      "2026-03-13",
    );
    expect(await of("2026-03-14", "2026-03-12")).toBe(before);
    const heirs = await of("2026-03-14");
    expect([before, heirs].map((paper) => /issuer":"([^"]+)"/.exec(paper)?.[1])).toEqual([
      "Ủy ban nhân dân\\nXã U",
      "Ủy ban nhân dân\\nPhường Xuân",
    ]);
  });
});
