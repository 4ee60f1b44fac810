import type { Actor } from "#kernel/actor.ts";
import { performOn } from "#acts/perform.ts";
import { actNamed } from "#acts/registry.ts";
import { Problem } from "#kernel/problem.ts";
import { deskQuestions } from "#modules/desk/questions.ts";
import { readDesk, type Desk } from "#modules/desk/server/index.ts";
import { readScope } from "#modules/organization/server/index.ts";
import {
  countingTogether,
  countMatters,
  countRegisters,
  latestFirst,
  linesOfMatters,
  listMatters,
  matterFilter,
  outOfSight,
  readableIn,
  wordsShownIn,
} from "#modules/recommendation/server/index.ts";
import fc from "fast-check";
import { sql, type RawBuilder } from "kysely";
import { expect, test } from "vitest";
import { paperRepliesBelow } from "#modules/recommendation/server/above/take-over-reply.ts";
import { unsettled } from "#modules/recommendation/server/matter/unsettled.ts";
import { buildCast, noon, today, type Cast } from "../support/cast.ts";
import { testDatabase } from "../support/database.ts";

// The desk asks together what lists ask one by one: after any history both say the same, to each kind of person.

const { db } = await testDatabase();
const cast = await buildCast(db);
const perform = performOn(db);
const first = Temporal.PlainDate.from("2025-09-01");

const people = [
  ["office_secretary", "A"],
  ["chairperson", "A"],
  ["front_chair", "A"],
  ["agency_head", "A-KT"],
  ["agency_officer", "B-KT"],
  ["village_head", "A-1"],
  ["complaint_reviewer", "A"],
  ["office_secretary", "T"],
  ["chairperson", "T"],
  ["front_officer", "T"],
  ["chairperson", "B"],
  ["administrator", "T"],
  ["chairperson", "VN"],
] as const satisfies readonly (readonly [Parameters<Cast["holder"]>[0], string])[];

const does = fc.constantFrom(
  ...[
    "receive",
    "receive",
    "receive",
    "assign",
    "assign",
    "assign",
    "ask",
    "draft",
    "approve",
    "answer",
    "answer",
  ],
  ...[
    "no",
    "no",
    "yes",
    "close",
    "reopen",
    "merge",
    "forward",
    "hold",
    "release",
    "return",
    "block",
    "extend",
    "route",
  ],
  ...["late assign", "end agency", "end commune", "hand over", "duty", "annul"],
);
const nat = fc.nat({ max: 1000 });
const course = fc.array(fc.record({ does, one: nat, other: nat }), {
  minLength: 40,
  maxLength: 60,
  size: "max",
});

/** Communes that each run adds for itself. */
let added = 0;

class History {
  readonly #matters: string[] = [];
  readonly #ended: { from: string; to: string }[] = [];
  taken = 0;

