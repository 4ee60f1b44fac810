import type { Actor } from "#kernel/actor.ts";
import { askOn } from "#acts/ask.ts";
import { actNamed } from "#acts/registry.ts";
import { listConferences, mayReadConference } from "#modules/conference/server/index.ts";
import { drawSample, readDesk } from "#modules/desk/server/index.ts";
import { documentsAbout, issueDocument, listDocuments } from "#modules/document/server/index.ts";
import { readHandOver } from "#modules/handover/server/index.ts";
import { arrangeUnits, mayReadUnit, readPeople } from "#modules/organization/server/index.ts";
import { listMatters, matterFilter } from "#modules/recommendation/server/index.ts";
import { reportReadings } from "#modules/report/server/index.ts";
import { exportRegister } from "#modules/register/server/index.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../support/cast.ts";
import { testDatabase } from "../support/database.ts";
import { governmentNotice } from "../support/sample-papers.ts";

/** The product itself, from which nothing is kept. */
const everything = { kind: "system", name: "test" } as const;

// On 1 February the commune A goes from the province T to the province K. What came before stays readable to both;
// what comes after is K's alone, whichever reading is asked.

const { db } = await testDatabase();
let cast: Cast;
const readers = {} as Record<"office" | "chair" | "front" | "newFront", Actor>;
const matters = {} as Record<"before" | "after", string>;
const conferences = {} as Record<"before" | "after", string>;

const act = (name: string, input: Record<string, unknown>) =>
  cast.perform(actNamed(name)!, input, { actor: cast.system, now: noon }) as Promise<{
    id: string;
    code: string;
  }>;

async function closedMatter(on: string): Promise<string> {
  const said = { unit: "A", village: "A-1", field: "giao_thong", received_on: on, text: `Ý kiến ngày ${on}` };
  const { code } = await act("recommendation.receive", said);
  const move = (name: string, more = {}) =>
    act(`recommendation.${name}`, { recommendation: code, on, ...more });
  await move("assign", { lead: "A-KT", due: on });
  await move("draft_answer", { outcome: "done", text: "Xong" });
  await move("approve_answer");
  await move("answer");
  await move("close");
  return code;
}

async function waiting(on: string, lead: string): Promise<string> {
  const said = { unit: "A", village: "A-1", field: "giao_thong", received_on: on, text: `Việc ngày ${on}` };
  const { code } = await act("recommendation.receive", said);
  await act("recommendation.assign", { recommendation: code, on, lead, due: "2026-02-28" });
  const asked = { recommendation: code, on, due: "2026-04-30", reason: "Chờ vốn" };
  await act("recommendation.ask_extension", asked);
  return code;
}

beforeAll(async () => {
  cast = await buildCast(db);
  const chairs = [{ name: "Bà Chủ trì", capacity: "party_secretary" }];
  const held = (held_on: string) =>
    act("conference.record", { unit: "A", form: "periodic", held_on, chairs });
  for (const [when, on] of [
    ["before", "2026-01-10"],
    ["after", "2026-02-10"],
  ] as const) {
    if (when === "after") {
      const moved = { kind: "reparent", on: "2026-02-01", from: ["A"], to: ["K"] };
      await act("organization.arrange_units", moved);
    }
    matters[when] = await closedMatter(on);
    await waiting(on, when === "before" ? "A-KT" : "A-VH");
    conferences[when] = (await held(on)).id;
    await issue(conferences[when], on);
  }
  readers.office = await cast.holder("office_secretary", "T");
  readers.chair = await cast.holder("chairperson", "T");
  readers.front = await cast.holder("front_officer", "T");
  readers.newFront = await cast.holder("front_officer", "K");
});

async function issue(conference: string, issuedOn: string) {
  const by = { actor: cast.system, post: null, now: noon, today };
  const notice = governmentNotice();
  const paper = { ...notice, header: { ...notice.header, symbol: null, date: null } };
  await db.transaction().execute((trx) =>
    issueDocument(trx, {
      unitId: cast.unit("A"),
      paper,
      issuedOn,
      by,
      subject: { kind: "conference", id: conference },
    }),
  );
}

const listed = async (actor: Actor) =>
  (await listMatters(db, actor, matterFilter.parse({}), { sort: "received", size: 50 }, today)).matters.map(
    ({ code }) => code,
  );

