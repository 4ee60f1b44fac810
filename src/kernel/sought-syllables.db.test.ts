import fc from "fast-check";
import { sql } from "kysely";
import { describe, expect, it, test } from "vitest";
import { testDatabase } from "../../tests/support/database.ts";
import {
  greatestShare,
  hasSyllables,
  isPartOf,
  soughtPhrase,
  soughtSyllables,
  syllableKeys,
  syllableQuery,
} from "./sought-syllables.ts";
import { soughtWords } from "./sought-words.ts";
import { searchKey } from "./vietnamese-text.ts";

const { db } = await testDatabase();

const letters = fc.constantFrom(..."aAnhoOđĐƯờếẢ'’  –-/.,;12ŭ~\\|&!:*()\n");
const texts = fc.oneof(
  fc.string({ unit: letters, maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 40 }).map((text) => text.replaceAll("\0", "").toWellFormed()),
);

describe("by its syllables is found", () => {
  it.each([
    ["68/2026/NĐ-CP", "theo Nghị định 68/2026/NĐ-CP"],
    ["68/2026/nđ–cp", "theo Nghị định 68/2026/NĐ-CP"],
    ["phường", "các xã/phường"],
    ["H’Bĭa Niê", "hộ bà H'Bĭa Niê"],
    ["h bia nie", "hộ bà H'Bĭa Niê"],
    ["H Bĭa Niê", "hộ bà H'Bĭa Niê"],
    ["H Bia Nie", "hộ bà H'Bĭa Niê"],
    ["H BIA NIE", "hộ bà H'Bĭa Niê"],
    ["Nay H Ŭm", "bà Nay H'Ŭm"],
    ["Ea H Leo", "cầu Ea H'leo"],
    ["H Củ Chi", "huyện Củ Chi"],
    ["P Tân Phú", "phường Tân Phú"],
    ["Ea Hleo", "cầu Ea H'leo"],
    ["ea h leo", "cầu Ea H'leo"],
    ["M Drắk", "huyện M'Drắk"],
    ["Y Čuŏng Êban", "ông Y Čuŏng Êban"],
    ["duong be t", "đường bê tông"],
    ["bê tông đường", "đường bê tông"],
    ["p. tâ", "P. Tân Phú"],
    ["UBND phường", "Ủy ban nhân dân phường Tân Phú"],
    ["khu 3", "Khu 3"],
    ["khu 3", "Khu 35"],
    ["09876", "gọi 0987654321"],
    ["MC20200042", "MC-2020-0042 Sửa đường"],
    ["Đường".normalize("NFD"), "đường"],
  ])("%s: %s", (typed, stored) => expect(hasSyllables(searchKey(stored), soughtSyllables(typed))).toBe(true));

  it.each([
    ["an bê", "toàn bê tông"],
    ["ong", "đường"],
    ["khu 3", "Khu 13"],
    ["hoà an", "Phường Hòa"],
    ["du be", "đường bê tông"],
  ])("not %s: %s", (typed, stored) =>
    expect(hasSyllables(searchKey(stored), soughtSyllables(typed))).toBe(false),
  );
});

test("both sides cut a text into the same syllables", async () => {
  const given = [...fc.sample(texts, 3000), "x".repeat(5000), "đường ".repeat(3000)];
  const keys = given.map(searchKey);
  const { rows } = await sql<{ keys: string[] }>`
    select tsvector_to_array(syllables_of(key)) as keys from unnest(${keys}::text[]) with ordinality given(key, place)
    order by place`.execute(db);
  for (const [place, key] of keys.entries())
    expect(rows[place]!.keys.toSorted()).toEqual(syllableKeys(key).toSorted());
});

test("whatever has the words is in the answer of the index", async () => {
  const asked = fc.sample(fc.tuple(texts, texts), 3000).flatMap(([one, other]) => {
    const words = one.split(/\s+/);
    return [words.slice(0, 3).join(" "), words.at(-1)!.slice(0, 3), other].map((typed) => ({
      key: searchKey(one),
      words: soughtSyllables(typed),
    }));
  });
  const found = asked.filter(({ key, words }) => words.length > 0 && hasSyllables(key, words));
  expect(found.length).toBeGreaterThan(2000);
  const { rows } = await sql<{ has: boolean }>`
    select syllables_of(key) @@ query::tsquery as has
    from unnest(${found.map(({ key }) => key)}::text[], ${found.map(({ words }) => syllableQuery(words))}::text[]) g(key, query)
    where not syllables_of(key) @@ query::tsquery`.execute(db);
  expect(rows).toEqual([]);
});

test("what was typed as whole syllables finds what it found as parts of words", () => {
  fc.assert(
    fc.property(texts, fc.nat(8), fc.nat(4), (text, from, count) => {
      const typed = text
        .split(/\s+/)
        .slice(from, from + count)
        .join(" ");
      const parts = soughtWords(typed);
      if (parts.length > 0) expect(hasSyllables(searchKey(text), soughtSyllables(typed))).toBe(true);
    }),
  );
});

test("whatever has the phrase has the words that are part of it", () => {
  const word = fc.constantFrom(
    ..."đường duong be tông tp p. q3 a b h leo 68/2026/NĐ số ubnd thành phố tân".split(" "),
  );
  const said = (maxLength: number) =>
    fc.array(word, { minLength: 1, maxLength }).map((words) => words.join(" "));
  let parts = 0;
  fc.assert(
    fc.property(said(4), said(9), said(2), (typed, before, behind) => {
      const phrase = soughtPhrase(typed);
      for (const one of soughtSyllables(typed).filter((ways) => isPartOf(phrase, ways)))
        for (const text of [`${before} ${typed}${behind}`, `${before} ${typed} ${behind}`, before]) {
          if (!hasSyllables(searchKey(text), [phrase])) continue;
          parts += 1;
          expect([text, typed, hasSyllables(searchKey(text), [one])]).toEqual([text, typed, true]);
        }
    }),
    { numRuns: 500 },
  );
  expect(parts).toBeGreaterThan(300);
});

test("the share of the rarest word is what can be found at most", () => {
  const shares: Record<string, number> = { duong: 0.3, "~be tong": 0.1, "~uy ban": 0.2, ubnd: 0.05 };
  const shareOf = (key: string) => shares[key] ?? 0;
  expect(greatestShare([[{ key: "duong", open: false }]], shareOf)).toBe(0.3);
  const both = [[{ key: "duong", open: false }], [{ key: "be tong", open: true }]];
  expect(greatestShare(both, shareOf)).toBe(0.1);
  const either = [
    [
      { key: "uy ban", open: false },
      { key: "ubnd", open: false },
    ],
  ];
  expect(greatestShare(either, shareOf)).toBe(0.25);
});