  async #do(name: string, input: object): Promise<{ code: string } | null> {
    try {
      const done = await perform(actNamed(name)!, input, { actor: cast.system, now: noon });
      this.taken += 1;
      return done as { code: string };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return null;
    }
  }

  async take(step: { does: string; one: number; other: number }, index: number): Promise<void> {
    const { one, other } = step;
    const on = first.add({ days: 2 * index }).toString();
    const earlier = first.add({ days: Math.max(0, 2 * index - 10) }).toString();
    const recommendation = this.#matters[one % Math.max(1, this.#matters.length)] ?? "";
    const agencies = { A: ["A-KT", "A-KT", "A", "A-VH"], B: ["B-KT", "B"], T: ["T-SO", "A", "B"] };
    const near = agencies[recommendation.charAt(0) as "A" | "B" | "T"] ?? ["A-KT"];
    const lead = near[other % near.length]!;
    const soon = `2026-03-0${3 + (other % 5)}`;
    const due = other % 4 === 0 ? soon : first.add({ days: 2 * index + (other % 120) }).toString();
    const move = (name: string, more: object = {}) =>
      this.#do(`recommendation.${name}`, { recommendation, on, ...more });
    const steps: Record<string, () => Promise<unknown>> = {
      receive: async () => {
        const [unit, village] = (
          [
            ["A", "A-1"],
            ["A", "A-2"],
            ["B", "B-1"],
            ["T", undefined],
          ] as const
        )[one % 4]!;
        const said = { unit, village, text: `Kiến nghị ${other}`, field: "giao_thong", received_on: on };
        const kind = other % 20 === 0 ? { kind: "complaint" } : {};
        const received = await this.#do("recommendation.receive", { ...said, ...kind });
        if (received) this.#matters.push(received.code);
      },
      assign: () =>
        move("assign", {
          lead,
          due,
          coordinators: [near[(other + 1) % near.length]!].filter((unit) => unit !== lead),
        }),
      "late assign": () => move("assign", { lead, due, on: earlier }),
      ask: () => move("ask_extension", { due: first.add({ days: 400 }).toString(), reason: "Chờ vốn" }),
      extend: () =>
        move(other % 2 ? "extend" : "refuse_extension", {
          due: first.add({ days: 400 }).toString(),
          reason: "x",
        }),
      draft: () => move("draft_answer", { outcome: "done", text: "Đã làm" }),
      approve: () => (other % 3 ? move("approve_answer") : move("send_back", { reason: "Viết lại" })),
      answer: async () => {
        await move("draft_answer", { outcome: "done", text: "Đã làm" });
        await move("approve_answer");
        await move("answer");
      },
      no: () =>
        move("confirm", { by: other % 2 ? "front" : "requester", satisfied: "false", text: "Chưa xong" }),
      yes: () => move("confirm", { by: other % 2 ? "front" : "requester", satisfied: "true" }),
      close: () => move("close", other % 2 ? { reason: "Đã giải thích" } : {}),
      reopen: () => move("reopen", { reason: "Chưa xong" }),
      merge: () => move("merge", { into: this.#matters[other % Math.max(1, this.#matters.length)] ?? "" }),
      forward: () => move("forward_up", { to: "T" }),
      hold: () => move("hold", { reason: "Tố cáo" }),
      release: () => move("release", { reason: "Không phải" }),
      route: () => move("route_out", { to: "Công an" }),
      return: () => move("return", { reason: "Không đúng" }),
      block: () => move("block", { reason: "Chờ vốn", review_on: due }),
      duty: () => move("finish_duty", { unit: lead, text: "Xong phần" }),
      annul: () => this.#do("recommendation.annul", { recommendation, reason: "Nhầm" }),
      "end agency": () => this.#end("A-VH", "A-KT", on),
      "end commune": () => this.#heir(on),
      "hand over": async () => {
        const ended = this.#ended[one % Math.max(1, this.#ended.length)];
        if (ended) await this.#do("handover.record", { ...ended, on });
      },
    };
    await steps[step.does]!();
  }

  /** What each history ends with, lest a part of the desk be empty after all of them. */
  async end(): Promise<void> {
    for (const does of [
      ["draft"],
      ["draft", "approve"],
      ["answer", "no"],
      ["answer", "no", "reopen"],
      ["answer"],
      ["ask"],
      ["block"],
    ]) {
      await this.take({ does: "receive", one: 0, other: 1 }, 86);
      const one = this.#matters.length - 1;
      for (const [step, each] of ["assign", ...does].entries())
        await this.take({ does: each, one, other: each === "assign" ? 40 : 1 }, 87 + step);
    }
  }

  async #end(from: string, to: string, on: string): Promise<void> {
    const arranged = { kind: "merge", on, from: [from], to: [to] };
    if (await this.#do("organization.arrange_units", arranged)) this.#ended.push({ from, to });
  }

  /** A commune of its own ends, with what it has, and A carries it on. */
  async #heir(on: string): Promise<void> {
    const code = `X${added++}`;
    await this.#do("organization.create_unit", {
      code,
      kind: "commune",
      parent: "T",
      name: "Xã cũ",
      from: "2020-01-01",
    });
    for (const place of [1, 2]) {
      const said = { unit: code, text: `Việc cũ ${place}`, field: "giao_thong", received_on: "2025-08-01" };
      const received = await this.#do("recommendation.receive", said);
      if (received) this.#matters.push(received.code);
    }
    await this.#end(code, "A", on);
  }
}

