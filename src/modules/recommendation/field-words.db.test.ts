import { expect, test } from "vitest";
import { testDatabase } from "../../../tests/support/database.ts";
import { fieldWord } from "./field-words.ts";

const { db } = await testDatabase();

test("every field that a register begins with has an English name", async () => {
  const names = (await db.selectFrom("field").select("name").execute()).map(({ name }) => name);
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => fieldWord(name, "en") === name)).toEqual([]);
  expect(fieldWord("Đất đai › Lấn chiếm đất", "en")).toBe("Land › Encroachment on land");
  expect(fieldWord("Nghề cá", "en")).toBe("Nghề cá");
});
