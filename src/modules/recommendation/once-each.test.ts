import { expect, test } from "vitest";
import { z } from "zod";
import { onceEach } from "./once-each.ts";

const list = z.array(z.object({ unit: z.string() })).superRefine(onceEach);

test("a unit that is named a second time is refused at its place", () => {
  expect(list.safeParse([{ unit: "A" }, { unit: "B" }]).success).toBe(true);
  const refused = list.safeParse([{ unit: "A" }, { unit: "B" }, { unit: "A" }]);
  expect(refused.error?.issues.map(({ path }) => path)).toEqual([[2]]);
});