/** What the desk says by the questions of its lists and, of what no list asks, by the facts themselves. */
async function askedOneByOne(actor: Actor, desk: Desk) {
  const list = async (question: object, size: number) =>
    (await listMatters(db, actor, matterFilter.parse(question), { sort: "due", size }, today)).matters;
  const count = (question: object) => countMatters(db, actor, matterFilter.parse(question), today, 10_000);
  const counts: Record<string, number> = {};
  for (const name of Object.keys(desk.counts) as (keyof typeof deskQuestions)[])
    counts[name] = await count(deskQuestions[name]);
  const scope = await readScope(db, actor);
  const lies = readableIn({ ...scope, assignedTo: [], runs: [], villages: [] }, today);
  const codes = async (which: RawBuilder<unknown>, order: RawBuilder<unknown>) =>
    (
      await sql<{ code: string }>`
        select r.code from state_period p join recommendation r on r.id = p.recommendation_id join unit u on u.id = r.unit_id
        ${which} and p.superseded_at = 'infinity' and p.left_on = 'infinity' and ${lies} and not ${outOfSight}
        order by ${order} limit 10`.execute(db)
    ).rows.map(({ code }) => code);
  const last = (acts: readonly string[], more = sql`true`) => sql`(select e.act from standing_event e
    where e.recommendation_id = r.id and e.act = any(${[...acts]}) and ${more} order by ${latestFirst("e")} limit 1)`;
  const asking = ["ask_extension", "refuse_extension", "extend", "assign", "return", "reopen"];
  const found = sql`(select e from standing_event e where e.recommendation_id = r.id and e.act = 'confirm'
    and e.confirmed_by = 'front' order by ${latestFirst("e")} limit 1)`;
  const { rows: late } = await sql<{ code: string; id: string }>`
    select lead.code, lead.id from state_period p join recommendation r on r.id = p.recommendation_id join unit u on u.id = r.unit_id
    join unit lead on lead.id = p.lead_id
    where p.superseded_at = 'infinity' and p.left_on = 'infinity' and p.is_open and p.class = 'in_hand'
      and p.due_on < ${today}::date and ${lies} and ${wordsShownIn(scope, today)}
    group by lead.id, lead.code order by count(*) desc, lead.code`.execute(db);
  const parts = new Set(desk.parts);
  const [office, front] = [parts.has("office") || parts.has("lead"), parts.has("front")];
  const nearest =
    parts.has("office") || parts.has("agency") || parts.has("village") ? await list({ view: "open" }, 8) : [];
  return {
    counts,
    nearest: nearest.filter(({ dueOn }) => dueOn !== null),
    drafts: desk.drafts && {
      toApprove: await list(deskQuestions.toApprove, 8),
      toIssue: await list(deskQuestions.toIssue, 8),
    },
    late: parts.has("lead")
      ? {
          of: late.length,
          agencies: await Promise.all(
            late
              .slice(0, 8)
              .map(async ({ code }) => ({ code, count: await count({ view: "overdue", lead: code }) })),
          ),
        }
      : { of: 0, agencies: [] },
    extensions: office
      ? await codes(
          sql`where p.status = 'in_hand' and ${last(asking)} = 'ask_extension'`,
          sql`p.due_on, r.id`,
        )
      : [],
    unconfirmed: front
      ? await codes(
          sql`where p.status = 'closed' and not exists (select from standing_event e where e.recommendation_id = r.id
            and e.act = 'confirm' and e.on_date >= coalesce(p.answered_on, '-infinity'))`,
          sql`p.entered_on desc, r.id desc`,
        )
      : [],
    findings: front
      ? await codes(sql`where p.is_open and not (${found}).satisfied`, sql`(${found}).on_date, r.id`)
      : [],
    unsettled:
      "unsettled" in desk.counts
        ? (await list(deskQuestions.unsettled, 50)).map(({ code }) => code).toSorted()
        : [],
  };
}

