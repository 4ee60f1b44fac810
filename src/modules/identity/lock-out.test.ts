import { expect, test } from "vitest";
import { minutesToWait } from "./lock-out.ts";

test.each([
  [1, 0],
  [4, 0],
  [5, 1],
  [6, 2],
  [8, 8],
  [10, 32],
  [11, 60],
  [4000, 60],
])("after %i failures in a row a name waits %i minutes", (failures, minutes) => {
  expect(minutesToWait(failures)).toBe(minutes);
});
