import type { Actor } from "#kernel/actor.ts";
import { actNamed } from "#acts/registry.ts";
import { unitByCode } from "#modules/organization/server/index.ts";
import { beforeAll, expect, test } from "vitest";
import { buildCast, noon, type Cast } from "../../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../../tests/support/database.ts";
import { draftConferencePaper } from "../papers/paper-contents.ts";
import { lastTime } from "./last-time.ts";

// A report of results is of its own day: what it says of a day is what was read on that day, whatever came afterwards.
const { db } = await testDatabase();
let cast: Cast;
const system: Actor = { kind: "system", name: "tests" };
const act = (name: string, input: object, on: string) =>
  cast.perform(actNamed(name)!, input, {
    actor: system,
    now: noon.add({ hours: 24 * daysSince(on) }),
  }) as Promise<{ id: string; code: string }>;
const daysSince = (on: string) => Temporal.PlainDate.from("2026-03-02").until(on).days;

beforeAll(async () => {
  cast = await buildCast(db);
});

test("what came after the day of a report changes nothing in it", async () => {
  const chairs = [{ name: "Bà Chủ trì", capacity: "party_secretary" }];
  const { id: before } = await act(
    "conference.record",
    { unit: "A", form: "periodic", held_on: "2026-02-01", chairs },
    "2026-03-02",
  );
  const codes: string[] = [];
  for (const text of ["Sửa đường", "Sửa cầu", "Sửa cống", "Sửa mương", "Mắc đèn", "Xe buýt"]) {
    const said = { unit: "A", field: "giao_thong", received_on: "2026-02-01", conference: before, text };
    codes.push((await act("recommendation.receive", said, "2026-03-02")).code);
  }
  const { id } = await act(
    "conference.prepare",
    { unit: "A", form: "periodic", held_on: "2026-03-30", chairs, place: "Hội trường" },
    "2026-03-02",
  );
  const conference = { id, unitId: cast.unit("A"), heldOn: "2026-03-30", form: "periodic" } as const;
  const snapshots = new Map<string, unknown>();
  const read = async (today: string, day = today) => {
    const paper = await draftConferencePaper("results_report", {
      db,
      conference,
      side: "government",
      today,
      day,
    });
    return [await lastTime(db, system, conference, { day, today }), paper.content];
  };
  const [one, two, three, four, five, six] = codes;
  const steps: [string, string, object][] = [
    ["2026-03-03", "assign", { recommendation: one, lead: "A-KT", due: "2026-03-20" }],
    ["2026-03-04", "assign", { recommendation: two, lead: "A-VH", due: "2026-03-08" }],
    ["2026-03-05", "draft_answer", { recommendation: one, outcome: "done", text: "Đã sửa" }],
    ["2026-03-06", "approve_answer", { recommendation: one }],
    ["2026-03-07", "answer", { recommendation: one }],
    ["2026-03-09", "merge", { recommendation: three, into: two }],
    ["2026-03-10", "confirm", { recommendation: one, by: "requester", satisfied: false, text: "Chưa" }],
    ["2026-03-11", "reopen", { recommendation: one, reason: "Chưa xong", due: "2026-03-25" }],
    ["2026-03-12", "rule", { recommendation: four, ruling: "noted", text: "Ghi nhận" }],
    ["2026-03-12", "assign", { recommendation: five, lead: "A-KT", due: "2026-03-25" }],
    ["2026-03-13", "ask_extension", { recommendation: five, due: "2026-04-01", reason: "Chờ vật tư" }],
    ["2026-03-13", "extend", { recommendation: five, due: "2026-04-01", reason: "Chờ vật tư" }],
    ["2026-03-14", "block", { recommendation: five, review_on: "2026-04-15", reason: "Chờ vốn" }],
    ["2026-03-14", "forward_up", { recommendation: six, to: "T" }],
    ["2026-03-15", "close", { recommendation: four }],
    ["2026-03-15", "return", { recommendation: two, reason: "Không phải việc của phòng" }],
  ];
  for (const [day, move, input] of steps) {
    await act(`recommendation.${move}`, { on: day, ...input }, day);
    snapshots.set(day, await read(day));
  }
  for (const [day, then] of snapshots) expect(await read("2026-03-20", day)).toEqual(then);
  const wordsOn = (day: string) => JSON.stringify(snapshots.get(day));
  expect(wordsOn("2026-03-10")).toContain("; bà con chưa đồng ý (ngày 10/03/2026).\\nĐã sửa");
  expect(wordsOn("2026-03-11")).toContain(
    'Đang giải quyết, hạn 25/03/2026; đã mở lại ngày 11/03/2026 sau khi bà con chưa đồng ý (ngày 10/03/2026)"',
  );
  expect(wordsOn("2026-03-11")).not.toContain("Đã sửa");
  expect(wordsOn("2026-03-11")).toContain("hạn 08/03/2026; quá hạn 3 ngày");
  expect(wordsOn("2026-03-13")).toContain("Đang giải quyết, hạn 01/04/2026; hạn ban đầu 25/03/2026");
  expect(wordsOn("2026-03-15")).toContain("Vướng khách quan: Chờ vốn");
  expect(wordsOn("2026-03-15")).toContain("Đã kết thúc ngày 15/03/2026");
  expect(wordsOn("2026-03-15")).toMatch(/Đã chuyển lên cấp trên: [^"]+/);
});

test("what was said in a unit that came to this one since is reported at the first conference after that, and not again", async () => {
  const chairs = [{ name: "Bà Chủ trì", capacity: "party_secretary" }];
  const on = "2026-03-29";
  const said = async (unit: string, held_on: string) => {
    const { id } = await act("conference.record", { unit, form: "periodic", held_on, chairs }, on);
    const words = {
      unit,
      field: "giao_thong",
      received_on: held_on,
      conference: id,
      text: `Việc của ${unit}`,
    };
    const { code } = await act("recommendation.receive", words, on);
    await act(
      "recommendation.rule",
      { recommendation: code, ruling: "answered_now", text: "Xong", on: held_on },
      on,
    );
    return { id, code };
  };
  for (const code of ["M", "N"])
    await act(
      "organization.create_unit",
      { code, kind: "commune", parent: "T", name: `Xã ${code}`, from: "2020-01-01" },
      on,
    );
  const [own, brought] = [await said("M", "2026-01-15"), await said("N", "2026-02-05")];
  await act("organization.arrange_units", { kind: "merge", on: "2026-02-20", from: ["N"], to: ["M"] }, on);
  const { id: unitId } = await unitByCode(db, "M");
  const next = { id: crypto.randomUUID(), unitId, form: "periodic" } as const;
  const first = await lastTime(db, system, { ...next, heldOn: "2026-03-10" }, { day: on, today: on });
  expect(first.previous.map(({ id }) => id)).toEqual([own.id, brought.id]);
  expect(first.matters.map(({ code }) => code).toSorted()).toEqual([own.code, brought.code].toSorted());

  const { id } = await act(
    "conference.record",
    { unit: "M", form: "periodic", held_on: "2026-03-10", chairs },
    on,
  );
  const second = await lastTime(db, system, { ...next, heldOn: "2026-03-30" }, { day: on, today: on });
  expect(second.previous.map((conference) => conference.id)).toEqual([id]);
  expect(second.matters).toEqual([]);
});