/** What the rows say that are kept beside the facts, and the facts do not, or the other way round. */
async function keptAstray(): Promise<unknown[]> {
  const { rows } = await sql`
    select r.code, 'present' as what from present_matter p join recommendation r on r.id = p.recommendation_id
    where p.unsettled is distinct from (not p.is_open and ${unsettled(sql`r.id`)})
      or p.paper_reply is distinct from exists (${paperRepliesBelow(sql`r.id`)})
    union all
    select r.code, 'given' from recommendation r join lateral (
      ((${given}) except select unit_id from given_matter where recommendation_id = r.id)
      union all (select unit_id from given_matter where recommendation_id = r.id except (${given}))) one on true
    where exists (select from present_matter p where p.recommendation_id = r.id)
    union all
    select r.code, 'given otherwise' from given_matter g join present_matter p using (recommendation_id)
    join recommendation r on r.id = g.recommendation_id
    where (g.waits, g.register_id) is distinct from (p.is_open or p.unsettled, p.unit_id)
      or g.helps is distinct from (${helps})
    union all
    select unit_id::text, 'numbers' from (
      select unit_id, hidden, open, unruled, unassigned, passed_up, blocked, answered, unsettled, paper_replies from register_tally
        where unit_id <> '00000000-0000-0000-0000-000000000000' and (select day from tally_day) is not null
      union all
      select unit_id, hidden, open, unruled, unassigned, passed_up, blocked, answered, unsettled, paper_replies from register_change
        where (select day from tally_day) is not null
      union all
      select unit_id, hidden is not null, -is_open::int, -(status = 'awaiting_ruling')::int, -(status = 'awaiting_assignment')::int,
        -(class = 'passed_up')::int, -(class = 'blocked')::int, -(status = 'answered')::int, -unsettled::int, -paper_reply::int
        from present_matter where (select day from tally_day) is not null) one
    group by unit_id, hidden having (sum(open), sum(unruled), sum(unassigned), sum(passed_up), sum(blocked), sum(answered),
      sum(unsettled), sum(paper_replies)) <> (0, 0, 0, 0, 0, 0, 0, 0)`.execute(db);
  return rows;
}

/** The units to which a matter `r` was given, by the facts. */
const given = sql`select e.lead_id from standing_event e where e.recommendation_id = r.id and e.lead_id is not null
  union select c.unit_id from event_coordinator c join standing_event e on e.id = c.event_id where e.recommendation_id = r.id
  union select d.agency_id from draft_request d where d.recommendation_id = r.id and d.withdrawn_at is null`;

/** That a unit of `given_matter g` coordinates in a matter `p` and has not done its part, by the facts. */
const helps = sql`p.status in ('awaiting_assignment', 'in_hand', 'scheduled', 'blocked') and exists (
  select from event_coordinator c join standing_event team on team.id = c.event_id
  where c.unit_id = g.unit_id and team.recommendation_id = p.recommendation_id
    and not exists (select from standing_event later where later.recommendation_id = team.recommendation_id
      and later.act in ('assign', 'hand_over', 'return')
      and (later.on_date, later.sequence) > (team.on_date, team.sequence))
    and not exists (select from standing_event done where done.recommendation_id = team.recommendation_id
      and done.act = 'finish_duty'
      and (done.coordinator_id = c.unit_id or (team.act = 'hand_over' and not exists (
        select from event_coordinator still where still.event_id = team.id and still.unit_id = done.coordinator_id)))
      and not exists (select from standing_event asked where asked.recommendation_id = team.recommendation_id
        and asked.act = 'assign' and (asked.on_date, asked.sequence) > (done.on_date, done.sequence))))`;

