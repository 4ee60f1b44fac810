import { ofToday } from "#modules/document/paper-day.ts";
import { actNamed } from "#acts/registry.ts";
import { capacities, type Actor } from "#kernel/actor.ts";
import {
  draftRequestsToMe,
  findConference,
  lastTime,
  listConferences,
  unansweredInvitations,
} from "#modules/conference/server/index.ts";
import {
  mattersOf,
  openMatters,
  raisedThere,
  unruledMatters,
} from "#modules/conference/ui/life/matters-of.ts";
import { figureHref, lateHref, type DeskQuestion } from "#modules/desk/questions.ts";
import { readDesk } from "#modules/desk/server/index.ts";
import { quarterFigures } from "#modules/planning/against.ts";
import { planAgainstHeld } from "#modules/planning/server/index.ts";
import { listHref, shownEntries, type AgainstAsked } from "#modules/planning/ui/against-address.ts";
import { countMatters, matterFilter } from "#modules/recommendation/server/index.ts";

import { beforeAll, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../support/cast.ts";
import { testDatabase } from "../support/database.ts";

// Every number that is a link, on whatever page and to every kind of person, opens as many cases as it says.
// `tests/architecture/linked-figures.test.ts` knows all of them.

const { db } = await testDatabase();
let cast: Cast;
let held: string;
let next: string;
const people: { name: string; actor: Actor }[] = [];

const act = (name: string, input: object) =>
  cast.perform(actNamed(name)!, input as Record<string, unknown>, {
    actor: cast.system,
    now: noon,
  }) as Promise<{ id: string; code: string }>;
const move = (name: string, recommendation: string, more: object = {}) =>
  act(`recommendation.${name}`, { recommendation, on: "2026-02-02", ...more });

const places = {
  agency_head: ["A-KT", "A-VH", "B-KT", "T-SO"],
  agency_officer: ["A-KT", "A-VH", "B-KT", "T-SO"],
  village_head: ["A-1", "A-2", "B-1"],
} as const;
const elsewhere = ["A", "T"] as const;

beforeAll(async () => {
  cast = await buildCast(db);
  const chairs = [{ name: "Bà Chủ trì", capacity: "party_secretary" }];
  held = (await act("conference.record", { unit: "A", form: "periodic", held_on: "2026-02-01", chairs })).id;
  const told = async (village: string | undefined, more: object = {}) => {
    const said = { unit: "A", field: "giao_thong", received_on: "2026-02-01", conference: held, village };
    return (await act("recommendation.receive", { ...said, text: "Sửa đường", ...more })).code;
  };
  const given = async (village: string, lead: string, due: string, coordinators: string[] = []) => {
    const code = await told(village);
    await move("assign", code, { lead, due, coordinators });
    return code;
  };
  await told("A-1");
  await told("A-2");
  await told(undefined);
  await told("A-1", { kind: "complaint" });
  await given("A-1", "A-KT", "2026-02-20", ["A-VH"]);
  const late = await given("A-2", "A-KT", "2026-02-20");
  await given("A-2", "A-VH", "2026-03-04", ["A-KT"]);
  const above = await told(undefined, { unit: "T", conference: undefined });
  await move("assign", above, { lead: "A", due: "2026-03-20", coordinators: ["T-SO"] });
  const answered = await given("A-1", "A-KT", "2026-03-20");
  await move("draft_answer", answered, { outcome: "done", text: "Đã làm" });
  await move("approve_answer", answered);
  await move("answer", answered);
  await move("confirm", answered, { by: "requester", satisfied: "false", text: "Chưa xong" });
  const merged = await told("A-1");
  await move("merge", merged, { into: late });
  const earlier = await told("A-2", { conference: undefined, received_on: "2026-01-20" });
  await move("merge", await told("A-1"), { into: earlier });
  const held_back = await given("A-2", "A-KT", "2026-02-25");
  await move("hold", held_back, { reason: "Có nội dung tố cáo" });
  await move("forward_up", await told("A-2"), { to: "T" });
  const city = (
    await act("conference.record", { unit: "T", form: "periodic", held_on: "2026-02-01", chairs })
  ).id;
  for (const lead of ["T-SO", "B"])
    await move("assign", await told(undefined, { unit: "T", conference: city }), {
      ...{ lead, due: "2026-03-04", coordinators: ["A"] },
    });
  const noted = await told("A-2");
  await act("recommendation.rule", { recommendation: noted, on: "2026-02-01", ruling: "noted" });
  next = (
    await act("conference.prepare", {
      unit: "A",
      form: "periodic",
      held_on: "2026-03-30",
      chairs,
      place: "Hội trường",
    })
  ).id;
  await act("conference.invite", {
    conference: next,
    guests: [
      { unit: "A-1", quota: 2 },
      { name: "Cụ khách mời", quota: 1 },
    ],
  });
  for (const capacity of capacities)
    for (const unit of capacity in places ? places[capacity as keyof typeof places] : elsewhere)
      people.push({ name: `${capacity} ${unit}`, actor: await cast.holder(capacity, unit) });
});

type Figure = { readonly what: string; readonly value: number; readonly href: string };

/** As many cases as the page of an address has. */
async function opened(actor: Actor, href: string): Promise<number> {
  const { pathname, searchParams } = new URL(href, "http://here");
  if (pathname === "/recommendations")
    return countMatters(db, actor, matterFilter.parse(Object.fromEntries(searchParams)), today, 1000);
  const [, conference] = /^\/conferences\/(.+)\/invitations$/.exec(pathname) ?? [];
  if (conference) return (await unansweredInvitations(db, conference, today)).length;
  if (pathname === "/conferences/drafts")
    return (await draftRequestsToMe(db, actor, today)).filter(({ draft }) => draft === null).length;
  throw new Error(`Nobody says what opens at ${href}`);
}

async function deskFigures(actor: Actor): Promise<Figure[]> {
  const desk = await readDesk(db, actor, today);
  const counts = Object.entries(desk.counts) as [DeskQuestion, number][];
  return [
    ...counts.map(([what, value]) => ({ what, value, href: figureHref(what) })),
    ...desk.late.agencies.map(({ code, count }) => ({
      what: `late ${code}`,
      value: count,
      href: lateHref(code),
    })),
    ...(desk.next
      ? [
          {
            what: "unanswered",
            value: desk.next.unanswered,
            href: `/conferences/${desk.next.id}/invitations`,
          },
        ].filter(({ value }) => value > 0)
      : []),
    { what: "asked", value: desk.asked.length, href: "/conferences/drafts" },
  ].filter(
    ({ what }) => what !== "asked" || desk.parts.some((part) => part !== "front" && part !== "village"),
  );
}

async function conferenceFigures(actor: Actor): Promise<Figure[]> {
  const { lines } = await listConferences(db, actor, {}, today);
  const figures = lines.map(({ id, open }) => ({
    what: "open in the list",
    value: open,
    href: mattersOf(id, openMatters),
  }));
  for (const { id } of lines) {
    const { counts } = await findConference(db, actor, id, today);
    figures.push(
      { what: "of a conference", value: counts.recommendations, href: mattersOf(id, raisedThere) },
      { what: "open of a conference", value: counts.open, href: mattersOf(id, openMatters) },
      {
        what: "unruled of a conference",
        value: counts.byClass.awaiting_ruling ?? 0,
        href: mattersOf(id, unruledMatters),
      },
    );
  }
  return figures;
}

test("each number opens as many matters as it says, to whoever reads it", async () => {
  const some = new Set<string>();
  for (const { name, actor } of people) {
    const figures = [...(await deskFigures(actor)), ...(await conferenceFigures(actor))];
    const told = figures.map(({ what, value, href }) => `${what}: ${value} at ${href}`);
    const opening = [];
    for (const { what, href } of figures) opening.push(`${what}: ${await opened(actor, href)} at ${href}`);
    expect(told, name).toEqual(opening);
    for (const { what, value } of figures) if (value > 0) some.add(what);
  }
  for (const what of ["open", "overdue", "open in the list", "of a conference", "unruled of a conference"])
    expect([...some]).toContain(what);
}, 120_000);

test("a village and an agency are told how many there are besides theirs; what is out of sight is in no number", async () => {
  const seen = async (name: string) => {
    const { actor } = people.find((one) => one.name === name)!;
    const { recommendations, open, others } = (await findConference(db, actor, held, today)).counts;
    const line = (await listConferences(db, actor, {}, today)).lines.find(({ id }) => id === held)!;
    expect({ recommendations, open, others }).toEqual({
      recommendations: line.recommendations,
      open: line.open,
      others: line.others,
    });
    return [recommendations, open, others];
  };
  const [all, open] = await seen("office_secretary A");
  expect(await seen("office_secretary A")).toEqual([all, open, 0]);
  for (const name of ["village_head A-1", "village_head A-2", "agency_officer A-KT", "agency_head A-VH"]) {
    const [own, ownOpen, others] = await seen(name);
    expect([name, own! > 0, ownOpen! > 0, own! + others!]).toEqual([name, true, true, all]);
  }
});

test("what became of the last time is counted as it is listed", async () => {
  const conference = { id: next, unitId: cast.unit("A"), heldOn: "2026-03-30", form: "periodic" } as const;
  for (const { name, actor } of people) {
    const { matters, counts, carriedOver, hidden } = await lastTime(db, actor, conference, ofToday(today));
    const counted = Object.values(counts).reduce((sum, count) => sum + count, 0);
    expect(counted, name).toBe(matters.length);
    if (name === "office_secretary A") expect([carriedOver.length, hidden]).toEqual([0, 0]);
    if (name === "village_head A-1") expect(hidden).toBeGreaterThan(0);
  }
});

test("a figure of a plan against what was held opens as many conferences", async () => {
  const against = await planAgainstHeld(db, { unit: "A", year: 2026, asOf: today, today });
  const asked: AgainstAsked = {
    ...{ unit: "A", year: 2026, as_of: "", basis: "as-was", host: "", quarter: null, show: null },
  };
  const opens = (more: Partial<AgainstAsked>) => {
    const address = new URL(listHref(asked, more), "http://here").searchParams;
    expect(address.get("show")).toBe(more.show);
    return shownEntries(against.entries, { ...asked, ...more }).length;
  };
  expect(against.totals.held).toBe(1);
  for (const show of ["planned", "held"] as const) {
    expect([show, opens({ show })]).toEqual([show, against.totals[show]]);
    for (const line of against.units)
      expect([line.unit, show, opens({ host: line.unit, show })]).toEqual([line.unit, show, line[show]]);
  }
  for (const line of against.quarters)
    for (const show of quarterFigures)
      expect([line.quarter, show, opens({ quarter: line.quarter, show })]).toEqual([
        line.quarter,
        show,
        line[show],
      ]);
});
