import fc from "fast-check";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { testDatabase } from "../../tests/support/database.ts";
import { codeKey, searchKey } from "./vietnamese-text.ts";

const { db } = await testDatabase();

async function inDatabase(key: "search_key" | "code_key", texts: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select ${sql.raw(key)}(text) as key from unnest(${[...texts]}::text[]) with ordinality given(text, place)
    order by place`.execute(db);
  return rows.map(({ key }) => key);
}

async function differing(texts: readonly string[]): Promise<string[]> {
  const keys = await inDatabase("search_key", texts);
  return texts.filter((text, index) => keys[index] !== searchKey(text));
}

const from = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));

/** The letters of Unicode 17, to which no PostgreSQL of today knows a small one. */
const tooNew = new Set("\ua7ce\ua7d2\ua7d4\ua7f1");

test("both sides make the same key of every letter, in both cases, composed and decomposed", async () => {
  const letters = [...from(1, 0xd7ff), ...from(0xf900, 0xfffd), ...from(0x1d400, 0x1d7ff)];
  const forms = letters.flatMap((each) => [
    each,
    each.toUpperCase(),
    each.toLowerCase(),
    each.normalize("NFD"),
  ]);
  const asked = new Set(forms).difference(tooNew);
  expect((await differing([...asked])).map((each) => each.codePointAt(0)!.toString(16))).toEqual([]);
}, 60_000);

test("… and of every Latin letter with every mark on it", async () => {
  const letters = [...from(0x41, 0x5a), ...from(0x61, 0x7a), ..."ăâêôơưđƀĂÂÊÔƠƯĐɃ"];
  const marked = letters.flatMap((letter) => from(0x300, 0x36f).map((mark) => letter + mark));
  expect(await differing(marked.flatMap((each) => [each, each.normalize("NFC")]))).toEqual([]);
});

test("… and of any text", async () => {
  const letters = fc.constantFrom(..."aAyYqQuUhHđĐƀŎĭẵữ' ’ʼ-–‑.,/\u00a0\u0309\u0323²Ǆß019\n");
  const texts = fc.sample(fc.oneof(fc.string({ unit: letters }), fc.string({ unit: "grapheme" })), 2000);
  expect(await differing(texts.map((text) => text.replaceAll("\0", "").toWellFormed()))).toEqual([]);
  expect(await inDatabase("code_key", ["MC–2020–0042", "41/TB‑UBND"])).toEqual(
    ["MC-2020-0042", "41/TB-UBND"].map(codeKey),
  );
});