describe("of a commune that moved away", () => {
  test("the list has what came in before, and not what came after", async () => {
    expect(await listed(readers.office)).toContain(matters.before);
    expect(await listed(readers.office)).not.toContain(matters.after);
  });

  test("the desk tells no more than the list", async () => {
    const asked = (await readDesk(db, readers.office, today)).extensions;
    expect(asked.map(({ excerpt }) => excerpt)).toEqual(["Việc ngày 2026-01-10"]);
    const { unconfirmed } = await readDesk(db, readers.front, today);
    expect(unconfirmed.map(({ code }) => code)).toEqual([matters.before]);
    const newDesk = await readDesk(db, readers.newFront, today);
    expect(newDesk.unconfirmed.map(({ code }) => code).toSorted()).toEqual(
      [matters.before, matters.after].toSorted(),
    );
    const { agencies } = (await readDesk(db, readers.chair, today)).late;
    expect(agencies).toMatchObject([{ code: "A-KT", count: 1 }]);
  });

  test("the Front's sample draws from what the list has", async () => {
    const drawn = async (actor: Actor) => {
      const asked = { seed: "x", size: 50, at: noon.toString() };
      return (await drawSample(db, actor, asked, today)).matters.map(({ code }) => code);
    };
    expect(await drawn(readers.front)).toEqual([matters.before]);
    expect((await drawn(readers.newFront)).length).toBe(2);
  });

  test("conferences held after are not there, to the list or by their id", async () => {
    const { lines } = await listConferences(db, readers.office, {}, today);
    expect(lines.map(({ id }) => id)).toEqual([conferences.before]);
    expect(await mayReadConference(db, readers.office, conferences.after, today)).toBe(false);
    expect((await listConferences(db, readers.newFront, {}, today)).total).toBe(2);
  });

  test("nor are documents issued after", async () => {
    expect((await listDocuments(db, readers.office, {}, today)).total).toBe(1);
    const about = (id: string) => documentsAbout(db, readers.office, { kind: "conference", id }, today);
    expect((await about(conferences.before)).length).toBe(1);
    expect((await about(conferences.after)).length).toBe(0);
    expect((await listDocuments(db, readers.newFront, {}, today)).total).toBe(2);
  });

  test("its register may be read by those it left until the day it went, by those it came to at any time", async () => {
    const until = (on: string, actor: Actor) => mayReadUnit(db, actor, "A", { on, today });
    await until("2026-01-31", readers.office);
    await expect(until("2026-02-01", readers.office)).rejects.toThrow("organization.unit_not_found");
    for (const on of ["2026-01-31", today]) await until(on, readers.newFront);
  });

  const readReport = (actor: Actor, question: object) =>
    askOn({ db, reports: db })(reportReadings.summary, question, { actor, now: noon, by: "page" });

  test("a report as was is for those who had it all the period, one as is for those who have it now", async () => {
    const read = (actor: Actor, from: string, to: string, basis: "as-was" | "as-is") =>
      readReport(actor, { unit: "A", from, to, basis });
    const refused = "organization.unit_not_found";
    await read(readers.office, "2025-01-01", "2026-01-31", "as-was");
    await expect(read(readers.office, "2025-01-01", "2026-01-31", "as-is")).rejects.toThrow(refused);
    await expect(read(readers.office, "2026-01-01", "2026-02-01", "as-was")).rejects.toThrow(refused);
    for (const basis of ["as-was", "as-is"] as const)
      await read(readers.newFront, "2025-01-01", "2026-12-31", basis);
    // On its way it lay for two weeks below a third: those had it neither before nor after.
    const passing = { code: "Q", name: "Tỉnh Q", kind: "province", parent: "VN", from: "2020-01-01" };
    const { id: unitId } = await act("organization.create_unit", passing);
    for (const [on, to] of [
      ["2026-02-10", "Q"],
      ["2026-02-24", "K"],
    ] as const)
      await act("organization.arrange_units", { kind: "reparent", on, from: ["B"], to: [to] });
    const holder = await cast.holder("statistician", "K");
    const third: Actor = { ...holder, posts: [{ ...holder.posts[0]!, unitId }] };
    const readB = (from: string, to: string) => readReport(third, { unit: "B", from, to });
    await readB("2026-02-10", "2026-02-23");
    await expect(readB("2026-01-01", "2026-02-23")).rejects.toThrow(refused);
    await expect(readB("2026-02-10", "2026-02-24")).rejects.toThrow(refused);
  });

  test("a post gives what it gives from its first day, of all days; one that has ended gives nothing", async () => {
    const begun = await cast.holder("statistician", "K");
    const asked = { unit: "A", from: "2019-01-01", to: "2019-12-31" };
    await readReport(begun, asked);
    const ended: Actor = { ...begun, posts: [] };
    await expect(readReport(ended, asked)).rejects.toThrow("organization.unit_not_found");
  });

  test("it is arranged, and its people are kept, by those it came to", async () => {
    const ended = { kind: "abolish", on: "2026-03-01", from: ["A"], children_to: "K" };
    const arrange = async (unit: string) =>
      cast.perform(arrangeUnits, ended, { actor: await cast.holder("administrator", unit), now: noon });
    await expect(arrange("T")).rejects.toThrow("act.not_permitted");
    const named = async (unit: string) =>
      (await readPeople(db, [cast.unit(unit)], { text: "secretary A", skip: 0, limit: 5 }, today)).people
        .length;
    await cast.holder("office_secretary", "A");
    expect([await named("T"), (await named("K")) > 0]).toEqual([0, true]);
  });

  test("the register file of those it left has what came before, that of those it came to has all", async () => {
    const told = async (unit: string) => {
      const { recommendations, conferences: held } = await exportRegister(db, unit, everything, today);
      return [recommendations!.map(({ ref }) => ref), held!.map(({ ref }) => ref)];
    };
    const [before, all] = [await told("T"), await told("K")];
    expect(before[0]).toContain(matters.before);
    expect(before[0]).not.toContain(matters.after);
    expect(before[1]).toEqual([conferences.before]);
    expect(all[0]).toEqual(expect.arrayContaining([matters.before, matters.after]));
    expect(all[1]).toEqual([conferences.before, conferences.after]);
  });
});

describe("of what the agency of a commune that moved away handed over", () => {
  test("only those above it on that day, or now, may read the record", async () => {
    await act("organization.arrange_units", {
      kind: "merge",
      on: "2026-02-15",
      from: ["A-KT"],
      to: ["A-VH"],
    });
    const reader = (unit: string) => cast.holder("statistician", unit);
    const { id } = await act("handover.record", { from: "A-KT", on: "2026-02-16", to: "A-VH" });
    expect((await readHandOver(db, await reader("K"), id, today)).lines.length).toBeGreaterThan(0);
    await expect(readHandOver(db, await reader("T"), id, today)).rejects.toThrow("handover.not_found");
  });
});
