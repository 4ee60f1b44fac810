import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

// A list of names has one order everywhere (decision 28): `nameOrder` in the database, `inVietnameseOrder` over a list. Whoever
// orders by a name otherwise puts Đ in another place, and 10 before 9.

const sources = globSync(["src/**/*.{ts,svelte}", "cli/**/*.ts"])
  .filter((path) => !path.includes(".test.") && !path.includes("/paraglide/"))
  .map((path) => ({ path, text: readFileSync(path, "utf8") }));

/** Names of files and tables, which no person reads as a list; the name of an account is of plain letters. */
const notNames = ["src/platform/server/database/backup-format.ts", "src/platform/server/database/migrate.ts"];

/** What a person reads and looks for by its letters; a key that is wrapped in anything is not by the letters as they stand. */
const readByLetters =
  /^(?:\w+\.)?"?\w*(?:(?<!user)name|title|topic|label|speaker|holder)s?"?(?:\s+(?:asc|desc))?(?:\s+nulls\s+\w+)?$/i;

/** The keys of each `order by` of a text, as they are written there. */
function orderKeys(text: string): string[] {
  return [...text.matchAll(/\border\s+by\s+/gi)].flatMap(({ index, 0: found }) =>
    keysFrom(text.slice(index + found.length, index + found.length + 600)),
  );
}

function keysFrom(rest: string): string[] {
  const keys = [""];
  let depth = 0;
  for (const sign of rest) {
    if (sign === "`" && depth === 0) break;
    if (sign === "(" || sign === "{") depth += 1;
    if ((sign === ")" || sign === "}") && --depth < 0) break;
    if (sign === "," && depth === 0) keys.push("");
    else keys[keys.length - 1] += sign;
  }
  return keys.map((key) => key.replace(/\s+(?:limit|for|offset|union|rows)\b[\s\S]*$/i, "").trim());
}

const idioms: readonly [string, (text: string) => boolean][] = [
  ["a name in SQL", (text) => orderKeys(text).some((key) => readByLetters.test(key))],
  [
    "a name by the query builder",
    (text) =>
      /\.orderBy\(\s*\[?\s*["'](?:\w+\.)?\w*(?:(?<!user)name|title|topic|label|speaker)["']/.test(text),
  ],
  [
    "names over a list",
    (text) =>
      /\b(?:name|title|label)\s*\.localeCompare\(|\.(?:name|title|label)\s*[<>]\s*\w+\.(?:name|title|label)\b/.test(
        text,
      ),
  ],
];

test.each(idioms)("nobody orders by %s but by the one order", (_, orders) => {
  const found = sources.filter(({ path, text }) => !notNames.includes(path) && orders(text));
  expect(found.map(({ path }) => path)).toEqual([]);
});

test("the idioms are found where they stand, and the one order is not", () => {
  const wrong = [
    "sql`select 1 order by u.code, n.name limit 3`",
    "db.selectFrom('unit').orderBy(\"n.name\")",
    "list.toSorted((a, b) => a.name.localeCompare(b.name))",
  ];
  expect(idioms.map(([, orders], at) => orders(wrong[at]!))).toEqual([true, true, true]);
  const right =
    "sql`order by ${nameOrder(sql`n.name`)}, u.code`; sql`(select x order by case when n.name is null then 1 end)`";
  expect(idioms.some(([, orders]) => orders(right))).toBe(false);
});
