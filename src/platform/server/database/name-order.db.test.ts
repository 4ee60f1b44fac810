import { inVietnameseOrder } from "#kernel/vietnamese-order.ts";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/database.ts";
import { nameOrder } from "./name-order.ts";

const { db } = await testDatabase();

async function inDatabase(names: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from unnest(${[...names]}::text[]) given(name) order by ${nameOrder(sql`name`)}, name collate "C"`.execute(
    db,
  );
  return rows.map(({ name }) => name);
}
const byBytes = (one: string, other: string) => (one < other ? -1 : Number(one > other));
const inJavaScript = (names: readonly string[]) =>
  names.toSorted((one, other) => inVietnameseOrder(one, other) || byBytes(one, other));

test("the alphabet, the tones, numbers by their size", async () => {
  const inOrder = [
    ..."a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y".split(" ").map((letter) => `${letter}n`),
  ];
  expect(inJavaScript(inOrder.toReversed())).toEqual(inOrder);
  expect(await inDatabase(inOrder.toReversed())).toEqual(inOrder);
  const names = [
    "Khu 2",
    "Khu 10",
    "Phường Dương",
    "Phường Đa",
    "Xã Ma",
    "Xã Mà",
    "Xã Mả",
    "Xã Mã",
    "Xã Má",
    "Xã Mạ",
  ];
  expect(await inDatabase(names.toReversed())).toEqual(names);
  expect(inJavaScript(names.toReversed())).toEqual(names);
});

test("both sides put the names of all peoples and places in one order", async () => {
  const syllables =
    "Đ'rao Dương Đa Ea H'leo Ea H’leo Ksor Čuŏng Siu Hŭn Ĭ Ĕm Niê Êban ƀlơ Ƀuôn Mlô M'Drắk Cư M'gar Văn Miếu Quí Quý hoà hòa P. TP. – - 3 12 02".split(
      " ",
    );
  const names = syllables.flatMap((one) => syllables.map((other) => `${one} ${other}`));
  expect(await inDatabase(names)).toEqual(inJavaScript(names));
});
