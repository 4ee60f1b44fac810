import { askOn } from "#acts/ask.ts";
import { readings } from "#acts/readings.ts";
import type { Actor } from "#kernel/actor.ts";
import { hasSyllables, soughtSyllables } from "#kernel/sought-syllables.ts";
import { isSought, soughtWords } from "#kernel/sought-words.ts";
import { foldTone, searchKey } from "#kernel/vietnamese-text.ts";
import fc from "fast-check";
import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { buildCast, noon, today, type Cast } from "../../../../../tests/support/cast.ts";
import { testDatabase } from "../../../../../tests/support/database.ts";
import { plantMatters, type Planted } from "../../../../../tests/support/many-matters.ts";
import { leanAsking } from "../../../../../tests/support/lean-asking.ts";
import { countMatters, listMatters, matterFilter, receive } from "../index.ts";

const { db, pool } = await testDatabase();
const lean = leanAsking(db, pool);
const ask = askOn({ db, reports: db });
const list = readings.find(({ name }) => name === "recommendations.list")!;
let cast: Cast;
const readers: { name: string; actor: Actor; units: string[] }[] = [];
type Kept = {
  id: string;
  code: string;
  unit: string;
  text: string;
  key: string;
  day: string;
  due: string;
  open: boolean;
};
let kept: Kept[];

const often = "đường nước nhà thôn xã/phường bê tông dương thoát số".split(" ");
const seldom = "cống công trạm biến áp 68/2026/NĐ-CP H'Bĭa Niê Ea H'leo M’Drắk 317 31 hóa hoá Ƀlơ Y tơ".split(
  " ",
);

/** Words of which a few are in nearly every text, and some in nearly none. */
const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...often) },
  { weight: 1, arbitrary: fc.constantFrom(...seldom) },
);
const text = fc
  .array(fc.tuple(word, fc.constantFrom(" ", " ", " ", ", ", " – ")), { minLength: 3, maxLength: 9 })
  .map((words) => words.map(([each, sign]) => each + sign).join(""));

beforeAll(async () => {
  cast = await buildCast(db);
  const texts = fc.sample(text, { numRuns: 4000, seed: 40 });
  const planted = texts.map((said, place): Planted => {
    const unit = ["A", "B", "C"][place % 3]!;
    const day = Temporal.PlainDate.from("2024-01-01").add({ days: (place * 7) % 700 });
    const status = place % 4 === 0 ? "in_hand" : "closed";
    return {
      unitId: cast.unit(unit),
      rootUnitId: cast.unit(unit),
      receivedOn: day.toString(),
      text: said,
      status,
      dueOn: status === "in_hand" ? day.add({ days: 30 }).toString() : null,
    };
  });
  await plantMatters(db, planted, noon);
  const { rows } = await sql<Kept>`
    select r.id, r.code, u.code as unit, r.text, r.search as key, r.received_on as day, p.sort_due_on as due, p.is_open as open
    from recommendation r join present_matter p on p.recommendation_id = r.id join unit u on u.id = r.unit_id
    order by r.received_on desc, r.id desc`.execute(db);
  kept = rows;
  readers.push(
    { name: "the product itself", actor: cast.system, units: ["A", "B", "C"] },
    { name: "a province", actor: await cast.holder("chairperson", "T"), units: ["A", "B"] },
    { name: "a commune", actor: await cast.holder("office_secretary", "A"), units: ["A"] },
  );
});

function exactnessOf({ text, key }: Kept, typed: string): number {
  const written = typed.normalize("NFC").toLowerCase().trim();
  const phrase = ` ${key}`.includes(` ${searchKey(typed)}`);
  if (phrase && written !== foldTone(written) && text.toLowerCase().includes(written)) return 2;
  return phrase ? 1 : 0;
}

/** What must be found, and in which order: by its words, the best first, then by its place in the list. */
function expected(typed: string, units: readonly string[], open: boolean, forward: boolean): string[] {
  const words = soughtSyllables(typed);
  const found = kept.filter(
    (one) => units.includes(one.unit) && (!open || one.open) && hasSyllables(one.key, words),
  );
  const nearest = (one: Kept, other: Kept) =>
    one.due === other.due ? (one.id < other.id ? -1 : 1) : one.due < other.due ? -1 : 1;
  const inOrder = forward ? found : found.toSorted(nearest);
  return inOrder.toSorted((a, b) => exactnessOf(b, typed) - exactnessOf(a, typed)).map(({ code }) => code);
}

const typedWords = fc.oneof(
  fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" ")),
  fc.constantFrom(
    "duong be tong",
    "be tong duong",
    "đương bê tông",
    "tơ",
    "d",
    "31",
    "cong thoat nuoc",
    "so 31",
    "h bia",
    "nuoc nha tho",
    "tong",
  ),
);

