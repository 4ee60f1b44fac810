import { expect, test } from "vitest";
import { asShown } from "./as-shown.ts";
import { withoutPersons } from "./person-in-text.ts";
import { whoWithout } from "./who-without.ts";

const told = <Words extends string | null>(text: Words) =>
  (text === null ? null : withoutPersons(text, ["Trần Thị Giấu"])) as Words;

test.each([
  ["Trần Thị Giấu", "Trần Thị Giấu"],
  ["Bà Trần Thị Giấu, tổ trưởng", "Bà Trần Thị Giấu, tổ trưởng"],
  ["Ông Khách, người nhà bà Giấu, tổ 3", "Ông Khách, người nhà bà [tên], tổ 3"],
])("who comes is called by name: %s", (who, said) => {
  expect(whoWithout(who, told)).toBe(said);
});

test("what comes back as it was shown is what stood there; what was written anew is new", () => {
  const written = asShown(told, ["Việc của bà Giấu", null, "Việc khác"]);
  expect(written("Việc của bà [tên]")).toBe("Việc của bà Giấu");
  expect(written("Việc khác")).toBe("Việc khác");
  expect(written("Việc của bà [tên] và xóm")).toBe("Việc của bà [tên] và xóm");
  expect([written(null), written(undefined)]).toEqual([null, null]);
});
