import { expect, test } from "vitest";
import { delegatesIn, fieldOfGuest, guestsIn } from "./invite-form.ts";

test("an empty number invites nobody; a guest without one is invited alone", () => {
  const fields = {
    "quota-A-1": "3",
    "quota-A-2": " ",
    "guest-0-name": "Cụ Nguyễn Văn Thử",
    "guest-0-quota": "",
    "guest-1-name": "",
    "guest-1-quota": "2",
    key: "x",
  };
  expect(guestsIn(fields)).toEqual([
    { unit: "A-1", quota: "3" },
    { name: "Cụ Nguyễn Văn Thử", quota: "1" },
    { name: "", quota: "2" },
  ]);
});

test("delegates by line, with the title after the comma", () => {
  expect(delegatesIn("Bà Một, Bí thư chi bộ, trưởng thôn\r\n\n Ông Hai ")).toEqual([
    { name: "Bà Một", title: "Bí thư chi bộ, trưởng thôn" },
    { name: "Ông Hai" },
  ]);
});

test.each([
  ["after semicolons", "Bà Một, Bí thư chi bộ; Ông Hai;"],
  ["in a list", "1. Bà Một, Bí thư chi bộ\n2. Ông Hai"],
  ["from a table", "Bà Một\tBí thư chi bộ\r\nÔng Hai"],
])("delegates %s are told apart", (_, typed) => {
  expect(delegatesIn(typed)).toEqual([{ name: "Bà Một", title: "Bí thư chi bộ" }, { name: "Ông Hai" }]);
});

test("one number for all villages that have none of their own; a nought leaves one out", () => {
  const fields = {
    each_village: "3",
    villages: ["A-1", "A-2", "A-3"],
    "quota-A-1": "",
    "quota-A-2": "5",
    "quota-A-3": "0",
    "quota-A-PB": "",
  };
  expect(guestsIn(fields)).toEqual([
    { unit: "A-1", quota: "3" },
    { unit: "A-2", quota: "5" },
  ]);
  expect(fieldOfGuest("guests.0.quota", fields)).toBe("each_village");
  expect(fieldOfGuest("guests.1.quota", fields)).toBe("quota-A-2");
});