describe.each(["never counted", "counted"])("what was typed finds the same, syllables %s", (counted) => {
  beforeAll(async () => {
    if (counted === "counted") await pool.query("vacuum analyze");
  });

  test.each([0, 1, 2])(
    "for reader %i, page by page, there and back, and as many as are counted",
    async (reader) => {
      const { actor, units } = readers[reader]!;
      const asked = fc.tuple(typedWords, fc.boolean(), fc.boolean());
      for (const [typed, open, received] of fc.sample(asked, { numRuns: 12, seed: 7 + reader })) {
        const filter = matterFilter.parse({ text: typed, view: open ? "open" : "all" });
        const sort = received ? "received" : "due";
        const all = expected(typed, units, open, received);
        const read = async (at: object) =>
          listMatters(db, actor, filter, { sort, size: 60, excerpt: 10, ...at }, today);
        const there: string[] = [];
        let page = await read({});
        there.push(...page.matters.map(({ code }) => code));
        for (let pages = 0; page.next && pages < 3; pages += 1) {
          page = await read({ after: page.next });
          there.push(...page.matters.map(({ code }) => code));
        }
        expect(there, `${typed} by ${sort}`).toEqual(all.slice(0, there.length));
        if (!page.next) expect(there.length).toBe(all.length);
        const back: string[] = [];
        while (page.previous) {
          page = await read({ before: page.previous });
          back.unshift(...page.matters.map(({ code }) => code));
        }
        expect(back, `${typed} by ${sort}, back`).toEqual(all.slice(0, back.length));
        expect(await countMatters(db, actor, filter, today, 10_000), typed).toBe(all.length);
      }
    },
  );

  test.each([1, 2])("asked in one question by reader %i it is the same, page by page", async (reader) => {
    const one = await lean.recognised(readers[reader]!.actor);
    const asked = fc.tuple(typedWords, fc.boolean(), fc.boolean());
    for (const [text, open, received] of fc.sample(asked, { numRuns: 25, seed: 17 + reader })) {
      const query = { text, view: open ? "open" : "all", sort: received ? "received" : "due", size: "60" };
      let at: Record<string, string> | null = {};
      for (let page = 0; at && page < 3; page++) {
        const request = { actor: one.who, now: noon, by: "api" } as const;
        const usual = (await ask(list, { ...query, ...at }, request)) as { previous: string; next: string };
        expect([text, await lean.ask(list, { ...query, ...at }, one, noon)]).toEqual([
          text,
          JSON.stringify(usual),
        ]);
        at =
          page === 1 && usual.previous
            ? { before: usual.previous }
            : usual.next
              ? { after: usual.next }
              : null;
      }
    }
  });
});

test("what parts of words found, whole syllables find, as exactly as before", () => {
  const phraseOf = (typed: string, key: string) => (key.includes(searchKey(typed)) ? 1 : 0);
  let compared = 0;
  for (const [typed] of fc.sample(fc.tuple(typedWords), { numRuns: 100, seed: 3 })) {
    const whole = soughtSyllables(typed).map((ways) => ways.map((way) => ({ ...way, open: false })));
    for (const one of kept.slice(0, 500)) {
      if (!hasSyllables(one.key, whole)) continue;
      expect(isSought(one.key, soughtWords(typed)) || / [a-z]$|^[a-z] /i.test(typed)).toBe(true);
      expect(hasSyllables(one.key, soughtSyllables(typed))).toBe(true);
      const atSyllable = ` ${one.key}`.includes(` ${searchKey(typed)}`);
      if (atSyllable) expect(Math.min(exactnessOf(one, typed), 1)).toBe(phraseOf(typed, one.key));
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(500);
});

test("what came in a moment ago, with a withheld name or without, is found at once, by those who read the words", async () => {
  const front = await lean.recognised(await cast.holder("front_chair", "A"));
  const office = await lean.recognised(readers[2]!.actor);
  const find = async (one: typeof front, text: string) => {
    const answer = await lean.ask(list, { text }, one, noon);
    const usual = await ask(list, { text }, { actor: one.who, now: noon, by: "api" });
    if (answer !== null) expect(answer).toBe(JSON.stringify(usual));
    return (usual as { matters: unknown[] }).matters.length;
  };
  const before = await find(office, "zeng quzzy");
  await cast.perform(
    receive,
    {
      unit: "A",
      field: "giao_thong",
      received_on: today,
      text: "Ông Zeng Quzzy hỏi về đường",
      raised_by: "Zeng Quzzy",
      naming: "secretariat_only",
    },
    { actor: cast.system, now: noon },
  );
  expect([before, await find(office, "zeng quzzy"), await find(front, "zeng quzzy")]).toEqual([
    before,
    before + 1,
    0,
  ]);
});

test("without its index the database reads every matter, and finds the same", async () => {
  const reading = () =>
    listMatters(
      db.withTables(),
      cast.system,
      matterFilter.parse({ text: "bê tông nha" }),
      { sort: "received", size: 50 },
      today,
    );
  const before = await reading();
  await pool.query("drop index recommendation_syllables");
  expect(await reading()).toEqual(before);
  expect(before.matters.length).toBe(50);
});
