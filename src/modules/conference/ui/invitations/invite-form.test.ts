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

test.each([
  ["after commas", "Nguyễn Văn A, Trần Thị B, Lê Văn C"],
  ["with an and", "Nguyễn Văn A, Trần Thị B và Lê Văn C"],
  ["in small letters", "nguyễn văn a, trần thị b, lê văn c"],
])("several between commas are several persons: %s", (_, typed) => {
  const names = delegatesIn(typed).map(({ name }) => name.toLowerCase());
  expect(names).toEqual(["nguyễn văn a", "trần thị b", "lê văn c"]);
});

test("each with their title", () => {
  expect(delegatesIn("bà Một, Bí thư chi bộ, đoàn viên, Trần Thị B, Trưởng thôn")).toEqual([
    { name: "bà Một", title: "Bí thư chi bộ, đoàn viên" },
    { name: "Trần Thị B", title: "Trưởng thôn" },
  ]);
  expect(delegatesIn("Hoa, Trưởng thôn")).toEqual([{ name: "Hoa", title: "Trưởng thôn" }]);
});

test("a guest without a number is invited for as many as are named", () => {
  expect(guestsIn({ "guest-0-name": "Ông Lê Văn Một, bà Trần Thị Hai" })).toEqual([
    { name: "Ông Lê Văn Một, bà Trần Thị Hai", quota: "2" },
  ]);
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