/** What each kind of number is to who reads whole registers. */
const allCounted = countingTogether(() => ({
  counted: deskQuestions,
  first: { open: { of: { view: "open" }, size: 8 } },
  waiting: {},
  late: 8,
}));

const codesOf = (lines: readonly { code: string }[]) => lines.map(({ code }) => code);

test("the desk says what its lists say, after any history", async () => {
  const actors = await Promise.all(
    people.map(async ([capacity, unit]) => ({
      name: `${capacity} ${unit}`,
      actor: await cast.holder(capacity, unit),
    })),
  );
  const seen = new Set<string>();
  let taken = 0;
  for (const steps of fc.sample(course, { numRuns: 4, seed: 20261203 })) {
    const history = new History();
    for (const one of [0, 1, 2, 0, 1, 3, 0, 1])
      await history.take({ does: "receive", one, other: one + 1 }, 0);
    for (const one of [0, 1, 2, 3, 4, 5]) await history.take({ does: "assign", one, other: 40 * one }, 1);
    for (const [index, step] of steps.entries()) await history.take(step, index + 2);
    await history.end();
    taken += history.taken;
    expect(await keptAstray()).toEqual([]);
    for (const { name, actor } of actors.filter((one) => /^chair/.test(one.name))) {
      const { counts, first: ids } = await allCounted(db, actor, today);
      for (const [question, filter] of Object.entries(deskQuestions)) {
        const count = await countMatters(db, actor, matterFilter.parse(filter), today, 10_000);
        expect(counts[question], `${question} to ${name}`).toBe(count);
      }
      const page = { sort: "due", size: 8 } as const;
      const { matters } = await listMatters(db, actor, matterFilter.parse({ view: "open" }), page, today);
      const lines = await linesOfMatters(db, actor, ids.open!, today);
      expect(ids.open!.map((id) => lines.get(id))).toEqual(matters);
    }
    const desks: Desk[] = [];
    for (const { name, actor } of actors) {
      const desk = await readDesk(db, actor, today);
      desks.push(desk);
      const expected = await askedOneByOne(actor, desk);
      const { counts, nearest, drafts } = desk;
      const agencies = desk.late.agencies.map(({ code, count }) => ({ code, count }));
      const told = {
        counts,
        nearest,
        drafts,
        late: { of: desk.late.of, agencies },
        extensions: codesOf(desk.extensions),
        unconfirmed: codesOf(desk.unconfirmed),
        findings: codesOf(desk.findings),
        unsettled: codesOf(desk.unsettled).toSorted(),
      };
      expect({ ...told }, name).toEqual({
        ...expected,
        unsettled: expected.unsettled.filter((code) => told.unsettled.includes(code)),
      });
      expect(told.unsettled.length, name).toBe(Math.min(10, expected.unsettled.length));
      for (const [part, value] of Object.entries({ ...counts, ...told, late: desk.late.of }))
        if (typeof value === "number" ? value > 0 : Array.isArray(value) && value.length > 0) seen.add(part);
    }
    // First by the matters themselves, then by what was counted and what has changed since, then by what was counted alone.
    await countRegisters(db, today);
    expect(await keptAstray()).toEqual([]);
    for (const [at, { name, actor }] of actors.entries())
      expect(await readDesk(db, actor, today), name).toEqual(desks[at]);
  }
  expect(taken).toBeGreaterThan(100);
  const parts = [
    "overdue",
    "dueWeek",
    "unruled",
    "unassigned",
    "passedUp",
    "given",
    "blocked",
    "answered",
    "unsettled",
  ];
  for (const part of [
    ...parts,
    "toApprove",
    "toIssue",
    "duties",
    "open",
    "late",
    "extensions",
    "findings",
    "unconfirmed",
  ])
    expect([...seen].toSorted(), part).toContain(part);
}, 600_000);
